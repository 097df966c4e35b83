"""Each script of the gradients lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

import pytest

from fishlab.experiment import LabError
from fishlab.labs.gradients import Gradients
from fishlab.labs.gradients_params import GradientsParams

from .scripts import check

LAB = Gradients()
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


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


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
