"""The lines of a convolution's output, some at a time.

Where the windows go, and how they are cut into stacks for the matrix products, depends on shapes
only. Finding that out takes longer than multiplying a single small image; so it is remembered, and
what is left for some lines is a copy and a few matrix products.
"""

from __future__ import annotations

import threading
from typing import Any, NamedTuple

from fishlab.engine.windows import Place, ShortWindows, WholeWindows, Windows
from fishlab.engine.winograd import WinogradWindows, Y

Kind = type[ShortWindows] | type[Windows] | type[WholeWindows] | type[WinogradWindows]

# Bytes of windows at a time; with the products they share a core's cache. Much less would make the
# calls so short that threads wait for each other's turn with Python's lock. For the same reason
# Winograd takes one row of tiles at a time and not less; two would no longer fit the cache (both
# measured: 50 images of the deep network take a core 23 ms by one row and 26 by two).
CACHE = 2**20
# Runs shorter than this many numbers are not worth copying, or multiplying, one by one.
SHORT_RUN = 16
# Of fewer images Winograd's matrices are too small, and its transforms of the filters too dear.
FEWEST_IMAGES = 4
# So many layouts are remembered by a thread, and so many bytes of frames of zeros with them.
MOST, MOST_BYTES = 256, 32 * 2**20


class Bands(NamedTuple):
    """The windows for all lines of the output, to be used in their order.

    What the first one prepares, the others find. output: (OH, OW). size: the bytes of the frame of
    zeros that they share.
    """

    kind: Kind
    output: tuple[int, int]
    each: list[ShortWindows] | list[Windows] | list[WholeWindows] | list[WinogradWindows]
    size: int


class _Memory(threading.local):
    """What one thread remembers."""

    def __init__(self) -> None:
        self.bands: dict[Place, Bands] = {}
        self.bytes = 0


_memory = _Memory()


def bands(place: Place) -> Bands:
    """The windows there, in bands of lines. Raises ShapeError when no window fits."""
    found = _memory.bands.get(place)
    if found is None:
        found = _laid_out(place)
        if found.size <= MOST_BYTES:  # a larger one is not to be held on to
            if len(_memory.bands) == MOST or _memory.bytes + found.size > MOST_BYTES:
                _memory.bands.clear()
                _memory.bytes = 0
            _memory.bands[place] = found
            _memory.bytes += found.size
    return found


def planned(
    N: int, output: tuple[int, int], filters: tuple[int, int, int], stride: int, number: int
) -> tuple[Kind, int]:
    """How N images are multiplied: by which kind of windows, and how many lines at a time.

    output: (OH, OW). filters: (C, FH, FW). number: the bytes of one.
    """
    (OH, OW), (C, FH, FW) = output, filters
    if (
        (FH, FW, stride) == (3, 3, 1)
        and C >= SHORT_RUN
        and N >= FEWEST_IMAGES
        and 2 * WinogradWindows.products_per_filter(OH, OW) <= 9 * OH * OW
        and number in (4, 8)  # half precision has no digits to lose; wider kinds are rare
    ):
        return WinogradWindows, Y
    line = OW * N * FW * C * number
    height = max(FH, CACHE // max(1, line))
    if stride > 1 or FW * C < SHORT_RUN:
        return ShortWindows, height
    return (WholeWindows, max(1, height // FH)) if N == 1 else (Windows, height)


def _laid_out(place: Place) -> Bands:
    OH, OW = place.output
    _, _, N, C = place.shape
    kind, height = planned(N, (OH, OW), (C, *place.filters), place.stride, place.dtype.itemsize)
    each: list[Any] = []
    for top in range(0, OH, height):
        lines = slice(top, min(top + height, OH))
        each.append(kind(place, lines, each[0] if each else None))
    frame = each[0].frame
    return Bands(kind, (OH, OW), each, 0 if frame is None else frame.nbytes)
