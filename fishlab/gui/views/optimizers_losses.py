"""The loss of every competitor against the step, on a logarithmic axis where there is one."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.curve import Curve
from fishlab.gui.widgets.plot import Plot

from .optimizers_strokes import LABELS, number, pen


class Losses(Plot):
    """One curve a competitor, each in its stroke on the map."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._names: tuple[str, ...] = ()
        self._curves: dict[str, Curve] = {}
        self._logarithmic = False
        self._on_digits = False
        self.setMouseEnabled(False, False)
        self.getAxis("left").setWidth(68)
        for axis in ("left", "bottom"):
            self.getAxis(axis).setZValue(-200)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame, names: Sequence[str]) -> None:
        """Draw every loss up to this frame."""
        self._frame, self._names = frame, tuple(names)
        logarithmic = bool(frame.arrays["logarithmic"])
        on_digits = "trails" not in frame.arrays
        if (logarithmic, on_digits) != (self._logarithmic, self._on_digits):
            self._logarithmic, self._on_digits = logarithmic, on_digits
            self.plotItem.setLogMode(False, logarithmic)
            self._title()
        heights = frame.arrays["gaps"]
        if logarithmic:
            heights = np.log10(heights)
        for name, line in zip(names, heights, strict=True):
            curve = self._curves.get(name) or self._made(name)
            curve.setVisible(True)
            curve.setData(line)
        for name in self._curves.keys() - set(names):
            self._curves[name].setVisible(False)
        self.setXRange(0, max(frame.total or 1, 1), padding=0.02)
        low, high = frame.arrays["loss_range"].tolist()
        if logarithmic:
            # A plot in logarithmic mode counts its range in powers of ten.
            low, high = math.log10(low), math.log10(high)
        self.setYRange(low, max(high, low + 1e-9), padding=0.06)
        self.take_ranges()

    def clear_race(self) -> None:
        """Take the curves away."""
        for curve in self._curves.values():
            curve.setVisible(False)
        self._names = ()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if self._ready:
            for name, curve in self._curves.items():
                curve.setPen(pen(name, theme, width=1.8))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title()
        self.setAccessibleName(translate("optimizers", "Loss of every optimizer against the step"))
        self.setToolTip(translate("optimizers", "Rest on a curve to read its numbers"))

    def _title(self) -> None:
        if self._on_digits:
            y = translate("optimizers", "loss of the batch, smoothed")
        elif self._logarithmic:
            y = translate("optimizers", "f above the lowest minimum")
        else:
            y = translate("optimizers", "f(x, y)")
        self.set_titles(translate("optimizers", "step"), y)

    def _made(self, name: str) -> Curve:
        curve = self._curves[name] = Curve(pen=pen(name, self._theme, width=1.8))
        self.addItem(curve, ignoreBounds=True)
        return curve

    def _read(self, x: float, y: float) -> str:
        """Say every competitor's loss at the step under the mouse, the lowest first."""
        if self._frame is None or not self._names:
            return ""
        gaps = self._frame.arrays["gaps"]
        step = min(max(round(x), 0), gaps.shape[1] - 1)
        lines = [translate("optimizers", "step {step}", step=step)]
        for row in gaps[:, step].argsort(kind="stable"):
            lines.append(f"{shown(LABELS[self._names[row]])}  {number(gaps[row, step], 4)}")
        return "\n".join(lines)
