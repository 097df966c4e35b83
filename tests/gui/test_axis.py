"""The numbers on the axes, as a reader reads them: all that are due, none into the next."""

from __future__ import annotations

from itertools import pairwise

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from fishlab.gui.widgets.axis import Axis
from fishlab.gui.widgets.plot import Plot, make_plot

LENGTH = 400.0
"""Length of an axis, in pixels."""


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    made = make_plot()
    qtbot.addWidget(made)
    return made


def written(plot: Plot, low: float, high: float) -> list[str]:
    """Return what is written along the left axis from `low` to `high`."""
    axis = plot.getAxis("left")
    assert isinstance(axis, Axis)
    axis.setRange(low, high)
    return [
        text
        for spacing, values in axis.tickValues(low, high, LENGTH)
        for text in axis.tickStrings(values, 1.0, spacing or 1.0)
        if text
    ]


def test_numbers_below_zero_have_a_real_minus(plot: Plot) -> None:
    texts = written(plot, -1.2, 1.2)
    assert "−1" in texts or "−1.0" in texts
    assert not any("-" in text for text in texts)


def test_what_is_counted_has_no_halves(plot: Plot) -> None:
    assert "0.5" in written(plot, 0.0, 4.0)
    plot.set_counts("left")
    assert {"0", "1", "2", "3", "4"} == set(written(plot, 0.0, 4.0))


def test_a_short_logarithmic_axis_names_few_steps(plot: Plot) -> None:
    plot.plotItem.setLogMode(False, True)
    texts = written(plot, 0.2, 2.6)
    assert {"10", "100", "2", "20", "200", "5", "50"} == set(texts)


def test_a_long_logarithmic_axis_is_written_in_powers_alone(plot: Plot) -> None:
    plot.plotItem.setLogMode(False, True)
    texts = written(plot, -9.5, 1.5)
    assert "10⁻⁹" in texts or "10⁻⁸" in texts
    assert not any("0.0" in text for text in texts)


def test_a_logarithmic_axis_within_one_tiny_power_still_has_numbers(plot: Plot) -> None:
    plot.plotItem.setLogMode(False, True)
    assert {"2·10⁻⁷", "5·10⁻⁷"} == set(written(plot, -6.9, -6.1))


def drawn_plot(qtbot: QtBot, width: int, x: tuple[float, float]) -> Plot:
    made = Plot()
    qtbot.addWidget(made)
    made.resize(width, 240)
    made.setXRange(*x, padding=0.02)
    made.setYRange(0, 1, padding=0.02)
    made.show()
    qtbot.wait(10)
    return made


def drawn(axis: pg.AxisItem) -> list[tuple[float, float, str]]:
    """Return left end, right end and text of every number, from left to right."""
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    try:
        _, _, texts = axis.generateDrawSpecs(painter)
    finally:
        painter.end()
    return sorted((rect.left(), rect.right(), text) for rect, _, text in texts)


def test_the_ends_of_both_axes_have_their_numbers(qtbot: QtBot) -> None:
    made = drawn_plot(qtbot, 400, (0, 200))
    across = [text for *_, text in drawn(made.getAxis("bottom"))]
    up = [text for *_, text in drawn(made.getAxis("left"))]
    assert {across[0], across[-1]} == {"0", "200"}
    assert {"0", "1.0"} <= set(up)


def test_numbers_on_a_short_axis_keep_apart(qtbot: QtBot) -> None:
    for x in ((0, 1), (-3, 3), (0, 2), (0, 5000)):
        numbers = drawn(drawn_plot(qtbot, 110, x).getAxis("bottom"))
        assert len(numbers) >= 2, x
        assert all(one[1] + 4 < other[0] for one, other in pairwise(numbers)), numbers
