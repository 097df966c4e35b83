"""The hand's changes to image and filter, as the parameters `cells` and `weights` take them."""

from __future__ import annotations

from collections.abc import Sequence

Cells = tuple[tuple[float, ...], ...]


def with_cell(cells: Sequence[Sequence[float]], place: tuple[int, int, int], value: int) -> Cells:
    """Return `cells` with that one (channel, row, column) painted, in the order of their places."""
    painted = {tuple(cell[:3]): float(cell[3]) for cell in cells}
    painted[tuple(float(k) for k in place)] = float(value)
    return tuple((*where, what) for where, what in sorted(painted.items()))


def channel_of(name: str) -> int:
    """Return the channel in a block's name such as `image.2`."""
    return int(name.rpartition(".")[2])
