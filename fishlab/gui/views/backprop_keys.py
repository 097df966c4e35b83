"""The keys on the drawn graph: left and right go from number to number, up and down change it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from .backprop_shapes import Cell, Geometry

K = Qt.Key
WALK = {K.Key_Left: -1, K.Key_Right: 1}
CHANGE = {K.Key_Up: 1, K.Key_Down: -1, K.Key_PageUp: 10, K.Key_PageDown: -10}
"""Steps by which a number changes."""
SHARE = 0.02
"""Part of the picture by which Shift with an arrow moves a node."""
PUSH = {
    K.Key_Left: (-SHARE, 0.0),
    K.Key_Right: (SHARE, 0.0),
    K.Key_Up: (0.0, -SHARE),
    K.Key_Down: (0.0, SHARE),
}


@dataclass(frozen=True)
class Stop:
    """Where the keys are: at a node, or at one number of it that can be changed."""

    node: int
    cell: Cell | None = None


def stops(placed: Geometry, fields: list[str]) -> list[Stop]:
    """Return every place that the keys can be at, node after node."""
    found: list[Stop] = []
    for node in range(len(placed.boxes)):
        cells = [cell for cell in placed.values if cell.node == node and fields[node]]
        found += [Stop(node, cell) for cell in cells] or [Stop(node)]
    return found


def shifted(event: QKeyEvent) -> bool:
    """True if Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
