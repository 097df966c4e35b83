"""The table of variants: stroke, name, train and test accuracy, and the gap between them."""

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
from fishlab.labs.training_params import VARIANT_LABELS

from .training_strokes import VARIANTS, marker_size, pen, percent, swatch

ROW_HEIGHT = 26
NAME, TRAIN, TEST, GAP = range(4)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
COLUMNS = (124, 76, 76, 84)


class Gaps(QTableWidget):
    """One row a variant, in the order of the form; the smallest gap is set in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(VARIANTS), 4, parent)
        self._theme = LIGHT
        self._names: tuple[str, ...] = ()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setIconSize(QSize(36, 20))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(RIGHT)
        for column, width in enumerate(COLUMNS):
            self.setColumnWidth(column, width)
        self._cells = [[QTableWidgetItem() for _ in range(4)] for _ in VARIANTS]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if column != NAME:
                    cell.setTextAlignment(RIGHT)
                self.setItem(row, column, cell)
            self.setRowHidden(row, True)
        self.setFixedWidth(sum(COLUMNS) + 12)

    def show_frame(self, frame: Frame, names: Sequence[str]) -> None:
        """Write the newest accuracies of every variant."""
        if self._names != tuple(names):
            self._names = tuple(names)
            self._name_rows()
        train, test, gaps = (frame.arrays[name] for name in ("train", "test", "gaps"))
        out = frame.arrays["out"].tolist()
        living = [float(gap) for gap, gone in zip(gaps, out, strict=True) if not gone]
        for row in range(len(self._names)):
            texts = [percent(float(values[row, -1])) for values in (train, test)]
            texts.append(percent(float(gaps[row])))
            if out[row]:
                texts = ["", "", translate("training", "diverged")]
            smallest = len(living) > 1 and not out[row] and float(gaps[row]) == min(living)
            for column, text in zip((TRAIN, TEST, GAP), texts, strict=True):
                cell = self._cells[row][column]
                cell.setText(text)
                font = cell.font()
                font.setBold(column == GAP and smallest)
                cell.setFont(font)

    def clear_run(self) -> None:
        """Hide all rows."""
        self._names = ()
        for row in range(self.rowCount()):
            self.setRowHidden(row, True)

    def apply_theme(self, theme: Theme) -> None:
        """Draw the strokes in the colours of `theme`."""
        self._theme = theme
        self._name_rows()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setHorizontalHeaderLabels(
            [
                translate("training", "Variant"),
                translate("training", "Train"),
                translate("training", "Test"),
                translate("training", "Gap"),
            ]
        )
        names = self.horizontalHeaderItem(NAME)
        assert names is not None
        names.setTextAlignment(LEFT)
        self.setToolTip(
            translate("training", "Gap: how much better the training digits are known than others")
        )
        self.setAccessibleName(translate("training", "Accuracies and gap of every variant"))
        self._name_rows()

    def _name_rows(self) -> None:
        for row in range(self.rowCount()):
            self.setRowHidden(row, row >= len(self._names))
        for row, name in enumerate(self._names):
            number, symbol = VARIANTS[name]
            picture = swatch(pen(number, self._theme), self._theme, symbol, marker_size(symbol))
            self._cells[row][NAME].setIcon(QIcon(picture))
            self._cells[row][NAME].setText(shown(VARIANT_LABELS[name]))
        height = self.horizontalHeader().sizeHint().height()
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + len(self._names) * row + 4)
