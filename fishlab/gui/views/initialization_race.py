"""Loss against the step for networks that began differently."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.plot import make_plot
from fishlab.labs.initialization_params import InitializationParams
from fishlab.labs.initialization_race import GUESS, LABELS, STUCK

from .initialization_panel import Panel
from .training_key import Key
from .training_strokes import DASHED, DOTTED, SOLID, swatch

# Beginning -> number of its colour, its dashes: no two share both.
STROKES = {
    "std_001": (4, DASHED),
    "xavier": (1, SOLID),
    "he": (2, SOLID),
    "std_1": (3, DASHED),
    "zero": (0, DOTTED),
}
HIGHEST = 4.0
"""Who begins with a loss of a hundred must not press the others flat."""


class RacePanel(Panel):
    """One curve a beginning, and a line where guessing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._names: tuple[str, ...] = ()
        self._series: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self._out: dict[str, bool] = {}
        self.key = Key()
        self.plot = make_plot()
        self.plot.setMouseEnabled(False, False)
        self.plot.set_readout(self._read)
        self.curves = {name: pg.PlotDataItem() for name in STROKES}
        self._guess = pg.InfiniteLine(pos=GUESS, angle=0)
        for item in (*self.curves.values(), self._guess):
            self.plot.addItem(item, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.key)
        column.addWidget(self.plot, 1)

    def show_params(self, params: InitializationParams) -> None:
        """Know who runs."""
        self._names = tuple(name for name in STROKES if name in params.starters)
        self.plot.setXRange(0, params.steps, padding=0.02)
        self._say_key()

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the losses up to this frame."""
        self._frame = frame
        # The form may already name others than those of this frame.
        names = [name for name in STROKES if f"loss.{name}" in frame.scalars]
        self._out = dict(zip(names, frame.arrays["out"].tolist(), strict=True))
        highest = 2.4
        for name, curve in self.curves.items():
            steps, values = history.series(f"smooth.{name}")
            seen = steps <= frame.step
            self._series[name] = steps[seen], values[seen]
            curve.setData(*self._series[name])
            highest = max(highest, float(values[seen].max(initial=0.0)))
        self.plot.setXRange(0, max(frame.total or 1, 1), padding=0.02)
        self.plot.setYRange(0, min(highest, HIGHEST), padding=0.03)
        self._say_key()

    def clear(self) -> None:
        """Take the curves away."""
        self._frame, self._series, self._out = None, {}, {}
        for curve in self.curves.values():
            curve.setData([], [])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.plot.apply_theme(theme)
        self._guess.setPen(pg.mkPen(theme.muted, width=1, dash=[2, 4]))
        for name, curve in self.curves.items():
            curve.setPen(self._pen(name))
        self._say_key()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.plot.set_titles(
            translate("initialization", "step"),
            translate("initialization", "loss of the batch, smoothed"),
        )
        name = translate("initialization", "Loss against the step; the dotted line is a guess")
        self.plot.setAccessibleName(name)
        self.plot.setToolTip(name)
        self._say_key()

    def _pen(self, name: str) -> QPen:
        colour, dashes = STROKES[name]
        return pg.mkPen(self._theme.curve(colour), width=2.0, dash=list(dashes) or None)

    def _say_key(self) -> None:
        entries = []
        for name in self._names:
            words = shown(LABELS[name])
            steps, values = self._series.get(name, (np.empty(0), np.empty(0)))
            if len(steps):
                words += f"  {loss(values[-1])}"
                if note := self._note(name, float(values[-1])):
                    words += f" ({note})"
            entries.append((swatch(self._pen(name), self._theme), words))
        self.key.show_entries(entries)

    def _note(self, name: str, value: float) -> str:
        """Return what else is to be said of a loss: out, too high to be seen, or as guessing."""
        if self._out.get(name):
            return translate("initialization", "diverged")
        if value > HIGHEST:
            return translate("initialization", "above the picture")
        if abs(value - GUESS) <= GUESS - STUCK:
            return translate("initialization", "a guess")
        return ""

    def _read(self, x: float, y: float) -> str:
        lines: list[str] = []
        for name in self._names:
            steps, values = self._series.get(name, (np.empty(0), np.empty(0)))
            if len(steps):
                k = int(np.abs(steps - x).argmin())
                if not lines:
                    lines.append(translate("initialization", "step {step}", step=int(steps[k])))
                lines.append(f"{shown(LABELS[name])}  {loss(values[k])}")
        return "\n".join(lines)


def loss(value: float) -> str:
    """Return the loss with three digits, so that 2.30 is seen to be 2.30."""
    return f"{float(value):#.3g}"
