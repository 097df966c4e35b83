"""Curve: a line in a plot whose ranges are set and not found."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF


class Curve(pg.PlotCurveItem):
    """Claims the whole plot. pyqtgraph looks through all points for the smallest and greatest at
    every change, a sixth of the time that the race of nine takes to draw.
    """

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's name)
        """All that is seen of the plot."""
        seen = self.viewRect()
        return QRectF() if seen is None else seen

    def viewTransformChanged(self) -> None:  # noqa: N802 (pyqtgraph's name)
        """Another part of the plot is seen."""
        # pyqtgraph's curve forgets its own bounds only, and not what is seen.
        pg.GraphicsObject.viewTransformChanged(self)
        super().viewTransformChanged()
