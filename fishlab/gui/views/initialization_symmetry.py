"""What every hidden unit has learned, as a picture, and how far the units are from being one."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.numbers import number
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.initialization_params import InitializationParams

from .cnn_images import Grid
from .initialization_panel import Panel

CURVES = ("loss", "accuracy", "difference")


class SymmetryPanel(Panel):
    """Eight pictures of weights above, three curves below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._theme = LIGHT
        self._series: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self.units = Grid()
        self.units.words = self._words
        self.plots = {name: Plot() for name in CURVES}
        self.curves = {name: pg.PlotDataItem() for name in CURVES}
        row = QHBoxLayout()
        for name, plot in self.plots.items():
            plot.setMouseEnabled(False, False)
            plot.addItem(self.curves[name])
            plot.set_readout(partial(self._read, name))
            row.addWidget(plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.units, 3)
        column.addLayout(row, 2)

    def show_params(self, params: InitializationParams) -> None:
        """Make room for the steps."""
        for plot in self.plots.values():
            plot.setXRange(0, params.steps, padding=0.02)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the units and the curves up to this frame."""
        self._frame = frame
        self._show_units()
        for name, curve in self.curves.items():
            steps, values = history.series(name)
            seen = steps <= frame.step
            self._series[name] = steps[seen], values[seen]
            curve.setData(*self._series[name])
        self.plots["accuracy"].setYRange(0, 1, padding=0.03)
        highest = float(self._series["difference"][1].max(initial=0.0))
        self.plots["difference"].setYRange(0, max(highest, 1e-3), padding=0.05)

    def clear(self) -> None:
        """Take the curves away."""
        self._frame = None
        for curve in self.curves.values():
            curve.setData([], [])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.units.apply_theme(theme)
        for k, (name, plot) in enumerate(self.plots.items()):
            plot.apply_theme(theme)
            self.curves[name].setPen(pg.mkPen(theme.curve(k), width=1.8))

    def retranslate(self) -> None:
        """Set every word anew."""
        for name, title in self._titles().items():
            self.plots[name].set_titles(translate("initialization", "step"), title)
            self.plots[name].setAccessibleName(title)
            self.plots[name].setToolTip(title)
        self.units.setAccessibleName(translate("initialization", "Weights into every hidden unit"))
        self.units.setToolTip(translate("initialization", "Blue is positive, orange negative"))
        if self._frame is not None:
            self._show_units()

    def _show_units(self) -> None:
        assert self._frame is not None
        maps = self._frame.arrays["units"]
        title = translate(
            "initialization", "weights into each of the {count} hidden units", count=len(maps)
        )
        captions = [
            translate("initialization", "unit {number}", number=k + 1) for k in range(len(maps))
        ]
        self.units.show_maps(maps, title, captions)

    def _titles(self) -> dict[str, str]:
        return {
            "loss": translate("initialization", "loss of the batch"),
            "accuracy": translate("initialization", "test accuracy"),
            "difference": translate("initialization", "largest difference between units"),
        }

    def _words(self, k: int) -> str:
        assert self._frame is not None
        unit = self._frame.arrays["units"][k]
        return translate(
            "initialization",
            "unit {number}: weights from {low} to {high}",
            number=k + 1,
            low=number(unit.min()),
            high=number(unit.max()),
        )

    def _read(self, name: str, x: float, y: float) -> str:
        steps, values = self._series.get(name, (np.empty(0), np.empty(0)))
        if not len(steps):
            return ""
        k = int(np.abs(steps - x).argmin())
        step = translate("initialization", "step {step}", step=int(steps[k]))
        return f"{step}\n{self._titles()[name]}  {number(values[k])}"
