"""Where nodes, edges and numbers of a graph lie in a picture of a given size; nothing is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from fishlab.labs.backprop_scene import CONSTANT, LAYER, VARIABLE

from .gradients_numbers import number

MARGIN = 20.0
HEAD = 46.0
"""Room above the highest and below the lowest node for the numbers of their edges."""
RADIUS = 21.0
PAD = 9.0
GAP = 4.0
"""Between an edge and its numbers."""
MOST_ROW = 165.0
ROOMY, WIDE, TIGHT = 72.0, 132.0, 0.7
"""Pixels between rows and columns below which all gets smaller, and how small at the least."""
DIGITS, FEW_DIGITS, SHORTER = 6, 3, 0.85
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Places along an edge where its numbers may stand, as shares of its length; the best first."""
GRIP = "↕ "


@dataclass
class Cell:
    """One number in the picture. index: which number of the node; node −1: the result's edge."""

    area: QRectF
    text: str
    node: int
    index: int


@dataclass
class Geometry:
    """All places in pixels. boxes: of nodes. lines: points of each edge, the result's edge last."""

    centres: list[QPointF] = field(default_factory=list)
    boxes: list[QRectF] = field(default_factory=list)
    lines: list[list[QPointF]] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)
    derivatives: list[Cell] = field(default_factory=list)
    sums: list[Cell] = field(default_factory=list)


def centres_of(positions: NDArray[np.float64], size: QSizeF) -> list[QPointF]:
    """Return where nodes at these columns and rows (n, 2) lie, with room for the result's edge."""
    columns, rows = float(positions[:, 0].max()), float(positions[:, 1].max())
    across, left, row, top = _spacing(columns, rows, size)
    return [QPointF(left + across * x, top + row * y) for x, y in positions.tolist()]


def crowding(positions: NDArray[np.float64], size: QSizeF) -> float:
    """Return by what nodes and numbers are to be shrunk, 1 for not at all."""
    columns, rows = float(positions[:, 0].max()), float(positions[:, 1].max())
    across, _, row, _ = _spacing(columns, rows, size)
    return max(TIGHT, min(1.0, row / ROOMY, across / WIDE))


def _spacing(columns: float, rows: float, size: QSizeF) -> tuple[float, float, float, float]:
    left = MARGIN + 36.0
    across = (size.width() - left - MARGIN) / (columns + 1)
    row = min(MOST_ROW, (size.height() - 2 * HEAD) / max(rows, 1.0))
    return across, left, row, (size.height() - row * rows) / 2


def measure(
    arrays: Mapping[str, NDArray[Any]], size: QSizeF, metrics: QFontMetricsF,
    moved: Mapping[int, QPointF],
) -> Geometry:  # fmt: skip
    """Return all places for this frame; `moved`: share of the size by which nodes were moved."""
    geometry = Geometry()
    positions = arrays["positions"]
    share = crowding(positions, size)
    geometry.centres = centres_of(positions, size)
    for node, by in moved.items():
        geometry.centres[node] += QPointF(by.x() * size.width(), by.y() * size.height())
    labels, kinds = arrays["labels"].tolist(), arrays["kinds"].tolist()
    for node, centre in enumerate(geometry.centres):
        box = _box(labels[node], kinds[node], metrics, RADIUS * share)
        box.moveCenter(centre)
        # Words at the left edge stay in the picture.
        box.moveLeft(max(box.left(), 4.0))
        geometry.boxes.append(box)
        geometry.centres[node] = box.center()
    columns, rows = float(positions[:, 0].max()), float(positions[:, 1].max())
    across, left, row, top = _spacing(columns, rows, size)
    bends: dict[int, list[QPointF]] = {}
    for edge, column, height in arrays["bends"].tolist():
        bends.setdefault(int(edge), []).append(QPointF(left + across * column, top + row * height))
    for edge, (source, target) in enumerate(arrays["edges"].tolist()):
        points = [geometry.centres[source], *bends.get(edge, []), geometry.centres[target]]
        points[0] = _boundary(geometry.boxes[source], points[1], kinds[source])
        points[-1] = _boundary(geometry.boxes[target], points[-2], kinds[target])
        geometry.lines.append(points)
    last = geometry.boxes[-1]
    start = QPointF(last.right(), last.center().y())
    geometry.lines.append([start, QPointF(max(size.width() - MARGIN, start.x() + 60), start.y())])
    _place_numbers(geometry, arrays, metrics, DIGITS if share > SHORTER else FEW_DIGITS)
    return geometry


def _box(label: str, kind: int, metrics: QFontMetricsF, radius: float) -> QRectF:
    width = metrics.horizontalAdvance(label)
    if kind in (VARIABLE, CONSTANT):
        return QRectF(0, 0, max(width + 2 * PAD, 34.0), metrics.height() + 10)
    if kind == LAYER:
        return QRectF(0, 0, width + 3 * PAD, 2 * radius)
    return QRectF(0, 0, max(2 * radius, width + PAD), 2 * radius)


