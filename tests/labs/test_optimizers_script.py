"""Each script of the optimizers lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from fishlab.experiment import LabError
from fishlab.labs.optimizers import Optimizers
from fishlab.labs.optimizers_params import COMPETITORS, OptimizersParams

from .scripts import check, lint

LAB = Optimizers()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
ALL = tuple(choice.value for choice in COMPETITORS)
RUNS = {
    **{name: params.replace(steps=min(params.steps, 60)) for name, params in PARAMS.items()},
    "digits": PARAMS["digits"].replace(steps=6, competitors=ALL),
    "digits for nobody": PARAMS["digits"].replace(competitors=("newton",)),
    "runs off the edge": OptimizersParams(
        surface="typed", expression="log(x) + y**2", x0=0.5, y0=0.3, competitors=ALL, steps=60
    ),
    "long": PARAMS["typed"].replace(
        expression=" + ".join(f"sin({k} * x * y)**2" for k in range(1, 12)),
        competitors=ALL,
        steps=9,
    ),
    # As sliders leave them, with all of their decimals.
    "long numbers": PARAMS["typed"].replace(
        reach=6.8534677573607,
        lr_adam=1.2345678901234567e-05,
        beta1=0.0012345678901234567,
        beta2=0.0087654321098765432,
        competitors=("adam",),
        steps=9,
    ),
    "a number alone": OptimizersParams(surface="typed", expression="3", competitors=ALL, steps=5),
    "second order alone": PARAMS["rosenbrock"].replace(competitors=("newton", "bfgs"), steps=80),
    "nobody": OptimizersParams(competitors=()),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)


def test_what_cannot_start_has_no_script() -> None:
    with pytest.raises(LabError, match="not defined at the start"):
        LAB.script(OptimizersParams(surface="typed", expression="log(x)", x0=-1.0), 0)
