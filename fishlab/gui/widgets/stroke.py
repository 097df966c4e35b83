"""A curve's pen, for a small picture of the curve in a key or a table."""

from __future__ import annotations

from PySide6.QtGui import QPen


def steady(pen: QPen) -> QPen:
    """Return `pen` with its width in points of the picture, not in pixels.

    pyqtgraph's pens are so many pixels wide at any scale. In a pixmap of twice the density such a
    line is half as wide, and on the screen half as bright as the curve that it stands for.
    """
    made = QPen(pen)
    made.setCosmetic(False)
    return made
