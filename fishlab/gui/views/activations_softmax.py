"""Picture of the softmax mode: scores as bars to drag, probabilities, their sum, and every stage.

A probability that the computer could not make is shown as what it is ("∞ / ∞ = nan"), beside the
dashed outline of what it should be.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
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
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.activations_params import MAX_CLASSES, ActivationsParams
from fishlab.labs.activations_softmax import Verdict

from .activations_strokes import COLOURS, grid_behind, number, readable_on, short

BAR_WIDTH = 0.62
ROW_HEIGHT = 26
SCORE_REACH = 10.0
SUBSCRIPTS = "₁₂₃₄₅"
# The right value is outlined where the computer is wrong by more than can hardly be seen.
WRONG = 0.002
# What the computer did where no number came out, or where a finite exponential met an infinite sum.
WRITTEN = {
    Verdict.INFINITY_BY_INFINITY: "∞ / ∞ = nan",
    Verdict.NUMBER_BY_INFINITY: "… / ∞ = 0",
    Verdict.ZERO_BY_ZERO: "0 / 0 = nan",
}


class Handle(pg.GraphicsObject):
    """An invisible area over the score bars: press or drag anywhere to set a bar's height."""

    dragged = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        self.classes = 0
        self._held: int | None = None
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def set_classes(self, classes: int) -> None:
        """Cover bars 1 … classes."""
        if classes != self.classes:
            self.prepareGeometryChange()
            self.classes = classes

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt)
        """The area of the bars, in their coordinates."""
        return QRectF(0.5, -1.2 * SCORE_REACH, self.classes, 2.4 * SCORE_REACH)

    def paint(self, painter: QPainter, *rest: object) -> None:
        """Draw nothing."""

    def mouseClickEvent(self, event: Any) -> None:
        """Set the clicked bar."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._tell(self._bar(event.pos()), event.pos())

    def mouseDragEvent(self, event: Any) -> None:
        """Set the bar at which the drag began, wherever it leads."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        if event.isStart():
            self._held = self._bar(event.buttonDownPos())
        if self._held is not None:
            self._tell(self._held, event.pos())
        if event.isFinish():
            self._held = None

    def _bar(self, position: QPointF) -> int:
        return min(max(round(position.x()), 1), self.classes)

    def _tell(self, bar: int, position: QPointF) -> None:
        self.dragged.emit(bar, min(max(position.y(), -SCORE_REACH), SCORE_REACH))


