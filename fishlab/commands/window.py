"""`fishlab` without a command: the window, or with `--screenshot` a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fishlab import __version__

from . import COMMANDS
from .console import Parser, seed_number, window_size


def main(arguments: Sequence[str]) -> int:
    """Open the window, or draw it into a file; return the exit status."""
    options = _parser().parse_args(arguments)
    # Only now: `--help` and `--version` answer without waiting for NumPy.
    from . import show

    return show.drawn(options) if options.screenshot else show.opened(options)


def _parser() -> Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {does}" for name, does in COMMANDS.items())
    parser = Parser(
        "fishlab",
        "A laboratory for the book Deep Learning from Scratch. Without a command it opens "
        "its window; with a FILE, what the file has in it.",
        f"commands (`fishlab COMMAND -h` tells more):\n{commands}",
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE",
        help="a run saved or exported by FishLab, a classroom file (.fishlab), weights, "
        "a picture of a digit, or a table of points",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"FishLab {__version__}")
    parser.add_argument("--lang", choices=("en", "zh_CN"), help="language (default: as last time)")
    parser.add_argument("--theme", choices=("light", "dark", "auto"), help="colours")
    parser.add_argument("--lab", metavar="ID", help="the tab to show first; `fishlab labs` lists")
    parser.add_argument("--size", type=window_size, metavar="WxH", help="such as 1280x800")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE.png", help="save a picture of the window and quit"
    )
    parser.add_argument("--preset", metavar="P", help="with --screenshot: the lab's settings")
    parser.add_argument("--seed", type=seed_number, metavar="N", help="with --screenshot")
    return parser
