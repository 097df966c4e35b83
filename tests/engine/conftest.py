"""What the tests of layers have in common: a gradient check of any layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from fishlab.engine import Layer, gradient_error, numerical_gradient

TOLERANCE = 1e-6


def _check_gradients(layer: Layer, x: np.ndarray, before: Callable[[], Any] | None = None) -> None:
    """Backward agrees with differences of forward, for x and all parameters (float64).

    before: called before every forward, to bring a random generator back.
    """
    weights = np.random.default_rng(99)

    def forward() -> np.ndarray:
        if before is not None:
            before()
        return layer.forward(x)

    out = forward()
    assert out.dtype == np.float64
    dout = weights.standard_normal(out.shape)
    given, kept_x, kept_out = dout.copy(), x.copy(), out.copy()

    dx = layer.backward(dout)
    gradients = {name: getattr(layer, f"d{name}") for name in layer.parameters}
    assert dx.shape == x.shape
    np.testing.assert_array_equal(dout, given, err_msg="backward changed its argument")
    np.testing.assert_array_equal(x, kept_x, err_msg="the input was changed")
    np.testing.assert_array_equal(out, kept_out, err_msg="backward changed the output")
    assert not np.shares_memory(dx, dout)

    def scalar(_: np.ndarray) -> float:
        return float(np.sum(forward() * dout))

    assert gradient_error(dx, numerical_gradient(scalar, x)) < TOLERANCE
    for name, gradient in gradients.items():
        numeric = numerical_gradient(scalar, getattr(layer, name))
        assert gradient_error(gradient, numeric) < TOLERANCE, name


@pytest.fixture
def check_gradients() -> Callable[..., None]:
    return _check_gradients


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(7)
