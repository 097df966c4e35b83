"""Sixteen small pictures, a scale each: accuracy with batch normalization and without."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.numbers import number
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.initialization_params import InitializationParams

from .initialization_panel import Panel
from .training_key import Key
from .training_strokes import DASHED, SOLID, swatch

COUNT, COLUMNS = 16, 4
# Without and with: number of the colour, dashes.
STROKES = ((4, DASHED), (0, SOLID))


class GridPanel(Panel):
    """Draws a curve only when it has become longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._drawn = np.full((2, COUNT), -1)
        self.key = Key()
        self.plots = [Plot() for _ in range(COUNT)]
        self.titles = [QLabel() for _ in range(COUNT)]
        self.curves = [[pg.PlotDataItem() for _ in range(COUNT)] for _ in STROKES]
        self.ends = [pg.ScatterPlotItem(symbol="x", size=9) for _ in range(COUNT)]
        self._out = np.zeros((2, COUNT), bool)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for k, plot in enumerate(self.plots):
            plot.setMouseEnabled(False, False)
            plot.setYRange(0, 1, padding=0.04)
            plot.getAxis("left").setStyle(showValues=k % COLUMNS == 0)
            plot.getAxis("left").setWidth(34 if k % COLUMNS == 0 else 8)
            plot.getAxis("bottom").setStyle(showValues=k >= COUNT - COLUMNS)
            plot.set_readout(partial(self._read, k))
            for row in self.curves:
                plot.addItem(row[k], ignoreBounds=True)
            plot.addItem(self.ends[k], ignoreBounds=True)
            self.titles[k].setAlignment(Qt.AlignmentFlag.AlignCenter)
            place = divmod(k, COLUMNS)
            grid.addWidget(self.titles[k], 2 * place[0], place[1])
            grid.addWidget(plot, 2 * place[0] + 1, place[1])
            grid.setRowStretch(2 * place[0] + 1, 1)
            grid.setColumnStretch(place[1], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.key)
        column.addLayout(grid, 1)

    def show_params(self, params: InitializationParams) -> None:
        """Make room for the epochs."""
        for plot in self.plots:
            plot.setXRange(0, params.epochs, padding=0.03)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw what is new in this frame."""
        self._frame = frame
        accuracies, lengths = frame.arrays["accuracies"], frame.arrays["lengths"]
        for way, row in enumerate(self.curves):
            for k in np.flatnonzero(self._drawn[way] != lengths[way]).tolist():
                length = int(lengths[way, k])
                row[k].setData(np.arange(length), accuracies[way, k, :length])
        self._drawn = np.array(lengths)
        self._mark_diverged(lengths, accuracies, frame.arrays["out"])
        if not self.titles[0].text():
            self._name_scales()

    def clear(self) -> None:
        """Take the curves away."""
        self._frame = None
        self._drawn[...] = -1
        self._out[...] = False
        for end in self.ends:
            end.clear()
        for row in self.curves:
            for curve in row:
                curve.setData([], [])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for plot in self.plots:
            plot.apply_theme(theme)
        for way, (colour, dashes) in enumerate(STROKES):
            pen = pg.mkPen(theme.curve(colour), width=1.8, dash=list(dashes) or None)
            for curve in self.curves[way]:
                curve.setPen(pen)
        for end in self.ends:
            end.setPen(pg.mkPen(theme.bad, width=1.5))
            end.setBrush(pg.mkBrush(theme.bad))
        self._say_key()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._say_key()
        self._name_scales()

    def _mark_diverged(self, lengths: np.ndarray, accuracies: np.ndarray, out: np.ndarray) -> None:
        """Put a cross where the curve of a network that has diverged ends."""
        if (out == self._out).all():
            return
        self._out = np.array(out)
        for k, end in enumerate(self.ends):
            ways = np.flatnonzero(out[:, k])
            last = lengths[ways, k] - 1
            end.setData(last, accuracies[ways, k, last])

    def _say_key(self) -> None:
        words = (
            translate("initialization", "without batch normalization"),
            translate("initialization", "with batch normalization"),
        )
        pens = [
            pg.mkPen(self._theme.curve(colour), width=2.0, dash=list(dashes) or None)
            for colour, dashes in STROKES
        ]
        title = translate(
            "initialization", "accuracy on the digits learned from, by epoch; × diverged"
        )
        entries = [(swatch(pen, self._theme), text) for pen, text in zip(pens, words, strict=True)]
        self.key.show_entries([*entries, (None, title)])

    def _name_scales(self) -> None:
        scales = np.logspace(0, -4, COUNT) if self._frame is None else self._frame.arrays["scales"]
        for k, scale in enumerate(scales):
            words = translate("initialization", "std {scale}", scale=number(scale))
            self.titles[k].setText(words)
            self.plots[k].setAccessibleName(words)
            self.plots[k].setToolTip(
                translate("initialization", "Networks whose weights began with std {scale}",
                          scale=number(scale))
            )  # fmt: skip

    def _read(self, k: int, x: float, y: float) -> str:
        if self._frame is None:
            return ""
        accuracies, lengths = self._frame.arrays["accuracies"], self._frame.arrays["lengths"]
        epoch = max(round(x), 0)
        words = [translate("initialization", "epoch {epoch}", epoch=epoch)]
        for way, text in enumerate(
            (
                translate("initialization", "without: {accuracy}"),
                translate("initialization", "with: {accuracy}"),
            )
        ):
            if epoch < lengths[way, k]:
                words.append(text.format(accuracy=f"{accuracies[way, k, epoch]:.1%}"))
            elif self._frame.arrays["out"][way, k]:
                diverged = translate("initialization", "diverged")
                words.append(text.format(accuracy=diverged))
        return "\n".join(words)
