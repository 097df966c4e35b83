"""A picture of numbers that lies under a plot's curves."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter


class Ground(pg.ImageItem):
    """The shades, smoothed between the points of the grid."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """Draw the picture without showing its pixels."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        super().paint(painter, *rest)
