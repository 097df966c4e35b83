"""Each script of the initialization lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from pathlib import Path

from fishlab.labs.initialization import Initialization
from fishlab.labs.initialization_params import STARTERS, InitializationParams

from .scripts import check, lint

LAB = Initialization()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
SHORT = {"race": {"steps": 15}, "grid": {"epochs": 1}, "symmetry": {"steps": 12}}
RUNS = {
    **{name: params.replace(**SHORT.get(params.mode, {})) for name, params in PARAMS.items()},
    "narrow": InitializationParams(
        kind="zero", activation="tanh", width=10, inputs=50, depth=8, batchnorm=True
    ),
    "some diverge": InitializationParams(mode="race", steps=8, lr=1.0, batchnorm=True),
    "all five": InitializationParams(mode="race", starters=tuple(STARTERS), steps=3),
    "nobody": InitializationParams(mode="race", starters=(), steps=3),
    "grid of sigmoid": InitializationParams(mode="grid", epochs=1, lr=1.0, activation="sigmoid"),
    "diverges": InitializationParams(
        mode="symmetry", beginning="constant", lr=1.0, steps=20, activation="relu"
    ),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)
