"""Histograms of every layer: the activations going forward above, the gradients going back below.

The bar under them is the standard deviation of the weights: drag its handle. It stands where the
weights are, also if Xavier or He has put them there.
"""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.editors import Unwheeled
from fishlab.gui.names import named
from fishlab.gui.numbers import mean_and_spread, number
from fishlab.gui.style import tint
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.initialization_params import KINDS, STD, InitializationParams

from .initialization_panel import Panel

MOST = 8
ROWS = ("activations", "gradients")
SLIDER_STEPS = 1000
TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
BEYOND = 0.005
"""A share outside of the histogram that is worth a word."""


LABELS = {choice.value: choice.label for choice in KINDS}


class LayerPlot(Plot):
    """One histogram; the numbers of its layer stand above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve = pg.PlotDataItem(stepMode="center", fillLevel=0)
        self.addItem(self.curve)
        self.setMouseEnabled(False, False)
        self.getAxis("left").setStyle(showValues=False)
        self.getAxis("left").setWidth(8)
        self.plotItem.layout.setContentsMargins(0, 0, 8, 0)
        self.edges = np.empty(0)
        self.counts = np.empty(0)
        self.set_readout(self._read)

    def show_histogram(self, edges: np.ndarray, counts: np.ndarray, top: float) -> None:
        """Draw shares of a layer's values; `top` is the height of the whole row."""
        self.edges, self.counts = edges, counts
        # What rises out of the row is cut off here: not every reader of SVG files does it.
        self.curve.setData(edges, np.minimum(counts, 1.02 * max(top, 1e-6)))
        self.setXRange(float(edges[0]), float(edges[-1]), padding=0.02)
        self.setYRange(0, max(top, 1e-6), padding=0.02)

    def paint(self, colour: str) -> None:
        """Take this colour."""
        fill = QColor(colour)
        fill.setAlpha(110)
        self.curve.setPen(pg.mkPen(colour, width=1.4))
        self.curve.setFillBrush(pg.mkBrush(fill))

    def _read(self, x: float, y: float) -> str:
        if not len(self.counts) or not self.edges[0] <= x <= self.edges[-1]:
            return ""
        k = min(int(np.searchsorted(self.edges, x, side="right")) - 1, len(self.counts) - 1)
        return translate(
            "initialization",
            "{low} to {high}: {share} of the values",
            low=number(self.edges[k]),
            high=number(self.edges[k + 1]),
            share=f"{self.counts[k]:.1%}",
        )


