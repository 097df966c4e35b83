"""The map of a surface: contour lines by marching squares, and shades that tell high from low.

Computed once a race; every frame then carries the same read-only arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .optimizers_surfaces import Function, Values

GRID = 129
LEVELS = 18
# All frames of a race of 500 steps must fit in the History, the map counted with each of them.
MAX_SEGMENTS = 6_000
UNDEFINED = 255
"""The shade of a place where f has no finite value; the others are 0 … 254."""


@dataclass(frozen=True)
class Map:
    """A surface as a picture.

    region: (4,) left, right, bottom, top. heights: (GRID, GRID) float32, row by row from the
    bottom, 0 where undefined. shades: (GRID, GRID) uint8. contours: (segments, 2, 2) float32, both
    ends of each piece as x, y.
    """

    region: Values
    heights: NDArray[np.float32]
    shades: NDArray[np.uint8]
    contours: NDArray[np.float32]


def draw_map(function: Function, region: tuple[float, float, float, float]) -> Map:
    """Return the map of `function` over `region`."""
    left, right, bottom, top = region
    x, y = np.linspace(left, right, GRID), np.linspace(bottom, top, GRID)
    heights = function.heights(x, y)
    # Larger numbers would overflow when they are subtracted, and no float32 could hold them.
    defined = np.abs(np.nan_to_num(heights, nan=np.inf)) < 1e30
    shades = np.full(heights.shape, UNDEFINED, np.uint8)
    contours = np.zeros((0, 2, 2), np.float32)
    if defined.any():
        # A single spike must not leave all the rest of the picture in one shade.
        low, high = np.quantile(heights[defined], [0.0, 0.985])
        span = max(float(high - low), 1e-12)
        # Levels lie closer where most of the surface is: their mean is the mean of the surface.
        share = np.clip((heights[defined] - low) / span, 0.0, 1.0)
        power = float(np.clip(1.0 / max(float(share.mean()), 1e-3) - 1.0, 1.0, 6.0))
        shades[defined] = np.rint(254 * share ** (1.0 / power))
        levels = low + span * (np.arange(1, LEVELS) / LEVELS) ** power
        contours = contour_lines(x, y, np.where(defined, heights, np.nan), levels)
    kept = np.where(defined, heights, 0.0).astype(np.float32)
    return Map(*(_locked(a) for a in (np.array(region), kept, shades, contours)))


def contour_lines(x: Values, y: Values, heights: Values, levels: Values) -> NDArray[np.float32]:
    """Return pieces (segments, 2, 2) of the lines on which `heights` (rows, columns) has a level.

    x (columns,), y (rows,). Cells with a corner that is NaN stay empty. Of a surface so rough that
    there would be more than MAX_SEGMENTS pieces only some levels are drawn.
    """
    lines = [_marched(x, y, heights, float(level)) for level in levels]
    every = 1
    while sum(len(line) for line in lines[::every]) > MAX_SEGMENTS and every < len(lines):
        every += 1
    pieces = np.concatenate([np.zeros((0, 2, 2)), *lines[::every]])
    return pieces[:MAX_SEGMENTS].astype(np.float32)


def _marched(x: Values, y: Values, heights: Values, level: float) -> Values:
    """Marching squares for one level: (segments, 2, 2)."""
    above = heights > level
    low_left, low_right = above[:-1, :-1], above[:-1, 1:]
    high_left, high_right = above[1:, :-1], above[1:, 1:]
    case = low_left + 2 * low_right + 4 * high_right + 8 * high_left
    corners = np.stack([heights[:-1, :-1], heights[:-1, 1:], heights[1:, 1:], heights[1:, :-1]])
    case[~np.isfinite(corners).all(axis=0)] = 0
    pieces = []
    for number, edges in _CASES.items():
        row, column = np.nonzero(case == number)
        if not len(row):
            continue
        for start, end in edges:
            ends = [_crossing(edge, x, y, heights, level, row, column) for edge in (start, end)]
            pieces.append(np.stack(ends, axis=1))
    return np.concatenate([np.zeros((0, 2, 2)), *pieces])


# Edges of a cell: 0 bottom, 1 right, 2 top, 3 left, as pairs of corners (row, column).
_EDGES = (((0, 0), (0, 1)), ((0, 1), (1, 1)), ((1, 0), (1, 1)), ((0, 0), (1, 0)))
# Which edges the line joins, by the corners above the level (1, 2, 4, 8 from low left, round).
_CASES = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),),
    7: ((3, 2),), 8: ((2, 3),), 9: ((0, 2),), 10: ((0, 1), (2, 3)), 11: ((1, 2),), 12: ((1, 3),),
    13: ((0, 1),), 14: ((3, 0),),
}  # fmt: skip


def _crossing(
    edge: int,
    x: Values,
    y: Values,
    heights: Values,
    level: float,
    row: NDArray[np.intp],
    column: NDArray[np.intp],
) -> Values:
    """Where the level is met on one edge of the cells (row, column): (cells, 2)."""
    (r0, c0), (r1, c1) = _EDGES[edge]
    first, second = heights[row + r0, column + c0], heights[row + r1, column + c1]
    share = (level - first) / (second - first)
    x0, x1 = x[column + c0], x[column + c1]
    y0, y1 = y[row + r0], y[row + r1]
    return np.stack([x0 + share * (x1 - x0), y0 + share * (y1 - y0)], axis=1)


def _locked(array: NDArray[Any]) -> NDArray[Any]:
    array = np.array(array)
    array.flags.writeable = False
    return array
