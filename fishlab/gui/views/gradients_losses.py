"""Picture of the losses: ten bars to drag, the right class to click, and what each bar costs."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.gradients_params import CLASSES, SAMPLES, GradientsParams

from .gradients_grip import Grip, grid_behind
from .gradients_numbers import Numbers, number
from .gradients_panel import Panel

BOTTOM, TOP = -0.2, 1.12
MSE, CE = 1, 0
"""Curve colours of the two losses."""
LABELS = ("label", "label2", "label3")
CE_SHOWN = 5.0


class Bars(Plot):
    """One answer: its ten bars, and a mark under the right class."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = pg.BarGraphItem(x=[], height=[], width=0.66)
        self._right = pg.BarGraphItem(x=[], height=[], width=0.66, brush=None)
        self._knobs = pg.ScatterPlotItem(size=11, pxMode=True)
        self._mark = pg.ScatterPlotItem(size=14, symbol="t1", pxMode=True)
        self._numbers = [pg.TextItem(anchor=(0.5, 1.25)) for _ in range(CLASSES)]
        self._t = pg.TextItem(anchor=(0, 0.5))
        self._zero = pg.InfiniteLine(0.0, angle=0)
        for depth, item in enumerate(
            (self._bars, self._right, self._zero, self._knobs, self._mark)
        ):
            item.setZValue(depth)
            self.addItem(item, ignoreBounds=True)
        for word in (*self._numbers, self._t):
            self.addItem(word, ignoreBounds=True)
        self.grip = Grip(self, Qt.CursorShape.SizeVerCursor)
        self.grip.set_area(-0.5, CLASSES - 0.5, BOTTOM, TOP)
        self.setMouseEnabled(False, False)
        self.showGrid(x=False, y=True)
        grid_behind(self)
        self.getAxis("left").setWidth(52)
        ticks = [(k, str(k)) for k in range(CLASSES)]
        self.getAxis("bottom").setTicks([ticks])
        self.getAxis("left").setTicks([[(v, f"{v:g}") for v in (0, 0.2, 0.4, 0.6, 0.8, 1)]])
        self.setXRange(-0.5, CLASSES - 0.5, padding=0)
        self.setYRange(BOTTOM, TOP, padding=0)
        self._ready = True

    def show_answer(self, frame: Frame, row: int) -> None:
        """Draw row `row` of the frame."""
        given, y = frame.arrays["given"][row], frame.arrays["y"][row]
        label = int(frame.arrays["labels"][row])
        places = np.arange(CLASSES)
        self._bars.setOpts(x=places, height=y)
        self._right.setOpts(x=[label], height=[1.0])
        self._knobs.setData(places, given)
        self._mark.setData([label], [0.42 * BOTTOM])
        self._t.setPos(label + 0.16, 0.5 * BOTTOM)
        for word, place, height, knob in zip(self._numbers, places, y, given, strict=True):
            word.setText(number(float(height), 3))
            word.setPos(place, max(height, knob))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._bars.setOpts(brush=pg.mkBrush(theme.curve(5)), pen=pg.mkPen(theme.plot))
        self._right.setOpts(pen=pg.mkPen(theme.text, width=1.2, style=Qt.PenStyle.DashLine))
        self._knobs.setPen(pg.mkPen(theme.text, width=1.5))
        self._knobs.setBrush(pg.mkBrush(theme.plot))
        self._mark.setBrush(pg.mkBrush(theme.text))
        self._mark.setPen(None)
        self._zero.setPen(pg.mkPen(theme.muted))
        for word in (*self._numbers, self._t):
            word.setColor(theme.text)

    def write(self, title: str, *, named: bool) -> None:
        """Write the words; `named`: the classes have a title, too."""
        self.set_titles(translate("gradients", "class") if named else "", title)
        self._t.setText(translate("gradients", "t = 1"))
        self.setToolTip(
            translate(
                "gradients", "Drag a bar to change y; click below 0 to choose the right class"
            )
        )


