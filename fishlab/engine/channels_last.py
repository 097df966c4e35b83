"""Images in memory: channels last.

To its callers an image is (C, H, W), as in the book. In memory our layers keep the channels of a
pixel side by side, (H, W, C), and hand on a transposed view. A window of a convolution then is
FH runs of FW * C neighbouring numbers instead of C * FH runs of FW, and the product with the
filters gives the output in the same order without a copy. A caller's own array is copied once.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.workspace import contiguous, scratch

Array = NDArray[Any]

# Runs shorter than this many numbers are not worth copying one by one: see `columns`.
SHORT_RUN = 16


def to_channels_last(x: Array) -> Array:
    """(N, C, H, W) in any memory order -> (N, H, W, C), contiguous; a view where possible."""
    return contiguous(x.transpose(0, 2, 3, 1))


def to_channels_first(x: Array) -> Array:
    """(N, H, W, C) -> the same memory seen as (N, C, H, W)."""
    return x.transpose(0, 3, 1, 2)


def padded(x: Array, pad_h: int, pad_w: int) -> Array:
    """x (N, H, W, C) with pad_h rows and pad_w columns of zeros on each side, in scratch memory."""
    if pad_h == pad_w == 0:
        return x
    N, H, W, C = x.shape
    framed = scratch("padded", (N, H + 2 * pad_h, W + 2 * pad_w, C), x.dtype)
    framed.fill(0)
    framed[:, pad_h : pad_h + H, pad_w : pad_w + W] = x
    return framed


def columns(x: Array, FH: int, FW: int, stride: int, lines: slice, OW: int) -> Array:
    """im2col (7.4.3) for channels last: a row for every place of the filter, in scratch memory.

    x: (N, H, W, C), contiguous, padding included. lines: which lines of the output. Returns
    (N * OH * OW, FH * FW * C) for OH lines.
    """
    N, _, _, C = x.shape
    OH = lines.stop - lines.start
    rows, size = N * OH * OW, FH * FW * C
    image, row, pixel, number = x.strides
    start = lines.start * stride * row
    places = image, stride * row, stride * pixel
    if FW * C < SHORT_RUN:
        # Few channels: laid out the other way round, with each place of the filter's window a row,
        # what is copied at a time are rows of the image (five times as fast for one channel).
        matrix = scratch("columns", (size, rows), x.dtype).T
        windows: Array = np.ndarray(
            (N, OH, OW, FH, FW, C), x.dtype, x, start, (*places, row, pixel, number)
        )
        np.copyto(matrix.reshape(windows.shape), windows)
        return matrix
    # A run of FW * C numbers is copied as one thing of so many bytes (a quarter faster).
    matrix = scratch("columns", (rows, size), x.dtype)
    run = np.dtype((np.void, FW * C * x.itemsize))
    runs: Array = np.ndarray((N, OH, OW, FH), run, x, start, (*places, row))
    np.copyto(matrix.view(run).reshape(runs.shape), runs)
    return matrix
