"""The windows of a convolution in memory (im2col, 7.4.3), laid out once and filled again and again.

Where the windows go, and how they are cut into stacks for the matrix products, depends on shapes
only. Finding that out takes longer than multiplying a single small image; so it is remembered, and
what is left for a portion of images is one copy, one call for the products and one for their sum.
"""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.products import stack_height
from fishlab.engine.winograd import WinogradWindows
from fishlab.engine.workspace import scratch

Array = NDArray[Any]

# Runs shorter than this many numbers are not worth copying one by one.
SHORT_RUN = 16
# So many layouts and frames are remembered by a thread, and so many bytes of frames.
MOST, MOST_BYTES = 256, 32 * 2**20


class Windows:
    """The windows of FH x FW over images (N, H, W, C), for products with M columns.

    lines: which lines of the output, OH of them. The windows are kept in P parts of S * R = N * OH
    * OW rows, one row for each place of the filter. The K numbers of a row, part after part, are
    the window in the order (FH, FW, C). There are either

    - FH parts, one for each line of the filter. The windows of one line of the filter are those of
      the next, one line of the image further down: they are copied once, not FH times; or
    - a single part, for few channels or a stride. Then each place in the window is a row in memory,
      so that what is copied at a time are lines of the image and not a few numbers of a pixel.

    They lie in scratch memory: what is copied is there until other windows are.
    """

    def __init__(
        self,
        shape: tuple[int, int, int, int],
        FH: int,
        FW: int,
        stride: int,
        lines: tuple[int, int],
        M: int,
        dtype: np.dtype[Any],
    ) -> None:
        N, H, W, C = shape
        OH, OW = lines[1] - lines[0], (W - FW) // stride + 1
        number = dtype.itemsize
        image, line, pixel = H * W * C * number, W * C * number, C * number
        self._start = lines[0] * stride * line
        self._strides: tuple[int, ...]
        if stride > 1 or FW * C < SHORT_RUN:
            self._unit = dtype
            self._strides = line, pixel, number, image, stride * line, stride * pixel
            self._copy = scratch("windows", (FH, FW, C, N, OH, OW), dtype)
            parts = self._copy.reshape(1, 1, FH * FW * C, N * OH * OW).transpose(0, 1, 3, 2)
        else:
            # A run of FW * C numbers is copied as one thing of so many bytes (a quarter faster).
            self._unit = np.dtype((np.void, FW * C * number))
            self._strides = image, line, pixel
            self._copy = scratch("windows", (N, OH + FH - 1, OW), self._unit)
            strip = OW * self._unit.itemsize
            strides = strip, (OH + FH - 1) * strip, self._unit.itemsize, number
            parts = np.ndarray((FH, N, OH * OW, FW * C), dtype, self._copy, strides=strides)
        P, S, R, K = parts.shape
        self._stacks = parts.reshape(P, S, -1, stack_height(R, K * M), K)
        self._transposed = self._stacks.transpose(0, 1, 2, 4, 3)
        self._rows = (*self._stacks.shape[1:4], M)
        self._factors = P, 1, 1, K, M
        self._total = P * K, M
        self._products = scratch("products", (P, *self._rows), dtype) if P > 1 else None

    @staticmethod
    def spare_lines(OH: int) -> int:
        """How many lines of zeros must be below an image for its OH lines of output."""
        return 0

    @staticmethod
    def lines_kept(OH: int) -> int:
        """About how many lines of windows are in memory for OH lines of output."""
        return OH

    @staticmethod
    def line_products(OH: int, FH: int) -> int:
        """How many products of a line of windows and one of the filter OH lines of output take."""
        return OH * FH

    @staticmethod
    def prepared(filters: Array) -> Array:
        """Filters (FH * FW * C, M) -> the factors of `times`."""
        return filters

    @staticmethod
    def collected(products: Array) -> Array:
        """A sum of `transposed_times` -> the gradient of the filters, (FH * FW * C, M)."""
        return products

    def copy(self, x: Array) -> None:
        """Take the windows of x, contiguous, in the shape that was announced."""
        np.copyto(
            self._copy, np.ndarray(self._copy.shape, self._unit, x, self._start, self._strides)
        )

    def times(self, factors: Array, out: Array, bias: Array | None = None) -> None:
        """out = windows @ factors + bias, for out (N, OH, OW, M) and bias (OW, M)."""
        factors, rows = factors.reshape(self._factors), out.reshape(self._rows)
        if self._products is None:
            np.matmul(self._stacks[0], factors[0], out=rows)
        else:
            np.matmul(self._stacks, factors, out=self._products)
            np.add.reduce(self._products, axis=0, out=rows)
        if bias is not None:
            out += bias

    def transposed_times(self, b: Array) -> Array:
        """windows.T @ b, for b (N, OH, OW, M): (FH * FW * C, M)."""
        products = np.matmul(self._transposed, b.reshape(self._rows))
        total: Array = np.add.reduce(products, axis=(1, 2))
        return total.reshape(self._total)


class _Memory(threading.local):
    """What one thread remembers."""

    def __init__(self) -> None:
        self.windows: dict[tuple[Any, ...], Windows | WinogradWindows] = {}
        self.frames: dict[tuple[Any, ...], tuple[Array, Array]] = {}
        self.bytes = 0


_memory = _Memory()


def windows(
    kind: type[Windows | WinogradWindows],
    x: Array,
    FH: int,
    FW: int,
    stride: int,
    lines: tuple[int, int],
    M: int,
) -> Windows | WinogradWindows:
    """The windows of x (N, H, W, C), contiguous, padding included: see `Windows`."""
    key = kind, x.shape, FH, FW, stride, lines, M, x.dtype
    found = _memory.windows.get(key)
    if found is None:
        if len(_memory.windows) == MOST:
            _memory.windows.clear()
        found = _memory.windows[key] = kind(*key[1:])
    found.copy(x)
    return found


def framed(x: Array, pad_h: int, pad_w: int, spare: int = 0) -> Array:
    """x (N, H, W, C) with pad_h rows and pad_w columns of zeros on each side, and spare rows below.

    It is valid until this thread frames images of the same shape again: the zeros stay, only the
    images are copied.
    """
    if pad_h == pad_w == spare == 0:
        return x
    key = x.shape, pad_h, pad_w, spare, x.dtype
    found = _memory.frames.get(key)
    if found is None:
        N, H, W, C = x.shape
        frame = np.zeros((N, H + 2 * pad_h + spare, W + 2 * pad_w, C), x.dtype)
        found = frame, frame[:, pad_h : pad_h + H, pad_w : pad_w + W]
        if frame.nbytes <= MOST_BYTES:  # a larger one is not to be held on to
            if len(_memory.frames) == MOST or _memory.bytes + frame.nbytes > MOST_BYTES:
                _memory.frames.clear()
                _memory.bytes = 0
            _memory.frames[key] = found
            _memory.bytes += frame.nbytes
    frame, inside = found
    inside[...] = x
    return frame
