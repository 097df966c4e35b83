"""`fishlab run LAB`: one run in the foreground, saved as data, as pictures, or both."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from fishlab.experiment import Frame, Lab, Params, Run
from fishlab.experiment.export import write_csv, write_json, write_npz
from fishlab.labs import LABS, find_lab

from .console import FAILED, CommandError, Parser, explained, seed_number, window_size
from .lab_options import add_param_options, chosen_params, chosen_preset, join_negative_values
from .progress import Progress

WRITERS: Mapping[str, Callable[[Path, Run], None]] = {
    ".csv": write_csv,
    ".npz": write_npz,
    ".json": write_json,
}
PICTURES = (".png", ".svg", ".pdf")
ENDINGS = (*PICTURES, *WRITERS)


def main(arguments: Sequence[str]) -> int:
    """Run one lab and save what was asked for; return the exit status."""
    lab, rest = _lab(arguments)
    parser = _parser(lab)
    options = parser.parse_args(join_negative_values(rest))
    preset = chosen_preset(lab, options.preset)
    params = chosen_params(lab, preset, options)
    seed = preset.seed if options.seed is None else options.seed
    paths = [_checked(Path(name)) for name in options.out]
    tables = [path for path in paths if path.suffix.lower() in WRITERS]
    pictures = [path for path in paths if path.suffix.lower() in PICTURES]
    if tables:
        run = _executed(lab, params, seed)
        _save(run, tables)
    if pictures:
        _draw(lab, params, seed, pictures, options)
    for path in paths:
        print(path)
    return 0


def _lab(arguments: Sequence[str]) -> tuple[Lab, Sequence[str]]:
    known = ", ".join(lab.id for lab in LABS)
    if arguments and arguments[0] in ("-h", "--help"):
        Parser(
            "fishlab run",
            "Run a lab without the window and save the result.",
            f"The lab comes first; `fishlab run LAB -h` shows its options. Labs: {known}.",
        ).parse_args(["-h"])
    if not arguments or arguments[0].startswith("-"):
        raise CommandError(f"run: say first which lab to run: {known}")
    with explained(KeyError):
        return find_lab(arguments[0]), arguments[1:]


def _parser(lab: Lab) -> Parser:
    parser = Parser(f"fishlab run {lab.id}", str(lab.summary))
    parser.usage = "%(prog)s [--preset P] [--PARAM VALUE ...] [--seed N] --out FILE [FILE ...]"
    presets, first = ", ".join(preset.id for preset in lab.presets), lab.presets[0].id
    parser.add_argument(
        "--preset", metavar="P", help=f"settings to begin with: {presets} (default {first})"
    )
    parser.add_argument("--seed", type=seed_number, metavar="N", help="seed of all random numbers")
    parser.add_argument(
        "--out",
        nargs="+",
        required=True,
        metavar="FILE",
        help=f"where the result goes; the ending says the format: {', '.join(ENDINGS)}",
    )
    look = parser.add_argument_group("pictures")
    look.add_argument(
        "--size", type=window_size, default=(1280, 800), metavar="WxH", help="default 1280x800"
    )
    look.add_argument("--theme", choices=("light", "dark"), default="light")
    look.add_argument("--lang", choices=("en", "zh_CN"), default="en")
    add_param_options(parser, lab)
    return parser


def _checked(path: Path) -> Path:
    """Refuse before the run what could only fail after it."""
    if path.suffix.lower() not in ENDINGS:
        raise CommandError(f"{path}: the ending says the format; known are {', '.join(ENDINGS)}")
    if path.is_dir():
        raise CommandError(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise CommandError(f"{path}: there is no folder {path.parent}; make it first")
    return path


def _executed(lab: Lab, params: Params, seed: int) -> Run:
    run = Run(lab, params, seed)
    with Progress(lab.id) as bar:

        def deliver(frame: Frame) -> None:
            bar.show(frame.step, total=frame.total)

        run.execute(deliver)
    return run


def _save(run: Run, paths: list[Path]) -> None:
    """Write the tables, also of a run that failed half-way: what came before may be needed."""
    if len(run.history):
        for path in paths:
            WRITERS[path.suffix.lower()](path, run)
    outcome = run.outcome
    if outcome is not None and outcome.kind == "failed":
        print(outcome.report, end="", file=sys.stderr)
        raise CommandError(f"{run.lab.id}: {outcome.reason}", FAILED)


def _draw(lab: Lab, params: Params, seed: int, paths: list[Path], options: object) -> None:
    raise NotImplementedError
