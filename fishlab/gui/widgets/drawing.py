"""What is on the paper of a drawing pad, and the way back to what was on it before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SIDE = 280.0
"""Side of the pad in its own units, whatever its size on screen."""

Point = tuple[float, float]
Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class PadStroke:
    """One line of the pen (or of the eraser), in pad units."""

    points: tuple[Point, ...]
    width: float
    erase: bool


@dataclass(frozen=True)
class Drawing:
    """All that is on the paper. A picture and strokes are never there together."""

    strokes: tuple[PadStroke, ...] = ()
    picture: str = ""

    @property
    def rows(self) -> Rows:
        """(stroke, x, y, width, erase) for every point."""
        return tuple(
            (float(number), x, y, stroke.width, float(stroke.erase))
            for number, stroke in enumerate(self.strokes)
            for x, y in stroke.points
        )

    @property
    def is_empty(self) -> bool:
        """True if there is nothing on the paper."""
        return not self.strokes and not self.picture

    def __len__(self) -> int:
        return sum(len(stroke.points) for stroke in self.strokes)


def strokes_of(rows: Iterable[Iterable[float]]) -> tuple[PadStroke, ...]:
    """Return the strokes that `Drawing.rows` told as rows."""
    lines: dict[tuple[float, float, bool], list[Point]] = {}
    for number, x, y, width, erase in rows:
        lines.setdefault((number, width, bool(erase)), []).append((x, y))
    return tuple(PadStroke(tuple(line), key[1], key[2]) for key, line in lines.items())


class Sheet:
    """A drawing that changes, and remembers every change."""

    def __init__(self) -> None:
        self.drawing = Drawing()
        self._undo: list[Drawing] = []
        self._redo: list[Drawing] = []

    @property
    def can_undo(self) -> bool:
        """True if there is a change to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """True if a change was taken back."""
        return bool(self._redo)

    def put(self, drawing: Drawing) -> None:
        """Replace the drawing."""
        self._undo.append(self.drawing)
        self._redo.clear()
        self.drawing = drawing

    def add(self, stroke: PadStroke) -> None:
        """Add a line; a picture gives way to it."""
        self.put(Drawing((*self.drawing.strokes, stroke)))

    def undo(self) -> None:
        """Take the last change back."""
        self._redo.append(self.drawing)
        self.drawing = self._undo.pop()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._undo.append(self.drawing)
        self.drawing = self._redo.pop()
