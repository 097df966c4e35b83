"""Axis: numbers as a reader writes them: real minus signs, whole counts, few words on a log axis.

pyqtgraph writes −1 with a hyphen, counts in halves where there is room, and names 9·10¹ right under
10² when a logarithmic axis is short.
"""

from __future__ import annotations

import math

import pyqtgraph as pg

PLAIN_FROM, PLAIN_TO = -4, 5
"""A log axis within these powers of ten writes its numbers out, any other writes powers."""
NAMED_STEPS = (1, 2, 5)
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Axis(pg.AxisItem):
    """An axis whose numbers look like those in the tables and sentences beside it."""

    counts = False
    """The axis counts things: it has no ticks between whole numbers."""

    def tickSpacing(  # noqa: N802 (pyqtgraph's name)
        self, low: float, high: float, size: float
    ) -> list[tuple[float, float]]:
        """Return (distance, first tick) of each level, the coarsest first."""
        levels: list[tuple[float, float]] = super().tickSpacing(low, high, size)
        return [level for level in levels if level[0] >= 1] if self.counts else levels

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
