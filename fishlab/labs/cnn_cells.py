"""The small image and the filter: the book's numbers, and what was painted over them.

The book's 4 × 4 image (7.2.2) has (column − row + 1) mod 4 in each cell, which goes on for any
size. Its 3 × 3 filter repeats. Further channels begin one number later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .cnn_params import CnnParams

Array = NDArray[Any]
Values = NDArray[np.float64]

BOOK_FILTER = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]], np.float64)


def image_of(params: CnnParams, channels: int | None = None) -> Values:
    """Return the image (1, C, H, W)."""
    C = params.channels if channels is None else channels
    channel, row, column = np.indices((C, params.image_size, params.image_size))
    image = ((column - row + 1 + channel) % 4).astype(np.float64)
    return _painted(image, params.cells)[np.newaxis]


def filters_of(params: CnnParams, count: int = 1) -> Values:
    """Return the filters (FN, C, FH, FW); the first is the one that can be painted.

    The second is the first upside down, the third the first left to right.
    """
    channel, row, column = np.indices((params.channels, params.filter_size, params.filter_size))
    first = _painted(BOOK_FILTER[row % 3, (column + channel) % 3], params.weights)
    return np.stack([first, first[:, ::-1], first[:, :, ::-1]])[:count]


def biases_of(params: CnnParams, count: int = 1) -> Values:
    """Return (FN,), the same for every filter."""
    return np.full(count, float(params.bias))


def windows_of(shape: Sequence[int], size: int, stride: int) -> NDArray[np.int64]:
    """Return (OH · OW, 4): top, left, height, width of each window, row by row.

    shape: OH, OW.
    """
    top, left = np.indices(tuple(shape)).reshape(2, -1) * stride
    sides = np.full_like(top, size)
    return np.stack([top, left, sides, sides], axis=1)


def padded(image: Values, pad: int) -> Values:
    """Return the image (1, C, H, W) with its ring of zeros, (C, H + 2P, W + 2P)."""
    return np.pad(image[0], [(0, 0), (pad, pad), (pad, pad)])


def _painted(values: Values, cells: Sequence[Sequence[float]]) -> Values:
    """Paint over `values` (C, H, W); a cell outside belongs to a larger image and waits."""
    for channel, row, column, value in cells:
        place = int(channel), int(row), int(column)
        if all(k < side for k, side in zip(place, values.shape, strict=True)):
            values[place] = value
    return values
