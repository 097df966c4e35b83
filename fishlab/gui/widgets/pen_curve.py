"""A smooth line through what a mouse tells: quadratic Bézier curves from midpoint to midpoint.

A fast hand leaves the mouse's events far apart; straight lines between them would have corners
that no pen leaves. Each event is the control point of a curve between the midpoints of its two
neighbouring segments, so that pieces meet in one direction.
"""

from __future__ import annotations

import math

from .drawing import Point

DEVIATION = 0.1
"""How far the straight pieces may be from the curve, in the units of the points."""
TREMBLE = 0.5
"""A move shorter than this leaves no mark: it is the hand that trembles."""


class PenCurve:
    """One line under way. `points` will not change any more; `loose_end` still may."""

    def __init__(self, start: Point) -> None:
        self.points: list[Point] = [start]
        self._last = start

    @property
    def line(self) -> tuple[Point, ...]:
        """The whole line to where the pen is now."""
        return (*self.points, self._last) if self._last != self.points[-1] else (*self.points,)

    @property
    def loose_end(self) -> tuple[Point, ...]:
        """The straight piece from the fixed part to the pen."""
        return self.line[len(self.points) - 1 :]

    def move(self, to: Point) -> list[Point]:
        """Move the pen to `to`; return the points that became fixed."""
        if math.dist(self._last, to) < TREMBLE:
            return []
        start, control = self.points[-1], self._last
        end = _rounded((control[0] + to[0]) / 2, (control[1] + to[1]) / 2)
        # The greatest distance of a curve from its chord is a quarter of this bend; every
        # halving of the pieces makes it four times less.
        bend = math.hypot(start[0] - 2 * control[0] + end[0], start[1] - 2 * control[1] + end[1])
        pieces = max(1, math.ceil(math.sqrt(bend / (4 * DEVIATION))))
        fixed = [_on_curve(start, control, end, k / pieces) for k in range(1, pieces + 1)]
        self.points += fixed
        self._last = to
        return fixed

    def finish(self) -> None:
        """Lift the pen: the loose end is fixed as it is."""
        self.points = list(self.line)


def _on_curve(start: Point, control: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return _rounded(
        a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]
    )


def _rounded(x: float, y: float) -> Point:
    return round(x, 2), round(y, 2)
