"""The convolution layer (7.2, 7.4.3), made to be fast.

`textbook_convolution` does the same in the book's few lines. What is different here:

- memory is pixel by pixel (see `pixels`), and the rows of im2col follow that order;
- a few lines at a time, so that the windows stay in the processor's cache between being written and
  being multiplied;
- filters of 3 x 3 take a quarter of the multiplications: see `winograd`; for others, windows are
  copied for one line of the filter only, and the products of its lines are added: see `windows`;
- the gradient of the input is a convolution too: of the gradient of the output, padded, with the
  filters turned by 180 degrees. Its windows serve for the gradient of the filters as well, so that
  going back needs one im2col and no col2im. That holds for stride 1; others go the book's way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.bands import Bands, bands
from fishlab.engine.layer import Layer, floating, remembered
from fishlab.engine.pixels import to_images, to_pixels
from fishlab.engine.shapes import (
    ShapeError,
    check_gradient,
    check_shape,
    check_steps,
    conv_output_size,
)
from fishlab.engine.windows import Place
from fishlab.engine.workspace import empty, filled

Array = NDArray[Any]


class Convolution(Layer):
    """FN filters move over an image and give an image of FN channels.

    W: (FN, C, FH, FW). b: (FN,). x: (N, C, H, W) in any memory order; the output is (N, FN, OH, OW)
    with OH = (H + 2 pad - FH) / stride + 1, likewise OW. Raises ShapeError when images, filters and
    bias do not fit, ValueError for a stride below 1 or a padding below 0.
    """

    parameters = ("W", "b")

    def __init__(self, W: Array, b: Array, stride: int = 1, pad: int = 0) -> None:
        W, b = floating(W), floating(b)
        check_shape("filters", W.shape, ("FN", "C", "FH", "FW"))
        check_shape("bias of the filters", b.shape, (W.shape[0],))
        check_steps(min(W.shape[2:]), stride, pad)
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.x: Array | None = None
        self.dW: Array | None = None
        self.db: Array | None = None

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, int, int, int]:
        """The shape of the output for images of that shape. Raises ShapeError."""
        FN, _, FH, FW = self.W.shape
        self._check_images(input_shape)
        N, _, H, W = input_shape
        OH = conv_output_size(H, FH, self.stride, self.pad)
        OW = conv_output_size(W, FW, self.stride, self.pad)
        return N, FN, OH, OW

    def infer(self, x: Array) -> Array:
        """The images (N, C, H, W) filtered: (N, FN, OH, OW)."""
        return self._filtered(self._images(x))

    def laid_out(self, x: Array) -> tuple[Array, Callable[[], object]]:
        """See `Layer`."""
        pixels = self._images(x)
        if not np.may_share_memory(pixels, x):
            return super().laid_out(x)
        over = self._windows(pixels)
        out = np.zeros((*over.output, len(x), len(self.b)), x.dtype)
        return to_images(out), partial(self._filter, over, _lines(pixels), _lines(out))

    def forward(self, x: Array) -> Array:
        """The images (N, C, H, W) filtered: (N, FN, OH, OW)."""
        self.x = self._images(x)
        return self._filtered(self.x)

    def backward(self, dout: Array) -> Array:
        """dout (N, FN, OH, OW) -> the gradient of the images; that of W and b in dW, db."""
        _, C, FH, FW = self.W.shape
        x, dout = self._checked(dout)
        if self.stride > 1 or self.pad >= min(FH, FW):
            return self._backward_scattering(x, dout)
        self.db = _sum_over_pixels(dout)
        # turned[i, j, n, c] is filter n at channel c, upside down and left to right.
        turned = self.W[:, :, ::-1, ::-1].transpose(2, 3, 0, 1)
        pad = FH - 1 - self.pad, FW - 1 - self.pad
        over = bands(Place(dout.shape, (FH, FW), 1, pad, C, dout.dtype))
        factors = over.kind.prepared(turned, None)
        dx = empty(x.shape, x.dtype)
        x_lines, dx_lines, dout_lines = _lines(x), _lines(dx), _lines(dout)
        products: Array | None = None
        for band in over.each:
            band.copy(dout_lines)
            band.times(factors, dx_lines)
            products = band.transposed_times(x_lines, products)
        dturned, _ = over.kind.collected(remembered(products), turned.shape)
        self.dW = dturned[::-1, ::-1].transpose(2, 3, 0, 1)
        return to_images(dx)

    def backward_parameters(self, dout: Array) -> None:
        """dout (N, FN, OH, OW) -> dW and db only."""
        x, dout = self._checked(dout)
        FN, C, FH, FW = self.W.shape
        over = self._windows(x)
        x_lines, dout_lines = _lines(x), _lines(dout)
        products: Array | None = None
        for band in over.each:
            band.copy(x_lines)
            products = band.transposed_times(dout_lines, products)
        dfilters, db = over.kind.collected(remembered(products), (FH, FW, C, FN))
        self.db = _sum_over_pixels(dout) if db is None else db
        self.dW = dfilters.transpose(3, 2, 0, 1)

    def _images(self, x: Array) -> Array:
        """x pixel by pixel, in the filters' dtype."""
        self._check_images(x.shape)
        return to_pixels(x.astype(self.W.dtype, copy=False))

    def _check_images(self, shape: tuple[int, ...]) -> None:
        if len(shape) != 4 or shape[1] != self.W.shape[1]:
            raise ShapeError(f"images {shape} do not fit filters {self.W.shape}")

    def _filtered(self, x: Array) -> Array:
        """The images x, pixel by pixel, filtered."""
        over = self._windows(x)
        out = empty((*over.output, x.shape[2], len(self.b)), x.dtype)
        self._filter(over, _lines(x), _lines(out))
        return to_images(out)

    def _windows(self, x: Array) -> Bands:
        pad = self.pad, self.pad
        place = Place(x.shape, self.W.shape[2:], self.stride, pad, len(self.b), x.dtype)
        return bands(place)

    def _filter(self, over: Bands, x: Array, out: Array) -> None:
        """The lines x of images, filtered, into the lines out."""
        factors = over.kind.prepared(self.W.transpose(2, 3, 1, 0), self.b)
        for band in over.each:
            band.copy(x)
            band.times(factors, out)

    def _backward_scattering(self, x: Array, dout: Array) -> Array:
        """Any stride: the gradient of im2col's rows, added up where the rows came from."""
        FN, C, FH, FW = self.W.shape
        (H, W, N, _), (OH, OW, _, _) = x.shape, dout.shape
        s, p = self.stride, self.pad
        self.backward_parameters(to_images(dout))
        filters = self.W.transpose(2, 3, 1, 0).reshape(-1, FN)
        drows = (dout.reshape(-1, FN) @ filters.T).reshape(OH, OW, N, FH, FW, C)
        dframed = np.zeros((H + 2 * p, W + 2 * p, N, C), dtype=x.dtype)
        for i in range(FH):
            for j in range(FW):
                dframed[i : i + s * OH : s, j : j + s * OW : s] += drows[:, :, :, i, j]
        return to_images(dframed[p : p + H, p : p + W])

    def _checked(self, dout: Array) -> tuple[Array, Array]:
        """The remembered images and dout, both pixel by pixel."""
        x = remembered(self.x)
        H, W, N, C = x.shape
        check_gradient("Convolution", dout, self.output_shape((N, C, H, W)))
        return x, to_pixels(dout.astype(self.W.dtype, copy=False))


def _lines(x: Array) -> Array:
    """x (H, W, N, C), each line as one: (H, W * N * C)."""
    return x.reshape(len(x), -1)


def _sum_over_pixels(dout: Array) -> Array:
    """(OH, OW, N, FN) -> (FN,), as a product with ones, which is the fastest way."""
    rows = dout.reshape(-1, dout.shape[3])
    total: Array = np.matmul(filled(1, (len(rows),), dout.dtype), rows)
    return total
