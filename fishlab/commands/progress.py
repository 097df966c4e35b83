"""A progress bar on standard error, drawn only when a person is looking at a terminal."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import Self

INTERVAL = 0.1
WIDTH = 24


class Progress:
    """A bar with a share done, a note and the time left; use it in a `with` statement.

    total: how many units the work has, or None if that is not known.
    """

    def __init__(self, label: str, total: int | None = None) -> None:
        self._label = label
        self._total = total
        self._shown = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._drawn = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._wipe()

    def show(self, done: int, note: str = "", total: int | None = None) -> None:
        """Redraw the bar, at most ten times a second; `total` replaces the one given before."""
        now = time.monotonic()
        if total is not None and total != self._total:
            self._total, self._begun = total, now
        if self._shown and now - self._drawn >= INTERVAL:
            self._drawn = now
            self._write(self._line(done, note, now - self._begun))

    def say(self, text: str) -> None:
        """Print a line on standard error, terminal or not, above the bar."""
        self._wipe()
        print(text, file=sys.stderr, flush=True)

    def _line(self, done: int, note: str, seconds: float) -> str:
        if not self._total:
            return f"{self._label} {done:,} {note}"
        share = min(done / self._total, 1.0)
        bar = "#" * round(share * WIDTH)
        left = seconds * (1 - share) / share if share else 0.0
        return f"{self._label} [{bar:.<{WIDTH}}] {share:4.0%} {clock(left)} left  {note}"

    def _write(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        print(f"\r{text[:width]:<{width}}", end="", file=sys.stderr, flush=True)

    def _wipe(self) -> None:
        if self._shown and self._drawn > 0:
            self._write("")
            print("\r", end="", file=sys.stderr, flush=True)


def clock(seconds: float) -> str:
    """Return a duration as 0:07, 12:30 or 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
