"""A sheet of matrices whose cells are seen, lit and painted: image, filter, columns, output.

Blocks stand in columns, with a sign between them. All cells are squares of one size, as large as
fits; where they are too small for numbers, their shade and the words under the mouse remain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fishlab.gui import numbers
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

TITLE, SIGN, GAP = 22, 40, 10
LARGEST, READABLE = 68, 15
SIGN_SCALE = 1.5
TOP = 9
"""A click after 9 goes on with −9."""

Place = tuple[int, int, int, int]
"""Top, left, height and width of a part of a block, in cells."""

ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True)
class Block:
    """One matrix. values: (H, W), of which `pad` cells on each side are padding.

    editable: a click changes a cell. known: (H, W), cells that are not are shown pale. framed: a
    part in a thick frame. lit: parts with a tinted ground.
    """

    name: str
    title: str
    values: np.ndarray
    pad: int = 0
    editable: bool = False
    known: np.ndarray | None = None
    framed: tuple[Place, ...] = ()
    lit: tuple[Place, ...] = ()


Cell = tuple[str, int, int]


class Sheet(QWidget):
    """Shows blocks; tells where the mouse is and which cell was painted with which value."""

    hovered = Signal(str, int, int)
    """(block, row, column), or ("", −1, −1) outside of all."""
    chosen = Signal(str, int, int)
    painted = Signal(str, int, int, int)
    """(block, row, column without padding, value)."""

    def __init__(self, parent: QWidget | None = None, largest: int = LARGEST) -> None:
        super().__init__(parent)
        self._largest = largest
        self._theme = LIGHT
        self._columns: Sequence[Sequence[Block]] = ()
        self._signs: Sequence[str] = ()
        self._brush: int | None = None
        self._last: Cell | None = None
        self.cursor_cell: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_blocks(self, columns: Sequence[Sequence[Block]], signs: Sequence[str] = ()) -> None:
        """Show columns of blocks with `signs[k]` between columns k and k + 1."""
        self._columns, self._signs = columns, signs
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two small matrices."""
        return QSize(420, 260)

    @property
    def blocks(self) -> list[Block]:
        """All blocks, column after column."""
        return [block for column in self._columns for block in column]

    def block(self, name: str) -> Block:
        """Return the block of that name; KeyError if there is none."""
        for block in self.blocks:
            if block.name == name:
                return block
        raise KeyError(name)

    # Geometry

    @property
    def side(self) -> int:
        """Pixels of a cell's side."""
        if not self.blocks:
            return self._largest
        across = sum(max(b.values.shape[1] for b in column) for column in self._columns)
        width = self.width() - 2 * GAP - sum(self._rooms())
        sides = [self._largest, width / max(across, 1)]
        for column in self._columns:
            cells = sum(block.values.shape[0] for block in column)
            room = self.height() - len(column) * (TITLE + GAP)
            sides.append(room / max(cells, 1))
        return max(int(min(sides)), 2)

    def places(self) -> dict[str, QRect]:
        """Where the cells of each block are."""
        side = self.side
        widths = [max(b.values.shape[1] for b in column) * side for column in self._columns]
        rooms = self._rooms()
        left = (self.width() - sum(widths) - sum(rooms)) // 2
        places = {}
        for k, (column, width) in enumerate(zip(self._columns, widths, strict=True)):
            height = sum(b.values.shape[0] * side + TITLE for b in column) + GAP * (len(column) - 1)
            top = max((self.height() - height) // 2, 0)
            for block in column:
                rows, columns = block.values.shape
                start = left + (width - columns * side) // 2
                places[block.name] = QRect(start, top + TITLE, columns * side, rows * side)
                top += TITLE + rows * side + GAP
            left += width + (rooms[k] if k < len(rooms) else 0)
        return places

    def _rooms(self) -> list[int]:
        """Pixels between each column and the next: as wide as the sign, and at least `SIGN`."""
        metrics = QFontMetrics(self._sign_font())
        signs = [*self._signs, *[""] * len(self._columns)][: max(len(self._columns) - 1, 0)]
        return [max(metrics.horizontalAdvance(sign) + 2 * GAP, SIGN) for sign in signs]

    def _sign_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SIGN_SCALE)
        return font

    def cell_at(self, position: QPoint) -> Cell | None:
        """Return the cell at a point of the widget, if there is one."""
        side = self.side
        for name, place in self.places().items():
            if place.contains(position):
                offset = position - place.topLeft()
                return name, offset.y() // side, offset.x() // side
        return None

    def centre_of(self, name: str, row: int, column: int) -> QPoint:
        """Return the middle of a cell."""
        side = self.side
        corner = self.places()[name].topLeft()
        return corner + QPoint(column * side + side // 2, row * side + side // 2)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all blocks and the signs between them."""
        painter = QPainter(self)
        places = self.places()
        for block in self.blocks:
            self._paint_block(painter, block, places[block.name])
        painter.setFont(self._sign_font())
        painter.setPen(QColor(self._theme.text))
        for k, sign in enumerate(self._signs):
            right = max(places[b.name].right() for b in self._columns[k])
            left = min(places[b.name].left() for b in self._columns[k + 1])
            first, last = self._columns[k][0], self._columns[k][-1]
            top, bottom = places[first.name].top(), places[last.name].bottom()
            room = QRect(right, top, left - right, bottom - top)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_block(self, painter: QPainter, block: Block, place: QRect) -> None:
        theme, side = self._theme, self.side
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        over = QRect(place.center().x() - 120, place.top() - TITLE, 240, TITLE - 3)
        painter.drawText(
            over, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, block.title
        )
        if not block.values.size:
            return
        font = self._fitting(block)
        largest = max(float(np.abs(block.values).max()), 1e-12)
        for (row, column), value in np.ndenumerate(block.values):
            cell = QRect(place.left() + column * side, place.top() + row * side, side, side)
            known = block.known is None or bool(block.known[row, column])
            painter.fillRect(cell, self._shade(value / largest if known else 0.0))
            if self._is_padding(block, row, column):
                hatch = QColor(theme.grid)
                painter.fillRect(cell, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
            if side >= 6:
                painter.setPen(QPen(QColor(theme.border), 1))
                painter.drawRect(cell)
            if font is not None:
                painter.setFont(font)
                painter.setPen(QColor(theme.text if known else theme.muted))
                if not known:
                    painter.setOpacity(0.55)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, number(value))
                painter.setOpacity(1.0)
        tint = QColor(theme.curve(1))
        tint.setAlpha(70)
        for part in block.lit:
            painter.fillRect(self._part(place, part), tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in block.framed:
            painter.setPen(QPen(QColor(theme.curve(4)), 3 if side >= 8 else 2))
            painter.drawRect(self._part(place, part))
        if self.hasFocus() and self.cursor_cell is not None and self.cursor_cell[0] == block.name:
            _, row, column = self.cursor_cell
            painter.setPen(QPen(QColor(theme.text), 2, Qt.PenStyle.DotLine))
            painter.drawRect(self._part(place, (row, column, 1, 1)).adjusted(2, 2, -2, -2))

    def _part(self, place: QRect, part: Place) -> QRect:
        top, left, height, width = (int(k) * self.side for k in part)
        return QRect(place.left() + left, place.top() + top, width, height)

    def _fitting(self, block: Block) -> QFont | None:
        """The font in which every number of the block fits into its cell, or None."""
        if self.side < READABLE:
            return None
        longest = max((number(v) for v in block.values.flat), key=len)
        font = QFont(self.font())
        for factor in (1.4, 1.15, 1.0, 0.85, 0.7, 0.6):
            font.setPointSizeF(self.font().pointSizeF() * factor)
            if QFontMetrics(font).horizontalAdvance(longest) <= self.side - 4:
                return font
        return None

    def _shade(self, share: float) -> QColor:
        """Blue for positive, orange for negative; zero is paper."""
        paper = QColor(self._theme.plot)
        ink = QColor(self._theme.accent if share > 0 else self._theme.curve(1))
        strength = 0.55 * abs(share)
        red, green, blue = (
            round((1 - strength) * a + strength * b)
            for a, b in (
                (paper.red(), ink.red()),
                (paper.green(), ink.green()),
                (paper.blue(), ink.blue()),
            )
        )
        return QColor(red, green, blue)

    @staticmethod
    def _is_padding(block: Block, row: int, column: int) -> bool:
        rows, columns = block.values.shape
        p = block.pad
        return not (p <= row < rows - p and p <= column < columns - p)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left raises a cell by one, right lowers it; other blocks tell which cell was chosen."""
        cell = self.cell_at(event.position().toPoint())
        if cell is None:
            return
        self.chosen.emit(*cell)
        if self._can_paint(cell):
            down = event.button() == Qt.MouseButton.RightButton
            self._brush = _next(self._value(cell), -1 if down else 1)
            self.cursor_cell = cell
            self._paint(cell, self._brush)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint on with the value of the first cell; without a button, tell where the mouse is."""
        cell = self.cell_at(event.position().toPoint())
        if self._brush is not None:
            if cell is not None and self._can_paint(cell) and cell != self._last:
                self._paint(cell, self._brush)
            return
        self._show_cursor(cell)
        self.hovered.emit(*(cell or ("", -1, -1)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu where the right button lowers a cell."""
        cell = self.cell_at(event.pos())
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        event.setAccepted(by_mouse and cell is not None and self._can_paint(cell))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the brush."""
        self._brush = self._last = None

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is nowhere."""
        self.hovered.emit("", -1, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, plus, minus and digits change the cell under it."""
        key = Qt.Key(event.key())
        cell = self.cursor_cell
        names = {block.name for block in self.blocks}
        if key in ARROWS and self.blocks:
            self._move(ARROWS[key])
        elif cell is None or cell[0] not in names or not self._can_paint(cell):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._paint(cell, _next(self._value(cell), 1 if key == Qt.Key.Key_Plus else -1))
        elif event.text().isdecimal():
            self._paint(cell, int(event.text()))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys above from the window's shortcuts; tell the number under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if Qt.Key(event.key()) in ARROWS:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, position: QPoint) -> str:
        """Say what the cell at a point is."""
        cell = self.cell_at(position)
        if cell is None:
            return self.toolTip()
        block = self.block(cell[0])
        value = number(self._value(cell))
        row, column = cell[1] - block.pad, cell[2] - block.pad
        if self._is_padding(block, cell[1], cell[2]):
            return translate("cnn", "padding: 0")
        words = translate(
            "cnn",
            "{title}, row {row}, column {column}: {value}",
            title=block.title,
            row=row,
            column=column,
            value=value,
        )
        if block.editable:
            words += "\n" + translate(
                "cnn", "click: one more · right click: one less · drag paints"
            )
        return words

    def _value(self, cell: Cell) -> float:
        name, row, column = cell
        return float(self.block(name).values[row, column])

    def _can_paint(self, cell: Cell) -> bool:
        block = self.block(cell[0])
        rows, columns = block.values.shape
        inside = cell[1] < rows and cell[2] < columns
        return block.editable and inside and not self._is_padding(block, cell[1], cell[2])

    def _paint(self, cell: Cell, value: int) -> None:
        self._last = cell
        name, row, column = cell
        pad = self.block(name).pad
        self.painted.emit(name, row - pad, column - pad, value)

    def _move(self, by: tuple[int, int]) -> None:
        block = next((b for b in self.blocks if b.editable), self.blocks[0])
        if self.cursor_cell is None or self.cursor_cell[0] not in {b.name for b in self.blocks}:
            self.cursor_cell = block.name, block.pad, block.pad
        else:
            name, row, column = self.cursor_cell
            rows, columns = self.block(name).values.shape
            row, column = row + by[0], column + by[1]
            names = [b.name for b in self.blocks if b.values.size]
            if not 0 <= column < columns or not 0 <= row < rows:
                # Over the edge of a matrix the cursor goes on to the one beside it.
                at = names.index(name) + (1 if sum(by) > 0 else -1)
                name = names[at % len(names)]
                pad = self.block(name).pad
                row = column = pad
            self.cursor_cell = name, row, column
        self.hovered.emit(*self.cursor_cell)
        self.update()

    def _show_cursor(self, cell: Cell | None) -> None:
        if cell is not None and self._can_paint(cell):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()


def number(value: float) -> str:
    """Return the value as short as it can be told apart."""
    return numbers.number(value, 4)


def _next(value: float, by: int) -> int:
    """Return the next whole number, going round from 9 to −9 and back."""
    following = round(value) + by
    return -TOP if following > TOP else TOP if following < -TOP else following
