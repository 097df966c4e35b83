"""Picture of the mode "filters": the gallery as it was and as it is, and how the learning goes."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.cnn_params import CnnParams

from .cnn_images import Grid
from .cnn_sheet import number

CURVES = ("loss", "test_accuracy", "structure")


class FiltersPanel(QWidget):
    """Shows a frame of `labs.cnn_filters`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.before, self.now = Grid(), Grid()
        self.plots = {name: Plot() for name in CURVES}
        self._curves: dict[str, pg.PlotDataItem] = {}
        self._series: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        grids = QHBoxLayout()
        grids.setSpacing(40)
        for grid in (self.before, self.now):
            grids.addWidget(grid)
            grid.words = partial(self._words, grid)
            grid.chosen.connect(self._chosen)
        plots = QHBoxLayout()
        for name, plot in self.plots.items():
            plot.setMouseEnabled(False, False)
            self._curves[name] = pg.PlotDataItem()
            plot.addItem(self._curves[name])
            plot.set_readout(partial(self._read, name))
            plots.addWidget(plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(grids, 3)
        column.addLayout(plots, 2)

    def show_params(self, params: CnnParams) -> None:
        """Nothing of them is on the picture."""

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the filters and the curves up to this frame."""
        self._frame = frame
        filters, before = frame.arrays["filters"], frame.arrays["before"]
        self.before.show_maps(
            before,
            translate("cnn", "before learning"),
            _captions(frame.arrays["structures_before"]),
        )
        self.now.show_maps(
            filters,
            translate("cnn", "after {step} steps", step=frame.step),
            _captions(frame.arrays["structures"]),
        )
        for name, curve in self._curves.items():
            steps, values = history.series(name)
            # When the reader steps back, the curves end where the picture does.
            seen = steps <= frame.step
            self._series[name] = steps[seen], values[seen]
            curve.setData(*self._series[name])
            self.plots[name].setXRange(0, max(frame.total or 1, 1), padding=0.02)
        self.plots["test_accuracy"].setYRange(0, 1, padding=0.02)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for grid in (self.before, self.now):
            grid.apply_theme(theme)
        for k, (name, plot) in enumerate(self.plots.items()):
            plot.apply_theme(theme)
            self._curves[name].setPen(pg.mkPen(theme.curve(k), width=1.8))

    def retranslate(self) -> None:
        """Set every word anew."""
        titles = self._titles()
        for name, plot in self.plots.items():
            plot.set_titles(translate("cnn", "step"), titles[name])
            plot.setAccessibleName(titles[name])
            plot.setToolTip(titles[name])
        self.before.setAccessibleName(translate("cnn", "Filters before learning"))
        self.now.setAccessibleName(translate("cnn", "Filters now"))
        tip = translate(
            "cnn", "Blue is positive, orange negative; below: how much neighbouring weights agree"
        )
        for grid in (self.before, self.now):
            grid.setToolTip(tip)
        if self._frame is not None:
            self.before.title = translate("cnn", "before learning")
            self.now.title = translate("cnn", "after {step} steps", step=self._frame.step)
            self.before.update()
            self.now.update()

    def _titles(self) -> dict[str, str]:
        return {
            "loss": translate("cnn", "loss of the batch"),
            "test_accuracy": translate("cnn", "test accuracy"),
            "structure": translate("cnn", "structure: neighbours agree"),
        }

    def _chosen(self, k: int) -> None:
        """Frame the same filter in both galleries."""
        self.before.set_current(k)
        self.now.set_current(k)

    def _words(self, grid: Grid, k: int) -> str:
        assert self._frame is not None
        values = self._frame.arrays["filters" if grid is self.now else "before"][k]
        rows = "\n".join("  ".join(f"{v:+.3f}".replace("-", "−") for v in row) for row in values)
        return translate("cnn", "filter {number}", number=k + 1) + "\n" + rows

    def _read(self, name: str, x: float, y: float) -> str:
        steps, values = self._series.get(name, (np.empty(0), np.empty(0)))
        if not len(steps):
            return ""
        k = int(np.abs(steps - x).argmin())
        step = translate("cnn", "step {step}", step=int(steps[k]))
        return f"{step}\n{self._titles()[name]}  {number(float(values[k]))}"


def _captions(structures: np.ndarray) -> list[str]:
    return [f"{value:.2f}".replace("-", "−") for value in structures]
