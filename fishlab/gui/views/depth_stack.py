"""A table of layers, and beside it where the parameters and where the work are."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Frame, History
from fishlab.gui.style import quiet_scroll_bars
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .depth_panel import Panel

COLUMNS, NAME = 6, 1
WIDEST = 680
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
BARS = ("parameters", "multiplications")


class Roomy(QStyledItemDelegate):
    """Columns as wide as their numbers, and a gap that keeps one number from the next."""

    GAP = 14

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return what the cell needs."""
        return super().sizeHint(option, index) + QSize(self.GAP, 0)


class StackPanel(Panel):
    """The table on the left, two bar charts on the right; row and bar are the same layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.table = QTableWidget(0, COLUMNS)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setFrameShape(self.table.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(RIGHT)
        # On a large screen the numbers stay near the layer that they tell of.
        self.table.setMaximumWidth(WIDEST)
        self._roomy = Roomy()
        self.table.setItemDelegate(self._roomy)
        quiet_scroll_bars(self.table)
        self.plots = {name: Plot() for name in BARS}
        self.bars: dict[str, pg.BarGraphItem] = {}
        right = QVBoxLayout()
        for name, plot in self.plots.items():
            plot.setMouseEnabled(False, False)
            axis = plot.getAxis("left")
            axis.setWidth(64)
            axis.tickStrings = rounded_ticks
            plot.set_readout(partial(self._read, name))
            self.bars[name] = pg.BarGraphItem(x=[], height=[], width=0.7)
            plot.addItem(self.bars[name])
            plot.scene().sigMouseClicked.connect(partial(self._choose, plot))
            right.addWidget(plot)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.table, 5)
        row.addLayout(right, 4)
        self.table.itemSelectionChanged.connect(self._draw_bars)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Fill the table and the bars."""
        self._frame = frame
        arrays = frame.arrays
        count = len(arrays["words"])
        self.table.setRowCount(count + 1)
        for k in range(count):
            shape = " × ".join(str(n) for n in arrays["shapes"][k].tolist() if n)
            cells = (
                str(k + 1),
                str(arrays["words"][k]),
                shape,
                grouped(arrays["parameters"][k]),
                grouped(arrays["multiplications"][k]),
                memory(arrays["bytes"][k]),
            )
            self._fill(k, cells)
        self._fill(count, self._totals(), bold=True)
        self._draw_bars()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for plot in self.plots.values():
            plot.apply_theme(theme)
        self._draw_bars()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.table.setHorizontalHeaderLabels(
            [
                translate("depth", "No."),
                translate("depth", "Layer"),
                translate("depth", "Output"),
                translate("depth", "Parameters"),
                translate("depth", "Multiplications"),
                translate("depth", "Memory"),
            ]
        )
        names = self.table.horizontalHeaderItem(NAME)
        assert names is not None
        names.setTextAlignment(LEFT)
        self.table.setAccessibleName(translate("depth", "Layers of the stack"))
        self.table.setToolTip(
            translate(
                "depth",
                "Choose a row: its bars are lit. Memory: parameters and output of one image, four "
                "bytes each",
            )
        )
        titles = {
            "parameters": translate("depth", "parameters"),
            "multiplications": translate("depth", "multiplications"),
        }
        for name, plot in self.plots.items():
            plot.set_titles(translate("depth", "layer"), titles[name])
            plot.setAccessibleName(titles[name])
            plot.setToolTip(translate("depth", "Click a bar to choose its layer"))
        if self._frame is not None:
            self._fill(self.table.rowCount() - 1, self._totals(), bold=True)

    def _totals(self) -> tuple[str, ...]:
        assert self._frame is not None
        scalars = self._frame.scalars
        return (
            "",
            translate("depth", "total"),
            "",
            grouped(scalars["parameters"]),
            grouped(scalars["multiplications"]),
            memory(int(self._frame.arrays["bytes"].sum())),
        )

    def _fill(self, row: int, cells: tuple[str, ...], *, bold: bool = False) -> None:
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column != NAME:
                item.setTextAlignment(RIGHT)
            font = item.font()
            font.setBold(bold)
            item.setFont(font)
            self.table.setItem(row, column, item)

    def _draw_bars(self) -> None:
        if self._frame is None:
            return
        chosen = self.table.currentRow()
        for k, (name, bars) in enumerate(self.bars.items()):
            heights = self._frame.arrays[name].astype(float)
            brushes = []
            for place in range(len(heights)):
                colour = QColor(self._theme.curve(k))
                colour.setAlpha(255 if place == chosen else 140)
                brushes.append(pg.mkBrush(colour))
            bars.setOpts(
                x=np.arange(1, len(heights) + 1), height=heights, width=0.7, brushes=brushes,
                pen=pg.mkPen(self._theme.curve(k)),
            )  # fmt: skip
            plot = self.plots[name]
            plot.setXRange(0.4, len(heights) + 0.6, padding=0)
            plot.setYRange(0, max(float(heights.max(initial=0)), 1.0), padding=0.04)

    def _choose(self, plot: Plot, event: MouseClickEvent) -> None:
        """Choose the layer whose bar was clicked."""
        row = round(plot.getViewBox().mapSceneToView(event.scenePos()).x()) - 1
        if self._frame is not None and 0 <= row < len(self._frame.arrays["words"]):
            self.table.selectRow(row)

    def _read(self, name: str, x: float, y: float) -> str:
        k = round(x) - 1
        if self._frame is None or not 0 <= k < len(self._frame.arrays["words"]):
            return ""
        value = self._frame.arrays[name][k]
        share = value / max(float(self._frame.scalars[name]), 1.0)
        return f"{k + 1}  {self._frame.arrays['words'][k]}\n{grouped(value)}  ({share:.1%})"


def grouped(number: float) -> str:
    """Return a whole number with its thousands apart."""
    return f"{int(number):,}"


def memory(count: float) -> str:
    """Return a number of bytes in the unit that fits."""
    if count < 1024:
        return f"{count:.0f} B"
    for unit in ("kB", "MB", "GB"):
        count /= 1024
        if count < 1024:
            return f"{count:.1f} {unit}"
    return f"{count / 1024:,.1f} TB"


def rounded_ticks(values: list[float], scale: float, spacing: float) -> list[str]:
    """Return the words at an axis that counts in millions: 2M, not 2e+06."""
    return [short(value * scale) for value in values]


def short(value: float) -> str:
    """Return a number from 0 up with k, M, G or T for its thousands."""
    for unit in ("", "k", "M", "G"):
        if value < 1000:
            return f"{value:g}{unit}"
        value /= 1000
    return f"{value:g}T"
