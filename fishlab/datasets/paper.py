"""Telling ink from paper, in a drawing, a scan or a photograph.

Paper is what most of the border shows, or, where light falls unevenly, what most of the
surroundings show. Ink is what stands out from it, on the side, darker or lighter, that has more.
Specks, the edge of the sheet and the table under it are no ink.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from fishlab.text import QT_TRANSLATE_NOOP, message

from .components import label_components
from .errors import DataError
from .strokes import Ink

_NO_INK = QT_TRANSLATE_NOOP(
    "data",
    "there is no ink in this picture; nothing stands out from the paper",
)

Grey = NDArray[np.float32]

CONTRAST = 0.08  # ink nearer to the paper than this, of black to white, is none
STEP = 0.12  # of lightness, from one thing to another
UNEVEN = 0.06  # part of a picture that may be neither paper nor ink before the light is to blame
BOTH_SIDES = 0.005  # likewise, for what is darker and what is lighter than the border
THUMBNAIL = 48  # light changes slowly: pixels along a side that are enough to see how
CLEAN = 48  # a picture this small was made for a program; there a speck is part of the digit
SPECK = 0.03  # of the largest part's ink
FULL_SPAN = 0.8  # a part from one edge of the picture this far across it is no digit


def ink_on_paper(lightness: Grey) -> Ink:
    """Return the ink 0 … 1 in a picture (H, W), cut to the sheet if that lies on something.

    lightness: 0 … 1. Raises DataError if nothing stands out from the paper.
    """
    grey = lightness
    if min(grey.shape) > CLEAN:
        grey = grey[_sheet(grey)]
        grey = grey[_between_edges(grey), _between_edges(grey.T)]
    relief = _relief(grey)
    grain = _grain(grey)
    darker, lighter = np.maximum(-relief - grain, 0), np.maximum(relief - grain, 0)
    least = max(2 * grain, 0.15 * float(max(darker.max(), lighter.max())))
    dark = darker[darker > least].sum() >= lighter[lighter > least].sum()
    contrast = darker if dark else lighter
    inked = contrast > least
    if contrast.max() < CONTRAST or not inked.any():
        raise DataError(message(_NO_INK))
    kept = _digit(inked, contrast) if max(inked.shape) > CLEAN else inked
    full = float(np.quantile(contrast[kept], 0.9))
    ink: Ink = np.clip((contrast - grain) / max(full - grain, CONTRAST), 0, 1).astype(np.float32)
    if grain > 0 or not np.array_equal(kept, inked):
        ink[~_grown(kept)] = 0
    return ink


def _grain(grey: Grey) -> float:
    """Return the standard deviation of the noise, by neighbours that lie in one flat surface."""
    if grey.shape[1] < 2:
        return 0.0
    # At least a quarter of all neighbours do, however soft the edges of the ink.
    return 3.1 / 2**0.5 * float(np.quantile(np.abs(np.diff(grey, axis=1)), 0.25))


def _sheet(lightness: Grey) -> tuple[slice, slice]:
    """Return where the sheet is: all of the picture, or a filled rectangle in an even margin."""
    everything = (slice(None), slice(None))
    other = np.abs(lightness - np.median(_border(lightness))) > STEP
    rows, columns = np.flatnonzero(other.any(axis=1)), np.flatnonzero(other.any(axis=0))
    height, width = other.shape
    if _border(other).mean() > 0.02 or len(rows) < height / 2 or len(columns) < width / 2:
        return everything
    box = other[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    deep, wide = (max(1, round(0.09 * side)) for side in box.shape)
    ring = _border(box[deep:-deep, wide:-wide]) if min(box.shape) > 2 * max(deep, wide) else box
    inset = round(0.04 * max(height, width))  # past its edge and the edge's shadow
    within = (
        slice(rows[0] + inset, rows[-1] - inset),
        slice(columns[0] + inset, columns[-1] - inset),
    )
    inside = lightness[within]
    # A sheet has straight sides, which no digit has all round; and something is written on it.
    written = np.abs(inside - np.median(inside)) > STEP
    return within if ring.mean() > 0.9 and written.mean() > 0.003 else everything


def _between_edges(grey: Grey) -> slice:
    """Return the rows without a scanner's dark or light lines along the top and the bottom."""
    depth = max(1, round(0.05 * len(grey)))

    def cut(rows: Grey) -> int:
        inside = np.median(rows[depth])
        lines = (np.abs(rows[:depth] - inside) > STEP).mean(axis=1) > 0.99
        return int(np.flatnonzero(lines).max(initial=-1)) + 1

    first, last = cut(grey), len(grey) - cut(grey[::-1])
    # The pixel beside a line has some of it.
    return slice(first + (first > 0), last - (last < len(grey)))


