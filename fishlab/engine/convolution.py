"""The convolution layer (7.2, 7.4.3), made to be fast.

`textbook_convolution` does the same in the book's few lines. What is different here:

- memory is channels last (see `channels_last`), and the rows of im2col follow that order;
- a few images at a time (of large ones a few lines), so that the windows stay in the processor's
  cache between being written and being multiplied;
- windows are copied for one line of the filter only, and the products of its lines are added: see
  `windows`; for filters of three lines half of the multiplications are spared: see `winograd`;
- the gradient of the input is a convolution too: of the gradient of the output, padded, with the
  filters turned by 180 degrees. Its windows serve for the gradient of the filters as well, so that
  going back needs one im2col and no col2im. That holds for stride 1; others go the book's way.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.channels_last import to_channels_first, to_channels_last
from fishlab.engine.layer import Layer, floating, remembered
from fishlab.engine.shapes import (
    ShapeError,
    check_gradient,
    check_shape,
    check_steps,
    conv_output_size,
)
from fishlab.engine.windows import SHORT_RUN, Windows, framed, windows
from fishlab.engine.winograd import WinogradWindows
from fishlab.engine.workspace import empty

Array = NDArray[Any]

# Bytes of windows at a time; with the products they share a core's cache. Much less would make the
# calls so short that threads wait for each other's turn with Python's lock (measured on a core with
# 1 MB: from 0.7 to 1.5 MB makes no difference, 0.25 and 4 MB cost 5 %).
CACHE = 2**20


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
        FN, C, FH, FW = self.W.shape
        if len(input_shape) != 4 or input_shape[1] != C:
            raise ShapeError(f"images {input_shape} do not fit filters {self.W.shape}")
        N, _, H, W = input_shape
        OH = conv_output_size(H, FH, self.stride, self.pad)
        OW = conv_output_size(W, FW, self.stride, self.pad)
        return N, FN, OH, OW

    def infer(self, x: Array) -> Array:
        """The images (N, C, H, W) filtered: (N, FN, OH, OW)."""
        shape = self.output_shape(x.shape)
        return self._filtered(self._images(x), shape)

    def forward(self, x: Array) -> Array:
        """The images (N, C, H, W) filtered: (N, FN, OH, OW)."""
        shape = self.output_shape(x.shape)
        self.x = self._images(x)
        return self._filtered(self.x, shape)

    def backward(self, dout: Array) -> Array:
        """dout (N, FN, OH, OW) -> the gradient of the images; that of W and b in dW, db."""
        FN, C, FH, FW = self.W.shape
        x, dout = self._checked(dout)
        if self.stride > 1 or self.pad >= min(FH, FW):
            return self._backward_scattering(x, dout)
        self.db = _sum_over_pixels(dout)
        N, H, W, _ = x.shape
        # turned[i, j, n, c] is filter n at channel c, upside down and left to right.
        turned = self.W[:, :, ::-1, ::-1].transpose(2, 3, 0, 1).reshape(-1, C)
        kind, portions = planned(N, (H, W), (FN, FH, FW), 1, x.itemsize)
        factors = kind.prepared(turned)
        dfactors = np.zeros_like(factors)
        dx = empty(x.shape, x.dtype)
        for some, bands in portions:
            frame = framed(dout[some], FH - 1 - self.pad, FW - 1 - self.pad, kind.spare_lines(H))
            for lines in bands:
                place = some, slice(*lines)
                turned_over = windows(kind, frame, FH, FW, 1, lines, C)
                turned_over.times(factors, out=dx[place])
                dfactors += turned_over.transposed_times(x[place])
        dturned = kind.collected(dfactors)
        self.dW = dturned.reshape(FH, FW, FN, C)[::-1, ::-1].transpose(2, 3, 0, 1)
        return to_channels_first(dx)

    def backward_parameters(self, dout: Array) -> None:
        """dout (N, FN, OH, OW) -> dW and db only."""
        x, dout = self._checked(dout)
        FN, C, FH, FW = self.W.shape
        N, OH, OW, _ = dout.shape
        self.db = _sum_over_pixels(dout)
        kind, portions = planned(N, (OH, OW), (C, FH, FW), self.stride, x.itemsize)
        dfactors = kind.prepared(np.zeros((FH * FW * C, FN), dtype=x.dtype))
        for some, bands in portions:
            frame = framed(x[some], self.pad, self.pad, kind.spare_lines(OH))
            for lines in bands:
                over = windows(kind, frame, FH, FW, self.stride, lines, FN)
                dfactors += over.transposed_times(dout[some, slice(*lines)])
        dfilters = kind.collected(dfactors)
        self.dW = dfilters.reshape(FH, FW, C, FN).transpose(3, 2, 0, 1)

    def _images(self, x: Array) -> Array:
        """x channels last, in the filters' dtype."""
        return to_channels_last(x.astype(self.W.dtype, copy=False))

    def _filtered(self, x: Array, shape: tuple[int, int, int, int]) -> Array:
        """The images x, channels last, filtered; `shape` is that of the output."""
        N, FN, OH, OW = shape
        C, FH, FW = self.W.shape[1:]
        filters = self.W.transpose(2, 3, 1, 0).reshape(-1, FN)
        # A bias for a whole row of pixels: NumPy adds long rows many times as fast as FN numbers.
        bias = np.empty((OW, FN), dtype=self.W.dtype)
        bias[...] = self.b
        kind, portions = planned(N, (OH, OW), (C, FH, FW), self.stride, x.itemsize)
        factors = kind.prepared(filters)
        out = empty((N, OH, OW, FN), self.W.dtype)
        for some, bands in portions:
            frame = framed(x[some], self.pad, self.pad, kind.spare_lines(OH))
            for lines in bands:
                over = windows(kind, frame, FH, FW, self.stride, lines, FN)
                over.times(factors, out[some, slice(*lines)], bias)
        return to_channels_first(out)

    def _backward_scattering(self, x: Array, dout: Array) -> Array:
        """Any stride: the gradient of im2col's rows, added up where the rows came from."""
        FN, C, FH, FW = self.W.shape
        (N, H, W, _), (_, OH, OW, _) = x.shape, dout.shape
        s, p = self.stride, self.pad
        self.backward_parameters(to_channels_first(dout))
        filters = self.W.transpose(2, 3, 1, 0).reshape(-1, FN)
        drows = (dout.reshape(-1, FN) @ filters.T).reshape(N, OH, OW, FH, FW, C)
        framed = np.zeros((N, H + 2 * p, W + 2 * p, C), dtype=x.dtype)
        for i in range(FH):
            for j in range(FW):
                framed[:, i : i + s * OH : s, j : j + s * OW : s] += drows[:, :, :, i, j]
        return to_channels_first(framed[:, p : p + H, p : p + W])

    def _checked(self, dout: Array) -> tuple[Array, Array]:
        """The remembered images and dout, both channels last."""
        x = remembered(self.x)
        N, H, W, C = x.shape
        check_gradient("Convolution", dout, self.output_shape((N, C, H, W)))
        return x, to_channels_last(dout.astype(self.W.dtype, copy=False))


