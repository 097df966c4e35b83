"""The standings: who is where, the lowest first, with the stroke that each has in the pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.columns import write_titles

from .optimizers_strokes import LABELS, fixed, number, swatch

ROW_HEIGHT = 24
NAME, LOSS, X, Y = range(4)


class Standings(QTableWidget):
    """One row a competitor: stroke and name, loss, x and y."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(LABELS), 4, parent)
        self._theme = LIGHT
        self._icons: dict[str, QIcon] = {}
        self._shown: list[str] = []
        self._placed = True
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setIconSize(QSize(40, 18))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.setColumnWidth(NAME, 128)
        self.setViewportMargins(0, 0, 4, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._cells = [[QTableWidgetItem() for _ in range(4)] for _ in LABELS]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if column != NAME:
                    cell.setTextAlignment(right)
                self.setItem(row, column, cell)
            self.setRowHidden(row, True)

    def show_frame(self, frame: Frame, names: Sequence[str]) -> None:
        """Write where everyone is after this frame."""
        smoothed = dict(zip(names, frame.arrays["gaps"][:, -1].tolist(), strict=True))
        order = [names[row] for row in frame.arrays["order"]]
        out = {name for name, left in zip(names, frame.arrays["out"], strict=True) if left}
        placed = "trails" in frame.arrays
        if placed != self._placed:
            self._placed = placed
            for column in (X, Y):
                self.setColumnHidden(column, not placed)
            self._name_columns()
        if len(order) != len(self._shown):
            for row in range(len(LABELS)):
                self.setRowHidden(row, row >= len(order))
            self._fit(len(order))
        for row, name in enumerate(order):
            cells = self._cells[row]
            if row >= len(self._shown) or self._shown[row] != name:
                cells[NAME].setIcon(self._icon(name))
                cells[NAME].setText(shown(LABELS[name]))
            gone = translate("optimizers", "out") if name in out else ""
            loss = frame.scalars[f"loss.{name}"] if placed else smoothed[name]
            cells[LOSS].setText(gone or number(loss))
            for column, axis in ((X, "x"), (Y, "y")) if placed else ():
                cells[column].setText(fixed(frame.scalars[f"{axis}.{name}"]))
        self._shown = order

    def clear_race(self) -> None:
        """Hide all rows."""
        for row in range(len(LABELS)):
            self.setRowHidden(row, True)
        self._shown = []

    def apply_theme(self, theme: Theme) -> None:
        """Draw the strokes in the colours of `theme`."""
        self._theme = theme
        self._icons.clear()
        for row, name in enumerate(self._shown):
            self._cells[row][NAME].setIcon(self._icon(name))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._name_columns()
        self.setToolTip(translate("optimizers", "Where everyone is now, the lowest first"))
        self.setAccessibleName(translate("optimizers", "Standings of the race"))
        for row, name in enumerate(self._shown):
            self._cells[row][NAME].setText(shown(LABELS[name]))

    def _name_columns(self) -> None:
        loss = translate("optimizers", "f")
        if not self._placed:
            loss = translate("optimizers", "loss of the batch, smoothed")
        write_titles(self, [translate("optimizers", "Optimizer"), loss, "x", "y"])

    def _fit(self, rows: int) -> None:
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + 2)

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = QIcon(swatch(name, self._theme))
        return self._icons[name]
