"""The weights of every layer as histograms, one above the other on a common axis."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.numbers import number
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .training_strokes import colour

LAYER = 0
"""Number of the histograms' colour."""
HEIGHT = 0.88


class Weights(Plot):
    """Each histogram is as tall as its fullest bin; the first layer is at the top."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._layers: list[pg.PlotCurveItem] = []
        self.setMouseEnabled(False, False)
        self.plotItem.showGrid(x=True, y=False)
        self.getAxis("left").setWidth(54)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame) -> None:
        """Draw the weights as they were at the last reading before this frame."""
        last, self._frame = self._frame, frame
        counts = frame.arrays["counts"]
        if last is not None and last.arrays["counts"] is counts:
            return
        edges = frame.arrays["edges"]
        while len(self._layers) < len(counts):
            curve = pg.PlotCurveItem()
            curve.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self._layers.append(curve)
            self.addItem(curve, ignoreBounds=True)
            self._paint(curve)
        ticks = []
        for row, curve in enumerate(self._layers):
            curve.setVisible(row < len(counts))
            if row < len(counts):
                base = float(len(counts) - 1 - row)
                tall = max(float(counts[row].max()), 1.0)
                heights = base + HEIGHT * counts[row] / tall
                curve.setData(edges, heights, stepMode="center", fillLevel=base)
                ticks.append((base + 0.25, f"W{row + 1}"))
        self.getAxis("left").setTicks([ticks])
        self.setXRange(float(edges[0]), float(edges[-1]), padding=0.01)
        self.setYRange(0, len(counts), padding=0.01)
        self.take_ranges()

    def clear_run(self) -> None:
        """Take the histograms away."""
        self._frame = None
        for curve in self._layers:
            curve.setVisible(False)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if self._ready:
            for curve in self._layers:
                self._paint(curve)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles(translate("training", "weight"), translate("training", "how many"))
        self.setAccessibleName(translate("training", "Histogram of the weights of every layer"))
        self.setToolTip(translate("training", "Rest on a histogram to read it"))

    def _paint(self, curve: pg.PlotCurveItem) -> None:
        fill = colour(LAYER, self._theme)
        fill.setAlpha(90)
        curve.setBrush(fill)
        curve.setPen(pg.mkPen(colour(LAYER, self._theme), width=1.0))

    def _read(self, x: float, y: float) -> str:
        """Say the layer under the mouse: its spread, and how many weights its bin holds."""
        if self._frame is None:
            return ""
        counts, edges = self._frame.arrays["counts"], self._frame.arrays["edges"]
        row = len(counts) - 1 - int(np.floor(y))
        column = int(np.searchsorted(edges, x, side="right")) - 1
        if not (0 <= row < len(counts) and 0 <= column < counts.shape[1]):
            return ""
        spread = float(self._frame.arrays["spreads"][row])
        return translate(
            "training",
            "W{layer}: spread {spread}\n{count} weights from {low} to {high}",
            layer=row + 1,
            spread=number(spread),
            count=f"{int(counts[row, column]):,}",
            low=number(float(edges[column])),
            high=number(float(edges[column + 1])),
        )
