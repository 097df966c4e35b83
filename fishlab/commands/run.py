"""`fishlab run LAB`: one run in the foreground, saved as data, as pictures, or both."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from fishlab.experiment import Frame, Lab, Params, Run
from fishlab.experiment.export import write_csv, write_json, write_npz

from .console import FAILED, CommandError, Parser, whole_number, window_size
from .lab_options import (
    add_param_options,
    add_preset_and_seed,
    chosen_params,
    chosen_preset,
    join_negative_values,
    lab_and_options,
)
from .progress import Progress
from .qt_libraries import require_qt

WRITERS: Mapping[str, Callable[[Path, Run], None]] = {
    ".csv": write_csv,
    ".npz": write_npz,
    ".json": write_json,
}
PICTURES = (".png", ".svg", ".pdf", ".gif", ".webp", ".html")
ENDINGS = (*PICTURES, *WRITERS)
DEFAULT_SIZE = (1280, 800)


def main(arguments: Sequence[str]) -> int:
    """Run one lab and save what was asked for; return the exit status."""
    lab, rest = lab_and_options("run", "Run a lab without the window and save.", arguments)
    parser = _parser(lab)
    options = parser.parse_args(join_negative_values(rest))
    preset = chosen_preset(lab, options.preset)
    params = chosen_params(lab, preset, options)
    seed = preset.seed if options.seed is None else options.seed
    paths = [_checked(Path(name)) for name in options.out]
    run = _executed(lab, params, seed, [path for path in paths if is_picture(path)], options)
    if len(run.history):
        for path in paths:
            if not is_picture(path):
                WRITERS[path.suffix.lower()](path, run)
    # A run that failed half-way has its files all the same: what came before may be needed.
    raise_if_failed(run)
    for path in paths:
        print(path)
    return 0


def _parser(lab: Lab) -> Parser:
    parser = Parser(f"fishlab run {lab.id}", str(lab.summary))
    parser.usage = "%(prog)s [--preset P] [--PARAM VALUE ...] [--seed N] --out FILE [FILE ...]"
    add_preset_and_seed(parser, lab)
    parser.add_argument(
        "--out",
        nargs="+",
        required=True,
        metavar="FILE",
        help=f"where the result goes; the ending says the format: {', '.join(ENDINGS)}",
    )
    look = parser.add_argument_group("pictures")
    look.add_argument(
        "--size", type=window_size, default=DEFAULT_SIZE, metavar="WxH", help="default 1280x800"
    )
    look.add_argument(
        "--frames", type=whole_number(2, 1000), default=120, metavar="N",
        help="at most so many frames of an animation, spread over the run (default 120)",
    )  # fmt: skip
    look.add_argument(
        "--fps", type=whole_number(1, 50), default=15, metavar="N",
        help="pictures a second of an animation (default 15)",
    )  # fmt: skip
    look.add_argument("--theme", choices=("light", "dark"), default="light")
    look.add_argument("--lang", choices=("en", "zh_CN"), default="en")
    add_param_options(parser, lab)
    return parser


def _checked(path: Path) -> Path:
    """Refuse before the run what could only fail after it."""
    if path.suffix.lower() not in ENDINGS:
        raise CommandError(f"{path}: the ending says the format; known are {', '.join(ENDINGS)}")
    check_folder(path)
    return path


def check_folder(path: Path) -> None:
    """Raise CommandError if there is no place for a file of that name."""
    if path.is_dir():
        raise CommandError(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise CommandError(f"{path}: there is no folder {path.parent}; make it first")


def is_picture(path: Path) -> bool:
    """True if `path` has the ending of a picture."""
    return path.suffix.lower() in PICTURES


def _executed(
    lab: Lab, params: Params, seed: int, pictures: list[Path], options: argparse.Namespace
) -> Run:
    """Run the lab, and write its picture to `pictures`: Qt is there only if there are some."""
    with Progress(lab.id) as bar:

        def deliver(frame: Frame) -> None:
            bar.show(frame.step, total=frame.total)

        if not pictures:
            run = Run(lab, params, seed)
            run.execute(deliver)
            return run
        require_qt()
        from fishlab.gui.animation import Film
        from fishlab.gui.headless import picture

        film = Film(frames=options.frames, rate=options.fps)
        look = {"size": options.size, "theme": options.theme, "lang": options.lang}
        return picture(lab, params, seed, pictures, **look, deliver=deliver, film=film)


def raise_if_failed(run: Run) -> None:
    """Raise CommandError with the reason if `run` failed; a bug is shown whole before it."""
    outcome = run.outcome
    if outcome is not None and outcome.kind == "failed":
        print(outcome.report, end="", file=sys.stderr)
        raise CommandError(f"{run.lab.id}: {outcome.reason}", FAILED)
