"""Claim: a sentence of the book that can be run, and holds or does not.

A claim belongs to a lab. It names the preset that shows it, what is measured on the finished runs,
and what the book expects. The window and the command line run the same claims the same way, so
they obtain the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fishlab.text import Text

from .frame import Frame
from .history import History

Relation = Literal["=", "≥", "≤"]
Measure = Callable[["Trials"], Sequence[float]]


@dataclass(frozen=True)
class Expected:
    """A number the book expects: `name` relation `value`, within `tolerance`."""

    name: str
    value: float
    relation: Relation = "="
    tolerance: float = 0.0

    def __str__(self) -> str:
        """Return it as "y = 220 ± 1e-09", where the equals sign may be another relation."""
        tolerance = f" ± {self.tolerance:g}" if self.tolerance else ""
        return f"{self.name} {self.relation} {number(self.value)}{tolerance}"

    def holds(self, obtained: float) -> bool:
        """Tell whether the number obtained is as expected; NaN never is."""
        if math.isnan(obtained):
            return False
        if self.relation == "≥":
            return obtained >= self.value - self.tolerance
        if self.relation == "≤":
            return obtained <= self.value + self.tolerance
        return obtained == self.value or abs(obtained - self.value) <= self.tolerance


def number(value: float) -> str:
    """Return a number as a claim shows it: eight digits that count, and a real minus sign."""
    return f"{value:.8g}".replace("-", "−")


def equal(name: str, value: float, tolerance: float = 0.0) -> Expected:
    """Expect `value`, plus or minus `tolerance`."""
    return Expected(name, value, "=", tolerance)


def at_least(name: str, value: float, tolerance: float = 0.0) -> Expected:
    """Expect `value` or more."""
    return Expected(name, value, "≥", tolerance)


def at_most(name: str, value: float, tolerance: float = 0.0) -> Expected:
    """Expect `value` or less."""
    return Expected(name, value, "≤", tolerance)


@dataclass(frozen=True)
class Claim:
    """A statement of the book, and how to see whether it holds.

    id: short name, unique in the program. chapter: its section, such as "2.3.1".
    statement: the claim in one sentence. preset: the lab's preset that shows it.
    measure: from the finished runs to as many numbers as `expected` has.
    variants: runs to compare, name -> what differs from the preset; one run of the preset if empty.
    seeds: every variant runs once with each; the preset's own seed if empty. A claim about a
        random process names several and measures over all of them.
    slow: takes longer than a reader waits; left out unless asked for.
    """

    id: str
    chapter: str
    statement: Text
    preset: str
    measure: Measure
    expected: tuple[Expected, ...]
    variants: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    seeds: tuple[int, ...] = ()
    slow: bool = False


@dataclass(frozen=True)
class Trial:
    """One finished run of a claim."""

    seed: int
    history: History

    @property
    def last(self) -> Frame:
        """The last frame."""
        frame = self.history.last
        assert frame is not None  # a run that yields nothing has failed before it gets here
        return frame

    def final(self, name: str) -> float:
        """Return the last value of a scalar; KeyError if the run never showed it."""
        values = self.series(name)
        if not len(values):
            raise KeyError(name)
        return float(values[-1])

    def series(self, name: str) -> NDArray[np.float64]:
        """Return every value of a scalar, (n,)."""
        return self.history.series(name)[1]

    def array(self, name: str) -> NDArray[Any]:
        """Return an array of the last frame."""
        return self.last.arrays[name]


class Trials:
    """The finished runs of a claim: `trials[variant]` lists one Trial a seed."""

    def __init__(self, runs: Mapping[str, Sequence[Trial]]) -> None:
        self._runs = runs

    def __getitem__(self, variant: str) -> Sequence[Trial]:
        return self._runs[variant]

    def __iter__(self) -> Iterator[Trial]:
        """All of them, variant after variant."""
        for trials in self._runs.values():
            yield from trials

    @property
    def only(self) -> Trial:
        """The one run of a claim without variants and with one seed."""
        (trial,) = self
        return trial

    def finals(self, name: str, variant: str = "") -> NDArray[np.float64]:
        """Return the last value of a scalar in each run of the variant, (seeds,)."""
        return np.array([trial.final(name) for trial in self._runs[variant]])


@dataclass(frozen=True)
class Verdict:
    """What came out: the numbers obtained, in the order of `claim.expected`."""

    claim: Claim
    obtained: tuple[float, ...]
    seeds: tuple[int, ...]

    @property
    def holds(self) -> bool:
        """True if every number is as expected."""
        pairs = zip(self.claim.expected, self.obtained, strict=True)
        return all(expected.holds(number) for expected, number in pairs)
