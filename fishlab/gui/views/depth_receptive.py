"""Maps side by side: the cell under the mouse, and all the cells that it depends on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .depth_panel import Panel

GAP, TITLE, FOOT, BARS = 28, 46, 30, 92
LARGEST, SMALLEST, FINEST = 44.0, 9.0, 3.0
"""Pixels of a cell: at most, at least if all maps have the same, and with lines between."""

Cell = tuple[int, int, int]
KEYS = {
    Qt.Key.Key_Left: (0, 0, -1),
    Qt.Key.Key_Right: (0, 0, 1),
    Qt.Key.Key_Up: (0, -1, 0),
    Qt.Key.Key_Down: (0, 1, 0),
    Qt.Key.Key_PageUp: (-1, 0, 0),
    Qt.Key.Key_PageDown: (1, 0, 0),
}


class ReceptivePanel(Panel):
    """The input at the left, the last map at the right; below, what the filters cost.

    A cell follows the mouse, and stays where it was clicked; arrow keys move it in its map, Page Up
    and Page Down take it to the map before and the next.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._kept: Cell = (0, 0, 0)
        self.cell: Cell = (0, 0, 0)
        """Number of the map, row and column of the cell whose field is shown."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(420, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw these maps, and the field of the middle of the last if they are others."""
        before = [] if self._frame is None else self._sides()
        self._frame = frame
        sides = self._sides()
        if sides != before:
            self._kept = self.cell = (len(sides) - 1, sides[-1] // 2, sides[-1] // 2)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("depth", "Receptive field through the layers"))
        self.setToolTip(
            translate("depth", "Move over any map: the field of its cell follows; a click keeps it")
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three maps."""
        return QSize(800, 460)

    def _sides(self) -> list[int]:
        assert self._frame is not None
        sides: list[int] = self._frame.arrays["sides"].tolist()
        return sides

    def places(self) -> list[QRectF]:
        """Return where each map is, the input first.

        Cells are of one size while there is room for that; else every map is of one size, in one
        line or in two.
        """
        if self._frame is None:
            return []
        sides = self._sides()
        across = self.width() - 2 * GAP - GAP * (len(sides) - 1)
        high = self.height() - TITLE - FOOT - BARS
        size = min(across / sum(sides), high / max(sides), LARGEST)
        if size >= SMALLEST:
            lengths = [side * size for side in sides]
            return self._line(lengths, TITLE, high)
        half = -(-len(sides) // 2)
        wide = (self.width() - 2 * GAP - GAP * (half - 1)) / half
        low = (high - TITLE - FOOT) / 2
        one, two = min(across / len(sides), high), min(wide, low)
        if one >= two:
            return self._line([one] * len(sides), TITLE, high)
        return [
            *self._line([two] * half, TITLE, low),
            *self._line([two] * (len(sides) - half), 2 * TITLE + FOOT + low, low),
        ]

    def _line(self, lengths: list[float], top: float, high: float) -> list[QRectF]:
        """Return maps of these sides beside each other, in the middle."""
        left = (self.width() - sum(lengths) - GAP * (len(lengths) - 1)) / 2
        places = []
        for length in lengths:
            places.append(QRectF(left, top + (high - length) / 2, length, length))
            left += length + GAP
        return places

    def field(self, number: int) -> QRectF | None:
        """Return which part of map `number` the cell sees, in pixels; None if none."""
        assert self._frame is not None
        own, row, column = self.cell
        size = int(self._frame.arrays["sizes"][own, number])
        if not size:
            return None
        jump = int(self._frame.arrays["jumps"][own, number])
        place = self.places()[number]
        scale = place.width() / self._sides()[number]
        return QRectF(
            place.x() + column * jump * scale,
            place.y() + row * jump * scale,
            size * scale,
            size * scale,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the maps, in each the cells that are seen, and the two bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        if self._frame is None:
            return
        for number, place in enumerate(self.places()):
            self._paint_map(painter, number, place)
        self._paint_bars(painter)
        painter.end()

    def _paint_map(self, painter: QPainter, number: int, place: QRectF) -> None:
        assert self._frame is not None
        theme, side = self._theme, self._sides()[number]
        field = self.field(number)
        if field is not None:
            fill = QColor(theme.curve(1))
            fill.setAlpha(120)
            painter.fillRect(field, fill)
        painter.setPen(QPen(QColor(theme.border), 1))
        size = place.width() / side
        for line in range(side + 1) if size >= FINEST else (0, side):
            along = QPointF(line * size, 0), QPointF(0, line * size)
            painter.drawLine(place.topLeft() + along[0], place.bottomLeft() + along[0])
            painter.drawLine(place.topLeft() + along[1], place.topRight() + along[1])
        if field is not None:
            painter.setPen(QPen(QColor(theme.curve(4)), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(field)
        room = max(place.width() + GAP - 4, 60)
        over = QRectF(place.center().x() - room / 2, place.top() - 42, room, 40)
        painter.setPen(QColor(theme.text))
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(
            over, centre | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap,
            self._name(number),
        )  # fmt: skip
        if field is not None:
            cells = int(self._frame.arrays["sizes"][self.cell[0], number])
            under = QRectF(place.center().x() - room / 2, place.bottom() + 4, room, 20)
            painter.setPen(QColor(theme.muted))
            painter.drawText(under, centre, f"{cells} × {cells}")

    def _name(self, number: int) -> str:
        assert self._frame is not None
        pooled = self._frame.arrays["pooled"]
        if number == 0:
            return translate("depth", "input")
        if pooled[number]:
            return translate("depth", "pooled")
        filters = number - int(pooled[:number].sum())
        return translate("depth", "filter {number}", number=filters)

    def _paint_bars(self, painter: QPainter) -> None:
        """Draw how many parameters the small filters have, and the one that sees as far."""
        assert self._frame is not None
        scalars = self._frame.scalars
        field = int(scalars["field"])
        rows = (
            (translate("depth", "these filters"), int(scalars["parameters"]), 2),
            (
                translate("depth", "one of {field} × {field}", field=field),
                int(scalars["single_parameters"]),
                0,
            ),
        )
        largest = max(count for _, count, _ in rows)
        words, height = 150, 22
        left = GAP + words
        room = self.width() - left - GAP - 190
        top = self.height() - BARS + 18
        for line, (name, count, colour) in enumerate(rows):
            y = top + line * (height + 8)
            painter.setPen(QColor(self._theme.text))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                QRectF(GAP, y, words - 10, height), middle | Qt.AlignmentFlag.AlignRight, name
            )
            bar = QRectF(left, y, max(room * count / largest, 1.0), height)
            painter.fillRect(bar, QColor(self._theme.curve(colour)))
            told = translate("depth", "{count} parameters", count=f"{count:,}")
            painter.drawText(QRectF(bar.right() + 8, y, 200, height), middle, told)

    def cell_at(self, position: QPointF) -> Cell | None:
        """Return the cell at a point of the widget."""
        for number, place in enumerate(self.places()):
            if place.contains(position):
                side = self._sides()[number]
                way = (position - place.topLeft()) * side / place.width()
                return number, min(int(way.y()), side - 1), min(int(way.x()), side - 1)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the field of the cell under the mouse, or of the one that is kept."""
        self.cell = self.cell_at(event.position()) or self._kept
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the cell under the mouse."""
        found = self.cell_at(event.position())
        if found is not None:
            self._kept = self.cell = found
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the cell that is kept."""
        self.cell = self._kept
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cell."""
        step = KEYS.get(Qt.Key(event.key()))
        if step is None or self._frame is None:
            super().keyPressEvent(event)
            return
        sides = self._sides()
        number, row, column = (a + b for a, b in zip(self.cell, step, strict=True))
        number = min(max(number, 0), len(sides) - 1)
        last = sides[number] - 1
        self._kept = self.cell = (number, min(max(row, 0), last), min(max(column, 0), last))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if Qt.Key(event.key()) in KEYS:
                event.accept()
                return True
        return super().event(event)
