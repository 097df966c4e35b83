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
from difflib import get_close_matches

from fishlab.blas_threads import limit_blas_threads_at_start
from fishlab.commands import COMMANDS
from fishlab.commands.console import USAGE, CommandError
from fishlab.text import of_system

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
        return _complain(of_system(error), USAGE)
    except KeyboardInterrupt:
        return _complain("interrupted", INTERRUPTED)


def _carry_out(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        name = arguments.pop(0)
    elif not arguments or arguments[0].startswith("-") or _is_file_name(arguments[0]):
        name = "window"
    else:
        raise CommandError(_no_command(arguments[0]))
    command = importlib.import_module(f"fishlab.commands.{name}")
    try:
        return int(command.main(arguments))
    except SystemExit as end:  # argparse, after printing help or the version
        return int(end.code or 0)


def _no_command(word: str) -> str:
    from fishlab.labs.contents import CONTENTS  # only who has gone wrong waits for it

    if any(entry.id == word for entry in CONTENTS):
        return (
            f"there is no command {word!r}, but a lab: fishlab --lab {word} shows it, "
            f"fishlab run {word} runs it"
        )
    near = get_close_matches(word, COMMANDS, 1, cutoff=0.7)
    return (
        f"there is no command {word!r}{f' ({near[0]}?)' if near else ''}; known are "
        f"{', '.join(COMMANDS)}, and without a command, or with a file, the window opens"
    )


def _is_file_name(word: str) -> bool:
    """True if `word` can only be meant as a file to open: no command has an ending or a folder."""
    return os.path.exists(word) or bool(os.path.splitext(word)[1]) or os.sep in word


def _complain(text: str, code: int) -> int:
    print(f"fishlab: {text}", file=sys.stderr)
    return code