class LossesPanel(Panel):
    """Up to three answers, the losses class by class, and both losses against y."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = [Bars() for _ in range(SAMPLES)]
        for row, bars in enumerate(self.bars):
            bars.grip.moved.connect(lambda start, end, row=row: self._moved(row, start, end))
        self.curves = Plot()
        self._ce, self._mse = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._dots = pg.ScatterPlotItem(size=11, pxMode=True)
        self._names = [pg.TextItem(anchor=(0, 1)), pg.TextItem(anchor=(0, 1))]
        for item in (self._ce, self._mse, self._dots, *self._names):
            self.curves.addItem(item, ignoreBounds=True)
        self.curves.setMouseEnabled(False, False)
        self.curves.setXRange(0, 1, padding=0.02)
        self.curves.setYRange(0, CE_SHOWN, padding=0.02)
        grid_behind(self.curves)
        self._names[0].setPos(0.16, 2.0)
        self._names[1].setPos(0.05, 0.5)
        self.table = Numbers()
        left = QVBoxLayout()
        for bars in self.bars:
            left.addWidget(bars, 1)
        top = QHBoxLayout()
        top.addLayout(left, 3)
        top.addWidget(self.curves, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top, 1)
        layout.addWidget(self.table)
        self.curves.set_readout(self._read)

    def draw(self, frame: Frame) -> None:
        """Draw bars, curves and table."""
        arrays = frame.arrays
        count = len(arrays["labels"])
        for row, bars in enumerate(self.bars):
            bars.setVisible(row < count)
            if row < count:
                bars.show_answer(frame, row)
        self._ce.setData(arrays["chance"], arrays["chance_ce"])
        self._mse.setData(arrays["chance"], arrays["chance_mse"])
        rows = np.arange(count)
        chance = arrays["y"][rows, arrays["labels"]]
        logs = np.minimum(arrays["logs"][rows, arrays["labels"]], CE_SHOWN)
        squares = arrays["squares"][rows, arrays["labels"]]
        inks = [self.theme.curve(CE)] * count + [self.theme.curve(MSE)] * count
        self._dots.setData(
            np.tile(chance, 2), np.concatenate((logs, squares)),
            brush=[pg.mkBrush(ink) for ink in inks], symbol=["o"] * count + ["s"] * count,
        )  # fmt: skip
        if count == 1:
            self._tell_one(frame)
        else:
            self._tell_batch(frame)

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for plot in (*self.bars, self.curves):
            plot.apply_theme(theme)
        self._ce.setPen(pg.mkPen(theme.curve(CE), width=2.5))
        self._mse.setPen(pg.mkPen(theme.curve(MSE), width=2.5, dash=[6, 3]))
        self._dots.setPen(pg.mkPen(theme.text, width=1.5))
        for name in self._names:
            name.setColor(theme.text)
        self.table.apply_theme(theme)

    def write(self) -> None:
        """Set every word anew."""
        several = len(self.params.labels) > 1
        for row, bars in enumerate(self.bars, start=1):
            title = translate("gradients", "answer {number}", number=row)
            # Of several answers only the lowest names the axis that they share.
            last = not several or row == len(self.bars)
            bars.write(title if several else translate("gradients", "answer y"), named=last)
            bars.setAccessibleName(translate("gradients", "Answer {number}", number=row))
        self.curves.set_titles(
            translate("gradients", "y of the right class"),
            translate("gradients", "what that class adds to the loss"),
        )
        self.curves.setAccessibleName(
            translate("gradients", "Both losses against the answer at the right class")
        )
        self.curves.setToolTip(translate("gradients", "Rest on a curve to read its numbers"))
        self._names[0].setText(translate("gradients", "cross-entropy −log y"))
        self._names[1].setText(translate("gradients", "squared error (y − 1)²/2"))
        self.table.setAccessibleName(translate("gradients", "The losses in numbers"))
        self.table.setToolTip(translate("gradients", "What each class adds to either loss"))

    def show_params(self, params: GradientsParams) -> None:
        """Name one answer or several."""
        super().show_params(params)
        self.write()

    def _tell_one(self, frame: Frame) -> None:
        arrays = frame.arrays
        classes = [str(k) for k in range(CLASSES)]
        self.table.set_header(
            [translate("gradients", "class"), *classes, translate("gradients", "sum")], named=True
        )
        label = int(arrays["labels"][0])
        y, squares, logs = (arrays[name][0] for name in ("y", "squares", "logs"))
        t = ["1" if k == label else "0" for k in range(CLASSES)]
        rows = [
            ["y", *(number(v, 3) for v in y), number(float(y.sum()), 4)],
            ["t", *t, "1"],
            ["(y − t)²/2", *(number(v, 3) for v in squares), number(frame.scalars["mse"])],
            ["−t log(y + 1e−7)", *(number(v + 0.0, 3) for v in logs), number(frame.scalars["ce"])],
        ]
        last = CLASSES + 1
        marked = [(row, label + 1) for row in range(4)]
        self.table.show_rows(rows, bold=[(2, last), (3, last), *marked])

    def _tell_batch(self, frame: Frame) -> None:
        arrays = frame.arrays
        self.table.set_header(
            [
                translate("gradients", "answer"),
                translate("gradients", "largest at"),
                translate("gradients", "right class"),
                translate("gradients", "mean squared error"),
                translate("gradients", "cross-entropy"),
            ]
        )
        rows = []
        for row, label in enumerate(arrays["labels"]):
            best = int(arrays["y"][row].argmax())
            tick = "✓" if best == label else "✗"
            losses = [number(float(arrays[name][row])) for name in ("mse", "ce")]
            rows.append([str(row + 1), str(best), f"{label} {tick}", *losses])
        means = [number(frame.scalars[name]) for name in ("mse", "ce")]
        rows.append([translate("gradients", "mean"), "", "", *means])
        self.table.show_rows(rows, bold=[(len(rows) - 1, column) for column in range(5)])

    def _moved(self, row: int, start: QPointF, end: QPointF) -> None:
        bar = min(max(round(start.x()), 0), CLASSES - 1)
        if start.y() < 0:
            self.edited.emit({LABELS[row]: bar})
            return
        answers = [list(answer) for answer in self.params.answers]
        answers[row][bar] = round(min(max(end.y(), 0.0), 1.0), 2)
        self.edited.emit({"answers": tuple(tuple(answer) for answer in answers)})

    def _read(self, x: float, y: float) -> str:
        if self.frame is None or not 0 <= x <= 1:
            return ""
        arrays = self.frame.arrays
        at = round(x * (len(arrays["chance"]) - 1))
        return translate(
            "gradients",
            "y = {y}: cross-entropy {ce}, squared error {mse}",
            y=number(float(arrays["chance"][at]), 3),
            ce=number(float(arrays["chance_ce"][at]), 4),
            mse=number(float(arrays["chance_mse"][at]), 4),
        )
