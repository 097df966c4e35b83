"""Picture of the error against h, forward and central difference, on logarithmic axes."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.gradients_params import GradientsParams

from .gradients_grip import Grip, grid_behind
from .gradients_numbers import Numbers, power
from .gradients_panel import Panel

LEFT, RIGHT = -14.0, -1.0
# Name -> colour, dashes and symbol.
STROKES = {
    "forward": (4, [], "o"),
    "central": (0, [7, 3], "s"),
    "forward32": (1, [2, 3], "t1"),
    "central32": (2, [7, 3, 2, 3], "d"),
}


class StepSizePanel(Panel):
    """Two or four curves with their lowest points, and the h of the form as a line to drag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot()
        self.plot.plotItem.setLogMode(True, True)
        self._curves = {name: pg.PlotDataItem() for name in STROKES}
        self._best = pg.ScatterPlotItem(size=13, pxMode=True)
        self._words = {name: pg.TextItem(anchor=(0.5, -0.4)) for name in STROKES}
        self.line = pg.InfiniteLine(-4.0, angle=90)
        for curve in self._curves.values():
            curve.setLogMode(True, True)
            self.plot.addItem(curve, ignoreBounds=True)
        for item in (self.line, self._best, *self._words.values()):
            item.setZValue(20)  # over the curves
            self.plot.addItem(item, ignoreBounds=True)
        self.grip = Grip(self.plot, Qt.CursorShape.SizeHorCursor)
        self.grip.moved.connect(self._moved)
        self.plot.setMouseEnabled(False, False)
        self.plot.setXRange(LEFT, RIGHT, padding=0.02)
        grid_behind(self.plot)
        self.table = Numbers()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.table)
        self.plot.set_readout(self._read)

    def show_params(self, params: GradientsParams) -> None:
        """Put the line at h."""
        super().show_params(params)
        self.line.setValue(math.log10(params.h))

    def draw(self, frame: Frame) -> None:
        """Draw the curves and mark their lowest points."""
        arrays = frame.arrays
        shown = [name for name in STROKES if name in arrays]
        low, high = math.inf, -math.inf
        places = []
        for name, curve in self._curves.items():
            curve.setVisible(name in shown)
            self._words[name].setVisible(name in shown)
            if name not in shown:
                continue
            curve.setData(arrays["h"], arrays[name])
            logs = np.log10(arrays[name])
            low, high = min(low, float(logs.min())), max(high, float(logs.max()))
            best = int(arrays[name].argmin())
            places.append((math.log10(arrays["h"][best]), float(logs[best])))
            self._words[name].setPos(*places[-1])
            self._words[name].setText(self._names()[name])
        room = 0.1 * (high - low)
        self.plot.setYRange(low - room, high + 0.5 * room, padding=0)
        self.grip.set_area(LEFT, RIGHT, low - room, high + room)
        self._best.setData(
            [x for x, _ in places], [y for _, y in places],
            symbol=[STROKES[name][2] for name in shown],
            brush=[pg.mkBrush(self.theme.curve(STROKES[name][0])) for name in shown],
        )  # fmt: skip
        self.table.show_rows(
            [self._row(frame, name) for name in shown],
            inks=[self.theme.curve(STROKES[name][0]) for name in shown],
        )

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.plot.apply_theme(theme)
        for name, (colour, dashes, _) in STROKES.items():
            pen = pg.mkPen(theme.curve(colour), width=2, dash=dashes or None)
            self._curves[name].setPen(pen)
            self._words[name].setColor(theme.text)
            self._words[name].fill = pg.mkBrush(theme.plot)
        self._best.setPen(pg.mkPen(theme.text, width=1.5))
        self.line.setPen(pg.mkPen(theme.text, width=1.5, style=Qt.PenStyle.DashLine))
        self.table.apply_theme(theme)

    def write(self) -> None:
        """Set every word anew."""
        self.plot.set_titles("h", translate("gradients", "error of the slope"))
        self.plot.setToolTip(translate("gradients", "Drag or click to read the errors at an h"))
        self.plot.setAccessibleName(translate("gradients", "Error of the slope against h"))
        self.table.set_header(
            [
                translate("gradients", "difference"),
                translate("gradients", "error at the line"),
                translate("gradients", "best h"),
                translate("gradients", "least error"),
            ]
        )
        self.table.setAccessibleName(translate("gradients", "Errors in numbers"))
        self.table.setToolTip(translate("gradients", "The marked points of the curves"))

    def _names(self) -> dict[str, str]:
        return {
            "forward": translate("gradients", "forward"),
            "central": translate("gradients", "central"),
            "forward32": translate("gradients", "forward, single"),
            "central32": translate("gradients", "central, single"),
        }

    def _row(self, frame: Frame, name: str) -> list[str]:
        h = frame.arrays["h"]
        at = int(np.abs(np.log(h / frame.scalars["h"])).argmin())
        error = frame.scalars.get(f"error.{name}", float(frame.arrays[name][at]))
        return [
            self._names()[name],
            power(error),
            power(frame.scalars[f"best_h.{name}"]),
            power(frame.scalars[f"best_error.{name}"]),
        ]

    def _moved(self, start: QPointF, end: QPointF) -> None:
        self.edited.emit({"h": float(f"{10 ** min(max(end.x(), LEFT), RIGHT):.2g}")})

    def _read(self, x: float, y: float) -> str:
        if self.frame is None:
            return ""
        arrays = self.frame.arrays
        at = int(np.abs(np.log10(arrays["h"]) - x).argmin())
        lines = [f"h = {power(float(arrays['h'][at]))}"]
        names = self._names()
        lines += [f"{names[n]}  {power(float(arrays[n][at]))}" for n in STROKES if n in arrays]
        return "\n".join(lines)
