"""Timings: the competitors take turns, so that a slow moment of the machine hits them all."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

BLOCK = 5
SETTLE = 0.03
"""A pause before each turn: the other's threads spin for a while after their work is done."""
FEWEST, MOST = 4, 200


@dataclass(frozen=True)
class Timing:
    """Seconds of one call: the median of `rounds` calls, and the quarter points around it."""

    seconds: float
    low: float
    high: float
    rounds: int


def summary(times: Sequence[float]) -> Timing:
    """Return median and quarter points of several measurements."""
    low, _, high = quantiles(times, n=4)
    return Timing(median(times), low, high, len(times))


def paired(calls: Mapping[str, Callable[[], object]], seconds: float) -> dict[str, Timing]:
    """Time the calls in turns of a few, A B C A B C …, for about so many seconds in all."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    end, turns = time.perf_counter() + seconds, 0
    while turns < FEWEST or (time.perf_counter() < end and turns < MOST):
        turns += 1
        for name, call in calls.items():
            time.sleep(SETTLE)
            call()  # warms the caches again, and is not counted
            for _ in range(BLOCK):
                begin = time.perf_counter()
                call()
                times[name].append(time.perf_counter() - begin)
    return {name: summary(values) for name, values in times.items()}
