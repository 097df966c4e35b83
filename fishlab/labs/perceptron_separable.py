"""Whether any straight line separates the points, and the reason if none does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

from .perceptron_params import PerceptronParams

ROUNDING = 1e-9
"""Points that lie on one line but for so small an angle do lie on one line."""

_XOR = QT_TRANSLATE_NOOP(
    "perceptron",
    "Why: XOR wants b ≤ 0, w₁ + b > 0, w₂ + b > 0 and w₁ + w₂ + b ≤ 0. The second and third add "
    "up to w₁ + w₂ + 2b > 0, the first and fourth to w₁ + w₂ + 2b ≤ 0: no line can do both.",
)
_XNOR = QT_TRANSLATE_NOOP(
    "perceptron",
    "Why: XNOR wants b > 0, w₁ + b ≤ 0, w₂ + b ≤ 0 and w₁ + w₂ + b > 0. The second and third add "
    "up to w₁ + w₂ + 2b ≤ 0, the first and fourth to w₁ + w₂ + 2b > 0: no line can do both.",
)
_POINTS = QT_TRANSLATE_NOOP(
    "perceptron",
    "Why: no straight line separates these points, and a perceptron has one line only.",
)


def separable(points: NDArray[np.float64], targets: NDArray[np.int64]) -> bool:
    """Return whether some line has all points with target 1, and no other, on one side.

    points: (n, 2), targets: (n,) of 0 and 1. With weights w a line exists just if w · d > 0 for
    every difference d from a point that should not fire to one that should: just if all these
    arrows point into one half of the plane, and so leave more than half a turn free.
    """
    fire, rest = points[targets == 1], points[targets == 0]
    arrows = (fire[:, np.newaxis] - rest).reshape(-1, 2)
    if not len(arrows):
        return True
    if not arrows.any(axis=1).all():
        return False  # one place that should fire and should not
    angles = np.sort(np.arctan2(arrows[:, 1], arrows[:, 0]))
    free = np.diff(angles, append=angles[0] + 2 * np.pi)
    return bool(free.max() > np.pi + ROUNDING)


def why_no_line(
    params: PerceptronParams, points: NDArray[np.float64], targets: NDArray[np.int64]
) -> tuple[Message, ...]:
    """Return the reason why no line separates the points; nothing if one does."""
    if separable(points, targets):
        return ()
    if params.gate == "points":
        return (message(_POINTS),)
    # Of the sixteen truth tables only two cannot be: XOR and its opposite.
    return (message(_XOR if tuple(targets) == (0, 1, 1, 0) else _XNOR),)
