"""Points of the plane in two classes, drawn at random: moons, circles, a spiral, XOR.

All lie within −1 … 1 along both axes, but for what noise adds.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Labels = NDArray[np.int64]

TURNS = 1.5
"""So often does an arm of the spiral go round."""
APART = 0.1
"""How far the points of XOR stay away from the axes before there is noise."""


def draw_points(
    pattern: str, count: int, noise: float, rng: np.random.Generator
) -> tuple[Values, Labels]:
    """Return points (count, 2) and their classes (count,), 0 and 1 in turn.

    pattern: one of PATTERNS. noise: standard deviation of what is added to both coordinates.
    """
    labels = np.arange(count) % 2
    points = PATTERNS[pattern](labels, rng)
    return points + noise * rng.standard_normal((count, 2)), labels


def _moons(labels: Labels, rng: np.random.Generator) -> Values:
    """Two half circles, each with an end inside of the other."""
    angle = np.pi * rng.random(len(labels))
    side = 1 - 2 * labels
    x1 = side * np.cos(angle) - 0.5 * side
    x2 = side * np.sin(angle) - 0.25 * side
    return np.column_stack((x1, x2)) / 1.5


def _circles(labels: Labels, rng: np.random.Generator) -> Values:
    """A disc of class 1, and a ring of class 0 around it."""
    inner, outer = np.where(labels, 0.0, 0.7), np.where(labels, 0.45, 1.0)
    # Evenly over the area: the square of the radius is what is drawn evenly.
    radius = np.sqrt(inner**2 + (outer**2 - inner**2) * rng.random(len(labels)))
    return _polar(radius, 2 * np.pi * rng.random(len(labels)))


def _spiral(labels: Labels, rng: np.random.Generator) -> Values:
    """Two arms, each the other one turned by half a circle."""
    along = rng.random(len(labels))
    return _polar(0.08 + 0.92 * along, 2 * np.pi * TURNS * along + np.pi * labels)


def _xor(labels: Labels, rng: np.random.Generator) -> Values:
    """Four squares: class 1 where the signs of x1 and x2 differ."""
    size = APART + (1 - APART) * rng.random((len(labels), 2))
    sign = rng.choice((-1.0, 1.0), len(labels))
    points: Values = size * np.column_stack((sign, np.where(labels, -sign, sign)))
    return points


def _polar(radius: Values, angle: Values) -> Values:
    return np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))


PATTERNS: dict[str, Callable[[Labels, np.random.Generator], Values]] = {
    "moons": _moons,
    "circles": _circles,
    "spiral": _spiral,
    "xor": _xor,
}
