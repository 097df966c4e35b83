"""The command line: finds the command, and turns every mistake into one line and an exit status.

Exit status: 0 all well, 1 it was tried and failed, 2 the command cannot be carried out as given,
130 interrupted with Ctrl-C. Qt is imported only when a window or a picture is asked for, NumPy
only by the commands that compute.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from fishlab.blas_threads import limit_blas_threads_at_start
from fishlab.commands import COMMANDS
from fishlab.commands.console import USAGE, CommandError

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line `argv` (default: the process's own) and return the exit status."""
    limit_blas_threads_at_start()
    # A pipe with an old encoding must not make a command fail over an accent.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        code = _carry_out(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return code
    except CommandError as error:
        return _complain(str(error), error.code)
    except BrokenPipeError:
        # The reader of our output has seen enough (`fishlab labs | head`): nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _complain(f"{place}{error.strerror or error}", USAGE)
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED)


def _carry_out(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        name = arguments.pop(0)
    elif not arguments or arguments[0].startswith("-") or _is_file_name(arguments[0]):
        name = "window"
    else:
        raise CommandError(
            f"there is no command {arguments[0]!r}; known are {', '.join(COMMANDS)}, "
            "and without a command, or with a file, the window opens"
        )
    command = importlib.import_module(f"fishlab.commands.{name}")
    try:
        return int(command.main(arguments))
    except SystemExit as end:  # argparse, after printing help or the version
        return int(end.code or 0)


def _is_file_name(word: str) -> bool:
    """True if `word` can only be meant as a file to open: no command has an ending or a folder."""
    return os.path.exists(word) or bool(os.path.splitext(word)[1]) or os.sep in word


def _complain(text: str, code: int) -> int:
    print(f"fishlab: {text}", file=sys.stderr)
    return code
