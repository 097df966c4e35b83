"""The perceptron: the book's second chapter in a page (2.1-2.5; Rosenblatt 1958).

A perceptron weighs its inputs, adds a bias, and fires if the sum is above 0. One of them can be an
AND, a NAND or an OR; none can be an XOR, but three together can.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .shapes import ShapeError

ROUNDING = 1e-12
"""A sum smaller than this share of what was added up is rounding: thousands of steps' worth."""


class Perceptron:
    """Fires where w · x + b > 0, and learns by Rosenblatt's rule.

    w: (D,), b: a number. Raises ShapeError for inputs of another length.
    """

    def __init__(self, w: ArrayLike, b: float) -> None:
        self.w: NDArray[np.float64] = np.array(w, np.float64)
        self.b = float(b)
        # The largest that each has been in size: the rounding errors in it are of that order.
        self._largest_w = np.abs(self.w)
        self._largest_b = abs(self.b)

    def sums(self, x: ArrayLike) -> NDArray[np.float64]:
        """Return w · x + b for inputs (D,) or (N, D).

        A sum that is 0 but for rounding is 0: 0.1 + 0.2 − 0.3 leaves 5.6e-17, and a perceptron
        that fired at it would decide by chance.
        """
        inputs = np.asarray(x, np.float64)
        if inputs.shape[-1:] != self.w.shape:
            raise ShapeError(f"perceptron: inputs {inputs.shape} do not fit weights {self.w.shape}")
        total = np.asarray(inputs @ self.w + self.b)
        added = np.abs(inputs) @ self._largest_w + self._largest_b
        exact: NDArray[np.float64] = np.where(np.abs(total) > ROUNDING * added, total, 0.0)
        return exact

    def forward(self, x: ArrayLike) -> NDArray[np.int64]:
        """Return 1 where the sum is above 0, else 0."""
        return (self.sums(x) > 0).astype(np.int64)

    def learn(self, x: ArrayLike, t: int, lr: float) -> int:
        """Look at one sample x (D,) with the answer t, 0 or 1; return the error t - y.

        A wrong answer moves the weights by lr · error · x and the bias by lr · error; a right one
        changes nothing. If a line separates the samples, this comes to rest (Novikoff 1962).
        """
        error = int(t) - int(self.forward(x))
        if error:
            self.w += lr * error * np.asarray(x, np.float64)
            self.b += lr * error
            self._largest_w = np.maximum(self._largest_w, np.abs(self.w))
            self._largest_b = max(self._largest_b, abs(self.b))
        return error


def AND(x1: Any, x2: Any) -> int:  # noqa: N802 (the book's name)
    """Return 1 if both are 1 (2.3.2)."""
    return int(Perceptron((0.5, 0.5), -0.7).forward((x1, x2)))


def NAND(x1: Any, x2: Any) -> int:  # noqa: N802
    """Return 0 if both are 1 (2.3.2)."""
    return int(Perceptron((-0.5, -0.5), 0.7).forward((x1, x2)))


def OR(x1: Any, x2: Any) -> int:  # noqa: N802
    """Return 1 if at least one is 1 (2.3.2)."""
    return int(Perceptron((0.5, 0.5), -0.2).forward((x1, x2)))


def XOR(x1: Any, x2: Any) -> int:  # noqa: N802
    """Return 1 if exactly one is 1: two layers, AND of NAND and OR (2.5.2)."""
    return AND(NAND(x1, x2), OR(x1, x2))


def half_adder(x1: Any, x2: Any) -> tuple[int, int]:
    """Return (sum, carry) of two binary digits, from XOR and AND."""
    return XOR(x1, x2), AND(x1, x2)
