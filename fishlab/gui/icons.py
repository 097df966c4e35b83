"""The window's own icons: SVG drawings in one ink, tinted by the theme.

A drawing says `currentColor` where the theme's ink goes. The application's own icon has its colours
in itself and is not tinted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fishlab import paths

from .style import mixed
from .theme import Theme

# As many pixels as the buttons of an ordinary and of a fine screen want.
SIZES = (16, 32)


@cache
def icon(name: str, theme: Theme, ink: str = "") -> QIcon:
    """Return the icon `name` in the theme's text colour, or in `ink`; fainter when disabled."""
    made = QIcon()
    faint = mixed(theme.text, theme.window, 0.65).name()
    for mode, colour in ((QIcon.Mode.Normal, ink or theme.text), (QIcon.Mode.Disabled, faint)):
        drawing = _file(name).read_text(encoding="utf-8").replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        for size in SIZES:
            made.addPixmap(_pixmap(renderer, size), mode)
    return made


def application_icon() -> QIcon:
    """Return the fish."""
    return QIcon(str(_file("fishlab")))


def _file(name: str) -> Path:
    return paths.resources() / "icons" / f"{name}.svg"


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
