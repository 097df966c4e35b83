"""Start FishLab from a checkout: `python main.py` is the same program as `fishlab`."""

import sys

from fishlab.cli import main

if __name__ == "__main__":
    sys.exit(main())
