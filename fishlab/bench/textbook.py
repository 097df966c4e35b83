"""The book's networks computed in the book's way, in float64: what the engine is measured against.

Convolution by im2col and col2im over (N, C, H, W), pooling by im2col and argmax, every layer a new
array, optimizers over a dictionary of arrays: chapters 5 to 8 as they are printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Adam, Network, SoftmaxWithLoss
from fishlab.engine.convolution import Convolution
from fishlab.engine.im2col import col2im, im2col
from fishlab.engine.layer import Layer, TrainingLayer
from fishlab.engine.pooling import Pooling
from fishlab.engine.textbook_convolution import TextbookConvolution

Array = NDArray[Any]


class TextbookPooling:
    """Max pooling as in 7.4.4."""

    def __init__(self, size: int, stride: int) -> None:
        self.size = size
        self.stride = stride

    def forward(self, x: Array) -> Array:
        """(N, C, H, W) -> (N, C, OH, OW)."""
        N, C, H, W = x.shape
        OH, OW = 1 + (H - self.size) // self.stride, 1 + (W - self.size) // self.stride
        rows = im2col(x, self.size, self.size, self.stride).reshape(-1, self.size**2)
        self.shape, self.arg_max = x.shape, rows.argmax(axis=1)
        out: Array = rows.max(axis=1).reshape(N, OH, OW, C).transpose(0, 3, 1, 2)
        return out

    def backward(self, dout: Array) -> Array:
        """The gradient goes to the largest of each window."""
        N, _, OH, OW = dout.shape
        drows = np.zeros((dout.size, self.size**2))
        drows[np.arange(dout.size), self.arg_max] = dout.transpose(0, 2, 3, 1).ravel()
        columns = drows.reshape(N * OH * OW, -1)
        return col2im(columns, self.shape, self.size, self.size, self.stride)


class Textbook:
    """A network of the engine, taken over layer by layer into the book's way."""

    def __init__(self, network: Network) -> None:
        self.layers: list[Any] = []
        self.params: dict[str, Array] = {}
        self._names: list[tuple[str, Any, str]] = []
        for place, layer in network.layers.items():
            taken = _taken(layer)
            self.layers.append(taken)
            for attribute in getattr(taken, "parameters", ()):
                name = f"{place}.{attribute}"
                self.params[name] = getattr(taken, attribute)
                self._names.append((name, taken, attribute))
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x: Array) -> Array:
        """The scores (N, K)."""
        for layer in self.layers:
            if isinstance(layer, TrainingLayer):
                x = layer.forward(x, True)
            else:
                if x.ndim > 2 and getattr(layer, "W", np.empty((0, 0, 0))).ndim == 2:
                    x = x.reshape(len(x), -1)
                x = layer.forward(x)
        return x

    def gradient(self, x: Array, t: Array) -> Mapping[str, Array]:
        """The gradient of the loss for each parameter."""
        self.last_layer.forward(self.predict(x), t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers):
            if isinstance(layer, TextbookPooling) and dout.ndim == 2:
                N, C, H, W = layer.shape
                dout = dout.reshape(N, C, H // layer.stride, W // layer.stride)
            dout = layer.backward(dout)
        return {name: getattr(layer, f"d{attribute}") for name, layer, attribute in self._names}

    def step(self, optimizer: Adam, x: Array, t: Array) -> None:
        """One training step."""
        optimizer.update(self.params, self.gradient(x, t))


def _taken(layer: Layer) -> Any:
    """The book's layer for one of the engine's, with its weights in float64."""
    if isinstance(layer, Convolution):
        W, b = layer.W.astype(np.float64), layer.b.astype(np.float64)
        return TextbookConvolution(W, b, layer.stride, layer.pad)
    if isinstance(layer, Pooling):
        return TextbookPooling(layer.pool_h, layer.stride)
    taken = layer.copy()
    for attribute in taken.parameters:
        setattr(taken, attribute, getattr(layer, attribute).astype(np.float64))
    return taken
