"""Each script of the training lab, in a process of its own, prints the last numbers of the run."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from fishlab.experiment import LabError, Run
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_params import TrainingParams

LAB = TrainingLab()
ROOT = Path(__file__).resolve().parents[2]
PARAMS = {preset.id: preset.params for preset in LAB.presets}
SHORT = {"images": 600, "epochs": 3}

RUNS = {
    "book": PARAMS["book"].replace(epochs=2),
    "deep": PARAMS["deep"].replace(hidden="40 30", **SHORT),
    "overfit": PARAMS["overfit"].replace(epochs=4),
    "weight_decay": PARAMS["weight_decay"].replace(epochs=3),
    "dropout": PARAMS["dropout"].replace(epochs=4),
    "all_cures": PARAMS["all_cures"].replace(hidden="20 20", images=100, epochs=102),
    "search": PARAMS["search"].replace(trials=7, epochs=2),
    "search_narrow": PARAMS["search_narrow"].replace(trials=2, epochs=2, lr_high=10.0),
    "seeds": PARAMS["seeds"].replace(epochs=3),
    "diverge": PARAMS["diverge"],
    # What no preset has: some networks diverge and others do not, one epoch, no digits held out …
    "some diverge": TrainingParams(hidden="60 60 60 60 60", lr=1.2, repeats=4, **SHORT),
    "one epoch": TrainingParams(
        images=2000,
        epochs=1,
        hidden=" ".join(["100"] * 10),
        activation="leaky_relu",
        init="xavier",
        decay="max_norm",
        dropout=True,
        batchnorm=True,
        optimizer="adagrad",
        validation=0.0,
    ),
    "repeated": TrainingParams(
        hidden="", init="0.01", decay="l1", repeats=2, optimizer="nesterov", **SHORT
    ),
}


def script_of(params: TrainingParams, seed: int) -> str:
    text = LAB.script(params, seed)
    ast.parse(text)
    assert max(map(len, text.splitlines())) <= 100
    assert "fishlab.labs" not in text
    return text


def printed(text: str) -> dict[str, float]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", text], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    pairs = (line.split() for line in done.stdout.splitlines())
    return {name: float(value) for name, value in pairs}


def last_numbers(params: TrainingParams, seed: int) -> dict[str, float]:
    run = Run(LAB, params, seed)
    assert run.execute().kind == "done"
    return {name: float(run.history.series(name)[1][-1]) for name in run.history.names}


@pytest.mark.parametrize("name", RUNS)
def test_a_script_prints_the_last_numbers_of_its_run(name: str) -> None:
    expected = last_numbers(RUNS[name], 3)
    assert expected
    assert printed(script_of(RUNS[name], 3)) == expected


@pytest.mark.parametrize(("name", "left"), [("diverge", 0), ("some diverge", 1)])
def test_the_runs_above_diverge_where_they_should(name: str, left: int) -> None:
    *_, last = LAB.run(RUNS[name], np.random.default_rng(3))
    assert last.arrays["alive"] == left


def test_every_preset_has_a_script_of_its_own_seed() -> None:
    for preset in LAB.presets:
        assert script_of(preset.params, 1) != script_of(preset.params, 2)


def test_without_a_variant_there_is_no_script() -> None:
    with pytest.raises(LabError, match="at least one variant"):
        LAB.script(PARAMS["overfit"].replace(variants=()), 0)
