"""Picture of the functions mode: curves, derivatives, lanes of saturation, and a table of values.

The numbers of the table come from the frame: at the vertical line its scalars, under the mouse the
nearest point of its curves.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Frame
from fishlab.gui.presentation import grown
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.beside import Beside
from fishlab.gui.widgets.columns import write_titles
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.activations_functions import FUNCTIONS
from fishlab.labs.activations_params import ActivationsParams

from .activations_axes import AXIS_WIDTH, CurveAxes
from .activations_strokes import (
    HATCH,
    LABELS,
    NUMBERS,
    colour,
    formula,
    hatched,
    number,
    swatch,
)

LANE_HEIGHT = 15
TABLE_WIDTH = 318
ROW_HEIGHT = 38


class CurvesPanel(QWidget):
    """Shows a frame of `labs.activations_curves`; a dragged line is told by `edited`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._names: tuple[str, ...] = ()
        self._pointer: float | None = None

        self.functions = CurveAxes()
        self.derivatives = CurveAxes()
        self.derivatives.setXLink(self.functions)
        self._band = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self._band.setZValue(-20)
        self.derivatives.addItem(self._band, ignoreBounds=True)
        self.lanes = Plot()
        self._bars = pg.BarGraphItem(x0=[], x1=[], y=[], height=[])
        self._lane_line = pg.InfiniteLine(0.0, angle=90)
        for item in (self._bars, self._lane_line):
            self.lanes.addItem(item, ignoreBounds=True)
        self._prepare_lanes()
        self._lanes_title = QLabel()
        self._probe = QLabel()
        self._probe.setObjectName("probe")
        large = self._probe.font()
        large.setPointSizeF(1.3 * large.pointSizeF())
        self._probe.setFont(large)
        self.table = self._made_table()
        self._lay_out()

        for axes in (self.functions, self.derivatives):
            axes.pointed.connect(self._point)
            axes.moved.connect(self._move)

    def show_frame(self, frame: Frame) -> None:
        """Draw every function of the frame."""
        self._frame = frame
        arrays = frame.arrays
        names = tuple(choice.value for choice in FUNCTIONS if choice.value in arrays)
        saturated = {name: arrays[f"{name}_saturated"] for name in names}
        slopes = {name: arrays[f"{name}_derivative"] for name in names}
        self.functions.set_curves(arrays["x"], {n: arrays[n] for n in names}, saturated)
        self.derivatives.set_curves(arrays["x"], slopes)
        threshold = float(arrays["threshold"])
        self._band.setRegion((-threshold, threshold))
        self._band.setVisible(threshold > 0)
        self._show_lanes(arrays["x"], saturated, threshold)
        for axes in (self.functions, self.derivatives):
            axes.set_x(frame.scalars["x"])
        self._lane_line.setValue(frame.scalars["x"])
        if names != self._names:
            self._names = names
            for row, name in enumerate(LABELS):
                self.table.setRowHidden(row, name not in names)
            header = self.table.horizontalHeader().sizeHint().height()
            row = self.table.verticalHeader().defaultSectionSize()
            self.table.setFixedHeight(header + row * len(names) + 4)
        self._show_values()

    def show_params(self, params: ActivationsParams) -> None:
        """Show or hide the plot of the derivatives."""
        visible = params.derivative
        if visible != self.derivatives.isVisibleTo(self):
            self.derivatives.setVisible(visible)
            self._title_axes()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for plot in (self.functions, self.derivatives, self.lanes):
            plot.apply_theme(theme)
        self._lane_line.setPen(pg.mkPen(theme.text, width=1.5))
        edge = pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DashLine)
        for line in self._band.lines:
            line.setPen(edge)
        self._band.setBrush(pg.mkBrush(hatched(theme.muted, 90)))
        self._name_rows()
        if self._frame is not None:
            self.show_frame(self._frame)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title_axes()
        self.functions.setAccessibleName(translate("activations", "Activation functions"))
        self.derivatives.setAccessibleName(translate("activations", "Derivatives"))
        self.lanes.setAccessibleName(translate("activations", "Saturated parts"))
        self.table.setAccessibleName(translate("activations", "Values at x"))
        tip = translate(
            "activations",
            "Values under the mouse stand on the right; drag the line or click to keep an x",
        )
        self.functions.setToolTip(tip)
        self.derivatives.setToolTip(tip)
        self.lanes.setToolTip(
            translate(
                "activations", "Hatched: the derivative has fallen under the threshold for good"
            )
        )
        self.table.setToolTip(
            translate("activations", "f and f′ at x; {mark} means saturated", mark=HATCH)
        )
        titles = ["", translate("activations", "Function"), "f(x)", "f′(x)", HATCH]
        write_titles(self.table, titles, words=2)
        for axes in (self.functions, self.derivatives):
            axes.retranslate()
        self._name_rows()
        if self._frame is not None:
            self.show_frame(self._frame)

    def _title_axes(self) -> None:
        """Name the axes; of the two plots only the lower one names the x axis that they share."""
        lower = self.derivatives.isVisibleTo(self)
        self.functions.set_titles("" if lower else "x", "f(x)")
        self.derivatives.set_titles("x", "f′(x)")

    def _prepare_lanes(self) -> None:
        self.lanes.setXLink(self.functions)
        self.lanes.setMouseEnabled(False, False)
        self.lanes.showGrid(False, False)
        self.lanes.hideAxis("bottom")
        axis = self.lanes.getAxis("left")
        axis.setWidth(AXIS_WIDTH)
        axis.setTicks([[]])
        self._lane_names: list[pg.TextItem] = []

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(len(LABELS), 5)
        table.setObjectName("values")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.setMinimumWidth(TABLE_WIDTH)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 48), (2, 64), (3, 64), (4, 24)):
            table.setColumnWidth(column, width)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._strokes = [QLabel(alignment=Qt.AlignmentFlag.AlignCenter) for _ in LABELS]
        self._words = [QLabel() for _ in LABELS]
        self._cells = [[QTableWidgetItem() for _ in range(3)] for _ in LABELS]
        for row, (stroke, words, cells) in enumerate(
            zip(self._strokes, self._words, self._cells, strict=True)
        ):
            table.setCellWidget(row, 0, stroke)
            table.setCellWidget(row, 1, words)
            for column, cell in enumerate(cells, start=2):
                cell.setTextAlignment(right)
                table.setItem(row, column, cell)
            table.setRowHidden(row, True)
        return table

    def _lay_out(self) -> None:
        pictures = QWidget()
        plots = QVBoxLayout(pictures)
        plots.setContentsMargins(0, 0, 0, 0)
        plots.setSpacing(4)
        plots.addWidget(self.functions, 5)
        plots.addWidget(self.derivatives, 4)
        plots.addWidget(self._lanes_title)
        plots.addWidget(self.lanes)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Beside(pictures, (self._probe, self.table), TABLE_WIDTH))

    def _show_lanes(
        self,
        x: NDArray[np.float64],
        saturated: Mapping[str, NDArray[np.bool_]],
        threshold: float,
    ) -> None:
        """Draw one lane a function, hatched where it is saturated."""
        visible = threshold > 0 and bool(saturated)
        self._lanes_title.setVisible(visible)
        self.lanes.setVisible(visible)
        if not visible:
            return
        self._lanes_title.setText(
            translate(
                "activations",
                "{mark} saturated: |f′| < {threshold}",
                mark=HATCH,
                threshold=f"{threshold:g}",
            )
        )
        spans = [
            (row, name, x[start], x[end])
            for row, (name, flat) in enumerate(saturated.items())
            for start, end in runs(flat)
        ]
        self._bars.setOpts(
            x0=[span[2] for span in spans],
            x1=[span[3] for span in spans],
            y=[-span[0] for span in spans],
            height=[0.8] * len(spans),
            brushes=[hatched(colour(span[1], self._theme)) for span in spans],
            pens=[pg.mkPen(colour(span[1], self._theme)) for span in spans],
        )
        while len(self._lane_names) < len(saturated):
            label = pg.TextItem(anchor=(0, 0.5))
            self._lane_names.append(label)
            self.lanes.addItem(label, ignoreBounds=True)
        for row, label in enumerate(self._lane_names):
            label.setVisible(row < len(saturated))
        for row, name in enumerate(saturated):
            label = self._lane_names[row]
            label.setText(shown(LABELS[name]))
            label.setColor(self._theme.text)
            label.setPos(float(x[-1]), -row)
        self.lanes.setYRange(0.6 - len(saturated), 0.6, padding=0)
        self.lanes.setFixedHeight(grown(LANE_HEIGHT) * len(saturated) + 6)

    def _name_rows(self) -> None:
        """Put name, formula and a piece of the curve of every function into its row."""
        for row, name in enumerate(LABELS):
            self._strokes[row].setPixmap(swatch(name, self._theme))
            muted = f"<small style='color:{self._theme.muted}'>{formula(name)}</small>"
            self._words[row].setText(f"{shown(LABELS[name])}<br>{muted}")

    def _show_values(self) -> None:
        """Put the values at the mouse, or else at the vertical line, into the table."""
        frame = self._frame
        if frame is None:
            return
        grid = frame.arrays["x"]
        if self._pointer is None:
            x = frame.scalars["x"]
            values = [frame.scalars[name] for name in self._names]
            slopes = [frame.scalars[f"{name}_derivative"] for name in self._names]
            nearest = int(np.abs(grid - x).argmin())
        else:
            nearest = int(np.abs(grid - self._pointer).argmin())
            x = float(grid[nearest])
            values = [float(frame.arrays[name][nearest]) for name in self._names]
            slopes = [float(frame.arrays[f"{name}_derivative"][nearest]) for name in self._names]
        self._probe.setText(f"x = {number(x)}")
        self.functions.set_dots(x, values)
        self.derivatives.set_dots(x, slopes)
        for name, value, slope in zip(self._names, values, slopes, strict=True):
            flat = bool(frame.arrays[f"{name}_saturated"][nearest])
            cells = (number(value), number(slope), HATCH if flat else "")
            for cell, text in zip(self._cells[NUMBERS[name]], cells, strict=True):
                cell.setText(text)

    def _point(self, x: float | None) -> None:
        if x == self._pointer:
            return
        self._pointer = x
        for axes in (self.functions, self.derivatives):
            axes.set_pointer(x)
        self._show_values()

    def _move(self, x: float) -> None:
        self.edited.emit({"x": round(x, 3)})


def runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return (first, last) index of every unbroken run of true flags, (n,)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(int)))
    return [(int(start), int(end) - 1) for start, end in edges.reshape(-1, 2)]
