"""A network and the optimizer that trains it: what every lab in which networks learn runs."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.network import Network
from fishlab.engine.optimizers import Optimizer

Array = NDArray[Any]


class Learner:
    """One network that learns, or has diverged.

    loss: of the newest batch, before the update that it caused, always finite. out: the step at
    which it diverged, or None; whoever diverged learns no more. broken: the first layer whose
    output was not finite then, or None if all were.
    learning: the parameters that learn, all of the network's by default.
    """

    def __init__(
        self, network: Network, optimizer: Optimizer, learning: dict[str, Array] | None = None
    ) -> None:
        self.network = network
        self.optimizer = optimizer
        self.loss = 0.0
        self.out: int | None = None
        self.broken: str | None = None
        self._learning = network.params if learning is None else learning

    def learn(self, x: Array, t: Array, step: int) -> None:
        """Measure the loss of a batch and make one update."""
        if self.out is not None:
            return
        with np.errstate(all="ignore"):
            loss, grads = self.network.loss_and_gradient(x, t)
            if not np.isfinite(loss):
                self.give_up(x, step)
                return
            self.loss = loss
            self.optimizer.update(self._learning, grads)

    def give_up(self, x: Array, step: int) -> None:
        """It diverged at this step, on the batch x."""
        self.out = step
        with np.errstate(all="ignore"):
            answers = self.network.trace(x)
        broken = (place for place, out in answers.items() if not np.isfinite(out).all())
        self.broken = next(broken, None)