@lru_cache(maxsize=256)
def planned(
    N: int, output: tuple[int, int], filters: tuple[int, int, int], stride: int, number: int
) -> tuple[type[Windows | WinogradWindows], list[tuple[slice, list[tuple[int, int]]]]]:
    """How N images are multiplied: by which kind of windows, and in which portions.

    output: (OH, OW). filters: (C, FH, FW). number: the bytes of one. The windows of a portion fit
    the cache: some images whole, or one image in bands of lines.
    """
    (OH, OW), (C, FH, FW) = output, filters
    line = OW * FW * C * number
    kind: type[Windows | WinogradWindows] = Windows
    if (
        (FH, stride) == (3, 1)
        and FW * C >= SHORT_RUN
        and 5 * WinogradWindows.spare_lines(OH) <= OH
        and WinogradWindows.lines_kept(OH) * line <= CACHE
        and number in (4, 8)  # half precision has no digits to lose; wider kinds are rare
    ):
        kind = WinogradWindows
    count = max(1, CACHE // (kind.lines_kept(OH) * line))
    height = min(OH, max(1, CACHE // line))
    bands = [(top, min(top + height, OH)) for top in range(0, OH, height)]
    return kind, [(slice(start, start + count), bands) for start in range(0, N, count)]


def _sum_over_pixels(dout: Array) -> Array:
    """(N, OH, OW, FN) -> (FN,); whole lines first, which NumPy adds fastest."""
    _, _, OW, FN = dout.shape
    lines: Array = dout.reshape(-1, OW * FN).sum(axis=0)
    total: Array = lines.reshape(OW, FN).sum(axis=0)
    return total
