"""Each script of the convolution lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fishlab.experiment import LabError
from fishlab.labs.cnn import Cnn
from fishlab.labs.cnn_params import CnnParams

from .scripts import check, script_of

LAB = Cnn()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
DRAWN = tuple((0.0, 60.0 + k / 7, 40.0 + 12 * k, 20.0, 0.0) for k in range(17))
RUBBED = tuple((1.0, 40.0 + 9 * k, 140.0, 9.0, 1.0) for k in range(6))

RUNS = {
    **PARAMS,
    "filters": PARAMS["filters"].replace(steps=12),
    # What no preset has: painted cells that are no whole numbers, other filters and strides …
    "painted": CnnParams(
        image_size=8,
        channels=2,
        filter_size=2,
        stride=3,
        pad=1,
        bias=-2,
        cells=tuple((1.0, 2.0, float(k), -98.765432109876 / (k + 1)) for k in range(8)),
        weights=((0.0, 1.0, 0.0, 0.1),),
    ),
    "three filters": CnnParams(
        mode="im2col",
        channels=3,
        filters=3,
        image_size=5,
        pad=2,
        stride=2,
        bias=4,
        weights=((1.0, 0.0, 2.0, 0.3), (2.0, 1.0, 1.0, -7.7)),
    ),
    "average of a digit": PARAMS["shift"].replace(
        kind="average", pool_size=3, pool_stride=1, shift=0, index=990
    ),
    "large rate": PARAMS["filters"].replace(steps=3, lr=0.1),
    "drawing": PARAMS["maps"].replace(picture="drawing", strokes=DRAWN),
    "large drawing": PARAMS["picture"].replace(picture="drawing", strokes=DRAWN + RUBBED),
    "no drawing yet": PARAMS["maps"].replace(picture="drawing"),
    "another score": PARAMS["saliency"].replace(model="simple_convnet", target="3", index=7),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


@pytest.mark.parametrize("mode", ["maps", "picture", "saliency"])
def test_a_picture_of_ones_own_is_read_from_its_file(tmp_path: Path, mode: str) -> None:
    ink = np.zeros((60, 50), np.uint8)
    ink[10:50, 20:28] = 255
    path = tmp_path / ('it\'s a {picture} "of" mine' + 60 * "1")
    Image.fromarray(255 - ink).save(path, "PNG")
    check(LAB, {mode: PARAMS[mode].replace(picture="file", path=f"  {path} ")})


def test_the_recipe_of_the_shipped_weights() -> None:
    check(LAB, {"recipe": CnnParams(mode="filters", training="recipe", epochs=1)})


def test_a_script_for_the_recipe_is_short_and_whole() -> None:
    assert "Augmentation(" in script_of(LAB, CnnParams(mode="filters", training="recipe"))


@pytest.mark.parametrize(
    "params",
    [
        CnnParams(image_size=3, filter_size=5),
        CnnParams(mode="im2col", image_size=3, filter_size=5),
        CnnParams(mode="pooling", image_size=3, pool_size=4),
    ],
)
def test_a_window_that_does_not_fit_has_no_script(params: CnnParams) -> None:
    with pytest.raises(LabError, match="not fit"):
        LAB.script(params, 0)
