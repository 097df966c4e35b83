"""The pooling layer (7.3): the image made smaller, the largest or the mean value of each window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.layer import Layer, floating
from fishlab.engine.pixels import to_images, to_pixels
from fishlab.engine.shapes import check_gradient, check_shape, check_steps, conv_output_size
from fishlab.engine.workspace import empty, scratch

Array = NDArray[Any]


class Pooling(Layer):
    """Max or average pooling over windows of pool_h x pool_w, channel by channel.

    x: (N, C, H, W) -> (N, C, OH, OW) by the size formula of convolution. kind: "max" or "average".
    Where several numbers of a window are largest, the gradient goes to the first, row by row.
    Padding never wins a maximum; to an average it adds zeros, which count. Raises ShapeError when
    the window does not fit, ValueError for another kind or a padding as large as the window.
    """

    def __init__(
        self, pool_h: int, pool_w: int, stride: int = 1, pad: int = 0, kind: str = "max"
    ) -> None:
        if kind not in ("max", "average"):
            raise ValueError(f'pooling: kind is "max" or "average", not {kind!r}')
        check_steps(min(pool_h, pool_w), stride, pad)
        if pad >= min(pool_h, pool_w):
            raise ValueError(f"pooling: padding {pad} leaves windows of {pool_h}x{pool_w} empty")
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.pad = pad
        self.kind = kind
        self._input_shape: tuple[int, ...] | None = None
        self._memory: tuple[Array, ...] = ()

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, int, int, int]:
        """The shape of the output for images of that shape. Raises ShapeError."""
        check_shape("images to be pooled", input_shape, ("N", "C", "H", "W"))
        N, C, H, W = input_shape
        OH = conv_output_size(H, self.pool_h, self.stride, self.pad)
        OW = conv_output_size(W, self.pool_w, self.stride, self.pad)
        return N, C, OH, OW

    def infer(self, x: Array) -> Array:
        """(N, C, H, W) -> (N, C, OH, OW)."""
        if not self._halves:
            return self.copy().forward(x)
        _, _, OH, OW = self.output_shape(x.shape)
        x = to_pixels(floating(x))
        higher = np.maximum(x[0 : 2 * OH : 2], x[1 : 2 * OH : 2])
        out: Array = np.maximum(higher[:, 0 : 2 * OW : 2], higher[:, 1 : 2 * OW : 2])
        return to_images(out)

    def laid_out(self, x: Array) -> tuple[Array, Callable[[], object]]:
        """See `Layer`."""
        pixels = to_pixels(floating(x))
        if not self._halves or not np.may_share_memory(pixels, x):
            return super().laid_out(x)
        N, C, OH, OW = self.output_shape(x.shape)
        above, below = pixels[0 : 2 * OH : 2], pixels[1 : 2 * OH : 2]
        higher = np.zeros_like(above)
        left, right = higher[:, 0 : 2 * OW : 2], higher[:, 1 : 2 * OW : 2]
        out = np.zeros((OH, OW, N, C), x.dtype)

        def fill() -> None:
            np.maximum(above, below, out=higher)
            np.maximum(left, right, out=out)

        return to_images(out), fill

    def forward(self, x: Array) -> Array:
        """(N, C, H, W) -> (N, C, OH, OW)."""
        _, _, OH, OW = self.output_shape(x.shape)
        self._input_shape = x.shape
        x = to_pixels(floating(x))
        if self._halves:
            return to_images(self._forward_halves(x, OH, OW))
        framed = self._framed(x, -np.inf if self.kind == "max" else 0.0)
        parts = [framed[place] for place in self._places(OH, OW)]
        if self.kind == "average":
            return to_images(sum(parts[1:], parts[0]) / x.dtype.type(len(parts)))
        out = parts[0].copy()
        for part in parts[1:]:
            np.maximum(out, part, out=out)
        self._memory = framed, out
        return to_images(out)

    def backward(self, dout: Array) -> Array:
        """dout (N, C, OH, OW) -> the gradient of the images."""
        if self._input_shape is None:
            raise RuntimeError("backward needs a forward before it")
        N, C, H, W = self._input_shape
        _, _, OH, OW = output_shape = self.output_shape(self._input_shape)
        check_gradient("Pooling", dout, output_shape)
        dout = to_pixels(floating(dout))
        if self._halves:
            return to_images(self._backward_halves(dout, H, W))
        p = self.pad
        dframed = np.zeros((H + 2 * p, W + 2 * p, N, C), dtype=dout.dtype)
        if self.kind == "average":
            share = dout / dout.dtype.type(self.pool_h * self.pool_w)
            for place in self._places(OH, OW):
                dframed[place] += share
        else:
            framed, out = self._memory
            without = np.ones(out.shape, dtype=bool)
            for place in self._places(OH, OW):
                wins = without & (framed[place] == out)
                without &= ~wins
                dframed[place] += dout * wins
        return to_images(dframed[p : p + H, p : p + W])

    @property
    def _halves(self) -> bool:
        """The usual case: the maximum of 2 x 2, side by side."""
        window = self.pool_h, self.pool_w, self.stride, self.pad
        return self.kind == "max" and window == (2, 2, 2, 0)

    def _forward_halves(self, x: Array, OH: int, OW: int) -> Array:
        """First the larger of left and right, then of above and below."""
        left, right = x[: 2 * OH, 0 : 2 * OW : 2], x[: 2 * OH, 1 : 2 * OW : 2]
        is_left = np.greater_equal(left, right, out=empty(left.shape, np.bool_))
        wider = np.maximum(left, right, out=scratch("columns", left.shape, x.dtype))
        above, below = wider[0::2], wider[1::2]
        is_above = np.greater_equal(above, below, out=empty(above.shape, np.bool_))
        self._memory = is_left, is_above
        out: Array = np.maximum(above, below, out=empty(above.shape, x.dtype))
        return out

    def _backward_halves(self, dout: Array, H: int, W: int) -> Array:
        """The gradient of the images (H, W): above or below first, then left or right."""
        OH, OW, N, C = dout.shape
        is_left, is_above = self._memory
        dwider = scratch("columns", is_left.shape, dout.dtype)
        np.multiply(dout, is_above, out=dwider[0::2])
        np.subtract(dout, dwider[0::2], out=dwider[1::2])
        dx = empty((H, W, N, C), dout.dtype)
        # An odd last line or column is in no window.
        if H > 2 * OH:
            dx[2 * OH :] = 0
        if W > 2 * OW:
            dx[:, 2 * OW :] = 0
        dleft, dright = dx[: 2 * OH, 0 : 2 * OW : 2], dx[: 2 * OH, 1 : 2 * OW : 2]
        np.multiply(dwider, is_left, out=dleft)
        np.subtract(dwider, dleft, out=dright)
        return dx

    def _framed(self, x: Array, border: float) -> Array:
        if self.pad == 0:
            return x
        p = self.pad
        return np.pad(x, [(p, p), (p, p), (0, 0), (0, 0)], constant_values=border)

    def _places(self, OH: int, OW: int) -> list[tuple[slice, ...]]:
        """For each place in the window, the pixels that stand there, over all windows."""
        s = self.stride
        return [
            (slice(i, i + s * OH, s), slice(j, j + s * OW, s))
            for i in range(self.pool_h)
            for j in range(self.pool_w)
        ]
