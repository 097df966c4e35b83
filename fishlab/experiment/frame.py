"""Frame: one moment of a run, as named scalars and named read-only arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.text import Message


@dataclass(frozen=True)
class Frame:
    """What a lab shows at one step.

    step: number of the step, from 0.
    scalars: name -> number; every one is kept in the run's History.
    arrays: name -> array. Copied and marked read-only here, because optimizers update in place;
        an array that is already read-only and owns its data is taken as it is.
    total: how many steps the run will take, if that is known.
    messages: verdicts for the reader ("the line separates the points").
    """

    step: int
    scalars: Mapping[str, float] = field(default_factory=dict)
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    total: int | None = None
    messages: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        scalars = {name: float(value) for name, value in self.scalars.items()}
        arrays = {name: frozen(array) for name, array in self.arrays.items()}
        object.__setattr__(self, "scalars", MappingProxyType(scalars))
        object.__setattr__(self, "arrays", MappingProxyType(arrays))


def frozen(array: Any) -> NDArray[Any]:
    """Return a read-only array with the values of `array`, copied unless it cannot change."""
    given = np.asarray(array)
    if given.base is None and not given.flags.writeable and isinstance(array, np.ndarray):
        return given
    copy = np.array(given, copy=True)
    copy.flags.writeable = False
    return copy