class HistogramsPanel(Panel):
    """Two rows of histograms, a column a layer."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._params = InitializationParams()
        self.plots = {row: [LayerPlot() for _ in range(MOST)] for row in ROWS}
        self.words = {row: [QLabel() for _ in range(MOST)] for row in ROWS}
        self._titles = {row: QLabel() for row in ROWS}
        grid = QGridLayout()
        grid.setSpacing(4)
        for r, row in enumerate(ROWS):
            grid.addWidget(self._titles[row], 3 * r, 0, 1, MOST)
            for column in range(MOST):
                label = self.words[row][column]
                label.setAlignment(TOP)
                tint(label, label.palette().ColorRole.PlaceholderText)
                grid.addWidget(label, 3 * r + 1, column)
                grid.addWidget(self.plots[row][column], 3 * r + 2, column)
            grid.setRowStretch(3 * r + 2, 1)
        self.slider = named(QSlider(Qt.Orientation.Horizontal), "std_slider")
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.installEventFilter(Unwheeled(self))
        self._slider_title = QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(grid, 1)
        layout.addWidget(self._slider_title)
        layout.addWidget(self.slider)
        self.slider.valueChanged.connect(self._pulled)
        self._show_layers(5)

    def show_params(self, params: InitializationParams) -> None:
        """Put the handle where the standard deviation is."""
        self._params = params
        if params.kind == STD:
            self._put_handle(params.std)
            self._say_slider()
        self._show_layers(params.depth)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the histograms of every layer."""
        self._frame = frame
        arrays = frame.arrays
        depth = len(arrays["counts"])
        self._show_layers(depth)
        parts = (("activations", "edges", "counts"),
                 ("gradients", "gradient_edges", "gradient_counts"))  # fmt: skip
        for row, edges, counts in parts:
            # A layer whose values all lie in one bin would press the others flat.
            top = float(np.minimum(arrays[counts].max(axis=1), 0.3).max(initial=0.02))
            for k in range(depth):
                self.plots[row][k].show_histogram(arrays[edges], arrays[counts][k], top)
        if self._params.kind != STD:
            self._put_handle(frame.scalars["weight_std"])
        self._say_slider()
        self._say_numbers()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for r, row in enumerate(ROWS):
            for plot in self.plots[row]:
                plot.apply_theme(theme)
                plot.paint(theme.curve((0, 4)[r]))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._titles["activations"].setText(
            translate("initialization", "<b>Activations</b>, going forward from layer to layer")
        )
        self._titles["gradients"].setText(
            translate("initialization", "<b>Gradients</b>, coming back from the last layer")
        )
        name = translate("initialization", "Standard deviation of the weights")
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(
            translate("initialization", "Pull: the histograms follow (the weights become std)")
        )
        for row in ROWS:
            for k, plot in enumerate(self.plots[row]):
                words = (
                    translate("initialization", "Activations of layer {layer}", layer=k + 1)
                    if row == "activations"
                    else translate("initialization", "Gradients at layer {layer}", layer=k + 1)
                )
                plot.setAccessibleName(words)
                plot.setToolTip(words)
        self._say_slider()
        self._say_numbers()

    def _say_slider(self) -> None:
        params, frame = self._params, self._frame
        if params.kind == STD:
            words = translate(
                "initialization", "Standard deviation of the weights: {std}", std=number(params.std)
            )
        elif frame is not None:
            words = translate(
                "initialization",
                "Standard deviation of the weights: {std} ({kind})",
                std=number(frame.scalars["weight_std"]),
                kind=shown(LABELS[params.kind]),
            )
        else:
            words = ""
        self._slider_title.setText(words)

    def _put_handle(self, std: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(SLIDER_STEPS * _place(std)))
        self.slider.blockSignals(False)

    def _say_numbers(self) -> None:
        if self._frame is None:
            return
        scalars, arrays = self._frame.scalars, self._frame.arrays
        for k in range(len(arrays["counts"])):
            layer = k + 1
            lines = [
                translate("initialization", "layer {layer}", layer=layer),
                mean_and_spread(scalars[f"mean.{layer}"], scalars[f"std.{layer}"]),
            ]
            share = f"{scalars[f'saturated.{layer}']:.0%}"
            lines.append(translate("initialization", "{share} flat", share=share))
            if f"dead.{layer}" in scalars:
                share = f"{scalars[f'dead.{layer}']:.0%}"
                lines.append(translate("initialization", "{share} of units dead", share=share))
            back = [f"± {number(scalars[f'gradient_std.{layer}'])}"]
            for said, beyond in ((lines, "beyond"), (back, "gradient_beyond")):
                share = f"{arrays[beyond][k]:.0%}"
                if arrays[beyond][k] >= BEYOND:
                    said.append(translate("initialization", "{share} beyond", share=share))
            for row, said in (("activations", lines), ("gradients", back)):
                label = self.words[row][k]
                label.setText("\n".join(said))
                label.setToolTip(
                    translate(
                        "initialization",
                        "Mean ± standard deviation; flat: the share where the slope is below a "
                        "tenth of the steepest; dead: answers 0 to all data; beyond: outside of "
                        "the picture",
                    )
                )

    def _show_layers(self, depth: int) -> None:
        for row in ROWS:
            for k in range(MOST):
                self.plots[row][k].setVisible(k < depth)
                self.words[row][k].setVisible(k < depth)

    def _pulled(self, value: int) -> None:
        low, high = _ends()
        std = math.exp(low + (high - low) * value / SLIDER_STEPS)
        self.edited.emit({"kind": STD, "std": float(f"{std:.3g}")})


def _ends() -> tuple[float, float]:
    spec = InitializationParams.specs()["std"]
    assert spec.minimum is not None
    assert spec.maximum is not None
    return math.log(spec.minimum), math.log(spec.maximum)


def _place(std: float) -> float:
    """Return where on the bar it is, from 0 to 1; 0 and all that is too small lie at its left."""
    low, high = _ends()
    return (math.log(max(std, math.exp(low))) - low) / (high - low)