def _relief(grey: Grey) -> Grey:
    """Return how much lighter or darker than the paper each pixel is (H, W)."""
    factor = -(-max(grey.shape) // THUMBNAIL)
    small = Image.fromarray(np.ascontiguousarray(grey)).reduce(factor)
    if not _is_uneven(small):
        return grey - np.float32(np.median(_border(grey)))
    # A window half as wide as the picture holds more paper than ink wherever it stands.
    window = max(small.size) // 4 * 2 + 1
    levels = np.clip(np.rint(np.asarray(small) * 255), 0, 255).astype(np.uint8)
    smooth = Image.fromarray(levels).filter(ImageFilter.MedianFilter(max(window, 3)))
    height, width = grey.shape
    full = smooth.convert("F").resize((width, height), Image.Resampling.BILINEAR)
    paper = np.asarray(full, np.float32) / np.float32(255)
    # Ink in the shadow is as black as in the light, by what it leaves of the light there.
    relief: Grey = (grey - paper) * (np.median(paper) / np.maximum(paper, np.float32(0.1)))
    return relief


def _is_uneven(small: Image.Image) -> bool:
    """True if some surface is neither ink nor the border's paper, as no edge of ink is."""
    grey = np.asarray(small)
    apart = grey - np.median(_border(grey))
    most = float(np.abs(apart).max())
    highest = np.asarray(small.filter(ImageFilter.MaxFilter(3)))
    lowest = np.asarray(small.filter(ImageFilter.MinFilter(3)))
    flat = highest - lowest < 0.25 * most
    like_border = np.abs(apart) < STEP * most
    # Where a digit was cut out tightly the border is full of edges, and its median no surface.
    if _border(flat).mean() < 0.7:
        return False
    # Ink on one side of the paper's lightness, and on the other side paper in better light.
    if min((apart > 0.25 * most).mean(), (apart < -0.25 * most).mean()) > BOTH_SIDES:
        return True
    between = ~like_border & (np.abs(apart) < 0.7 * most)
    return bool((flat & between).mean() > UNEVEN)


def _digit(inked: NDArray[np.bool_], contrast: Grey) -> NDArray[np.bool_]:
    """Return `inked` without specks and without what comes in from the edge of the picture."""
    labels, count = label_components(inked)
    mass = np.bincount(labels.ravel(), contrast.ravel(), count + 1)
    mass[0] = 0
    at_edge = np.zeros(count + 1, bool)
    at_edge[_border(labels)] = True
    inner = np.where(at_edge, 0, mass)
    for label in np.flatnonzero(at_edge & (mass < 5 * inner.max())):
        if mass[label] < inner.max() or _span(labels == label) > FULL_SPAN:
            mass[label] = 0
    kept: NDArray[np.bool_] = (mass > SPECK * mass.max())[labels]
    return kept


def _span(part: NDArray[np.bool_]) -> float:
    """Return how far a part reaches across the picture, of its height or width."""
    rows, columns = part.any(axis=1), part.any(axis=0)
    reach = [float(np.ptp(np.flatnonzero(line))) / line.size for line in (rows, columns)]
    return max(reach)


def _grown(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask two pixels larger all round, for the grey rim of the ink."""
    grown = Image.fromarray(mask.astype(np.uint8)).filter(ImageFilter.MaxFilter(5))
    return np.asarray(grown) > 0


def _border(array: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([array[0], array[-1], array[:, 0], array[:, -1]])