def _boundary(box: QRectF, toward: QPointF, kind: int) -> QPointF:
    """Return where the straight line from the middle of `box` leaves it."""
    centre = box.center()
    x, y = toward.x() - centre.x(), toward.y() - centre.y()
    if abs(x) + abs(y) < 1e-6:
        return centre
    half_width, half_height = box.width() / 2, box.height() / 2
    if kind in (VARIABLE, CONSTANT, LAYER):
        share = 1 / max(abs(x) / half_width, abs(y) / half_height)
    else:
        share = 1 / float(np.hypot(x / half_width, y / half_height))
    return QPointF(centre.x() + share * x, centre.y() + share * y)


def _place_numbers(
    geometry: Geometry, arrays: Mapping[str, NDArray[Any]], metrics: QFontMetricsF, digits: int
) -> None:
    """Put values above the edges and derivatives below, and sums below the nodes."""
    edges = arrays["edges"].tolist()
    count = len(geometry.boxes)
    taken = list(geometry.boxes)
    for node in range(count):
        if users_of(edges, node) > 1 and arrays["returned"][node]:
            text = "Σ " + number(float(arrays["totals"][node, 0]), 4) + _mark(arrays, node)
            width = metrics.horizontalAdvance(text) + 8
            box = geometry.boxes[node]
            area = QRectF(box.center().x() - width / 2, box.bottom() + 3, width, metrics.height())
            area.moveLeft(max(area.left(), 2.0))
            geometry.sums.append(Cell(area, text, node, 0))
            taken.append(area)
    named: set[int] = set()
    for edge, source in enumerate([*(source for source, _ in edges), count - 1]):
        line = geometry.lines[edge]
        result = edge == len(edges)
        if arrays["forward"][source]:
            texts = _texts(arrays["values"][source], arrays["shapes"][source], digits)
            if not arrays["defined"][source]:
                texts = [["?"]]
            field = str(arrays["fields"][source])
            if len(texts) == len(texts[0]) == 1:
                grip = GRIP if field and source not in named else ""
                texts = [[("L = " if result else grip) + texts[0][0]]]
            named.add(source)
            if arrays["kinds"][source] != CONSTANT or field:
                geometry.values += _cells(line, texts, source, metrics, taken, above=True)
        if arrays["returned"][source] if result else arrays["back"][edge]:
            carried = arrays["totals"][source] if result else arrays["derivatives"][edge]
            texts = _texts(carried, arrays["shapes"][source], digits)
            if len(texts) == len(texts[0]) == 1:
                alone = users_of(edges, source) == 1
                texts = [["← " + texts[0][0] + (_mark(arrays, source) if alone else "")]]
            geometry.derivatives += _cells(line, texts, source, metrics, taken, above=False)


def users_of(edges: list[list[int]], node: int) -> int:
    """Return how many edges leave the node."""
    return sum(source == node for source, _ in edges)


def _mark(arrays: Mapping[str, NDArray[Any]], node: int) -> str:
    if not arrays["returned"][node]:
        return ""
    return " ✓" if arrays["agrees"][node] else " ≠"


def _texts(values: NDArray[np.float64], shape: NDArray[np.int64], digits: int) -> list[list[str]]:
    rows, columns = shape.tolist()
    digits = min(digits, DIGITS if rows * columns == 1 else FEW_DIGITS)
    return [
        [number(float(values[row * columns + column]), digits) for column in range(columns)]
        for row in range(rows)
    ]


def _cells(
    line: list[QPointF], texts: list[list[str]], node: int, metrics: QFontMetricsF,
    taken: list[QRectF], *, above: bool,
) -> list[Cell]:  # fmt: skip
    """Put a number, or a matrix of numbers, above or below an edge's first piece.

    Near its middle, or wherever else along it nothing else stands; `taken` grows by the place.
    """
    start, end = line[0], line[1]
    width = max(metrics.horizontalAdvance(text) for row in texts for text in row) + 10
    height = metrics.height() + 2
    whole = QRectF(0, 0, width * len(texts[0]), height * len(texts))
    slope = abs(end.y() - start.y()) / max(abs(end.x() - start.x()), 1.0)
    away = GAP + min(slope * whole.width() / 2, 16.0) + whole.height() / 2
    places = []
    for share in ALONG:
        at = start + (end - start) * share
        places.append(QRectF(whole))
        places[-1].moveCenter(QPointF(at.x(), at.y() + (-away if above else away)))
    best = min(places, key=lambda place: _covered(place, taken))
    taken.append(best)
    return [
        Cell(
            QRectF(best.left() + column * width, best.top() + row * height, width, height),
            text,
            node,
            row * len(texts[0]) + column,
        )
        for row, cells in enumerate(texts)
        for column, text in enumerate(cells)
    ]


def _covered(place: QRectF, taken: list[QRectF]) -> float:
    """Return how much of the place is covered already, in square pixels."""
    common = (place.intersected(other) for other in taken)
    return sum(area.width() * area.height() for area in common)
