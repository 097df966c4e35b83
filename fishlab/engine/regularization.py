"""Holding weights down against overfitting (6.4.2): L2 and L1 decay, and the max-norm constraint.

A decay adds `penalty` to the loss and `gradient` to each weight's gradient; after each update
`project` brings a weight back to where the constraint allows it. Biases are left alone by the
networks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Decay(Protocol):
    """What a network asks of a regularization."""

    def penalty(self, weights: Iterable[Array]) -> float:
        """What is added to the loss."""

    def gradient(self, weight: Array) -> Array:
        """What is added to the gradient of this weight; the weight's shape."""

    def project(self, weight: Array) -> None:
        """Change the weight in place so that the constraint holds."""


class L2:
    """Weight decay: 0.5 strength sum(W**2) (6.4.2)."""

    def __init__(self, strength: float) -> None:
        self.strength = _positive("L2 strength", strength, allow_zero=True)

    def penalty(self, weights: Iterable[Array]) -> float:
        return 0.5 * self.strength * sum(float(np.vdot(weight, weight)) for weight in weights)

    def gradient(self, weight: Array) -> Array:
        return self.strength * weight

    def project(self, weight: Array) -> None:
        """L2 constrains nothing."""


class L1:
    """strength sum(|W|): many weights become nearly zero. The derivative at 0 is taken as 0."""

    def __init__(self, strength: float) -> None:
        self.strength = _positive("L1 strength", strength, allow_zero=True)

    def penalty(self, weights: Iterable[Array]) -> float:
        return self.strength * sum(float(np.sum(np.abs(weight))) for weight in weights)

    def gradient(self, weight: Array) -> Array:
        return self.strength * np.sign(weight)

    def project(self, weight: Array) -> None:
        """L1 constrains nothing."""


class MaxNorm:
    """No unit's incoming weights are longer than `limit`; Srivastava et al. 2014.

    The incoming weights of a unit are a column of an affine layer's (inputs, outputs) matrix, and a
    whole filter of a convolution's (filters, channels, height, width).
    """

    def __init__(self, limit: float) -> None:
        self.limit = _positive("max-norm limit", limit, allow_zero=False)

    def penalty(self, weights: Iterable[Array]) -> float:
        return 0.0

    def gradient(self, weight: Array) -> Array:
        return np.zeros_like(weight)

    def project(self, weight: Array) -> None:
        incoming = 0 if weight.ndim == 2 else tuple(range(1, weight.ndim))
        length = np.sqrt(np.sum(weight * weight, axis=incoming, keepdims=True))
        # A unit within the limit is multiplied by 1, exactly.
        weight *= self.limit / np.maximum(length, self.limit)


DECAYS: dict[str, type[L2] | type[L1] | type[MaxNorm]] = {"l2": L2, "l1": L1, "max_norm": MaxNorm}


def make_decay(kind: str, strength: float) -> Decay:
    """The regularization called "l2", "l1" or "max_norm"; for the last, `strength` is the limit.

    Raises ValueError for another name or for a strength that makes no sense.
    """
    if kind not in DECAYS:
        raise ValueError(f"weight decay: one of {', '.join(DECAYS)}, not {kind!r}")
    return DECAYS[kind](strength)


def _positive(name: str, value: float, *, allow_zero: bool) -> float:
    value = float(value)
    if not (0.0 < value < np.inf or (allow_zero and value == 0.0)):
        raise ValueError(
            f"{name} must be {'0 or more' if allow_zero else 'above 0'}, not {value:g}"
        )
    return value
