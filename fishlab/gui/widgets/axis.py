"""Axis: numbers as a reader writes them, all that are due, and never one into the next.

pyqtgraph writes −1 with a hyphen, counts in halves where there is room, and names 9·10¹ right under
10² when a logarithmic axis is short. It leaves a number away that does not lie wholly beside the
axis: with the range 0 … 1 the 1 was missing. And on a short axis it writes at least two intervals'
worth of numbers, whether or not there is room between them.
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
PLAIN_FROM, PLAIN_TO = -4, 5
"""A log axis within these powers of ten writes its numbers out, any other writes powers."""
NAMED_STEPS = (1, 2, 5)
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

Levels = list[tuple[float, float]]


class Axis(pg.AxisItem):
    """An axis whose numbers look like those in the tables and sentences beside it."""

    counts = False
    """The axis counts things: it has no ticks between whole numbers."""

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's name)
        """Where the axis may write."""
        across, up = (0, BEYOND[1]) if self.orientation in ("left", "right") else (BEYOND[0], 0)
        return super().boundingRect().adjusted(-across, -up, across, up)

    def tickSpacing(self, low: float, high: float, size: float) -> Levels:  # noqa: N802
        """Return (distance, first tick) of each level, the coarsest first."""
        levels: Levels = super().tickSpacing(low, high, size)
        if self.counts:
            levels = [level for level in levels if level[0] >= 1]
        if self.orientation in ("left", "right") or self.logMode or not levels:
            return levels
        spacing = levels[0][0]
        ends = self.tickStrings([low, high], self.scale, spacing)
        metrics = QFontMetricsF(self.style["tickFont"] or QApplication.font())
        room = max(map(metrics.horizontalAdvance, ends)) + BETWEEN
        if size * spacing / abs(high - low) >= room:
            return levels
        wider, finer = wider_than(spacing)
        left = math.floor(high / wider) - math.ceil(low / wider) + 1
        return [(wider, 0), (finer, 0)] if left > 1 else levels

    def tickStrings(  # noqa: N802 (pyqtgraph's name)
        self, values: list[float], scale: float, spacing: float
    ) -> list[str]:
        """Return what is written at `values`."""
        return [text.replace("-", "−") for text in super().tickStrings(values, scale, spacing)]

    def logTickStrings(  # noqa: N802 (pyqtgraph's name)
        self, values: list[float], scale: float, spacing: float
    ) -> list[str]:
        """Return what is written at 10 ** `values`; "" for a step that only has its line."""
        low, high = self.range
        powers = low < PLAIN_FROM or high > PLAIN_TO
        return [_power(value, high - low < 1) if powers else _plain(value) for value in values]


def wider_than(spacing: float) -> tuple[float, float]:
    """Return the next of … 1, 2, 5, 10 …, and a distance that divides it.

    >>> wider_than(0.2)
    (0.5, 0.1)
    """
    unit = 10.0 ** math.floor(math.log10(spacing) + 1e-9)
    steps = {1: (2, 1), 2: (5, 1), 5: (10, 5)}
    wider, finer = steps[round(spacing / unit)]
    return wider * unit, finer * unit


def _step(exponent: float) -> tuple[int, int]:
    """Return (step, power) of the number step · 10 ** power."""
    power = math.floor(exponent + 1e-9)
    return round(10 ** (exponent - power)), power


def _plain(exponent: float) -> str:
    step, power = _step(exponent)
    return f"{step * 10.0**power:.8g}" if step in NAMED_STEPS else ""


def _power(exponent: float, steps: bool) -> str:
    """Return the number as a power of ten; of other numbers only `steps`, if they are wanted."""
    step, power = _step(exponent)
    raised = f"10{str(power).translate(RAISED)}" if power else "1"
    if step == 1:
        return raised
    return f"{step}·{raised}" if steps and step in NAMED_STEPS else ""
