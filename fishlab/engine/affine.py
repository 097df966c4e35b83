"""The affine layer (5.6): x W + b."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.layer import Layer, floating, remembered
from fishlab.engine.products import product
from fishlab.engine.shapes import ShapeError, check_gradient, check_shape
from fishlab.engine.workspace import contiguous, empty

Array = NDArray[Any]


class Affine(Layer):
    """A fully connected layer: W (D, M), b (M,); x (N, D), or (N, ...) with D numbers a sample.

    dW_into: where the next dW is written, if not to memory of its own: W may be most of a network.
    The numbers of an image are taken in the order channel, row, column. Raises ShapeError when x, W
    and b do not fit.
    """

    parameters = ("W", "b")

    def __init__(self, W: Array, b: Array) -> None:
        W, b = floating(W), floating(b)
        check_shape("weights", W.shape, ("D", "M"))
        check_shape("bias of the weights", b.shape, (W.shape[1],))
        self.W = W
        self.b = b
        self.x: Array | None = None
        self.dW: Array | None = None
        self.dW_into: Array | None = None
        self.db: Array | None = None
        self._input_shape: tuple[int, ...] = ()

    def infer(self, x: Array) -> Array:
        """(N, D) -> (N, M)."""
        return self._applied(self._samples(x))

    def laid_out(self, x: Array) -> tuple[Array, Callable[[], object]]:
        """See `Layer`."""
        samples = self._samples(x)
        out = np.zeros((len(x), len(self.b)), self.W.dtype)
        if np.may_share_memory(samples, x):
            return out, partial(self._apply, samples, out)
        in_order = samples.reshape(x.shape)

        def fill() -> None:
            in_order[...] = x
            self._apply(samples, out)

        return out, fill

    def forward(self, x: Array) -> Array:
        """(N, D) -> (N, M)."""
        self._input_shape = x.shape
        self.x = self._samples(x)
        return self._applied(self.x)

    def backward(self, dout: Array) -> Array:
        """dout (N, M) -> the gradient of x, in the shape of x; that of W and b in dW, db."""
        self.backward_parameters(dout)
        dx = np.matmul(dout, self.W.T, out=empty((len(dout), len(self.W)), self.W.dtype))
        return dx.reshape(self._input_shape)

    def backward_parameters(self, dout: Array) -> None:
        """dout (N, M) -> dW and db only."""
        x = remembered(self.x)
        check_gradient("Affine", dout, (len(x), self.W.shape[1]))
        into, self.dW_into = self.dW_into, None
        self.dW = empty(self.W.shape, self.W.dtype) if into is None else into
        product(x.T, dout, self.dW)
        self.db = np.sum(dout, axis=0)

    def _samples(self, x: Array) -> Array:
        """x as (N, D)."""
        samples = contiguous(x).reshape(len(x), -1) if x.ndim > 2 and len(x) else x
        if samples.ndim != 2 or samples.shape[1] != self.W.shape[0]:
            raise ShapeError(f"samples {x.shape} do not fit weights {self.W.shape}")
        return samples

    def _applied(self, samples: Array) -> Array:
        out = empty((len(samples), len(self.b)), self.W.dtype)
        self._apply(samples, out)
        return out

    def _apply(self, samples: Array, out: Array) -> None:
        product(samples, self.W, out)
        out += self.b
