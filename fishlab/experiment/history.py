"""History: every scalar of a run, lossless, and the last frames in a bounded ring.

The worker thread appends while the window reads; one lock guards both. The ring lets the reader
step back and scrub without the run having to be computed again.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .frame import Frame

Change = tuple[int, dict[str, Any]]
"""After which step live parameters took which values."""

FRAMES = 5_000
FRAME_BYTES = 128 * 2**20


class Column:
    """A growing column of numbers: amortised O(1) append, contiguous view."""

    def __init__(self, dtype: type[np.generic]) -> None:
        self._buffer = np.empty(64, dtype)
        self._length = 0

    def append(self, value: float) -> None:
        """Add one value at the end."""
        if self._length == len(self._buffer):
            self._buffer = np.concatenate([self._buffer, np.empty_like(self._buffer)])
        self._buffer[self._length] = value
        self._length += 1

    def view(self) -> NDArray[Any]:
        """Return a read-only view of what was appended so far; later appends leave it alone."""
        view = self._buffer[: self._length]
        view.flags.writeable = False
        return view


class History:
    """The scalars of all frames and the frames that still fit.

    A scalar need not be in every frame (test accuracy comes once an epoch): each keeps the rows
    in which it occurred.
    """

    def __init__(self, frames: int = FRAMES, frame_bytes: int = FRAME_BYTES) -> None:
        self._lock = threading.Lock()
        self._steps = Column(np.int64)
        self._rows: dict[str, Column] = {}
        self._values: dict[str, Column] = {}
        self._ring: deque[Frame] = deque()
        self._ring_bytes = 0
        self._holders: dict[int, int] = {}
        self._max_frames = frames
        self._max_bytes = frame_bytes
        self._changes: list[Change] = []

    def append(self, frame: Frame) -> None:
        """Record the scalars of `frame` and keep the frame while it fits."""
        with self._lock:
            row = len(self._steps.view())
            self._steps.append(frame.step)
            for name, value in frame.scalars.items():
                if name not in self._rows:
                    self._rows[name] = Column(np.int64)
                    self._values[name] = Column(np.float64)
                self._rows[name].append(row)
                self._values[name].append(value)
            self._ring.append(frame)
            self._count_arrays(frame, 1)
            while len(self._ring) > 1 and (
                len(self._ring) > self._max_frames or self._ring_bytes > self._max_bytes
            ):
                self._count_arrays(self._ring.popleft(), -1)

    def _count_arrays(self, frame: Frame, change: int) -> None:
        """Keep the account of the bytes: an array that several frames share counts once."""
        for array in frame.arrays.values():
            holders = self._holders.get(id(array), 0)
            if holders + change == 0:
                del self._holders[id(array)]
            else:
                self._holders[id(array)] = holders + change
            if 0 in (holders, holders + change):
                self._ring_bytes += change * array.nbytes

    def change(self, step: int, values: Mapping[str, Any]) -> None:
        """Note that live parameters took these values after `step`."""
        with self._lock:
            self._changes.append((step, dict(values)))

    def __len__(self) -> int:
        """Number of frames recorded, kept or not."""
        with self._lock:
            return len(self._steps.view())

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the scalars, in the order of their first appearance."""
        with self._lock:
            return tuple(self._rows)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Live changes as (step, {name: value})."""
        with self._lock:
            return tuple(self._changes)

    def series(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return (steps, values) of a scalar, both of shape (n,); empty if it never occurred."""
        with self._lock:
            if name not in self._rows:
                return np.empty(0, np.int64), np.empty(0, np.float64)
            return self._steps.view()[self._rows[name].view()], self._values[name].view()

    def table(self) -> Iterator[tuple[int, dict[str, float]]]:
        """Yield (step, scalars) of every frame recorded so far, in order."""
        with self._lock:
            steps = self._steps.view()
            columns = [(n, self._rows[n].view(), self._values[n].view()) for n in self._rows]
        position = dict.fromkeys((name for name, _, _ in columns), 0)
        for row, step in enumerate(steps):
            scalars: dict[str, float] = {}
            for name, rows, values in columns:
                at = position[name]
                if at < len(rows) and rows[at] == row:
                    scalars[name] = float(values[at])
                    position[name] = at + 1
            yield int(step), scalars

    @property
    def kept(self) -> int:
        """How many frames the ring holds."""
        with self._lock:
            return len(self._ring)

    @property
    def first_kept(self) -> int:
        """Number (from 0, over the whole run) of the oldest frame in the ring."""
        with self._lock:
            return len(self._steps.view()) - len(self._ring)

    def frame(self, number: int) -> Frame | None:
        """Return frame `number` of the run (from 0), or None if the ring let it go."""
        with self._lock:
            index = number - (len(self._steps.view()) - len(self._ring))
            return self._ring[index] if 0 <= index < len(self._ring) else None

    @property
    def last(self) -> Frame | None:
        """The newest frame."""
        with self._lock:
            return self._ring[-1] if self._ring else None

    def frames(self) -> tuple[Frame, ...]:
        """All frames in the ring, oldest first."""
        with self._lock:
            return tuple(self._ring)
