"""The digits of a run: those that are learned from, those held out, and the test digits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError, load_mnist
from fishlab.experiment import QT_TRANSLATE_NOOP, LabError, message

from .training_params import TrainingParams

Array = NDArray[Any]
Split = tuple[Array, Array]

READ = 1000
"""So many digits of a set tell its accuracy well enough: within about one percent."""

_NO_DATA = QT_TRANSLATE_NOOP("training", "The digits cannot be loaded: {reason}")


@dataclass(frozen=True)
class Digits:
    """train: what is learned from. sets: name -> the digits on which accuracies are measured."""

    train: Split
    sets: dict[str, Split]

    def __len__(self) -> int:
        return len(self.train[1])


def load_digits(params: TrainingParams, held_out: float) -> Digits:
    """Return the first `params.images` digits, the share `held_out` of them kept for validation.

    Raises LabError if the digits are not at hand.
    """
    try:
        (x, t), test = load_mnist(data=params.data)
    except DataError as error:
        raise LabError(message(_NO_DATA, reason=error.message)) from error
    count = min(params.images, len(t))
    kept = count - math.floor(held_out * count)
    train = x[:kept], t[:kept]
    sets = {"train": train, "test": test}
    if kept < count:
        sets["validation"] = x[kept:count], t[kept:count]
    return Digits(train, {name: (x[:READ], t[:READ]) for name, (x, t) in sets.items()})


class Batches:
    """Which digits each update learns from: every epoch all of them once, in a new order."""

    def __init__(self, count: int, size: int, rng: np.random.Generator) -> None:
        self.per_epoch = math.ceil(count / size)
        self._count, self._size, self._rng = count, size, rng
        self._order = np.arange(count)
        self._epoch = -1

    def rows(self, step: int) -> NDArray[np.intp]:
        """Return the rows of update `step`, counted from 1; asked in order, repeated at will."""
        epoch, position = divmod(step - 1, self.per_epoch)
        if epoch != self._epoch:
            self._epoch, self._order = epoch, self._rng.permutation(self._count)
        return self._order[position * self._size : (position + 1) * self._size]
