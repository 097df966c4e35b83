"""Mode "overfit": train (solid) and test (dashed) accuracy of every variant."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.training_params import VARIANT_LABELS

from .training_strokes import (
    DASHED,
    SOLID,
    VARIANTS,
    colour,
    marker_size,
    outline,
    pen,
    percent,
)

MARKERS = 6
"""So many markers on a line at most."""
PARTS = {"train": SOLID, "test": DASHED}


class VariantCurves(Plot):
    """Two lines a variant, in its colour and with its marker."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._names: tuple[str, ...] = ()
        self._lines = {(name, part): pg.PlotCurveItem() for name in VARIANTS for part in PARTS}
        self._markers = pg.ScatterPlotItem(pxMode=True)
        self._markers.setZValue(20)
        for item in (*self._lines.values(), self._markers):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.setYRange(0, 1, padding=0.02)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame, names: Sequence[str]) -> None:
        """Draw every reading up to this frame; who diverged ends where it did."""
        self._frame, self._names = frame, tuple(names)
        x, lengths = frame.arrays["read_at"], frame.arrays["lengths"].tolist()
        for (name, part), line in self._lines.items():
            line.setVisible(name in self._names)
            if name in self._names:
                row = self._names.index(name)
                line.setData(x[: lengths[row]], frame.arrays[part][row, : lengths[row]])
        self._place_markers()
        self.setXRange(0, float(frame.arrays["epochs"]), padding=0.02)

    def clear_run(self) -> None:
        """Take the lines away."""
        self._frame, self._names = None, ()
        for line in self._lines.values():
            line.setVisible(False)
        self._markers.clear()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        for (name, part), line in self._lines.items():
            line.setPen(pen(VARIANTS[name][0], theme, PARTS[part], 2.0))
        self._place_markers()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles(translate("training", "epoch"), translate("training", "accuracy"))
        self.setAccessibleName(
            translate("training", "Train and test accuracy of every variant against the epoch")
        )
        self.setToolTip(translate("training", "Rest on a curve to read its numbers"))

    def _place_markers(self) -> None:
        if self._frame is None or not self._names:
            return
        arrays, spots = self._frame.arrays, []
        x, lengths = arrays["read_at"], arrays["lengths"].tolist()
        last = float(arrays["epochs"])
        for row, name in enumerate(self._names):
            number, symbol = VARIANTS[name]
            brush = pg.mkBrush(colour(number, self._theme))
            # At the same epochs for every frame, and for no two variants.
            wanted = last * (np.arange(MARKERS) + (row + 0.5) / len(self._names)) / MARKERS
            places = np.searchsorted(x[: lengths[row]], wanted)
            for at in places[places < lengths[row]].tolist():
                for part in PARTS:
                    spots.append(
                        {
                            "pos": (x[at], arrays[part][row, at]),
                            "symbol": symbol,
                            "size": marker_size(symbol),
                            "brush": brush,
                            "pen": outline(self._theme),
                        }
                    )
        self._markers.setData(spots)

    def _read(self, x: float, y: float) -> str:
        """Say the accuracies of every variant at the reading next to the mouse."""
        if self._frame is None or not self._names:
            return ""
        arrays = self._frame.arrays
        places = arrays["read_at"]
        at = int(np.abs(places - x).argmin())
        lines = [translate("training", "epoch {epoch}", epoch=f"{places[at]:.4g}")]
        for row, name in enumerate(self._names):
            if at < arrays["lengths"][row]:
                train, test = (percent(float(arrays[part][row, at])) for part in PARTS)
                words = translate("training", "train {train}, test {test}", train=train, test=test)
                lines.append(f"{shown(VARIANT_LABELS[name])}: {words}")
        return "\n".join(lines)
