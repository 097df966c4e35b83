"""Networks that learn side by side, in pieces short enough that a pause is answered at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .learner import Learner
from .training_digits import Batches, Digits, Split
from .training_effort import Effort


class Cohort:
    """Learners, the batches of each (they may share one Batches), and the digits.

    readings: set name -> the accuracy of every learner on it, as last measured, (n,). Whoever has
    diverged keeps its last one.
    """

    def __init__(
        self, learners: Sequence[Learner], batches: Sequence[Batches], digits: Digits
    ) -> None:
        self.learners = learners
        self.readings = {name: np.zeros(len(learners)) for name in digits.sets}
        self._batches = batches
        self._digits = digits
        self._effort = Effort()

    @property
    def alive(self) -> list[int]:
        """The numbers of those who have not diverged."""
        return [row for row, learner in enumerate(self.learners) if learner.out is None]

    def learn(self, step: int) -> Iterator[None]:
        """Make one update of every learner, just after a frame; a yield is a rest."""
        self._effort.begin()
        x, t = self._digits.train
        for learner, batches in zip(self.learners, self._batches, strict=True):
            rows = batches.rows(step)
            learner.learn(x[rows], t[rows], step)
            if learner.out is None:
                learner.network.project()
            # Backwards is twice the work of forwards.
            if self._effort.tires(6.0 * len(rows) * learner.network.params.flat.size):
                yield

    def read(self) -> Iterator[None]:
        """Measure every accuracy; a yield is a rest."""
        for name, (x, t) in self._digits.sets.items():
            for row in self.alive:
                network = self.learners[row].network
                with np.errstate(all="ignore"):
                    self.readings[name][row] = network.accuracy(x, t)
                if self._effort.tires(2.0 * len(t) * network.params.flat.size):
                    yield

    def measure_losses(self) -> None:
        """Give everyone the loss of its first batch, before anything is learned."""
        x, t = self._digits.train
        for learner, batches in zip(self.learners, self._batches, strict=True):
            rows = batches.rows(1)
            with np.errstate(all="ignore"):
                loss = learner.network.loss(x[rows], t[rows])
            if np.isfinite(loss):
                learner.loss = loss
            else:
                learner.give_up(x[rows], 0)

    def batch(self, row: int, step: int) -> Split:
        """Return what that learner saw at that step, the newest one."""
        x, t = self._digits.train
        rows = self._batches[row].rows(step)
        return x[rows], t[rows]
