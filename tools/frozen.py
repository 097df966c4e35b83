"""What the folder built by `tools/fishlab.spec` starts: FishLab, or one of its own scripts.

`fishlab doctor` and `fishlab bench` start Python anew for what must not happen in their own
process. In the folder there is no Python but this program: `fishlab -P SCRIPT` does what
`python -P SCRIPT` would, for the scripts of the package.
"""

import runpy
import sys
from pathlib import Path

import fishlab
from fishlab.cli import main

PACKAGE = Path(fishlab.__file__).resolve().parent


def start() -> int:
    """Run the script that is named, or FishLab; return the exit status."""
    words = sys.argv[1:]
    if len(words) >= 2 and words[0] == "-P":
        script = Path(words[1]).resolve()
        if script.is_relative_to(PACKAGE):
            sys.argv = words[1:]
            runpy.run_path(str(script), run_name="__main__")
            return 0
    return main()


if __name__ == "__main__":
    sys.exit(start())
