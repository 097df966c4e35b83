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
    which it diverged, or None; whoever diverged learns no more.
    """

    def __init__(self, network: Network, optimizer: Optimizer) -> None:
        self.network = network
        self.optimizer = optimizer
        self.loss = 0.0
        self.out: int | None = None

    def learn(self, x: Array, t: Array, step: int) -> None:
        """Measure the loss of a batch and make one update."""
        if self.out is not None:
            return
        with np.errstate(all="ignore"):
            loss, grads = self.network.loss_and_gradient(x, t)
            if not np.isfinite(loss):
                self.out = step
                return
            self.loss = loss
            self.optimizer.update(self.network.params, grads)
