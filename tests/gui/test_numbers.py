"""Numbers are written as a reader writes them, in the views and in what a lab has found out."""

from __future__ import annotations

import math

import pytest

from fishlab.experiment import QT_TRANSLATE_NOOP, message
from fishlab.gui.numbers import mean_and_spread, number, typeset
from fishlab.gui.translation import shown
from fishlab.gui.views import activations_strokes, gradients_numbers, optimizers_strokes


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("-0.07", "−0.07"),
        ("3.5e-08", "3.5e−8"),
        ("1.77e−06", "1.77e−6"),
        ("1e+06", "1e6"),
        ("784-50-10", "784-50-10"),
        ("95.6%", "95.6%"),
        ("run-1e-08", "run-1e-08"),
    ],
)
def test_only_numbers_are_typeset(text: str, written: str) -> None:
    assert typeset(text) == written


def test_a_finding_has_its_numbers_typeset() -> None:
    said = message(QT_TRANSLATE_NOOP("toy", "decay {decay} of {layers}"), decay="3.5e-08",
                   layers="784-50-10")  # fmt: skip
    assert shown(said) == "decay 3.5e−8 of 784-50-10"


def test_a_mean_has_the_decimal_places_of_its_spread() -> None:
    assert mean_and_spread(2.83e-05, 0.3194) == "0.000 ± 0.319"
    assert mean_and_spread(-2.83e-05, 0.3194) == "0.000 ± 0.319"
    assert mean_and_spread(0.5, 0.01211) == "0.5000 ± 0.0121"
    assert mean_and_spread(-1.5, 12.3) == "−1.5 ± 12.3"
    assert mean_and_spread(1.16e-06, 1.77e-06) == "1.16e−6 ± 1.77e−6"
    assert mean_and_spread(math.nan, 0.0) == "nan ± 0"
    assert number(-0.5) == "−0.5"


def test_the_tables_of_all_labs_write_alike() -> None:
    assert gradients_numbers.number(-3.5e-09) == "−3.5e−9"
    assert gradients_numbers.power(3e-09) == "3.0e−9"
    assert optimizers_strokes.number(1.25e-07) == "1.25e−7"
    assert optimizers_strokes.fixed(-1.5e07) == "−1.5e7"
    assert activations_strokes.number(1e-07) == "1.00e−7"
