"""Tables and matrices of numbers, and how the gradients view writes a number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fishlab.gui import numbers
from fishlab.gui.presentation import grown
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.widgets.claim import claims
from fishlab.gui.widgets.columns import share_width, side_of, write_titles
from fishlab.gui.widgets.focus_mark import FocusMark

WALK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
ROW_HEIGHT = 26
CELL = QSize(86, 38)
LABEL_WIDTH, LABEL_HEIGHT = 24, 22
NEGATIVE, POSITIVE = 4, 0
"""Curve colours of numbers below and above 0; the sign is written as well."""


def number(value: float, digits: int = 6) -> str:
    """Return the value with so many digits that count."""
    return numbers.number(value, digits)


def power(value: float) -> str:
    """Return the value as a power of ten, such as 3.0e−9."""
    return numbers.typeset(f"{value:.1e}")


class Numbers(QTableWidget):
    """A read-only table of texts, as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()
        self.horizontalHeader().setFixedHeight(ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(1)
        self._tight: tuple[int, ...] = ()

    def set_header(self, titles: Sequence[str], *, named: bool = False) -> None:
        """Write the column titles; `named`: the first column is as wide as its words."""
        write_titles(self, titles)
        self._tight = (0,) if named else ()
        share_width(self, self._tight)

    def show_rows(
        self,
        rows: Sequence[Sequence[str]],
        *,
        bold: Sequence[tuple[int, int]] = (),
        inks: Sequence[str] = (),
    ) -> None:
        """Show the texts; `bold` cells (row, column); `inks`: a colour before each row's name."""
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = self.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.setItem(row, column, item)
                item.setTextAlignment(side_of(column))
                item.setText(text)
                font = item.font()
                font.setBold((row, column) in bold)
                item.setFont(font)
                item.setForeground(QColor(self._theme.text))
                if inks and column == 0:
                    item.setData(Qt.ItemDataRole.DecorationRole, QColor(inks[row]))
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(row * (len(rows) + 1) + 4)
        share_width(self, self._tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        share_width(self, self._tight)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`; the next rows are written in them."""
        self._theme = theme


class Matrix(QWidget):
    """Numbers in cells, shaded by size and sign.

    clicked: row and column of a cell; by arrows too, if it is choosable.
    """

    clicked = Signal(int, int)
    # Asked for by events that come while the widget is made.
    _choosable = False

    def __init__(
        self, rows: int, columns: int, *, row_names: Sequence[str] = (),
        column_names: Sequence[str] = (), choosable: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = LIGHT
        self._cursor = 0
        self._choosable = choosable
        self._focus_mark = FocusMark(self)
        if choosable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shape = rows, columns
        self._names = tuple(row_names), tuple(column_names)
        self._values: NDArray[np.float64] = np.zeros((rows, columns))
        self._texts = [[""] * columns for _ in range(rows)]
        self._largest = 1.0
        self._marked: tuple[int, int] | None = None
        self._mark = ""
        left = LABEL_WIDTH if row_names else 0
        top = LABEL_HEIGHT if column_names else 0
        self._origin = QPointF(left, top)
        self.setFixedSize(left + columns * CELL.width() + 2, top + rows * CELL.height() + 2)

    def show_values(
        self, values: NDArray[np.float64], *, largest: float = 1.0,
        marked: tuple[int, int] | None = None, mark: str = "", known: int | None = None,
    ) -> None:  # fmt: skip
        """Show values (rows, columns): shaded fully at `largest`; only the first `known` cells.

        `mark` is written in the corner of the marked cell.
        """
        self._values = np.asarray(values, np.float64).reshape(self._shape)
        self._largest = max(largest, 1e-12)
        self._marked, self._mark = marked, mark
        if marked is not None:
            self._cursor = marked[0] * self._shape[1] + marked[1]
        count = self._values.size if known is None else known
        columns = self._shape[1]
        self._texts = [
            [
                number(float(value), 5) if row * columns + column < count else "?"
                for column, value in enumerate(cells)
            ]
            for row, cells in enumerate(self._values)
        ]
        self.setAccessibleDescription("; ".join(", ".join(row) for row in self._texts))
        self.update()

    def text(self, row: int, column: int) -> str:
        """Return what is written in a cell."""
        return self._texts[row][column]

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._focus_mark.apply_theme(theme)
        self.update()

    def cell(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        width, height = grown(CELL.width()), grown(CELL.height())
        return QRectF(
            self._origin.x() + column * width + 1, self._origin.y() + row * height + 1,
            width - 2, height - 2,
        )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which cell was pressed."""
        for row, column in np.ndindex(*self._shape):
            if self.cell(row, column).contains(event.position()):
                self.clicked.emit(row, column)

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from the page, if they choose a cell."""
        return (self._choosable and claims(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the cell before or after."""
        key = Qt.Key(event.key())
        if not self._choosable or key not in WALK:
            super().keyPressEvent(event)
            return
        self._cursor = (self._cursor + WALK[key]) % self._values.size
        self.clicked.emit(*divmod(self._cursor, self._shape[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names and cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(self._theme.muted))
        for row, name in enumerate(self._names[0]):
            at = self.cell(row, 0)
            painter.drawText(QRectF(0, at.top(), LABEL_WIDTH - 2, at.height()), centre, name)
        for column, name in enumerate(self._names[1]):
            at = self.cell(0, column)
            painter.drawText(QRectF(at.left(), 0, at.width(), LABEL_HEIGHT), centre, name)
        for row, column in np.ndindex(*self._shape):
            at, value = self.cell(row, column), float(self._values[row, column])
            unknown = self._texts[row][column] == "?"
            shade = QColor(self._theme.curve(POSITIVE if value >= 0 else NEGATIVE))
            shade.setAlpha(0 if unknown else round(110 * min(abs(value) / self._largest, 1.0)))
            marked = (row, column) == self._marked
            edge = self._theme.accent if marked else self._theme.border
            painter.setPen(QPen(QColor(edge), 2.5 if marked else 1.0))
            painter.setBrush(shade)
            painter.drawRoundedRect(at, 4, 4)
            painter.setPen(QColor(self._theme.text))
            painter.drawText(at, centre, self._texts[row][column])
            if marked and self._mark:
                corner = at.adjusted(5, 1, -5, -1)
                flag = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                painter.drawText(corner, flag, self._mark)
        painter.end()
