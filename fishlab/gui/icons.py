"""The window's own icons: SVG drawings in one ink, tinted by the theme.

A drawing says `currentColor` where the theme's ink goes. The application's own icon has its colours
in itself and is not tinted.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fishlab import paths

from .style import mixed
from .theme import Theme

SIZES = (16, 20, 32, 40)


@cache
def icon(name: str, theme: Theme, ink: str = "") -> QIcon:
    """Return the icon `name` in the theme's text colour, or in `ink`; fainter when disabled."""
    made = QIcon()
    colour = ink or theme.text
    faint = mixed(theme.text, theme.window, 0.65).name()
    for size in SIZES:
        made.addPixmap(_pixmap(name, colour, size), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, faint, size), QIcon.Mode.Disabled)
    return made


@cache
def application_icon() -> QIcon:
    """Return the fish."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_pixmap("fishlab", "", size))
    return made


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    if colour:
        drawing = drawing.replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
