"""An invisible area over a plot that a hand can press or drag, in the plot's coordinates."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from fishlab.gui.widgets.plot import Plot


class Grip(pg.GraphicsObject):
    """moved: where the mouse was pressed, and where it is now."""

    moved = Signal(QPointF, QPointF)

    def __init__(self, plot: Plot, cursor: Qt.CursorShape) -> None:
        super().__init__()
        self._area = QRectF()
        self.setCursor(cursor)
        self.setZValue(100)
        plot.addItem(self, ignoreBounds=True)

    def set_area(self, left: float, right: float, bottom: float, top: float) -> None:
        """Cover this part of the plot."""
        area = QRectF(left, bottom, right - left, top - bottom)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt)
        """The covered part."""
        return self._area

    def paint(self, painter: QPainter, *rest: object) -> None:
        """Draw nothing."""

    def mouseClickEvent(self, event: Any) -> None:
        """A click is a drag that leads nowhere."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.moved.emit(event.pos(), event.pos())

    def mouseDragEvent(self, event: Any) -> None:
        """Tell where a drag has come to."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self.moved.emit(event.buttonDownPos(), event.pos())


def grid_behind(plot: Plot) -> None:
    """Put the grid, which belongs to the axes, behind the curves and bars."""
    for name in ("left", "bottom"):
        plot.getAxis(name).setZValue(plot.getViewBox().zValue() - 1)
