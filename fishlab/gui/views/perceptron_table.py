"""Truth tables: a few columns of numbers, with a tick or a cross at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.widgets.columns import share_width

RIGHT, WRONG = "✓", "✗"


class Table(QTableWidget):
    """A read-only table; the row that is looked at is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)

    def set_header(self, titles: Sequence[str]) -> None:
        """Write the column titles."""
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        share_width(self)

    def show_rows(self, rows: Sequence[Sequence[str]], marked: int = -1) -> None:
        """Show the texts; row `marked` is bold, ticks and crosses are coloured."""
        self.setRowCount(len(rows))
        self._fit_height()
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = self.item(number, column)
                if item is None:
                    item = QTableWidgetItem()
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                    self.setItem(number, column, item)
                item.setText(text)
                font = item.font()
                font.setBold(number == marked or text in (RIGHT, WRONG))
                item.setFont(font)
                colour = {RIGHT: self._theme.good, WRONG: self._theme.bad}.get(text)
                item.setForeground(QColor(colour or self._theme.text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        share_width(self)
        self._fit_height()

    def _fit_height(self) -> None:
        """Take no more height than the rows do; what is left is the picture's above."""
        rows = self.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + rows + 4)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None:
                    colour = {RIGHT: theme.good, WRONG: theme.bad}.get(item.text())
                    item.setForeground(QColor(colour or theme.text))
