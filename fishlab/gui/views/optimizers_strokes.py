"""How the race is drawn: colour, stroke and marker of each competitor, shades of the map, numbers.

No two competitors share both colour and stroke, and every one has a marker of its own, so that
nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from fishlab.gui import numbers
from fishlab.gui.theme import Theme
from fishlab.gui.widgets.stroke import steady
from fishlab.labs.optimizers_contours import UNDEFINED
from fishlab.labs.optimizers_params import COMPETITORS

LABELS = {choice.value: choice.label for choice in COMPETITORS}
HEAD = 11
TEXT, MUTED = -1, -2
SOLID: tuple[float, ...] = ()
DASHED = (5.0, 2.5)
DOTTED = (2.0, 2.0)


@dataclass(frozen=True)
class Stroke:
    """curve: number of the colour in the theme, or TEXT or MUTED. symbol: pyqtgraph's name."""

    curve: int
    dashes: tuple[float, ...]
    symbol: str


STROKES = {
    "sgd": Stroke(0, SOLID, "o"),
    "momentum": Stroke(1, SOLID, "s"),
    "nesterov": Stroke(2, DASHED, "t1"),
    "adagrad": Stroke(3, SOLID, "d"),
    "rmsprop": Stroke(5, DASHED, "t"),
    "adadelta": Stroke(MUTED, DOTTED, "p"),
    "adam": Stroke(4, SOLID, "star"),
    "newton": Stroke(TEXT, SOLID, "+"),
    "bfgs": Stroke(TEXT, DASHED, "x"),
}


def colour(name: str, theme: Theme) -> QColor:
    """Return the colour of that competitor."""
    curve = STROKES[name].curve
    if curve < 0:
        return QColor(theme.text if curve == TEXT else theme.muted)
    return QColor(theme.curve(curve))


def pen(name: str, theme: Theme, width: float = 2.0) -> QPen:
    """Return the pen of that competitor's line."""
    dashes = STROKES[name].dashes
    return pg.mkPen(colour(name, theme), width=width, dash=list(dashes) or None)


def swatch(name: str, theme: Theme, width: int = 40, height: int = 18) -> QPixmap:
    """Return a piece of that competitor's line with its marker, for the table."""
    pixmap = QPixmap(2 * width, 2 * height)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(steady(pen(name, theme)))
    painter.drawLine(QPointF(1, height / 2), QPointF(width - 1, height / 2))
    painter.translate(width / 2, height / 2)
    drawSymbol(painter, STROKES[name].symbol, HEAD, outline(theme), pg.mkBrush(colour(name, theme)))
    painter.end()
    return pixmap


def outline(theme: Theme) -> QPen:
    """Return the thin edge that lifts a marker off the lines under it."""
    return pg.mkPen(theme.plot, width=1.0)


def shades(theme: Theme) -> NDArray[np.ubyte]:
    """Return the colours (256, 4) of the map: low ground deep, high ground pale, no ground none."""
    low, high = QColor("#BFD0E0"), QColor("#FDFDFC")
    if theme.name == "dark":
        low, high = QColor("#0C1117"), QColor("#414D5C")
    ends = np.array([low.getRgb(), high.getRgb()], float)
    share = np.linspace(0, 1, UNDEFINED)[:, None]
    colours = np.empty((UNDEFINED + 1, 4), np.ubyte)
    colours[:UNDEFINED] = np.rint(ends[0] + share * (ends[1] - ends[0]))
    colours[UNDEFINED] = 0
    return colours


def contour(theme: Theme) -> QColor:
    """Return the colour of contour lines: opaque, because their pieces overlap at the ends."""
    return QColor("#A9B4BF" if theme.name == "light" else "#55616E")


def number(value: float, digits: int = 5) -> str:
    """Return the value with so many digits that count."""
    return numbers.number(value, digits)


def fixed(value: float) -> str:
    """Return a coordinate: six digits behind the point while it is not huge."""
    if abs(value) >= 1e3:
        return number(value)
    text = f"{value:.6f}"
    return "0.000000" if text == "-0.000000" else numbers.typeset(text)
