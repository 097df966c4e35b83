"""Two ways to write down the right answers: class indices (N,) and one-hot rows (N, K).

Everything in the engine takes either (4.2.4); these functions turn one into the other.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fishlab.engine.shapes import ShapeError


def class_indices(t: ArrayLike, classes: int | None = None) -> NDArray[np.intp]:
    """The labels as class indices, shape (N,); a single number becomes (1,).

    t: indices of shape (N,) or (), or one-hot rows of shape (N, K). With `classes` given, K and the
    indices are checked against it. Raises ShapeError for another shape, ValueError for an index
    that is no class.
    """
    t = np.asarray(t)
    if t.ndim == 2 and t.shape[1] > 1:
        if classes is not None and t.shape[1] != classes:
            raise ShapeError(f"one-hot labels {t.shape} do not fit {classes} classes")
        best: NDArray[np.intp] = np.argmax(t, axis=1)
        return best
    if t.ndim > 1:
        raise ShapeError(f"labels must be class indices (N,) or one-hot rows (N, K), not {t.shape}")
    indices = np.atleast_1d(t).astype(np.intp, copy=False)
    if t.dtype.kind not in "iu" and not np.array_equal(indices, np.atleast_1d(t)):
        raise ValueError("class indices must be whole numbers")
    if classes is not None and indices.size:
        _check_range(indices, classes)
    return indices


def one_hot(t: ArrayLike, classes: int, dtype: DTypeLike = np.float32) -> NDArray[Any]:
    """The labels as rows of 0 with a single 1, shape (N, classes).

    t: indices (N,) or rows (N, classes), which are kept. Raises as `class_indices`.
    """
    t = np.asarray(t)
    if t.shape[1:] == (classes,):
        return t.astype(dtype)
    indices = class_indices(t, classes)
    rows = np.zeros((indices.size, classes), dtype=dtype)
    rows[np.arange(indices.size), indices] = 1
    return rows


def _check_range(indices: NDArray[np.intp], classes: int) -> None:
    # Numbers below 0 are huge ones without a sign: one look instead of two.
    if indices.view(np.uintp).max() >= classes:
        low, high = int(indices.min()), int(indices.max())
        wrong = low if low < 0 else high
        raise ValueError(f"label {wrong} is no class: there are {classes}, numbered from 0")
