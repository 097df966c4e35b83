"""Truth tables: a few columns of numbers, with a tick or a cross at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fishlab.gui.theme import LIGHT, Theme

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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)

    def set_header(self, titles: Sequence[str]) -> None:
        """Write the column titles."""
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))

    def show_rows(self, rows: Sequence[Sequence[str]], marked: int = -1) -> None:
        """Show the texts; row `marked` is bold, ticks and crosses are coloured."""
        self.setRowCount(len(rows))
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

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None:
                    colour = {RIGHT: theme.good, WRONG: theme.bad}.get(item.text())
                    item.setForeground(QColor(colour or theme.text))
