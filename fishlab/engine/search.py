"""Random search for hyper-parameters (6.5.2; Bergstra and Bengio 2012)."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple

import numpy as np

from fishlab.engine.divergence import DivergedError

Settings = dict[str, Any]
# (low, high): log-uniform between them; or a function that draws a value of any kind. In quotes,
# since NumPy brings its random numbers only when they are first spoken of.
Range = tuple[float, float] | Callable[["np.random.Generator"], Any]


class Trial(NamedTuple):
    """One attempt: its number from 1, the settings drawn, and the score; higher is better."""

    number: int
    settings: Settings
    score: float


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """10**u with u uniform: each power of ten between low and high is equally likely (6.5.2).

    Raises ValueError unless 0 < low <= high.
    """
    _check_range("log_uniform", low, high)
    value: float = 10.0 ** rng.uniform(math.log10(low), math.log10(high))
    # Rounding must not carry it over an edge.
    return min(max(value, low), high)


def draw_settings(ranges: Mapping[str, Range], rng: np.random.Generator) -> Settings:
    """One value from each range, independently of the others. Raises ValueError as log_uniform."""
    return {
        name: span(rng) if callable(span) else log_uniform(rng, *span)
        for name, span in ranges.items()
    }


def random_search(
    evaluate: Callable[[Settings], float],
    ranges: Mapping[str, Range],
    trials: int,
    rng: np.random.Generator,
) -> Generator[Trial, None, None]:
    """Draw settings, evaluate them, yield the trial; `trials` times, or while the caller asks.

    evaluate: settings -> score. A DivergedError in it is no reason to stop: such a trial scores
    -inf, below all others. Raises ValueError for an impossible range, before the first trial.
    """
    for name, span in ranges.items():
        if not callable(span):
            _check_range(name, *span)
    if trials < 1:
        raise ValueError(f"a search needs at least one trial, not {trials}")
    return _trials(evaluate, ranges, trials, rng)


def _trials(
    evaluate: Callable[[Settings], float],
    ranges: Mapping[str, Range],
    trials: int,
    rng: np.random.Generator,
) -> Generator[Trial, None, None]:
    for number in range(1, trials + 1):
        settings = draw_settings(ranges, rng)
        try:
            score = float(evaluate(settings))
        except DivergedError:
            score = -math.inf
        yield Trial(number, settings, score)


def _check_range(name: str, low: float, high: float) -> None:
    if not 0.0 < low <= high < math.inf:
        raise ValueError(f"{name}: a range needs 0 < low <= high, not {low:g} to {high:g}")
