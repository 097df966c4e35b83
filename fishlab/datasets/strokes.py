"""Pen strokes, and how they become ink on a grid of pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError

_NO_PLACE = QT_TRANSLATE_NOOP("data", "a stroke has a point whose place is not a number")

Ink = NDArray[np.float32]
FINENESS = 4  # an image is drawn this many times as large in black and white, then averaged


@dataclass(frozen=True, eq=False)
class Stroke:
    """A line drawn without lifting the pen.

    points: (n, 2), x to the right and y down, in the canvas's unit; a single point is a dot.
    width: of the pen, in the same unit. erase: the stroke takes ink away.
    """

    points: NDArray[np.float64]
    width: float
    erase: bool = False


def as_strokes(strokes: Iterable[Any], pen_width: float) -> list[Stroke]:
    """Return Strokes; bare lists of (x, y) get `pen_width`. Strokes without a point fall away.

    Raises DataError for a point that is nowhere.
    """
    listed = []
    for stroke in strokes:
        if isinstance(stroke, Stroke):
            listed.append(stroke)
        else:
            points = np.asarray(stroke, np.float64).reshape(-1, 2)
            listed.append(Stroke(points, pen_width))
    if not all(np.isfinite(stroke.points).all() for stroke in listed):
        raise DataError(message(_NO_PLACE))
    return [stroke for stroke in listed if len(stroke.points)]


def draw_strokes(strokes: Sequence[Stroke], height: int, width: int) -> Ink:
    """Return the ink 0 … 1 of strokes given in pixels of an image (height, width), anti-aliased."""
    fine = Image.new("L", (width * FINENESS, height * FINENESS))
    pen = ImageDraw.Draw(fine)
    for stroke in strokes:
        _draw(pen, stroke.points * FINENESS, stroke.width * FINENESS, 0 if stroke.erase else 255)
    return np.asarray(fine.reduce(FINENESS), np.float32) / np.float32(255)


def _draw(pen: ImageDraw.ImageDraw, points: NDArray[np.float64], width: float, ink: int) -> None:
    # Pillow counts pixel centres, our coordinates pixel edges: half a fine pixel apart.
    corners = [(x - 0.5, y - 0.5) for x, y in points.tolist()]
    if len(corners) > 1:
        pen.line(corners, fill=ink, width=max(1, round(width)))
    # Round ends and joints: Pillow's own joints take three times as long. Its circles are a pixel
    # wider than asked for.
    radius = max(width / 2 - 0.5, 0.5)
    for x, y in corners:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)
