"""The plane of the two inputs: points, the line, and the side on which the perceptron fires."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsPolygonItem, QWidget

from fishlab.gui.theme import LIGHT, Theme

from .points_plot import PointsPlot

LOW, HIGH = -0.6, 1.6
FAR = 60.0
REACH = 0.45
"""From the line's middle to the handle that turns it, in units of the plane."""


class Plane(PointsPlot):
    """Shows lines w1 x1 + w2 x2 + b = 0 and labelled points; the first line can be dragged.

    moved(w1, w2, b): the reader dragged the line.
    """

    moved = Signal(float, float, float)

    def __init__(self, parent: QWidget | None = None, *, draggable: bool = False) -> None:
        super().__init__(parent)
        self._draggable = draggable
        self._weights = (0.0, 0.0, 0.0)
        self._placed = [(0.0, 0.0, 0.0), (0.0, 0.0, 0.0)]
        box = self.getViewBox()
        box.setAspectLocked(True)
        box.setMouseEnabled(False, False)
        self.setRange(xRange=(LOW, HIGH), yRange=(LOW, HIGH), padding=0.02)
        self.set_titles("x₁", "x₂")
        self._sides = [QGraphicsPolygonItem(), QGraphicsPolygonItem()]
        self._lines = [pg.InfiniteLine(movable=draggable and n == 0) for n in range(2)]
        for side in self._sides:
            side.setZValue(-10)
            self.addItem(side, ignoreBounds=True)
        for line in self._lines:
            line.hide()
            self.addItem(line, ignoreBounds=True)
        # The lines themselves only take the mouse: in a vector file, which knows no clipping, they
        # would go on beyond the axes. What is seen are these pieces of them.
        self._pieces = [QGraphicsLineItem(), QGraphicsLineItem()]
        for piece in self._pieces:
            self.addItem(piece, ignoreBounds=True)
        self._handle = pg.TargetItem(size=16, movable=True)
        self._ring = pg.ScatterPlotItem(size=34, pxMode=True)
        self._dots = pg.ScatterPlotItem(size=20, pxMode=True)
        self._crosses = pg.ScatterPlotItem(size=13, pxMode=True, symbol="x")
        for item in (self._ring, self._dots, self._crosses):
            self.addItem(item, ignoreBounds=True)
        self._labels: list[pg.TextItem] = []
        if draggable:
            self.addItem(self._handle, ignoreBounds=True)
            self._lines[0].sigDragged.connect(self._shifted)
            self._handle.sigPositionChanged.connect(self._turned)
        box.sigRangeChanged.connect(self._fit_sides)
        self.apply_theme(LIGHT)

    @property
    def handle(self) -> pg.TargetItem:
        """The handle that turns the line."""
        return self._handle

    def show_line(self, w1: float, w2: float, b: float, *, fixed: bool = False) -> None:
        """Put the first line, and the side that fires, to these weights; fixed, it stays there."""
        self._weights = (w1, w2, b)
        self._place(0, w1, w2, b)
        length = math.hypot(w1, w2)
        draggable = self._draggable and not fixed and length > 0
        self._lines[0].setMovable(draggable)
        self._handle.setVisible(draggable)
        if draggable:
            middle = self._middle(w1, w2, b)
            along = QPointF(-w2 / length * REACH, w1 / length * REACH)
            self._handle.blockSignals(True)
            self._handle.setPos(middle + along)
            self._handle.blockSignals(False)

    def show_second_line(self, w1: float, w2: float, b: float) -> None:
        """Show another line, not to be dragged."""
        self._place(1, w1, w2, b)

    def show_points(
        self, points: np.ndarray, targets: np.ndarray, outputs: np.ndarray, looked_at: int = -1
    ) -> None:
        """Show points (n, 2): filled where 1 is wanted, a cross where the output is wrong."""
        theme = self._theme
        fires, silent = pg.mkBrush(theme.curves[1]), pg.mkBrush(theme.plot)
        pen = pg.mkPen(theme.text, width=2)
        self.placed = points
        brushes = [fires if target else silent for target in targets]
        self._dots.setData(points[:, 0], points[:, 1], brush=brushes, pen=pen)
        wrong = points[targets != outputs]
        self._crosses.setData(wrong[:, 0], wrong[:, 1], pen=None, brush=theme.bad)
        ring = points[looked_at : looked_at + 1] if looked_at >= 0 else points[:0]
        self._ring.setData(ring[:, 0], ring[:, 1], brush=None, pen=pg.mkPen(theme.accent, width=3))
        self._write(points, targets)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not hasattr(self, "_handle"):  # called from the base's own __init__
            return
        for number, (line, colour) in enumerate(
            zip(self._lines, (theme.curves[0], theme.curves[2]), strict=True)
        ):
            style = Qt.PenStyle.SolidLine if number == 0 else Qt.PenStyle.DashLine
            line.setPen(pg.mkPen((0, 0, 0, 0), width=3))
            self._pieces[number].setPen(pg.mkPen(colour, width=3, style=style))
            line.setHoverPen(pg.mkPen(theme.accent, width=5))
            tint = QColor(colour)
            tint.setAlpha(52)
            self._sides[number].setBrush(tint)
            self._sides[number].setPen(Qt.PenStyle.NoPen)
        self._handle.setPen(pg.mkPen(theme.text, width=2))
        self._handle.setHoverPen(pg.mkPen(theme.accent, width=3))
        self._handle.setBrush(pg.mkBrush(theme.plot))
        for words in self._labels:
            words.setColor(theme.text)

    def _place(self, number: int, w1: float, w2: float, b: float) -> None:
        self._placed[number] = (w1, w2, b)
        line, side = self._lines[number], self._sides[number]
        length = math.hypot(w1, w2)
        line.setVisible(length > 0)
        piece = self._piece(w1, w2, b)
        self._pieces[number].setLine(piece)
        self._pieces[number].setVisible(not piece.isNull())
        if length == 0:
            # Without weights there is no line: it fires everywhere, or nowhere.
            side.setPolygon(self._seen() if b > 0 else QPolygonF())
            return
        middle = self._middle(w1, w2, b)
        line.blockSignals(True)
        line.setAngle(math.degrees(math.atan2(w1, -w2)))
        line.setPos(middle)
        line.blockSignals(False)
        along = QPointF(-w2 / length, w1 / length) * FAR
        across = QPointF(w1 / length, w2 / length) * FAR
        ends = (middle - along, middle + along)
        half = QPolygonF([ends[0], ends[1], ends[1] + across, ends[0] + across])
        # Vector files know no clipping: what is outside of the axes must not be there.
        side.setPolygon(half.intersected(self._seen()))

    def _seen(self) -> QPolygonF:
        return QPolygonF(self.getViewBox().viewRect())

    def _piece(self, w1: float, w2: float, b: float) -> QLineF:
        """The part of the line that is seen; an empty one if none is."""
        seen = self.getViewBox().viewRect()
        corners = (seen.topLeft(), seen.topRight(), seen.bottomRight(), seen.bottomLeft())
        ends = []
        for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
            before = w1 * start.x() + w2 * start.y() + b
            after = w1 * end.x() + w2 * end.y() + b
            if (before > 0) != (after > 0):
                ends.append(start + (end - start) * (before / (before - after)))
        return QLineF(*ends) if len(ends) == 2 else QLineF()

    def _fit_sides(self) -> None:
        """The part of the plane that is seen has changed."""
        for number, weights in enumerate(self._placed):
            self._place(number, *weights)

    @staticmethod
    def _middle(w1: float, w2: float, b: float) -> QPointF:
        """The point of the line nearest to the middle of the unit square."""
        distance = (w1 * 0.5 + w2 * 0.5 + b) / (w1 * w1 + w2 * w2)
        return QPointF(0.5 - w1 * distance, 0.5 - w2 * distance)

    def _shifted(self, line: pg.InfiniteLine) -> None:
        """The line was dragged: it keeps its direction, b follows."""
        w1, w2, _ = self._weights
        place = line.pos()
        self.moved.emit(w1, w2, -(w1 * place.x() + w2 * place.y()))

    def _turned(self, handle: pg.TargetItem) -> None:
        """The handle was dragged: the line turns about its middle, the weights' length stays."""
        w1, w2, b = self._weights
        length, middle = math.hypot(w1, w2), self._middle(w1, w2, b)
        reach = handle.pos() - middle
        distance = math.hypot(reach.x(), reach.y())
        if distance < 1e-6:
            return
        w1, w2 = reach.y() / distance * length, -reach.x() / distance * length
        self.moved.emit(w1, w2, -(w1 * middle.x() + w2 * middle.y()))

    def _write(self, points: np.ndarray, targets: np.ndarray) -> None:
        """Write beside each of a few points what is wanted there."""
        count = len(points) if len(points) <= 8 else 0
        while len(self._labels) < count:
            words = pg.TextItem(anchor=(-0.7, 1.2))
            words.setColor(self._theme.text)
            self.addItem(words, ignoreBounds=True)
            self._labels.append(words)
        for number, words in enumerate(self._labels):
            words.setVisible(number < count)
            if number < count:
                words.setText(str(int(targets[number])))
                words.setPos(*points[number])
