"""Curves of train, test and validation set against the epoch, with bands for several seeds."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from fishlab.experiment import Frame
from fishlab.gui.numbers import number
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.plot import Plot

from .training_strokes import SET_LABELS, SETS, colour, outline, pen, percent

NAMES = tuple(SETS)
"""The order of the sets in a frame."""


class SetCurves(Plot):
    """One line a set: the mean over the networks; around it, if there are several, their spread.

    array: the name of the frame's array (sets, readings, 3) that is drawn.
    """

    array = ""
    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._bands = {name: QGraphicsPolygonItem() for name in NAMES}
        self._lines = {name: pg.PlotCurveItem() for name in NAMES}
        for item in (*self._bands.values(), *self._lines.values()):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self.first = pg.ScatterPlotItem(size=9)
        """The first reading alone, of which no line can be drawn."""
        self.addItem(self.first, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame) -> None:
        """Draw every reading up to this frame."""
        self._frame = frame
        x, several = frame.arrays["read_at"], int(frame.arrays["networks"]) > 1
        curves = frame.arrays[self.array]
        for row, name in enumerate(NAMES):
            there = row < len(curves)
            self._lines[name].setVisible(there)
            self._bands[name].setVisible(there and several)
            if there:
                low, mean, high = curves[row].T
                self._lines[name].setData(x, mean)
                if several:
                    self._bands[name].setPolygon(around(x, low, high))
        self._mark_first()
        self.setXRange(0, float(frame.arrays["epochs"]), padding=0.02)

    def clear_run(self) -> None:
        """Take the lines away."""
        self._frame = None
        for item in (*self._bands.values(), *self._lines.values()):
            item.setVisible(False)
        self.first.clear()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        for name, (hue, dashes) in SETS.items():
            self._lines[name].setPen(pen(hue, theme, dashes, 2.2))
            fill = colour(hue, theme)
            fill.setAlpha(60)
            self._bands[name].setBrush(fill)
            self._bands[name].setPen(Qt.PenStyle.NoPen)
        self._mark_first()

    def worded(self, value: float) -> str:
        """Return a value as it is read under the mouse."""
        raise NotImplementedError

    def _mark_first(self) -> None:
        frame = self._frame
        spots = []
        if frame is not None and len(frame.arrays["read_at"]) == 1:
            means = frame.arrays[self.array][:, 0, 1].tolist()
            x = float(frame.arrays["read_at"][0])
            for name, mean in zip(NAMES, means, strict=False):
                brush = pg.mkBrush(colour(SETS[name][0], self._theme))
                spots.append({"pos": (x, mean), "brush": brush, "pen": outline(self._theme)})
        self.first.setData(spots)

    def _read(self, x: float, y: float) -> str:
        """Say the values of the reading next to the mouse."""
        if self._frame is None or not len(self._frame.arrays["read_at"]):
            return ""
        places = self._frame.arrays["read_at"]
        at = int(np.abs(places - x).argmin())
        lines = [translate("training", "epoch {epoch}", epoch=f"{places[at]:.4g}")]
        several = int(self._frame.arrays["networks"]) > 1
        for name, rows in zip(NAMES, self._frame.arrays[self.array], strict=False):
            _, mean, high = rows[at]
            spread = f" ± {self.worded(high - mean)}" if several else ""
            lines.append(f"{shown(SET_LABELS[name])}  {self.worded(mean)}{spread}")
        return "\n".join(lines)


class Accuracies(SetCurves):
    """How many of each set are right."""

    array = "accuracies"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setYRange(0, 1, padding=0.02)

    def worded(self, value: float) -> str:
        """Return a share in percent."""
        return percent(value)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles(translate("training", "epoch"), translate("training", "accuracy"))
        self.setAccessibleName(
            translate("training", "Accuracy on train, test and validation set against the epoch")
        )
        self.setToolTip(translate("training", "Rest on a curve to read its numbers"))


class SetLosses(SetCurves):
    """The loss of each set."""

    array = "set_losses"

    def show_frame(self, frame: Frame) -> None:
        """Draw every reading up to this frame, the axis as long as the largest of them."""
        super().show_frame(frame)
        losses = frame.arrays[self.array]
        self.setYRange(0, max(float(losses.max(initial=0.0)), 1e-3), padding=0.04)

    def worded(self, value: float) -> str:
        """Return a loss with as many digits as are of use."""
        return number(value)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles(translate("training", "epoch"), translate("training", "loss"))
        self.setAccessibleName(
            translate("training", "Loss of train and test set against the epoch")
        )
        self.setToolTip(translate("training", "Rest on a curve to read its numbers"))


def around(x: np.ndarray, low: np.ndarray, high: np.ndarray) -> QPolygonF:
    """Return the area between two lines."""
    there = [QPointF(*point) for point in zip(x.tolist(), low.tolist(), strict=True)]
    back = [QPointF(*point) for point in zip(x.tolist(), high.tolist(), strict=True)]
    return QPolygonF(there + back[::-1])
