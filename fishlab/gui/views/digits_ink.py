"""Arrays as small images in the theme's colours, paper to ink, for the digits view's painters."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from fishlab.gui.theme import Theme


@lru_cache(maxsize=8)
def ramp(paper: str, ink: str) -> np.ndarray:
    """Return 256 colours from `paper` (0) to `ink` (255) as Qt's 32-bit numbers."""
    start, end = QColor(paper), QColor(ink)
    red, green, blue = (
        np.rint(np.linspace(a, b, 256)).astype(np.uint32)
        for a, b in (
            (start.red(), end.red()),
            (start.green(), end.green()),
            (start.blue(), end.blue()),
        )
    )
    return 0xFF000000 | red << 16 | green << 8 | blue


def ink_image(values: np.ndarray, theme: Theme) -> QImage:
    """Return values (H, W), 0 … 1, as an image of one pixel each: 0 paper, 1 ink."""
    levels = np.clip(values * 255.0 + 0.5, 0, 255).astype(np.uint8)
    # Full colours at once: Qt would look an index up for every pixel of every repaint.
    pixels = np.ascontiguousarray(ramp(theme.plot, theme.text)[levels])
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    # The numbers belong to NumPy; the image gets its own.
    return image.copy()


def enlarged(values: np.ndarray, side: int) -> np.ndarray:
    """Return (H, W) as large as it fits into `side` × `side`, its pixels crisp squares.

    Done here once for each new picture: scaled drawing costs Qt ten times as much at every repaint.
    """
    height, width = values.shape
    scale = side / max(height, width)
    # A fine picture is not blown up by a few pixels: some of its lines would be doubled.
    if max(height, width) > 64 and 1.0 < scale < 1.5:
        return values
    rows = np.arange(max(round(height * scale), 1)) * height // max(round(height * scale), 1)
    columns = np.arange(max(round(width * scale), 1)) * width // max(round(width * scale), 1)
    return values[np.ix_(rows, columns)]


def tiled(maps: np.ndarray, gap: float = np.nan) -> np.ndarray:
    """Return maps (C, H, W) side by side in a nearly square picture, one pixel of `gap` between."""
    count, height, width = maps.shape
    columns = math.ceil(math.sqrt(count * height / width))
    rows = math.ceil(count / columns)
    filled = np.full((rows * columns, height + 1, width + 1), gap, np.float32)
    filled[:count, :height, :width] = maps
    picture = filled.reshape(rows, columns, height + 1, width + 1).swapaxes(1, 2)
    return picture.reshape(rows * (height + 1), columns * (width + 1))[:-1, :-1]


def digit_pixmap(values: np.ndarray, side: int, ratio: float, theme: Theme) -> QPixmap:
    """Return a digit (H, W), 0 … 1, as `side` × `side` crisp pixels for a screen of that ratio."""
    size = round(side * ratio)
    pixmap = QPixmap(size, size)
    painter = QPainter(pixmap)
    painter.drawImage(pixmap.rect(), ink_image(values, theme))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
