"""`fishlab script LAB`: a short Python script that does what the run does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fishlab.engine.atomic import replacing
from fishlab.experiment import LabError

from .console import CommandError, Parser, explained
from .lab_options import (
    add_param_options,
    add_preset_and_seed,
    chosen_params,
    chosen_preset,
    join_negative_values,
    lab_and_options,
)
from .run import check_folder


def main(arguments: Sequence[str]) -> int:
    """Print or write the script of one run; return the exit status."""
    lab, rest = lab_and_options("script", "Write a script that does what a run does.", arguments)
    parser = Parser(f"fishlab script {lab.id}", str(lab.summary))
    parser.usage = "%(prog)s [--preset P] [--PARAM VALUE ...] [--seed N] [--out FILE.py]"
    add_preset_and_seed(parser, lab)
    parser.add_argument("--out", metavar="FILE.py", help="where to write it (default: print it)")
    add_param_options(parser, lab)
    options = parser.parse_args(join_negative_values(rest))
    preset = chosen_preset(lab, options.preset)
    params = chosen_params(lab, preset, options)
    with explained(LabError):
        text = lab.script(params, preset.seed if options.seed is None else options.seed)
    if options.out is None:
        print(text, end="")
        return 0
    path = Path(options.out)
    if path.suffix != ".py":
        raise CommandError(f"{path}: a script is a .py file")
    check_folder(path)
    with replacing(path, "w", encoding="utf-8") as file:
        file.write(text)
    print(path)
    return 0
