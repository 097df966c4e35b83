"""A curve that claims the whole plot is there wherever its points are; a plot is painted once."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fishlab.gui.widgets.curve import Curve
from fishlab.gui.widgets.plot import Plot


def drawn(plot: Plot, x: float, y: float) -> bool:
    QApplication.processEvents()
    place = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))
    picture = plot.grab().toImage()
    return picture.pixelColor(place).name() == "#ff0000"


def test_a_curve_is_drawn_before_and_after_the_plot_shows_another_part(
    qapp: QApplication,
) -> None:
    plot = Plot()
    plot.resize(400, 300)
    curve = Curve(np.array([0.0, 1.0]), np.array([0.0, 0.0]), pen=pg.mkPen("#ff0000", width=5))
    plot.addItem(curve, ignoreBounds=True)
    plot.setXRange(0, 1)
    plot.setYRange(-1, 1)
    plot.show()
    assert drawn(plot, 0.5, 0.0)
    plot.setXRange(4, 6)
    plot.setYRange(9, 11)
    assert not drawn(plot, 5.0, 10.0)
    curve.setData(np.array([4.0, 6.0]), np.array([10.0, 10.0]))
    assert drawn(plot, 5.0, 10.0)
    plot.close()


class Painted(QObject):
    """Counts how many times something is painted."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt)
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_a_plot_that_takes_its_ranges_over_is_painted_once(qtbot: QtBot) -> None:
    plot, painted = Plot(), Painted()
    curve = pg.PlotCurveItem(np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    plot.addItem(curve, ignoreBounds=True)
    plot.show()
    qtbot.wait(50)
    plot.viewport().installEventFilter(painted)
    curve.setData(np.array([0.0, 2.0]), np.array([0.0, 3.0]))
    plot.setXRange(0, 2)
    plot.setYRange(0, 3)
    plot.take_ranges()
    qtbot.wait(50)
    assert painted.times == 1
    plot.close()
