"""Activation functions as layers (5.5): any shape, the output has the shape of the input."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.functions import LEAKY_SLOPE, sigmoid
from fishlab.engine.layer import Layer, remembered
from fishlab.engine.shapes import check_gradient
from fishlab.engine.workspace import empty_like, filled

Array = NDArray[Any]


class Relu(Layer):
    """max(0, x) (5.5.1); the gradient passes where x > 0."""

    def __init__(self) -> None:
        self.mask: NDArray[np.bool_] | None = None

    def infer(self, x: Array) -> Array:
        """max(0, x)."""
        return _cut_off(x, empty_like(x))

    def laid_out(self, x: Array) -> tuple[Array, Callable[[], object]]:
        """See `Layer`."""
        numbers, out = x.ravel(order="K"), np.zeros_like(x)
        if not np.may_share_memory(numbers, x):
            return super().laid_out(x)
        # As one long row, and against as many zeros, it takes half the time.
        return out, partial(np.maximum, numbers, np.zeros_like(numbers), out=out.ravel(order="K"))

    def infer_in_place(self, x: Array) -> Array:
        """max(0, x), written over x."""
        return _cut_off(x, x)

    def forward(self, x: Array) -> Array:
        """max(0, x)."""
        self.mask = np.greater(x, 0, out=empty_like(x, np.bool_))
        return self.infer(x)

    def forward_in_place(self, x: Array) -> Array:
        """max(0, x), written over x."""
        self.mask = np.greater(x, 0, out=empty_like(x, np.bool_))
        return _cut_off(x, x)

    def backward(self, dout: Array) -> Array:
        """dout where x was above 0, otherwise 0."""
        mask = remembered(self.mask)
        check_gradient("Relu", dout, mask.shape)
        out = empty_like(mask, dout.dtype)
        if dout.strides == out.strides:
            return _passed(dout, mask, out)
        # Another memory order than the mask's: to be changed first, both at once takes longer.
        out[...] = dout
        return _passed(out, mask, out)

    def backward_in_place(self, dout: Array) -> Array:
        """The same, written over dout."""
        mask = remembered(self.mask)
        check_gradient("Relu", dout, mask.shape)
        return _passed(dout, mask, dout)


def _passed(dout: Array, mask: NDArray[np.bool_], out: Array) -> Array:
    """out = dout where the mask is true, otherwise 0."""
    dx: Array = np.multiply(dout, mask, out=out)
    return dx


def _cut_off(x: Array, out: Array) -> Array:
    """out = max(0, x)."""
    result: Array = np.maximum(x, _zero(x), out=out)
    return result


def _zero(x: Array) -> Array:
    """0 for a line of pixels, or a sample: against a single 0, NumPy takes three times as long."""
    if x.ndim == 4:
        N, C, _, W = x.shape
        return filled(0, (1, W, N, C), x.dtype).transpose(2, 3, 0, 1)
    return filled(0, (1, *x.shape[1:]), x.dtype)


class LeakyRelu(Layer):
    """x where x > 0, otherwise slope * x; Maas, Hannun and Ng 2013."""

    def __init__(self, slope: float = LEAKY_SLOPE) -> None:
        self.slope = slope
        self.mask: NDArray[np.bool_] | None = None

    def infer(self, x: Array) -> Array:
        """x or slope * x."""
        return np.where(x > 0, x, self.slope * x)

    def forward(self, x: Array) -> Array:
        """x or slope * x."""
        self.mask = x > 0
        return self.infer(x)

    def backward(self, dout: Array) -> Array:
        """dout where x was above 0, otherwise slope * dout."""
        mask = remembered(self.mask)
        check_gradient("LeakyRelu", dout, mask.shape)
        return np.where(mask, dout, self.slope * dout)


class Sigmoid(Layer):
    """1 / (1 + exp(-x)) (5.5.2)."""

    def __init__(self) -> None:
        self.out: Array | None = None

    def infer(self, x: Array) -> Array:
        """y = sigmoid(x)."""
        return sigmoid(x)

    def forward(self, x: Array) -> Array:
        """y = sigmoid(x)."""
        self.out = self.infer(x)
        return self.out

    def backward(self, dout: Array) -> Array:
        """dout * y (1 - y)."""
        y = remembered(self.out)
        check_gradient("Sigmoid", dout, y.shape)
        dx: Array = dout * (1.0 - y) * y
        return dx


class Tanh(Layer):
    """The hyperbolic tangent."""

    def __init__(self) -> None:
        self.out: Array | None = None

    def infer(self, x: Array) -> Array:
        """y = tanh(x)."""
        out: Array = np.tanh(x)
        return out

    def forward(self, x: Array) -> Array:
        """y = tanh(x)."""
        self.out = self.infer(x)
        return self.out

    def backward(self, dout: Array) -> Array:
        """dout * (1 - y**2)."""
        y = remembered(self.out)
        check_gradient("Tanh", dout, y.shape)
        dx: Array = dout * (1.0 - y * y)
        return dx
