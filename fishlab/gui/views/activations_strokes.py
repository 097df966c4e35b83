"""How the activations view writes: strokes of the functions, hatching, and numbers.

Every activation function has a pair of colour and stroke that no other has: the colour goes round the theme's curves and the stroke round five patterns, so that neighbours
differ in both and nothing is told by colour alone.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from fishlab.gui.theme import Theme
from fishlab.labs.activations_functions import FUNCTIONS

# The yellow of the palette is too pale for a line on white.
COLOURS = 6
STROKES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
HATCH = "▨"
LABELS = {choice.value: choice.label for choice in FUNCTIONS}
NUMBERS = {choice.value: number for number, choice in enumerate(FUNCTIONS)}


def colour(name: str, theme: Theme) -> str:
    """Return the colour of that function's curve."""
    return theme.curve(NUMBERS[name] % COLOURS)


def pen(name: str, theme: Theme, width: float = 2.2) -> QPen:
    """Return the pen of that function's curve."""
    return pg.mkPen(colour(name, theme), width=width, style=STROKES[NUMBERS[name] % len(STROKES)])


def swatch(name: str, theme: Theme, width: int = 34, height: int = 14) -> QIcon:
    """Return a short piece of that function's curve, for a table or a legend."""
    pixmap = QPixmap(2 * width, 2 * height)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(name, theme))
    painter.drawLine(QPointF(1, height / 2), QPointF(width - 1, height / 2))
    painter.end()
    return QIcon(pixmap)


def hatched(name: str, alpha: int = 255) -> QBrush:
    """Return a brush of slanted lines in the colour of that name, such as "#0072B2"."""
    ink = QColor(name)
    ink.setAlpha(alpha)
    return QBrush(ink, Qt.BrushStyle.BDiagPattern)


def number(value: float, digits: int = 4) -> str:
    """Return the value with a real minus sign, in powers of ten when it is tiny or huge."""
    tiny = value != 0 and abs(value) < 10.0**-digits
    text = f"{value:.2e}" if tiny or abs(value) >= 1e6 else f"{value:.{digits}f}"
    return text.replace("-", "−")
