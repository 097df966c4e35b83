"""How the training view draws: stroke, colour and marker of every curve, and its numbers.

Train is solid and test dashed everywhere. A variant has a colour and a marker that no other has, so
that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from fishlab.experiment import QT_TRANSLATE_NOOP
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown
from fishlab.gui.widgets.stroke import steady

SOLID: tuple[float, ...] = ()
DASHED = (5.0, 3.0)
DOTTED = (1.5, 2.5)
PLAIN = -1
"""The colour of text instead of one of the curves'."""

# Set -> number of its colour, its dashes.
SETS = {"train": (0, SOLID), "test": (4, DASHED), "validation": (2, DOTTED)}
SET_LABELS = {
    "train": QT_TRANSLATE_NOOP("training", "Train"),
    "test": QT_TRANSLATE_NOOP("training", "Test"),
    "validation": QT_TRANSLATE_NOOP("training", "Validation"),
}
# Variant -> number of its colour, its marker.
VARIANTS = {
    "none": (PLAIN, "o"),
    "l2": (0, "s"),
    "l1": (5, "t1"),
    "max_norm": (2, "d"),
    "dropout": (1, "star"),
    "batchnorm": (3, "t"),
    "together": (4, "h"),
}
# The best trials, the first is the best.
BEST_COLOURS = (0, 4, 2, 3, 1)
MARKER = 9
SLIM = {"star": 15, "d": 12}
"""Markers that need more room to be as conspicuous as the others."""


def colour(number: int, theme: Theme) -> QColor:
    """Return that colour of the theme's curves, or its text's."""
    return QColor(theme.text if number == PLAIN else theme.curve(number))


def pen(number: int, theme: Theme, dashes: Sequence[float] = SOLID, width: float = 2.0) -> QPen:
    """Return a pen of that colour."""
    return pg.mkPen(colour(number, theme), width=width, dash=list(dashes) or None)


def set_entries(
    names: Sequence[str], accuracies: np.ndarray, theme: Theme
) -> list[tuple[QPixmap, str]]:
    """Return what a key says of each set: its stroke, its name, and its newest accuracy.

    accuracies: (sets, readings, 3), low, mean and high, in the order of `names`; there may be no
    reading yet.
    """
    entries = []
    for name, readings in zip(names, accuracies, strict=False):
        number, dashes = SETS[name]
        words = shown(SET_LABELS[name])
        if len(readings):
            words += f"  {percent(float(readings[-1, 1]))}"
        entries.append((swatch(pen(number, theme, dashes, 2.2), theme), words))
    return entries


def swatch(
    line: QPen | None, theme: Theme, symbol: str = "", size: float = MARKER,
    brush: QColor | None = None, width: int = 36, height: int = 20, edge: str = "",
) -> QPixmap:  # fmt: skip
    """Return a piece of a line with a marker on it; either may be missing.

    edge: the colour of the marker's edge, if it is to be seen.
    """
    pixmap = QPixmap(2 * width, 2 * height)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is not None:
        painter.setPen(steady(line))
        painter.drawLine(QPointF(1, height / 2), QPointF(width - 1, height / 2))
    if symbol:
        painter.translate(width / 2, height / 2)
        fill = brush if brush is not None else (line.color() if line is not None else None)
        drawn = pg.mkPen(edge, width=2.0) if edge else outline(theme)
        drawSymbol(painter, symbol, size, drawn, pg.mkBrush(fill))
    painter.end()
    return pixmap


def marker_size(symbol: str) -> int:
    """Return how large to draw that marker."""
    return SLIM.get(symbol, MARKER)


def outline(theme: Theme) -> QPen:
    """Return the thin edge that lifts a marker off the lines under it."""
    return pg.mkPen(theme.plot, width=1.0)


def percent(share: float) -> str:
    """Return a share as a percentage with one digit after the point, and a real minus sign."""
    return f"{100 * share:.1f}%".replace("-", "−")
