"""How the activations view writes: strokes of the functions, hatching, and numbers.

Every activation function has a pair of colour and stroke that no other has: the colour goes round
the theme's curves and the stroke round five patterns, so that neighbours differ in both and nothing
is told by colour alone.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from fishlab.experiment import QT_TRANSLATE_NOOP, Text
from fishlab.gui import numbers
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown
from fishlab.gui.widgets.plot import Plot
from fishlab.gui.widgets.stroke import steady
from fishlab.labs.activations_functions import FUNCTIONS

# The yellow of the palette is too pale for a line on white.
COLOURS = 6
# Dashes and gaps, in widths of the line.
STROKES: tuple[list[float], ...] = (
    [],
    [6.0, 3.0],
    [2.0, 2.0],
    [9.0, 2.5, 2.0, 2.5],
    [9.0, 2.5, 2.0, 2.5, 2.0, 2.5],
)
HATCH = "▨"
FORMULAS: dict[str, str] = {
    "step": QT_TRANSLATE_NOOP("activations", "1 if x &gt; 0, else 0"),
    "sigmoid": "1 / (1 + e<sup>−x</sup>)",
    "relu": "max(0, x)",
    "identity": "x",
    "tanh": "(e<sup>x</sup> − e<sup>−x</sup>) / (e<sup>x</sup> + e<sup>−x</sup>)",
    "leaky_relu": QT_TRANSLATE_NOOP("activations", "x, slope · x"),
    "elu": "x, α (e<sup>x</sup> − 1)",
    "selu": "λx, λα (e<sup>x</sup> − 1)",
    "gelu": "x Φ(x)",
    "silu": "x σ(βx)",
    "mish": "x tanh(ln(1 + e<sup>x</sup>))",
    "softplus": "ln(1 + e<sup>βx</sup>) / β",
    "softsign": "x / (1 + |x|)",
    "hard_sigmoid": QT_TRANSLATE_NOOP("activations", "x / 6 + ½, from 0 to 1"),
}
LABELS = {choice.value: choice.label for choice in FUNCTIONS}
NUMBERS = {choice.value: number for number, choice in enumerate(FUNCTIONS)}


def formula(name: str) -> str:
    """Return that function's formula; words in it are in the current language."""
    written = FORMULAS[name]
    return shown(written) if isinstance(written, Text) else written


def colour(name: str, theme: Theme) -> str:
    """Return the colour of that function's curve."""
    return theme.curve(NUMBERS[name] % COLOURS)


def pen(name: str, theme: Theme, width: float = 2.2) -> QPen:
    """Return the pen of that function's curve."""
    dashes = STROKES[NUMBERS[name] % len(STROKES)]
    return pg.mkPen(colour(name, theme), width=width, dash=dashes or None)


def swatch(name: str, theme: Theme, width: int = 40, height: int = 14) -> QPixmap:
    """Return a short piece of that function's curve, for a table or a legend."""
    pixmap = QPixmap(2 * width, 2 * height)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(steady(pen(name, theme)))
    painter.drawLine(QPointF(1, height / 2), QPointF(width - 1, height / 2))
    painter.end()
    return pixmap


def hatched(name: str, alpha: int = 255) -> QBrush:
    """Return a brush of slanted lines in the colour of that name, such as "#0072B2"."""
    ink = QColor(name)
    ink.setAlpha(alpha)
    return QBrush(ink, Qt.BrushStyle.BDiagPattern)


def number(value: float, digits: int = 4) -> str:
    """Return the value so many digits behind the point, as a power of ten if tiny or huge."""
    tiny = value != 0 and abs(value) < 10.0**-digits
    return numbers.typeset(f"{value:.2e}" if tiny or abs(value) >= 1e6 else f"{value:.{digits}f}")


def short(value: float) -> str:
    """Return the value with at most six digits that count."""
    return numbers.number(value, 6)


def readable_on(name: str) -> str:
    """Return black or white, whichever is the easier to read on the colour of that name."""
    return "#000000" if QColor(name).lightnessF() > 0.4 else "#FFFFFF"


def grid_behind(plot: Plot) -> None:
    """Put the grid, which belongs to the axes, behind the curves and bars (pyqtgraph: before)."""
    for name in ("left", "bottom"):
        plot.getAxis(name).setZValue(plot.getViewBox().zValue() - 1)
