"""Each script of the forward lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from pathlib import Path

from fishlab.labs.forward import Forward
from fishlab.labs.forward_params import ForwardParams

from .scripts import check, lint

LAB = Forward()
RUNS = {
    **{preset.id: preset.params for preset in LAB.presets},
    "relu": ForwardParams(mode="network", hidden="relu", output="sigmoid", x1=-1.5),
    "misfit": ForwardParams(mode="matrix", a="1 2 3; 4 5 6", b="1 2; 3 4"),
    "fractions": ForwardParams(mode="matrix", a="0.1 -2; 1e3 4", b="0.3; 7"),
    "one digit": ForwardParams(mode="batch", digits=1),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)
