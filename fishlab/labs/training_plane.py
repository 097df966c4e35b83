"""The points of a run: drawn or the reader's own, those held out, and the square that is shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets.point_sets import draw_points

from .training_digits import Split
from .training_params import OWN_POINTS, TrainingParams

GRID = 60
"""The network is asked at so many places along each axis."""
USUAL = 3.0
"""Points no farther out than this are learned from as they are; others are scaled first."""
LEAST_SIDE = 1.25
SPARE = 1.08
"""Half of the shown square's side, at least; and how much of it is more than the points need."""
FLAT = 1e-3
"""A spread smaller than this share of the numbers themselves counts as none."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Scaling:
    """What is taken away from each coordinate and by what the rest is divided, (2,) each."""

    middle: Values
    reach: Values

    @property
    def is_none(self) -> bool:
        """True if every point stays where it is."""
        return not self.middle.any() and bool((self.reach == 1).all())

    def __call__(self, points: Values) -> Values:
        """Return points (n, 2) as the network sees them."""
        return (points - self.middle) / self.reach


@dataclass(frozen=True)
class Plane:
    """points (n, 2), targets (n,), held_out (n,): who is not learned from.

    sets: name -> the points as the network sees them; nothing is held out: no "test".
    extent: (4,): low and high x1, low and high x2 of what is shown.
    """

    points: Values
    targets: NDArray[np.int64]
    held_out: NDArray[np.bool_]
    scaling: Scaling
    sets: dict[str, Split]
    extent: Values

    def axes(self) -> tuple[Values, Values]:
        """Return where along x1 and x2 the network is asked, (GRID,) each."""
        low1, high1, low2, high2 = self.extent
        return np.linspace(low1, high1, GRID), np.linspace(low2, high2, GRID)

    def grid(self) -> Values:
        """Return every place at which the network is asked, as it sees it: (GRID * GRID, 2)."""
        x1, x2 = np.meshgrid(*self.axes())
        return self.scaling(np.column_stack((x1.ravel(), x2.ravel())))


def make_plane(params: TrainingParams, rng: np.random.Generator) -> Plane:
    """Return the points of a run; the same rng draws the same ones and holds out the same ones."""
    points, targets = _points(params, rng)
    order = rng.permutation(len(points))
    kept = len(points) - math.floor(params.validation * len(points))
    scaling = scaling_of(points)
    seen = scaling(points)
    sets = {"train": (seen[order[:kept]], targets[order[:kept]])}
    if kept < len(points):
        sets["test"] = seen[order[kept:]], targets[order[kept:]]
    held_out = np.zeros(len(points), bool)
    held_out[order[kept:]] = True
    return Plane(points, targets, held_out, scaling, sets, _extent(points, scaling))


def scaling_of(points: Values) -> Scaling:
    """Return the scaling that brings far points to −1 … 1; near ones stay as they are."""
    if not len(points) or np.abs(points).max() <= USUAL:
        return Scaling(np.zeros(2), np.ones(2))
    low, high = points.min(axis=0), points.max(axis=0)
    middle = (low + high) / 2
    return Scaling(middle, np.maximum((high - low) / 2, FLAT * np.maximum(np.abs(middle), 1)))


def _points(params: TrainingParams, rng: np.random.Generator) -> tuple[Values, NDArray[np.int64]]:
    if params.pattern != OWN_POINTS:
        return draw_points(params.pattern, params.count, params.noise, rng)
    table = np.array(params.points, np.float64).reshape(-1, 3)
    return table[:, :2], (table[:, 2] > 0.5).astype(np.int64)


def _extent(points: Values, scaling: Scaling) -> Values:
    side = np.full(2, LEAST_SIDE)
    if not scaling.is_none:
        side = SPARE * scaling.reach
    elif len(points):
        side[:] = max(LEAST_SIDE, SPARE * float(np.abs(points).max()))
    return np.ravel(np.column_stack((scaling.middle - side, scaling.middle + side)))
