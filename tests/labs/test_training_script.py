"""Each script of the training lab, in a process of its own, prints the last numbers of the run."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.experiment import LabError
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_params import TrainingParams

from .scripts import check, script_of

LAB = TrainingLab()
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
    "points_line": PARAMS["points_line"].replace(epochs=4),
    "points_bend": PARAMS["points_bend"].replace(epochs=4),
    "points_spiral": PARAMS["points_spiral"].replace(epochs=4),
    "points_by_heart": PARAMS["points_by_heart"].replace(epochs=4),
    "points_own": PARAMS["points_own"].replace(epochs=4),
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
    "far points": PARAMS["points_own"].replace(
        points=((170, 62.5, 1), (150, 45, 0), (165, 58, 1), (148, 50, 0), (181, 75, 1)),
        validation=0.25,
        dropout=True,
        decay="max_norm",
        epochs=4,
    ),
    "points diverge": PARAMS["points_line"].replace(hidden="50 50 50", init="1", lr=50.0),
    "repeated": TrainingParams(
        hidden="", init="0.01", decay="l1", repeats=2, optimizer="nesterov", **SHORT
    ),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


@pytest.mark.parametrize(("name", "left"), [("diverge", 0), ("some diverge", 1)])
def test_the_runs_above_diverge_where_they_should(name: str, left: int) -> None:
    *_, last = LAB.run(RUNS[name], np.random.default_rng(3))
    assert last.arrays["alive"] == left


def test_every_preset_has_a_script_of_its_own_seed() -> None:
    for preset in LAB.presets:
        assert script_of(LAB, preset.params, 1) != script_of(LAB, preset.params, 2)


def test_without_a_variant_there_is_no_script() -> None:
    with pytest.raises(LabError, match="at least one variant"):
        LAB.script(PARAMS["overfit"].replace(variants=()), 0)


def test_without_a_point_there_is_no_script() -> None:
    with pytest.raises(LabError, match="There are no points yet"):
        LAB.script(PARAMS["points_own"].replace(points=()), 0)
