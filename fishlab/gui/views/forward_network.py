"""The 2-3-2-2 network: units as circles, weights on the lines; inputs and lines can be dragged."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.claim import claims
from fishlab.gui.widgets.focus_mark import FocusMark
from fishlab.labs.forward_params import IDENTITY, ForwardParams

from .forward_panel import Panel

RADIUS = 30.0
WIDTHS = (2, 3, 2, 2)
NEAR = 8.0
"""So many pixels from a line count as on it."""
PER_UNIT = 80.0
"""Pixels of a drag that change a number by 1."""
STEP, MOST = 0.05, 5.0
WALK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
CHANGE = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
"""Steps by which a number changes."""
Place = tuple[int, int]
Edge = tuple[int, int, int]
"""Layer (from 0), from, to."""


class NetworkPanel(Panel):
    """Draws the network as far as it is computed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._params = ForwardParams()
        self._held: tuple[str, Any, float, float] | None = None
        self._over: Place | Edge | None = None
        self._mark = FocusMark(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(420, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_params(self, params: ForwardParams) -> None:
        """Know inputs and weights before they are computed with."""
        self._params = params
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """Draw what is known at this frame."""
        self._frame = frame
        self.update()

    def clear(self) -> None:
        """Forget what was computed."""
        self._frame = None
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._mark.apply_theme(theme)
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("forward", "The three-layer network with its numbers"))
        self.setToolTip(
            translate(
                "forward",
                "Drag an input or a line up and down; rest on a unit to see its sum. "
                "Keys: ← → choose, ↑ ↓ change it",
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Room for four layers."""
        return QSize(800, 480)

    # Where things are

    def centre(self, layer: int, unit: int) -> QPointF:
        """Return the middle of a unit's circle; layer 0 has the inputs."""
        left, right = RADIUS + 40, self.width() - RADIUS - 70
        top, bottom = RADIUS + 44, self.height() - RADIUS - 40
        count = WIDTHS[layer]
        x = left + (right - left) * layer / (len(WIDTHS) - 1)
        y = top + (bottom - top) * (unit + 0.5) / count
        return QPointF(x, y)

    def edges(self) -> list[Edge]:
        """Return every line of the network."""
        return [
            (layer, start, end)
            for layer in range(len(WIDTHS) - 1)
            for start in range(WIDTHS[layer])
            for end in range(WIDTHS[layer + 1])
        ]

    def label_place(self, edge: Edge) -> QPointF:
        """Return where the number of a line stands: the lower its end, the nearer to it."""
        layer, start, end = edge
        one, other = self.centre(layer, start), self.centre(layer + 1, end)
        share = 0.3 + 0.4 * end / (WIDTHS[layer + 1] - 1)
        return one + (other - one) * share

    def unit_at(self, position: QPointF) -> Place | None:
        """Return the unit under a point."""
        for layer, width in enumerate(WIDTHS):
            for unit in range(width):
                way = position - self.centre(layer, unit)
                if math.hypot(way.x(), way.y()) <= RADIUS:
                    return layer, unit
        return None

    def edge_at(self, position: QPointF) -> Edge | None:
        """Return the line whose number, or which itself, is under a point."""
        for edge in self.edges():
            if self._label_box(edge).contains(position):
                return edge
        nearest, best = NEAR, None
        for edge in self.edges():
            layer, start, end = edge
            one, other = self.centre(layer, start), self.centre(layer + 1, end)
            way, to = other - one, position - one
            length = way.x() ** 2 + way.y() ** 2
            share = min(max((to.x() * way.x() + to.y() * way.y()) / length, 0.0), 1.0)
            off = to - way * share
            if (distance := math.hypot(off.x(), off.y())) < nearest:
                nearest, best = distance, edge
        return best

    def _label_box(self, edge: Edge) -> QRectF:
        layer, start, end = edge
        place = self.label_place(edge)
        words = self.fontMetrics().horizontalAdvance(number(self._weights()[layer][start, end]))
        width, height = words + 12, self.fontMetrics().height() + 2
        return QRectF(place.x() - width / 2, place.y() - height / 2, width, height)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines, numbers on them, circles, and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        now = self._now()
        for edge in self.edges():
            self._paint_edge(painter, edge, now)
        for edge in self.edges():
            self._paint_weight(painter, edge, now)
        for layer, width in enumerate(WIDTHS):
            self._paint_title(painter, layer)
            for unit in range(width):
                self._paint_unit(painter, layer, unit, now)
        if self.hasFocus() and self._over is not None:
            room = QRectF(self.rect()).adjusted(8, 0, -8, -6)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.setPen(QColor(self._theme.text))
            painter.drawText(room, flags, self._told(self._over))
        painter.end()

    def _now(self) -> Place | None:
        if self._frame is None:
            return None
        layer, unit = self._frame.arrays["now"].tolist()
        return None if layer < 0 else (layer, unit)

    def _weights(self) -> list[np.ndarray]:
        return self._params.network()[0]

    def _paint_edge(self, painter: QPainter, edge: Edge, now: Place | None) -> None:
        layer, start, end = edge
        weight = float(self._weights()[layer][start, end])
        lit = (layer + 1, end) == now or edge == self._over
        colour = QColor(self._theme.curve(4) if weight < 0 else self._theme.accent)
        if not lit:
            colour.setAlpha(110)
        width = 1.0 + 2.5 * min(abs(weight), 1.5) + (1.5 if lit else 0.0)
        # Dashes for a negative weight: colour alone does not tell it.
        style = Qt.PenStyle.DashLine if weight < 0 else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, width, style))
        painter.drawLine(self.centre(layer, start), self.centre(layer + 1, end))

    def _paint_weight(self, painter: QPainter, edge: Edge, now: Place | None) -> None:
        layer, start, end = edge
        lit = (layer + 1, end) == now or edge == self._over
        box = self._label_box(edge)
        painter.setPen(QPen(QColor(self._theme.accent if lit else self._theme.border), 1))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme.text))
        weight = float(self._weights()[layer][start, end])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(weight))

    def _paint_title(self, painter: QPainter, layer: int) -> None:
        titles = (
            translate("forward", "inputs"),
            translate("forward", "layer 1"),
            translate("forward", "layer 2"),
            translate("forward", "output"),
        )
        centre = self.centre(layer, 0)
        painter.setPen(QColor(self._theme.muted))
        box = QRectF(centre.x() - 80, 6, 160, 22)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, titles[layer])

    def _paint_unit(self, painter: QPainter, layer: int, unit: int, now: Place | None) -> None:
        theme, centre = self._theme, self.centre(layer, unit)
        known = self._known(layer, unit)
        lit = (layer, unit) in (now, self._over)
        painter.setPen(QPen(QColor(theme.curve(4) if lit else theme.accent), 3.5 if lit else 1.8))
        painter.setBrush(QColor(theme.surface if known else theme.window))
        painter.drawEllipse(centre, RADIUS, RADIUS)
        box = QRectF(centre.x() - RADIUS, centre.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if known else theme.muted))
        value = self._value(layer, unit)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?" if value is None else number(value))
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        words = self._name(layer, unit)
        if layer:
            bias = float(self._params.network()[1][layer - 1][unit])
            words += f"   b = {number(bias)}"
        wide, high = self.fontMetrics().horizontalAdvance(words) + 6, self.fontMetrics().height()
        name = QRectF(centre.x() - wide / 2, centre.y() + RADIUS + 2, wide, high)
        # Over the lines that pass under the circle.
        painter.fillRect(name, QColor(theme.plot))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, words)

    def _name(self, layer: int, unit: int) -> str:
        """Return a unit's name as the book writes it: z₁ of layer 2 is z₁⁽²⁾."""
        small = "₁₂₃"[unit]
        if layer == 0:
            return f"x{small}"
        return f"y{small}" if layer == len(WIDTHS) - 1 else f"z{small}⁽{'¹²'[layer - 1]}⁾"

    def _known(self, layer: int, unit: int) -> bool:
        if layer == 0:
            return True
        return self._frame is not None and bool(self._frame.arrays["known"][layer, unit])

    def _value(self, layer: int, unit: int) -> float | None:
        """The number in a circle: the input as it is set, or what was computed."""
        if layer == 0:
            return (self._params.x1, self._params.x2)[unit]
        if self._frame is None or not self._known(layer, unit):
            return None
        waits = layer == len(WIDTHS) - 1 and f"z.{layer}.{unit + 1}" not in self._frame.scalars
        return float(self._frame.arrays["sums" if waits else "values"][layer, unit])

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an input or of a line."""
        position = event.position()
        unit, edge = self.unit_at(position), self.edge_at(position)
        kind, what, value = self._grasp(unit if unit is not None else edge)
        self._held = (kind, what, position.y(), value) if kind else None

    def _grasp(self, place: Place | Edge | None) -> tuple[str, Any, float]:
        """Return what can be changed there: its kind, which one it is, and its value."""
        if place is None or (len(place) == 2 and place[0] > 0):
            return "", None, 0.0
        if len(place) == 2:
            name = ("x1", "x2")[place[1]]
            return "input", name, getattr(self._params, name)
        layer, start, end = place
        return "edge", place, float(self._weights()[layer][start, end])

    def _change(self, kind: str, what: Any, value: float) -> None:
        moved = round(min(max(value, -MOST), MOST) / STEP) * STEP
        moved = round(moved, 6)
        if kind == "input":
            self.edited.emit({what: moved})
        else:
            kept = {tuple(int(k) for k in row[:3]): row[3] for row in self._params.edges}
            kept[what] = moved
            rows = tuple((*map(float, edge), float(w)) for edge, w in sorted(kept.items()))
            self.edited.emit({"edges": rows})

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change what is held; else show what could be."""
        position = event.position()
        if self._held is None:
            unit, edge = self.unit_at(position), self.edge_at(position)
            over = unit if unit is not None else edge
            if over != self._over:
                self._over = over
                holds = (unit is not None and unit[0] == 0) or (unit is None and edge is not None)
                self.setCursor(
                    Qt.CursorShape.SizeVerCursor if holds else Qt.CursorShape.ArrowCursor
                )
                self.update()
            return
        kind, what, begin, value = self._held
        self._change(kind, what, value + (begin - position.y()) / PER_UNIT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._over = None
        self.update()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from number to number, and change the one that is lit."""
        key, places = Qt.Key(event.key()), self._stops()
        kind, what, value = self._grasp(self._over)
        if key in WALK:
            at = places.index(self._over) + WALK[key] if self._over in places else 0
            self._over = places[at % len(places)]
            self.setAccessibleDescription(self._told(self._over))
            self.update()
        elif kind and key in CHANGE:
            self._change(kind, what, value + CHANGE[key] * STEP)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put out what was lit."""
        super().focusOutEvent(event)
        self._over = None
        self.update()

    def _stops(self) -> list[Place | Edge]:
        """Every unit and line, layer after layer."""
        stops: list[Place | Edge] = []
        for layer, width in enumerate(WIDTHS):
            stops += [(layer, unit) for unit in range(width)]
            stops += [edge for edge in self.edges() if edge[0] == layer]
        return stops

    def _told(self, place: Place | Edge) -> str:
        if len(place) == 2:
            value = self._value(*place)
            known = "?" if value is None else number(value)
            return self.words_of(*place) or f"{self._name(*place)} = {known}"
        layer, start, end = place
        weight = number(float(self._weights()[layer][start, end]))
        return f"{self._name(layer, start)} → {self._name(layer + 1, end)}: {weight}"

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from the page; say a unit's whole sum where the mouse rests."""
        if claims(event):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            unit = self.unit_at(QPointF(event.pos()))
            words = self.words_of(*unit) if unit is not None else ""
            QToolTip.showText(event.globalPos(), words or self.toolTip(), self)
            return True
        return super().event(event)

    def words_of(self, layer: int, unit: int) -> str:
        """Return the sum of a unit with its numbers, if it is known."""
        if layer == 0 or self._frame is None or not self._known(layer, unit):
            return ""
        weights, biases = self._params.network()
        values = self._frame.arrays["values"][layer - 1]
        terms = [
            f"{number(w)}·{number(x)}"
            for w, x in zip(weights[layer - 1][:, unit], values, strict=False)
        ]
        total = float(self._frame.arrays["sums"][layer, unit])
        line = " + ".join([*terms, number(float(biases[layer - 1][unit]))]) + f" = {number(total)}"
        last = layer == len(WIDTHS) - 1
        function = self._params.output if last else self._params.hidden
        value = self._value(layer, unit)
        if function == IDENTITY or value is None:
            return line
        return f"{line}\n{function}: {number(value)}"


def number(value: float) -> str:
    """Return the value with three digits after the point at most, and a real minus sign."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return ("0" if text in ("-0", "") else text).replace("-", "−")
