"""SimpleNet (4.4.2): one layer of weights, small enough to differentiate by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.affine import Affine
from fishlab.engine.functions import softmax
from fishlab.engine.losses import cross_entropy_error

Array = NDArray[Any]


class SimpleNet:
    """The book's network of one matrix W (D, K) and no bias.

    W: kept as it is, not copied, so that whoever changes it in place changes the network.
    """

    def __init__(self, W: Array) -> None:
        self.W = W
        self._layer = Affine(W, np.zeros(W.shape[1], W.dtype))

    def predict(self, x: ArrayLike) -> Array:
        """The scores of one sample x (D,): (K,)."""
        scores: Array = self._layer.infer(np.asarray(x, self.W.dtype).reshape(1, -1))[0]
        return scores

    def loss(self, x: ArrayLike, t: ArrayLike) -> float:
        """The cross-entropy error of the softmax of the scores; t: a class or one-hot (K,)."""
        return cross_entropy_error(softmax(self.predict(x)), t)
