"""Each script of the depth lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from pathlib import Path

from fishlab.labs.depth import Depth
from fishlab.labs.depth_params import DepthParams

from .scripts import check, lint

LAB = Depth()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
RUNS = {
    **PARAMS,
    "few": PARAMS["few"].replace(steps=22, images=60, noise=0.1),
    "too fast": PARAMS["few"].replace(steps=6, images=60, lr=0.1, flip=True),
    "scratch": PARAMS["scratch"].replace(epochs=1),
    # The deep network takes many times as long, by the same script with another name in it.
    "half": DepthParams(mode="half", model="simple_convnet"),
    # As sliders leave them, with all of their decimals.
    "long numbers": DepthParams(
        mode="augment",
        shift=6.290448905296686,
        rotate=97.60017232995216,
        model="simple_convnet",
        scale=0.38346652741808385,
        shear=0.6616874875994133,
        elastic=2.5741134274384616,
        noise=0.5334734524307975,
        flip=True,
    ),
    "no change at all": DepthParams(
        mode="augment", shift=0.0, rotate=0.0, scale=0.0, shear=0.0, elastic=0.0
    ),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)
