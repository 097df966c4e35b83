"""The axes of a plot: every number that is due is written, and none runs into the next."""

from __future__ import annotations

from itertools import pairwise

import pyqtgraph as pg
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from fishlab.gui.widgets.plot import Plot


def plot(qtbot: QtBot, width: int, x: tuple[float, float]) -> Plot:
    made = Plot()
    qtbot.addWidget(made)
    made.resize(width, 240)
    made.setXRange(*x, padding=0.02)
    made.setYRange(0, 1, padding=0.02)
    made.show()
    qtbot.wait(10)
    return made


def written(axis: pg.AxisItem) -> list[tuple[float, float, str]]:
    """Return left end, right end and text of every number, from left to right."""
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    try:
        _, _, texts = axis.generateDrawSpecs(painter)
    finally:
        painter.end()
    return sorted((rect.left(), rect.right(), text) for rect, _, text in texts)


def test_the_ends_of_both_axes_have_their_numbers(qtbot: QtBot) -> None:
    made = plot(qtbot, 400, (0, 200))
    across = [text for *_, text in written(made.getAxis("bottom"))]
    up = [text for *_, text in written(made.getAxis("left"))]
    assert {across[0], across[-1]} == {"0", "200"}
    assert {"0", "1.0"} <= set(up)


def test_numbers_on_a_short_axis_keep_apart(qtbot: QtBot) -> None:
    for x in ((0, 1), (-3, 3), (0, 2), (0, 5000)):
        numbers = written(plot(qtbot, 110, x).getAxis("bottom"))
        assert len(numbers) >= 2, x
        assert all(one[1] + 4 < other[0] for one, other in pairwise(numbers)), numbers


def test_negative_numbers_have_a_real_minus_sign(qtbot: QtBot) -> None:
    numbers = [text for *_, text in written(plot(qtbot, 400, (-2, 2)).getAxis("bottom"))]
    assert "−2" in numbers
