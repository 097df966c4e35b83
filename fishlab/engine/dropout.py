"""Dropout (6.4.3; Srivastava et al. 2014): in training, units are silent at random."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.layer import TrainingLayer, remembered
from fishlab.engine.shapes import check_gradient

Array = NDArray[Any]


class Dropout(TrainingLayer):
    """Sets each number to 0 with probability `dropout_ratio`; as in the book, unscaled in training.

    Without `train_flg` nothing is dropped, and everything is multiplied by 1 - dropout_ratio
    instead, the share that training lets through. Raises ValueError for a ratio outside 0 … 1.
    """

    def __init__(self, dropout_ratio: float = 0.5, rng: np.random.Generator | None = None) -> None:
        if not 0.0 <= dropout_ratio <= 1.0:
            raise ValueError(f"dropout ratio: from 0 to 1, not {dropout_ratio}")
        self.dropout_ratio = dropout_ratio
        self.rng = np.random.default_rng(0) if rng is None else rng
        self.mask: Array | None = None

    def infer(self, x: Array) -> Array:
        """x (1 - dropout_ratio)."""
        return x * (1.0 - self.dropout_ratio)

    def laid_out(self, x: Array) -> tuple[Array, Callable[[], object]]:
        """See `Layer`."""
        out = np.zeros_like(x)
        return out, lambda: np.multiply(x, 1.0 - self.dropout_ratio, out=out)

    def forward(self, x: Array, train_flg: bool = True) -> Array:
        """Any shape, also that of the output."""
        if not train_flg:
            self.mask = np.full_like(x, 1.0 - self.dropout_ratio)
            return self.infer(x)
        self.mask = self.rng.random(x.shape, dtype=np.float32) >= self.dropout_ratio
        out: Array = x * self.mask
        return out

    def backward(self, dout: Array) -> Array:
        """dout where the number was let through, otherwise 0 (or, without train_flg, scaled)."""
        mask = remembered(self.mask)
        check_gradient("Dropout", dout, mask.shape)
        dx: Array = dout * mask
        return dx

    def spawn(self) -> Self:
        """A copy with a generator of its own, seeded by this one's: for a part of the batch."""
        twin = self.copy()
        twin.rng = np.random.default_rng(self.rng.integers(2**63))
        return twin
