"""The curves of the best trials: validation solid, train dashed; the one under way is thin."""

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

from .training_strokes import BEST_COLOURS, DASHED, SOLID, pen, percent

RANK = 0.035
"""The height of a rank, as a share of the axis."""
PARTS = {"best_validation": SOLID, "best_train": DASHED}


class BestCurves(Plot):
    """Two lines each for the best few, with their rank at the end."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._now = pg.PlotCurveItem()
        self._lines = {
            (rank, part): pg.PlotCurveItem() for rank in range(len(BEST_COLOURS)) for part in PARTS
        }
        self._ranks = [pg.TextItem(anchor=(0, 0.5)) for _ in BEST_COLOURS]
        for item in (self._now, *self._lines.values(), *self._ranks):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.setYRange(0, 1, padding=0.02)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame) -> None:
        """Draw the best of the trials that are done, and the one under way."""
        last, self._frame = self._frame, frame
        now = frame.arrays["now"]
        self._now.setData(np.arange(len(now)), now)
        self._now.setVisible(True)
        if last is not None and last.arrays["best_train"] is frame.arrays["best_train"]:
            return
        epochs = frame.arrays["best_train"].shape[1] - 1
        for (rank, part), line in self._lines.items():
            curves = frame.arrays[part]
            line.setVisible(rank < len(curves))
            if rank < len(curves):
                line.setData(np.arange(epochs + 1), curves[rank])
        # Room for the ranks behind the last epoch, each a line of text below the better one.
        ends = frame.arrays["best_validation"][:, -1:].ravel()
        place = 2.0
        for rank, label in enumerate(self._ranks):
            label.setVisible(rank < len(ends))
            if rank < len(ends):
                place = min(float(ends[rank]), place - RANK)
                label.setText(str(rank + 1))
                label.setPos(epochs, place)
        self.setXRange(0, epochs * 1.06, padding=0.02)

    def clear_run(self) -> None:
        """Take the lines away."""
        self._frame = None
        for item in (self._now, *self._lines.values(), *self._ranks):
            item.setVisible(False)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._now.setPen(pg.mkPen(theme.muted, width=1.4))
        for (rank, part), line in self._lines.items():
            line.setPen(pen(BEST_COLOURS[rank], theme, PARTS[part], 1.8))
        for label, colour in zip(self._ranks, BEST_COLOURS, strict=True):
            label.setColor(theme.curve(colour))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles(translate("training", "epoch"), translate("training", "accuracy"))
        self.setAccessibleName(
            translate("training", "Validation and train accuracy of the best trials")
        )
        self.setToolTip(translate("training", "Rest on a curve to read its numbers"))

    def _read(self, x: float, y: float) -> str:
        """Say rank, settings and accuracy of the best trials at the epoch under the mouse."""
        if self._frame is None:
            return ""
        arrays = self._frame.arrays
        curves = arrays["best_validation"]
        at = min(max(round(x), 0), curves.shape[1] - 1)
        lines = [translate("training", "epoch {epoch}", epoch=at)]
        for rank, row in enumerate(arrays["best"].tolist()):
            lr, decay = arrays["settings"][row].tolist()
            lines.append(
                translate(
                    "training",
                    "{rank}: {accuracy} with rate {lr}, decay {decay}",
                    rank=rank + 1,
                    accuracy=percent(float(curves[rank, at])),
                    lr=number(lr),
                    decay=number(decay),
                )
            )
        return "\n".join(lines)
