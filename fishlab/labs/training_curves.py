"""Curves that grow: readings as they are, losses thinned so that a frame never becomes large."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]

POINTS = 400
READINGS = 100
"""A run measures its accuracies at most so often; more points would not be seen."""


class Curve:
    """Rows of numbers (points, width) at growing places along x, as read-only arrays."""

    def __init__(self, width: int) -> None:
        self._places: list[float] = []
        self._rows: list[Values] = []
        self.x, self.y = frozen([]), frozen(np.empty((0, width)))

    def append(self, place: float, row: ArrayLike) -> None:
        """Add one point of every row."""
        self._places.append(place)
        self._rows.append(np.array(row, np.float64))
        self.x, self.y = frozen(self._places), frozen(self._rows)


class ThinCurve:
    """A curve of at most POINTS points: when it is full, every two neighbours become their mean.

    x (points,), y (points, width): read-only; the newest point may be the mean of fewer.
    """

    def __init__(self, width: int) -> None:
        self._places = np.empty(POINTS)
        self._rows = np.empty((POINTS, width))
        self._length, self._each, self._open = 0, 1, 0

    @property
    def each(self) -> int:
        """How many values one point is the mean of."""
        return self._each

    @property
    def x(self) -> Values:
        return frozen(self._places[: self._length])

    @property
    def y(self) -> Values:
        return frozen(self._rows[: self._length])

    def append(self, place: float, row: ArrayLike) -> None:
        """Add one value of every row."""
        if self._open == 0:
            if self._length == POINTS:
                self._halve()
            self._length += 1
            self._places[self._length - 1] = 0.0
            self._rows[self._length - 1] = 0.0
        at, self._open = self._length - 1, self._open + 1
        self._places[at] += (place - self._places[at]) / self._open
        self._rows[at] += (np.asarray(row) - self._rows[at]) / self._open
        self._open %= self._each

    def _halve(self) -> None:
        half = POINTS // 2
        self._places[:half] = self._places.reshape(half, 2).mean(axis=1)
        self._rows[:half] = self._rows.reshape(half, 2, -1).mean(axis=1)
        self._length, self._each = half, 2 * self._each


def band(values: Sequence[float] | Values) -> tuple[float, float, float]:
    """Return (mean − spread, mean, mean + spread); the spread is the standard deviation."""
    mean, spread = float(np.mean(values)), float(np.std(values))
    return mean - spread, mean, mean + spread


def frozen(values: ArrayLike) -> Values:
    """Return a read-only copy, which a frame takes as it is."""
    array = np.array(values, np.float64)
    array.flags.writeable = False
    return array


def reading_steps(per_epoch: int, epochs: int) -> int:
    """Return after how many updates accuracies are measured: every epoch, or every few."""
    every = -(-epochs // READINGS)
    return every * per_epoch if epochs > 1 else max(1, per_epoch // 10)
