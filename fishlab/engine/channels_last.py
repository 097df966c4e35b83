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

# Runs shorter than this many numbers are not worth copying one by one: see `window_parts`.
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


def window_parts(x: Array, FH: int, FW: int, stride: int, lines: slice, OW: int) -> Array:
    """im2col (7.4.3) for channels last, in parts: each has some of its columns.

    x: (N, H, W, C), contiguous, padding included. lines: which lines of the output, OH of them.
    Returns (P, S, R, K): P parts of S * R = N * OH * OW rows, one for each place of the filter. The
    K numbers of a row, part after part, are the window in the order (FH, FW, C). It is scratch
    memory. There are either

    - FH parts, one for each line of the filter. The windows of one line of the filter are those of
      the next, one line of the image further down: they are copied once, not FH times; or
    - a single part, for few channels or a stride. Then each place in the window is a row in memory,
      so that what is copied at a time are lines of the image and not a few numbers of a pixel.
    """
    N, _, _, C = x.shape
    OH = lines.stop - lines.start
    image, line, pixel, number = x.strides
    start = lines.start * stride * line
    if stride > 1 or FW * C < SHORT_RUN:
        columns = scratch("windows", (FH, FW, C, N, OH, OW), x.dtype)
        places = image, stride * line, stride * pixel, line, pixel, number
        windows: Array = np.ndarray((N, OH, OW, FH, FW, C), x.dtype, x, start, places)
        np.copyto(columns, windows.transpose(3, 4, 5, 0, 1, 2))
        return columns.reshape(1, 1, FH * FW * C, N * OH * OW).transpose(0, 1, 3, 2)
    # A run of FW * C numbers is copied as one thing of so many bytes (a quarter faster).
    run = np.dtype((np.void, FW * C * x.itemsize))
    runs: Array = np.ndarray((N, OH + FH - 1, OW), run, x, start, (image, line, pixel))
    strips = scratch("windows", runs.shape, run)
    np.copyto(strips, runs)
    strip = OW * run.itemsize
    strides = strip, (OH + FH - 1) * strip, run.itemsize, x.itemsize
    return np.ndarray((FH, N, OH * OW, FW * C), x.dtype, strips, strides=strides)
