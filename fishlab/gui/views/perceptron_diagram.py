"""Perceptrons wired together: circles, arrows, and the weights written on them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from fishlab.gui.theme import LIGHT, Theme

SMALLEST, LARGEST = 18.0, 26.0
"""Radius of a circle; a low diagram has smaller ones."""
BIAS = 20
"""Height of the words at a circle."""


@dataclass(frozen=True)
class Unit:
    """A circle at (x, y), 0 … 1 of the width and height; `name` in it, `bias` below it.

    At the top it is above: all wires come from below there.
    """

    x: float
    y: float
    name: str
    bias: str = ""


@dataclass(frozen=True)
class Wire:
    """An arrow from one unit to another with its weight."""

    start: int
    end: int
    weight: str


class Diagram(QWidget):
    """Draws units and wires."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._units: tuple[Unit, ...] = ()
        self._wires: tuple[Wire, ...] = ()
        self.setMinimumSize(220, 150)

    def show_network(self, units: tuple[Unit, ...], wires: tuple[Wire, ...]) -> None:
        """Draw these."""
        self._units, self._wires = units, wires
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        for wire in self._wires:
            self._draw_wire(painter, wire)
        for unit in self._units:
            self._draw_unit(painter, unit)
        painter.end()

    @property
    def _radius(self) -> float:
        return min(max(self.height() / 8, SMALLEST), LARGEST)

    def _centre(self, unit: Unit) -> QPointF:
        margin = self._radius + BIAS + 2
        width, height = self.width() - 2 * margin, self.height() - 2 * margin
        return QPointF(margin + unit.x * width, margin + unit.y * height)

    def _draw_unit(self, painter: QPainter, unit: Unit) -> None:
        centre, radius = self._centre(unit), self._radius
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QColor(self._theme.text))
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, unit.name)
        if unit.bias:
            top = around.top() - BIAS if unit.y == 0 else around.bottom()
            words = QRectF(centre.x() - 50, top, 100, BIAS)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, unit.bias)

    def _draw_wire(self, painter: QPainter, wire: Wire) -> None:
        start, end = self._centre(self._units[wire.start]), self._centre(self._units[wire.end])
        way = end - start
        length = math.hypot(way.x(), way.y()) or 1.0
        unit = way / length
        tip, tail = end - unit * self._radius, start + unit * self._radius
        painter.setPen(QPen(QColor(self._theme.muted), 1.5))
        painter.setBrush(QColor(self._theme.muted))
        painter.drawLine(tail, tip)
        side = QPointF(-unit.y(), unit.x()) * 5
        painter.drawPolygon(QPolygonF([tip, tip - unit * 11 + side, tip - unit * 11 - side]))
        if not wire.weight:
            return
        # Weights stand nearer to the start, where the wires are not yet together.
        place = tail + (tip - tail) * 0.3
        wide = painter.fontMetrics().horizontalAdvance(wire.weight) + 8
        box = QRectF(place.x() - wide / 2, place.y() - 9, wide, 18)
        painter.fillRect(box, QColor(self._theme.plot))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, wire.weight)
