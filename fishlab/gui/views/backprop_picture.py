"""The drawn graph: values above the edges, derivatives below, and a hand that moves both.

Drag a number marked ↕ (or any number of an input's matrix) up or down to change it; drag a node to
put it elsewhere, and double-click the ground to put all nodes back. With the keys on the picture,
the arrows do the same (`backprop_keys`).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.claim import ARROWS, ENTER, claims
from fishlab.gui.widgets.focus_mark import FocusMark
from fishlab.labs.backprop_graphs import TYPED_FIELD
from fishlab.labs.backprop_params import LARGEST, BackpropParams
from fishlab.labs.backprop_scene import BACKWARD, CONSTANT, END, FORWARD, VARIABLE
from fishlab.labs.backprop_typed import LARGEST as LARGEST_TYPED
from fishlab.labs.backprop_typed import with_value

from .backprop_keys import CHANGE, PUSH, WALK, Stop, shifted, stops
from .backprop_shapes import Cell, Geometry, crowding, measure
from .gradients_numbers import number, power

VALUE, DERIVATIVE = 0, 4
"""Curve colours; derivatives are marked with ← as well."""
PIXELS_A_STEP = 4
TYPED_STEP = 0.1


@dataclass
class Drag:
    """A press: of a number that will change (`cell`), or of a node that will move."""

    start: QPointF
    node: int
    cell: Cell | None
    value: float
    offset: QPointF


class GraphPicture(QWidget):
    """edited: a hand changed parameters."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._params = BackpropParams()
        self._frame: Frame | None = None
        self._geometry = Geometry()
        self._moved: dict[int, QPointF] = {}
        self._drawn: tuple[object, ...] = ()
        self._drag: Drag | None = None
        self._mouse: QPointF | None = None
        self._stop = -1
        self._mark = FocusMark(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 200)

    def show_params(self, params: BackpropParams) -> None:
        """Take the values that a drag starts from."""
        self._params = params

    def show_frame(self, frame: Frame) -> None:
        """Draw this frame; another graph forgets how nodes of the last were moved."""
        drawn = (frame.arrays["labels"].tolist(), frame.arrays["edges"].tolist())
        if drawn != self._drawn:
            self._drawn = drawn
            self._moved.clear()
            self._drag = None
            self._stop = -1
        self._frame = frame
        self._describe()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._frame = None
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._mark.apply_theme(theme)
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("backprop", "Computational graph"))
        self.setToolTip(
            translate(
                "backprop",
                "Drag a number with ↕ up or down to change it; drag a node to move it; "
                "double-click beside the nodes to put them back. Keys: ← → choose a number, ↑ ↓ "
                "change it, Shift with an arrow moves the node, Home puts them back",
            )
        )
        self._describe()

    # --- where things are -------------------------------------------------------------------------

    def cell_of(self, name: str, index: int = 0) -> QRectF:
        """Return where the value number `index` of the node with that name stands."""
        node = self._label(name)
        return next(c.area for c in self._placed().values if (c.node, c.index) == (node, index))

    def box_of(self, name: str) -> QRectF:
        """Return where the first node with that name stands."""
        return self._placed().boxes[self._label(name)]

    def texts(self) -> list[str]:
        """Return every number in the picture, as it is written."""
        placed = self._placed()
        return [cell.text for cell in (*placed.values, *placed.derivatives, *placed.sums)]

    def _label(self, name: str) -> int:
        assert self._frame is not None
        return int(self._frame.arrays["labels"].tolist().index(name))

    def _placed(self) -> Geometry:
        if self._frame is not None:
            self._geometry = measure(
                self._frame.arrays, QSizeF(self.size()), QFontMetricsF(self._font()), self._moved
            )
        return self._geometry

    def _font(self) -> QFont:
        font = QFont(self.font())
        if self._frame is not None:
            share = crowding(self._frame.arrays["positions"], QSizeF(self.size()))
            font.setPointSizeF(font.pointSizeF() * share)
        return font

    # --- the hand ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a number or of a node."""
        if event.button() != Qt.MouseButton.LeftButton or self._frame is None:
            return
        at = event.position()
        cell = self._cell_at(at)
        node = cell.node if cell else self._node_at(at)
        if node is None:
            return
        if cell is not None and self._field(node) == "target":
            self._choose(cell)
            return
        self._drag = self._hold(at, node, cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change the number or move the node; or say what is under the mouse."""
        at = self._mouse = event.position()
        if self._drag is None:
            over = self._cell_at(at)
            shape = Qt.CursorShape.ArrowCursor
            if over is not None:
                clicked = self._field(over.node) == "target"
                shape = Qt.CursorShape.PointingHandCursor
                shape = shape if clicked else Qt.CursorShape.SizeVerCursor
            elif self._node_at(at) is not None:
                shape = Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
        elif self._drag.cell is not None:
            self._change(self._drag, self._drag.start.y() - at.y())
        else:
            way = at - self._drag.start
            by = QPointF(way.x() / max(self.width(), 1), way.y() / max(self.height(), 1))
            self._moved[self._drag.node] = self._drag.offset + by
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Put all nodes back."""
        if self._node_at(event.position()) is None:
            self._moved.clear()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the readout away."""
        self._mouse = None
        self.update()

    def _choose(self, cell: Cell) -> None:
        self.edited.emit(self._shown_at_once({"target": cell.index % 3}))

    def _hold(self, at: QPointF, node: int, cell: Cell | None) -> Drag:
        assert self._frame is not None
        value = float(self._frame.arrays["values"][node, cell.index]) if cell else 0.0
        return Drag(at, node, cell, value, self._moved.get(node, QPointF()))

    # --- the keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from the page's shortcuts."""
        return claims(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another number, change it, or move its node."""
        key, at = Qt.Key(event.key()), self.stop
        if self._frame is None:
            super().keyPressEvent(event)
        elif shifted(event) and key in PUSH and at is not None:
            self._moved[at.node] = self._moved.get(at.node, QPointF()) + QPointF(*PUSH[key])
        elif key in WALK:
            self._stop = (self._stop + WALK[key]) % len(self._stops()) if at else 0
        elif key == Qt.Key.Key_Home:
            self._moved.clear()
        elif at is None or at.cell is None or key not in {*ARROWS, *CHANGE, *ENTER}:
            super().keyPressEvent(event)
        elif self._field(at.node) == "target":
            self._choose(at.cell)
        elif key in CHANGE:
            self._change(self._hold(QPointF(), at.node, at.cell), CHANGE[key] * PIXELS_A_STEP)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame and the readout away."""
        super().focusOutEvent(event)
        self.update()

    @property
    def stop(self) -> Stop | None:
        """Where the keys are, if they have gone anywhere yet."""
        places = self._stops() if self._frame is not None and self._stop >= 0 else []
        return places[self._stop] if places else None

    def _stops(self) -> list[Stop]:
        assert self._frame is not None
        return stops(self._placed(), self._frame.arrays["fields"].tolist())

    def _change(self, drag: Drag, upward: float) -> None:
        """Ask for the value that lies so many pixels above the one where the drag began."""
        assert drag.cell is not None
        assert self._frame is not None
        field = self._field(drag.node)
        spec = self._params.specs()[field]
        step = spec.step or TYPED_STEP
        value = drag.value + step * int(upward / PIXELS_A_STEP)
        if field == TYPED_FIELD:
            value = _within(value, LARGEST_TYPED)
            name = str(self._frame.arrays["labels"][drag.node])
            change: object = with_value(self._params.values, name, value)
        elif spec.kind == "rows":
            table = [list(row) for row in getattr(self._params, field)]
            row, column = divmod(drag.cell.index, len(table[0]))
            table[row][column] = _within(value, LARGEST)
            change = table
        else:
            assert spec.minimum is not None
            assert spec.maximum is not None
            change = round(min(max(value, spec.minimum), spec.maximum), 6)
        if change != self._params.to_json()[field]:
            self.edited.emit(self._shown_at_once({field: change}))

    def _shown_at_once(self, change: dict[str, object]) -> dict[str, object]:
        """A hand that drags wants to see the end, not wait for every node."""
        return change | ({"stepwise": False} if self._params.stepwise else {})

    def _field(self, node: int) -> str:
        assert self._frame is not None
        return str(self._frame.arrays["fields"][node])

    def _cell_at(self, at: QPointF) -> Cell | None:
        if self._frame is None:
            return None
        cells = (cell for cell in self._placed().values if self._field(cell.node))
        return next((cell for cell in cells if cell.area.adjusted(-3, -3, 3, 3).contains(at)), None)

    def _node_at(self, at: QPointF) -> int | None:
        boxes = enumerate(self._placed().boxes) if self._frame is not None else ()
        return next((node for node, box in boxes if box.contains(at)), None)

    # --- drawing ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edges, then nodes, then numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        if self._frame is not None:
            painter.setFont(self._font())
            placed = self._placed()
            self._paint_edges(painter, placed)
            self._paint_nodes(painter, placed)
            self._paint_numbers(painter, placed)
            self._paint_stop(painter, placed)
            self._paint_readout(painter, placed)
        painter.end()

    def _paint_edges(self, painter: QPainter, placed: Geometry) -> None:
        assert self._frame is not None
        arrays, theme = self._frame.arrays, self._theme
        sources = [*arrays["edges"][:, 0].tolist(), len(placed.boxes) - 1]
        targets = [*arrays["edges"][:, 1].tolist(), len(placed.boxes)]
        back = [*arrays["back"].tolist(), bool(arrays["returned"][-1])]
        at, phase = int(arrays["at"]), int(arrays["phase"])
        for edge, line in enumerate(placed.lines):
            known = bool(arrays["forward"][sources[edge]])
            busy = targets[edge] == at and phase in (FORWARD, BACKWARD, END)
            ink = QColor(theme.text if known else theme.muted)
            style = Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine
            painter.setPen(QPen(ink, 2.4 if busy else 1.4, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(line))
            _arrow(painter, line[-2], line[-1], ink)
            if back[edge]:
                _arrow(painter, line[1], line[0], QColor(theme.curve(DERIVATIVE)))

    def _paint_nodes(self, painter: QPainter, placed: Geometry) -> None:
        assert self._frame is not None
        arrays, theme = self._frame.arrays, self._theme
        for node, box in enumerate(placed.boxes):
            kind = int(arrays["kinds"][node])
            busy = node == int(arrays["at"])
            edge = QColor(theme.accent if busy else theme.muted)
            style = Qt.PenStyle.DotLine if kind == CONSTANT else Qt.PenStyle.SolidLine
            painter.setPen(QPen(edge, 3.5 if busy else 1.4, style))
            fill = QColor(theme.surface)
            if kind == VARIABLE:
                fill = _mixed(theme.curve(VALUE), theme.plot, 0.18)
            painter.setBrush(fill)
            path = QPainterPath()
            if kind in (VARIABLE, CONSTANT):
                path.addRoundedRect(box, 6, 6)
            else:
                path.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.drawPath(path)
            painter.setPen(QColor(theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(arrays["labels"][node]))

    def _paint_numbers(self, painter: QPainter, placed: Geometry) -> None:
        theme = self._theme
        ground = QColor(theme.plot)
        ground.setAlpha(225)
        for cells, ink in (
            (placed.values, QColor(theme.text)),
            (placed.derivatives, _readable(theme)),
            (placed.sums, _readable(theme)),
        ):
            for cell in cells:
                can_drag = ink == QColor(theme.text) and bool(self._field(cell.node))
                painter.setPen(QPen(QColor(theme.accent), 1) if can_drag else Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(cell.area.adjusted(1, 1, -1, -1), 4, 4)
                painter.setPen(ink)
                painter.drawText(cell.area, Qt.AlignmentFlag.AlignCenter, cell.text)

    def _paint_stop(self, painter: QPainter, placed: Geometry) -> None:
        """Frame the number, or the node, that the keys are at."""
        stop = self.stop if self.hasFocus() else None
        if stop is None:
            return
        area = placed.boxes[stop.node] if stop.cell is None else stop.cell.area
        painter.setPen(QPen(QColor(self._theme.text), 2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 5, 5)

    def _paint_readout(self, painter: QPainter, placed: Geometry) -> None:
        """Write what is known of the node under the mouse, or where the keys are."""
        at = self._mouse
        node = self._node_at(at) if at is not None and self._drag is None else None
        stop = self.stop if self.hasFocus() else None
        if node is None and stop is not None:
            node, at = stop.node, placed.boxes[stop.node].bottomRight()
        if node is None or at is None:
            return
        text = self.reading(node)
        metrics = QFontMetricsF(painter.font())
        box = metrics.boundingRect(QRectF(0, 0, 420, 200), 0, text).adjusted(-8, -5, 8, 5)
        box.moveTopLeft(QPointF(at.x() + 14, at.y() + 14))
        if box.right() > self.width() - 4:
            box.moveRight(at.x() - 10)
        if box.bottom() > self.height() - 4:
            box.moveBottom(at.y() - 10)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(box.adjusted(8, 5, -8, -5), 0, text)

    def reading(self, node: int) -> str:
        """Return what is known of a node by now, one line each."""
        assert self._frame is not None
        arrays = self._frame.arrays
        label = str(arrays["labels"][node])
        height, width = arrays["shapes"][node].tolist()
        lines = [label]
        value, total, numeric = (
            number(float(arrays[name][node, 0]), 8) for name in ("values", "totals", "numeric")
        )
        single = height * width == 1
        if not single:
            shape = translate("backprop", "shape ({rows}, {columns})", rows=height, columns=width)
            lines.append(shape)
        elif arrays["forward"][node]:
            lines.append(translate("backprop", "value {value}", value=value))
        if arrays["returned"][node] and arrays["kinds"][node] != CONSTANT:
            if single:
                lines += [
                    translate("backprop", "derivative {value}", value=total),
                    translate("backprop", "numerically {value}", value=numeric),
                ]
            gap = power(float(arrays["gaps"][node]))
            mark = "✓" if arrays["agrees"][node] else "≠"
            lines.append(translate("backprop", "difference {gap} {mark}", gap=gap, mark=mark))
        return "\n".join(lines)

    def _describe(self) -> None:
        if self._frame is not None:
            nodes = range(len(self._frame.arrays["labels"]))
            self.setAccessibleDescription(
                "; ".join(self.reading(node).replace("\n", ", ") for node in nodes)
            )


def _within(value: float, largest: float) -> float:
    return round(min(max(value, -largest), largest), 6)


def _readable(theme: Theme) -> QColor:
    """Return the derivatives' colour, dark or light enough to be read."""
    return QColor(theme.bad)


def _mixed(colour: str, ground: str, share: float) -> QColor:
    a, b = QColor(colour), QColor(ground)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(share * x + (1 - share) * y) for x, y in pairs))


def _arrow(painter: QPainter, start: QPointF, end: QPointF, ink: QColor) -> None:
    """Draw the head of an arrow at `end`."""
    way = end - start
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-6)
    along, across = way / length, QPointF(-way.y(), way.x()) / length
    foot = end - along * 9
    head = QPolygonF([end, foot + across * 4, foot - across * 4])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(head)
