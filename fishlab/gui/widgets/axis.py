"""Axis: pyqtgraph's, which writes the outermost numbers too, and never one number into the next.

pyqtgraph leaves a number away that does not lie wholly beside the axis: with the range 0 … 1 the 1
was missing. On a short axis it writes at least two intervals' worth of numbers, whether or not
there is room between them.
"""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

BEYOND = (12, 8)
"""Pixels by which a number may stand beyond the end, across and up: the margins of a plot."""
BETWEEN = 10
"""Pixels between two numbers, at least."""

Levels = list[tuple[float, float]]


class Axis(pg.AxisItem):
    """An axis of a `Plot`."""

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt)
        """Where the axis may write."""
        across, up = (0, BEYOND[1]) if self.orientation in ("left", "right") else (BEYOND[0], 0)
        return super().boundingRect().adjusted(-across, -up, across, up)

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> Levels:  # noqa: N802, N803
        """Return the distances of numbers and of the finer lines, [(distance, offset)]."""
        levels: Levels = super().tickSpacing(minVal, maxVal, size)
        if self.orientation in ("left", "right") or self.logMode or not levels:
            return levels
        spacing = levels[0][0]
        ends = self.tickStrings([minVal, maxVal], self.scale, spacing)
        metrics = QFontMetricsF(self.style["tickFont"] or QApplication.font())
        room = max(map(metrics.horizontalAdvance, ends)) + BETWEEN
        if size * spacing / abs(maxVal - minVal) >= room:
            return levels
        wider, finer = wider_than(spacing)
        left = math.floor(maxVal / wider) - math.ceil(minVal / wider) + 1
        return [(wider, 0), (finer, 0)] if left > 1 else levels

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the numbers, with a real minus sign."""
        written: list[str] = super().tickStrings(values, scale, spacing)
        return [text.replace("-", "−") for text in written]


def wider_than(spacing: float) -> tuple[float, float]:
    """Return the next of … 1, 2, 5, 10 …, and a distance that divides it.

    >>> wider_than(0.2)
    (0.5, 0.1)
    """
    unit = 10.0 ** math.floor(math.log10(spacing) + 1e-9)
    steps = {1: (2, 1), 2: (5, 1), 5: (10, 5)}
    wider, finer = steps[round(spacing / unit)]
    return wider * unit, finer * unit
