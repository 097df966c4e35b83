"""Each script of the gradients lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fishlab.experiment import LabError, Run
from fishlab.labs.gradients import Gradients
from fishlab.labs.gradients_params import GradientsParams

LAB = Gradients()
ROOT = Path(__file__).resolve().parents[2]
PARAMS = {preset.id: preset.params for preset in LAB.presets}
LONG = " + ".join(f"sin({k} * x0 * x1)" for k in range(1, 26))

RUNS = {
    **PARAMS,
    "check": PARAMS["check"].replace(hidden=4),
    "check_mistake": PARAMS["check_mistake"].replace(hidden=4),
    # What no preset has: descents that diverge, texts of one's own, single precision …
    "diverges": GradientsParams(surface="typed", expression="exp(x0) - x1**3", lr=1.0),
    "saddle": GradientsParams(surface="saddle", steps=7),
    "long text": GradientsParams(surface="typed", expression=LONG, x0=0.3, x1=0.4, steps=20),
    "typed tangent": GradientsParams(
        mode="tangent", function="typed", curve="x³ ÷ 3 − log(x)", x=2.5, difference="forward"
    ),
    "undefined nearby": GradientsParams(
        mode="step_size", function="typed", curve="sqrt(x)", x=0.01, single=True
    ),
    "random weights": PARAMS["simple_net"].replace(weights="random", steps=1, target=0),
    "random trap": PARAMS["trap"].replace(weights="random", input1=-1.5),
    "normalised": PARAMS["losses_batch"].replace(normalise=True, label3=9),
    "dragged": PARAMS["losses"].replace(answers=(tuple(k / 9.7 for k in range(10)),) * 3, label=0),
    "single sum": PARAMS["check"].replace(hidden=2, precision="float32", mistake="sum"),
}


def script_of(params: GradientsParams, seed: int = 0) -> str:
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


def last_numbers(params: GradientsParams, seed: int) -> dict[str, float]:
    run = Run(LAB, params, seed)
    assert run.execute().kind == "done"
    return {name: float(run.history.series(name)[1][-1]) for name in run.history.names}


def check(params: GradientsParams, seed: int = 3) -> None:
    expected, given = last_numbers(params, seed), printed(script_of(params, seed))
    assert expected.keys() == given.keys()
    for name, value in expected.items():
        # The times of the race are those of the computer, and of the moment.
        if name.startswith("seconds."):
            assert given[name] > 0
        else:
            assert given[name] == value, name


@pytest.mark.parametrize("name", RUNS)
def test_a_script_prints_the_last_numbers_of_its_run(name: str) -> None:
    check(RUNS[name])


@pytest.mark.parametrize(
    "params",
    [
        GradientsParams(surface="typed", expression="log(x0)", x0=-1.0),
        GradientsParams(mode="tangent", function="typed", curve="1 / x", x=0.0),
        GradientsParams(mode="step_size", function="typed", curve="sqrt(x)", x=-1.0),
        GradientsParams(mode="losses", normalise=True, answers=((0.0,) * 10,) * 3),
    ],
)
def test_what_cannot_run_has_no_script(params: GradientsParams) -> None:
    with pytest.raises(LabError):
        LAB.script(params, 0)
