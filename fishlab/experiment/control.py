"""Control: pause, resume, step, cancel and live changes, through one Condition.

The reader's thread calls the verbs; the worker calls `checkpoint` between frames. Nothing polls:
a paused worker sleeps on the condition until a verb wakes it. Called in any order and twice, pause
and resume end in the state that the last call names.
"""

from __future__ import annotations

import threading
import time

from .params import Params


class Cancelled(Exception):  # noqa: N818 (an event, not an error)
    """Raised in the worker, between two frames, after `cancel`."""


class Control:
    """The strings by which a run is held."""

    def __init__(self, *, paused: bool = False, rate: float | None = None) -> None:
        self._condition = threading.Condition()
        self._paused = paused
        self._steps = 0
        self._cancelled = False
        self._params: Params | None = None
        self._rate = rate
        self._last = float("-inf")

    def pause(self) -> None:
        """Hold the run before its next frame."""
        with self._condition:
            self._paused = True
            self._steps = 0
            self._condition.notify_all()

    def resume(self) -> None:
        """Let the run go on."""
        with self._condition:
            self._paused = False
            self._condition.notify_all()

    def step(self, frames: int = 1) -> None:
        """Let exactly so many more frames through at once, then hold; each call adds to them.

        After `resume` those left over still go through at once, and the rest at the pace.
        """
        with self._condition:
            self._paused = True
            self._steps += frames
            self._condition.notify_all()

    def cancel(self) -> None:
        """End the run before its next frame; final."""
        with self._condition:
            self._cancelled = True
            self._condition.notify_all()

    def update(self, params: Params) -> None:
        """Hand new values of live parameters to the generator before its next frame."""
        with self._condition:
            self._params = params
            self._condition.notify_all()

    def set_rate(self, rate: float | None) -> None:
        """Let at most `rate` frames a second through; None takes the brake off."""
        with self._condition:
            self._rate = rate
            self._condition.notify_all()

    @property
    def paused(self) -> bool:
        """True if the run is held (or will be, before its next frame)."""
        with self._condition:
            return self._paused

    @property
    def cancelled(self) -> bool:
        """True once `cancel` was called."""
        with self._condition:
            return self._cancelled

    def checkpoint(self) -> Params | None:
        """Called by the worker before each frame: wait while held; return new live Params or None.

        Raises Cancelled once `cancel` was called.
        """
        with self._condition:
            while not self._cancelled:
                if self._paused and not self._steps:
                    self._condition.wait()
                    continue
                remaining = self._until_due()
                if remaining <= 0 or self._steps:
                    break
                self._condition.wait(remaining)
            if self._cancelled:
                raise Cancelled
            if self._steps:
                self._steps -= 1
            self._last = time.monotonic()
            if self._rate is not None and -1.0 / self._rate < remaining < 0:
                # A little late is counted as in time, or every delay would slow the run down.
                self._last += remaining
            params, self._params = self._params, None
            return params

    def _until_due(self) -> float:
        if self._rate is None:
            return 0.0
        return self._last + 1.0 / self._rate - time.monotonic()
