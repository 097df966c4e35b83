"""What the machine itself is to blame for: how long it holds up a process that only computes.

On a shared machine a piece of work of a few milliseconds takes ten times as long now and then, and
every gap and delay of the window has such pauses in it.
"""

from __future__ import annotations

import time

import numpy as np

PIECE = 100_000
"""Additions in one piece of work: 3 to 10 ms."""


def pauses(seconds: float) -> dict[str, float]:
    """Return the time of one and the same piece of work, in ms: median, 99th of 100, worst."""
    times: list[float] = []
    end = time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        begin, total = time.perf_counter(), 0
        for number in range(PIECE):
            total += number
        times.append(1000 * (time.perf_counter() - begin))
    return {
        "p50": float(np.median(times)),
        "p99": float(np.percentile(times, 99)),
        "worst": max(times),
    }
