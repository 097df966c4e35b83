"""Softmax and cross-entropy as one layer (5.6.3): together their gradient is y - t."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.functions import softmax
from fishlab.engine.labels import class_indices
from fishlab.engine.layer import remembered
from fishlab.engine.losses import cross_entropy_error

Array = NDArray[Any]


class SoftmaxWithLoss:
    """scores (N, K) and labels, indices (N,) or one-hot (N, K) -> the mean loss of the batch.

    Raises ShapeError when scores and labels do not fit.
    """

    def __init__(self) -> None:
        self.loss: float | None = None
        self.y: Array | None = None
        self.t: Array | None = None

    def forward(self, x: Array, t: ArrayLike) -> float:
        """The loss; probabilities and labels are kept in `y` and `t`."""
        self.y = softmax(x)
        self.t = np.asarray(t)
        self.loss = cross_entropy_error(self.y, self.t)
        return self.loss

    def backward(self, dout: float = 1.0) -> Array:
        """dout * (y - t) / N, the gradient of the scores."""
        dx, t = remembered(self.y).copy(), remembered(self.t)
        if t.shape == dx.shape:
            dx -= t
        else:
            dx[np.arange(len(dx)), class_indices(t)] -= 1
        dx *= dout / len(dx)
        return dx