class SoftmaxPanel(QWidget):
    """Shows a frame of `labs.activations_softmax`; a dragged bar is told by `edited`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None

        self.scores = Plot()
        self.handle = Handle()
        self.handle.setZValue(50)
        self.handle.dragged.connect(self._drag)
        self._score_bars = pg.BarGraphItem(x=[], height=[], width=BAR_WIDTH)
        self._knobs = pg.ScatterPlotItem(size=13, pxMode=True)
        self._knobs.setZValue(10)
        self._zero = pg.InfiniteLine(0.0, angle=0)
        for item in (self._score_bars, self._zero, self._knobs, self.handle):
            self.scores.addItem(item, ignoreBounds=True)
        self._score_words = self._made_words(self.scores, (0.5, 1.0))

        self.probabilities = Plot()
        self._bars = pg.BarGraphItem(x=[], height=[], width=BAR_WIDTH)
        self._expected = pg.BarGraphItem(x=[], height=[], width=BAR_WIDTH, brush=None)
        self._expected.setZValue(5)
        for item in (self._bars, self._expected):
            self.probabilities.addItem(item, ignoreBounds=True)
        self.probability_words = self._made_words(self.probabilities, (0.5, 1.0))

        self.total = Plot()
        self._parts = pg.BarGraphItem(x0=[], x1=[], y=[], height=1.0)
        self.total.addItem(self._parts, ignoreBounds=True)
        self._part_words = self._made_words(self.total, (0.5, 0.5))
        self.sum = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.sum.setObjectName("sum")
        self._no_sum = pg.TextItem(anchor=(0.5, 0.5))
        self._no_sum.setPos(0.5, 0.0)
        self.total.addItem(self._no_sum, ignoreBounds=True)

        self.table = self._made_table()
        for plot in (self.scores, self.probabilities, self.total):
            plot.setMouseEnabled(False, False)
            plot.showGrid(x=False, y=plot is not self.total)
            grid_behind(plot)
            plot.getAxis("left").setWidth(52)
        self.scores.setYRange(-1.2 * SCORE_REACH, 1.2 * SCORE_REACH, padding=0)
        self.probabilities.setYRange(0.0, 1.12, padding=0)
        self.total.setXRange(0.0, 1.0, padding=0.01)
        self.total.setYRange(-0.5, 0.5, padding=0.05)
        self.total.getAxis("left").setTicks([[]])
        self.total.setFixedHeight(58)
        self._lay_out()

    def show_params(self, params: ActivationsParams) -> None:
        """Nothing to prepare: the frame has it all."""

    def show_frame(self, frame: Frame) -> None:
        """Draw scores, probabilities, their sum and the table of stages."""
        self._frame = frame
        arrays = frame.arrays
        classes = len(arrays["score"])
        places = np.arange(1, classes + 1)
        height = arrays["given"]
        inks = [self._theme.curve(k % COLOURS) for k in range(classes)]
        if classes != self.handle.classes:
            self._set_classes(classes)
        self._score_bars.setOpts(x=places, height=height, brushes=[pg.mkBrush(c) for c in inks])
        self._knobs.setData(places, height)
        self._show_probabilities(frame, places, inks)
        self._show_total(frame, inks)
        for k, word in enumerate(self._score_words):
            word.setVisible(k < classes)
        for k in range(classes):
            up = height[k] >= 0
            self._score_words[k].setText(short(float(arrays["score"][k])))
            self._score_words[k].setAnchor((0.5, 1.35 if up else -0.35))
            self._score_words[k].setPos(k + 1, height[k])
        self._fill_table(frame)

    def _set_classes(self, classes: int) -> None:
        """Make room for so many bars and name them."""
        self.handle.set_classes(classes)
        for plot, letter in ((self.scores, "a"), (self.probabilities, "y")):
            plot.setXRange(0.5, classes + 0.5, padding=0)
            names = [(k + 1, f"{letter}{SUBSCRIPTS[k]}") for k in range(classes)]
            plot.getAxis("bottom").setTicks([names])
        for row in range(MAX_CLASSES):
            self.table.setRowHidden(row, row >= classes)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(row * (classes + 1) + 4)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for plot in (self.scores, self.probabilities, self.total):
            plot.apply_theme(theme)
        edge = pg.mkPen(theme.plot, width=1)
        for bars in (self._score_bars, self._bars, self._parts):
            bars.setOpts(pen=edge)
        dashed = pg.mkPen(theme.text, width=1.5, style=Qt.PenStyle.DashLine)
        self._expected.setOpts(pen=dashed)
        self._zero.setPen(pg.mkPen(theme.muted, width=1))
        self._knobs.setPen(pg.mkPen(theme.text, width=1.5))
        self._knobs.setBrush(pg.mkBrush(theme.plot))
        for word in (*self._score_words, *self.probability_words):
            word.setColor(theme.text)
        for k, word in enumerate(self._part_words):
            word.setColor(readable_on(theme.curve(k % COLOURS)))
        self._no_sum.setColor(theme.bad)
        if self._frame is not None:
            self.show_frame(self._frame)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.scores.set_titles("", translate("activations", "score a"))
        self.probabilities.set_titles("", translate("activations", "probability y"))
        self.scores.setAccessibleName(translate("activations", "Scores"))
        self.probabilities.setAccessibleName(translate("activations", "Probabilities"))
        self.total.setAccessibleName(translate("activations", "Sum of the probabilities"))
        self.table.setAccessibleName(translate("activations", "Stages of softmax"))
        self.scores.setToolTip(translate("activations", "Drag a bar to set its score"))
        self.probabilities.setToolTip(
            translate("activations", "Filled: what the computer got. Dashed: the right value")
        )
        self.total.setToolTip(translate("activations", "Laid side by side the bars reach 1"))
        self.table.setToolTip(translate("activations", "From score to probability, stage by stage"))
        self.table.setHorizontalHeaderLabels(
            [
                "",
                translate("activations", "score a + C"),
                translate("activations", "÷ T"),
                translate("activations", "exponent"),
                "exp",
                translate("activations", "probability y"),
                translate("activations", "right value"),
            ]
        )
        if self._frame is not None:
            self.show_frame(self._frame)

    def _show_probabilities(self, frame: Frame, places: np.ndarray, inks: list[str]) -> None:
        arrays = frame.arrays
        theme = self._theme
        self._bars.setOpts(
            x=places, height=arrays["probability"], brushes=[pg.mkBrush(c) for c in inks]
        )
        self._expected.setOpts(x=places, height=arrays["expected"])
        self._expected.setVisible(frame.scalars.get("error", np.inf) > WRONG)
        for k, word in enumerate(self.probability_words):
            word.setVisible(k < len(places))
        for k, (y, code) in enumerate(zip(arrays["probability"], arrays["verdict"], strict=True)):
            wrong = WRITTEN.get(Verdict(code))
            word = self.probability_words[k]
            word.setText(number(float(y), 3 if y >= 0.001 else 4) if wrong is None else wrong)
            word.setColor(theme.text if wrong is None else theme.bad)
            word.setPos(k + 1, max(float(y), float(arrays["expected"][k])))

    def _show_total(self, frame: Frame, inks: list[str]) -> None:
        probability = frame.arrays["probability"]
        ends = np.cumsum(probability)
        starts = ends - probability
        self._parts.setOpts(
            x0=starts, x1=ends, y=np.zeros(len(ends)), brushes=[pg.mkBrush(c) for c in inks]
        )
        for k, word in enumerate(self._part_words):
            shows = k < len(ends) and probability[k] > 0.06
            word.setVisible(bool(shows))
            if shows:
                word.setPos(float(starts[k] + ends[k]) / 2, 0.0)
        total = frame.scalars.get("sum")
        self._no_sum.setVisible(total is None)
        self._no_sum.setText(translate("activations", "not a number (nan): there is no sum"))
        letters = " + ".join(f"y{SUBSCRIPTS[k]}" for k in range(len(ends)))
        self.sum.setText(f"{letters} = {'nan' if total is None else number(total, 6)}")

    def _fill_table(self, frame: Frame) -> None:
        arrays = frame.arrays
        classes = len(arrays["score"])
        for k in range(classes):
            code = Verdict(arrays["verdict"][k])
            cells = (
                short(float(arrays["score"][k])),
                short(float(arrays["scaled"][k])),
                short(float(arrays["exponent"][k])),
                "∞" if arrays["infinite"][k] else short(float(arrays["exponential"][k])),
                WRITTEN.get(code) or number(float(arrays["probability"][k]), 6),
                number(float(arrays["expected"][k]), 6),
            )
            for column, text in enumerate(cells, start=1):
                self._cells[k][column].setText(text)

    def _made_words(self, plot: Plot, anchor: tuple[float, float]) -> list[pg.TextItem]:
        """Return one text for each bar, added to the plot; `anchor` is the text's own point."""
        words = []
        for k in range(MAX_CLASSES):
            word = pg.TextItem(f"y{SUBSCRIPTS[k]}", anchor=anchor)
            word.setZValue(20)
            plot.addItem(word, ignoreBounds=True)
            words.append(word)
        return words

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(MAX_CLASSES, 7)
        table.setObjectName("stages")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(0, 36)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells = [[QTableWidgetItem() for _ in range(7)] for _ in range(MAX_CLASSES)]
        for row, cells in enumerate(self._cells):
            cells[0].setText(str(row + 1))
            for column, cell in enumerate(cells):
                cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(row, column, cell)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.scores, 1)
        top.addWidget(self.probabilities, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top, 1)
        layout.addWidget(self.sum)
        layout.addWidget(self.total)
        layout.addWidget(self.table)

    def _drag(self, bar: int, height: float) -> None:
        self.edited.emit({f"a{bar}": round(height, 1)})
