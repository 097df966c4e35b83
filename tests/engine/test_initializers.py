"""The standard deviation of the first weights."""

from __future__ import annotations

import math

import pytest

from fishlab.engine.initializers import initial_scale


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("zero", 0.0),
        ("sigmoid", 0.1),
        ("Xavier", 0.1),
        ("relu", math.sqrt(0.02)),
        ("He", math.sqrt(0.02)),
        (0.01, 0.01),
        (1, 1.0),
        ("0.5", 0.5),
    ],
)
def test_scale(kind, expected):
    assert initial_scale(kind, 100) == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize("kind", ["glorot?", "", -1.0, math.nan, math.inf, None])
def test_anything_else_is_refused(kind):
    with pytest.raises(ValueError, match="initial weights"):
        initial_scale(kind, 100)


def test_a_unit_without_inputs_is_refused():
    with pytest.raises(ValueError, match="input"):
        initial_scale("he", 0)
