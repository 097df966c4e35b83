"""Each script of the depth lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from fishlab.labs.depth import Depth
from fishlab.labs.depth_params import DepthParams

from .scripts import check

LAB = Depth()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
RUNS = {
    **PARAMS,
    "few": PARAMS["few"].replace(steps=22, images=60, noise=0.1),
    "too fast": PARAMS["few"].replace(steps=6, images=60, lr=0.1, flip=True),
    "scratch": PARAMS["scratch"].replace(epochs=1),
    "half": DepthParams(mode="half", model="simple_convnet"),
    "no change at all": DepthParams(
        mode="augment", shift=0.0, rotate=0.0, scale=0.0, shear=0.0, elastic=0.0
    ),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)
