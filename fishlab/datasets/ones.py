"""Ones with a flag, as most of Europe and Asia writes them and MNIST's Americans hardly do.

A network that has only seen MNIST takes a 1 with an upstroke for a 7. A few per cent of drawn ones
among the training digits teach it the difference; the test digits stay MNIST's own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .normalization import normalize_strokes
from .strokes import Stroke

Point = NDArray[np.float64]

SHARE = 1 / 40  # of the training digits
LEVEL = 60.0  # degrees from upright


def flagged_ones(count: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Return `count` drawn ones with a flag, made like MNIST's digits: (count, 28, 28), 0 … 1."""
    ones = np.empty((count, 28, 28), np.float32)
    for image in ones:
        image[...] = _one(rng)
    return ones


def _one(rng: np.random.Generator) -> NDArray[np.float32]:
    """Draw a stem of length 1, a flag at its top, and now and then a foot."""
    lean = rng.uniform(-8, 32)  # degrees to the right of upright
    # A flag that is nearly level would make it a 7.
    steepness = min(lean + rng.uniform(22, 62), LEVEL)
    top, foot = np.zeros(2), _direction(lean)
    tip = rng.uniform(0.2, 0.75) * _direction(steepness)
    line = np.concatenate([_bent(tip, top, rng), _bent(top, foot, rng)])
    pen = rng.uniform(0.09, 0.17)
    strokes = [Stroke(line, pen)]
    if rng.random() < 0.2:
        half = np.array([rng.uniform(0.15, 0.3), 0.0])
        strokes.append(Stroke(_bent(foot - half, foot + half, rng), pen))
    return normalize_strokes(strokes, pen)


def _direction(degrees: float) -> Point:
    """Return the unit vector down, turned by `degrees` to the left."""
    angle = np.deg2rad(degrees)
    return np.array([-np.sin(angle), np.cos(angle)])


def _bent(start: Point, end: Point, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return points of a line (8, 2) that no hand draws quite straight: a parabola."""
    middle = (start + end) / 2 + rng.normal(0, 0.06, 2) * np.linalg.norm(end - start)
    t = np.linspace(0, 1, 8)[:, None]
    points: NDArray[np.float64] = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    return points
