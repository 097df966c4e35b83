"""The loss of the batches against the epoch."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from fishlab.experiment import Frame
from fishlab.gui.numbers import number
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .training_accuracy import around
from .training_strokes import colour, pen

LOSS = 3
"""Number of its colour."""


class Loss(Plot):
    """One line: the mean over the networks; around it, if there are several, their spread."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._each = 1
        self._band = QGraphicsPolygonItem()
        self._line = pg.PlotCurveItem()
        self._end = pg.InfiniteLine(label="", labelOpts={"position": 0.5, "rotateAxis": (1, 0)})
        for item in (self._band, self._line, self._end):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.getAxis("left").setWidth(54)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame) -> None:
        """Draw the losses up to this frame."""
        self._frame = frame
        each = int(frame.arrays["loss_each"])
        if each != self._each:
            self._each = each
            self._title()
        x, (low, mean, high) = frame.arrays["loss_at"], frame.arrays["losses"].T
        self._line.setVisible(True)
        self._line.setData(x, mean)
        several = int(frame.arrays["networks"]) > 1
        self._band.setVisible(several)
        if several:
            self._band.setPolygon(around(x, low, high))
        out_at = frame.arrays["out_at"]
        self._end.setVisible(len(out_at) > 0)
        if len(out_at):
            self._end.setPos(float(out_at.min()))
        self.setXRange(0, float(frame.arrays["epochs"]), padding=0.02)
        self.setYRange(0, max(float(high.max()) if len(high) else 0.0, 1e-3), padding=0.04)
        self.take_ranges()

    def clear_run(self) -> None:
        """Take the line away."""
        self._frame = None
        self._line.setVisible(False)
        self._band.setVisible(False)
        self._end.setVisible(False)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._line.setPen(pen(LOSS, theme, width=1.6))
        fill = colour(LOSS, theme)
        fill.setAlpha(60)
        self._band.setBrush(fill)
        self._band.setPen(Qt.PenStyle.NoPen)
        self._end.setPen(pg.mkPen(theme.bad, width=1.5, dash=[4, 3]))
        self._end.label.setColor(theme.bad)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title()
        self._end.label.setFormat(translate("training", "diverged"))
        self.setAccessibleName(translate("training", "Loss of the batches against the epoch"))
        self.setToolTip(translate("training", "Rest on a curve to read its numbers"))

    def _title(self) -> None:
        loss = translate("training", "loss")
        if self._each > 1:
            loss = translate("training", "loss, {count} batches", count=self._each)
        self.set_titles(translate("training", "epoch"), loss)

    def _read(self, x: float, y: float) -> str:
        if self._frame is None or not len(self._frame.arrays["loss_at"]):
            return ""
        places = self._frame.arrays["loss_at"]
        at = int(np.abs(places - x).argmin())
        loss = float(self._frame.arrays["losses"][at, 1])
        return translate(
            "training", "epoch {epoch}: loss {loss}", epoch=f"{places[at]:.4g}", loss=number(loss)
        )
