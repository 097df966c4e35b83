"""Each script of the activation lab, in a process of its own, prints the run's numbers."""

from __future__ import annotations

from pathlib import Path

from fishlab.labs.activations import Activations
from fishlab.labs.activations_functions import FUNCTIONS
from fishlab.labs.activations_params import ActivationsParams

from .scripts import check, lint

LAB = Activations()
ALL = tuple(choice.value for choice in FUNCTIONS)
RUNS = {
    **{preset.id: preset.params for preset in LAB.presets},
    "all functions": ActivationsParams(
        functions=ALL, x=-1.3, leaky_slope=0.2, elu_alpha=1.7, sharpness=2.5
    ),
    "outside the picture": ActivationsParams(functions=ALL[:2], reach=3.0, x=9.0),
    "none": ActivationsParams(functions=()),
    "underflow": ActivationsParams(
        mode="softmax", constant=-1000.0, subtract_max=False, precision="float32"
    ),
    "leaky": ActivationsParams(
        mode="linear", between="leaky_relu", depth=5, precision="float32", leaky_slope=0.3
    ),
    "step": ActivationsParams(mode="linear", between="step", depth=8),
    "one layer": ActivationsParams(mode="linear", between="tanh", depth=1),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)
