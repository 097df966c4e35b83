"""The scripts of the digits lab, in a process of their own, print the runs' last numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fishlab.datasets import load_mnist
from fishlab.labs.digits import Digits
from fishlab.labs.digits_params import DigitsParams
from fishlab.labs.digits_picture import picture_text

from .scripts import check, lint, outputs, script_of

PARAMS = {preset.id: preset.params for preset in Digits.presets}
DRAWN = next(params for params in PARAMS.values() if params.strokes).strokes
RUBBED = tuple((9.0, 100.0 + 8 * k, 140.0, 12.0, 1.0) for k in range(6))


def grey() -> np.ndarray:
    ink = np.full((60, 50), 250, np.uint8)
    ink[10:50, 20:28] = 5
    return ink


RUNS = {
    **PARAMS,
    "nothing drawn": DigitsParams(),
    "rubbed out": DigitsParams(strokes=DRAWN + RUBBED, model="deep_convnet", centre=False),
    "all rubbed out": DigitsParams(strokes=((0.0, 100.0, 100.0, 9.0, 1.0),)),
    "picture": DigitsParams(picture=picture_text(grey()), model="simple_convnet", box=False),
    "blank picture": DigitsParams(picture=picture_text(np.full((20, 20), 255, np.uint8))),
    "no mistakes": DigitsParams(mode="test", label="0", only_wrong=True, model="deep_convnet"),
    "one mistake": DigitsParams(mode="test", label="5", only_wrong=True, model="two_layer"),
    "some sevens": DigitsParams(mode="test", label="7", index=3, model="two_layer"),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(Digits(), {name: params for name, params in RUNS.items() if not params.only_wrong})


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(Digits(), RUNS, tmp_path)


@pytest.mark.parametrize("name", [name for name, params in RUNS.items() if params.only_wrong])
def test_the_mistakes_are_found_by_a_script(name: str) -> None:
    # A lab of its own each: one remembers what it has read, and says so no more.
    check(Digits(), {name: RUNS[name]})


@pytest.mark.parametrize("layers", ["all", "last"])
def test_ones_own_hand_is_learned_by_a_script(layers: str, tmp_path: Path) -> None:
    lab = Digits()
    _, (images, labels) = load_mnist(flatten=False, data="sample")
    for image, label in zip(images[:12, 0], labels[:12], strict=True):
        lab.keep_digit(image, int(label))
    params = DigitsParams(mode="own", layers=layers, steps=12, model="two_layer", lr=0.003)
    check(lab, {"own": params})
    lint(lab, {"own": params}, tmp_path)


def test_what_there_is_nothing_to_train_on_is_said() -> None:
    params = DigitsParams(mode="own")
    text = script_of(Digits(), params)
    assert "no digits of your own yet" in outputs({"own": text})["own"]
