"""Loss functions (4.2): how far the network's answers are from the right ones.

y: answers, (K,) for one sample or (N, K) for a batch. t: the right answers, in the same shape as y,
or class indices: a number for one sample, (N,) for a batch. The result is the mean over the batch.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.labels import class_indices, one_hot
from fishlab.engine.shapes import ShapeError

# Keeps the logarithm finite where the network gives the right class no chance at all (4.2.2).
DELTA = 1e-7


def mean_squared_error(y: ArrayLike, t: ArrayLike) -> float:
    """Half the sum of the squared differences of a sample (4.2.1), the mean of that over a batch.

    Raises ShapeError when t fits neither the answers' shape nor their number.
    """
    y, t = _rows(y, t)
    if t.shape != y.shape:
        t = one_hot(t, y.shape[1], y.dtype)
    difference = y - t
    return float(0.5 * np.sum(difference * difference) / y.shape[0])


def cross_entropy_error(y: ArrayLike, t: ArrayLike) -> float:
    """-sum(t log(y + 1e-7)) of a sample (4.2.2), the mean of that over a batch (4.2.4).

    y: probabilities. Raises ShapeError when t fits neither the answers' shape nor their number.
    """
    y, t = _rows(y, t)
    if t.shape == y.shape:
        total = np.sum(t * np.log(y + DELTA))
    else:
        chosen = y[np.arange(y.shape[0]), class_indices(t, y.shape[1])]
        total = np.sum(np.log(chosen + DELTA))
    return float(-total / y.shape[0])


def _rows(y: ArrayLike, t: ArrayLike) -> tuple[NDArray[Any], NDArray[Any]]:
    """y as (N, K) and t as (N, K) or (N,)."""
    y, t = np.asarray(y), np.asarray(t)
    if y.dtype.kind != "f":
        y = y.astype(np.float64)
    given = y.shape, t.shape
    if y.ndim < 2:
        y = y.reshape(1, -1)
        t = t.reshape(1, -1) if t.size == y.size else t.reshape(-1)
    if y.ndim != 2 or t.shape not in (y.shape, y.shape[:1]) or y.shape[0] == 0:
        raise ShapeError(f"answers {given[0]} and labels {given[1]} do not fit")
    return y, t
