"""Numerical differentiation (4.3), gradient descent (4.4), and gradient checks (5.7.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.shapes import ShapeError

Array = NDArray[Any]

# Small enough for the difference to be close to the derivative, large enough for rounding not to
# show (4.3.1).
STEP = 1e-4


class Differentiable(Protocol):
    """A network that knows its gradient both ways."""

    def gradient(self, x: Array, t: Array) -> Mapping[str, Array]:
        """By backpropagation."""

    def numerical_gradient(self, x: Array, t: Array) -> Mapping[str, Array]:
        """By numerical differentiation."""


def forward_difference(f: Callable[[Any], Any], x: Any, h: Any = STEP) -> Any:
    """(f(x+h) - f(x)) / h (4.3.1): its error shrinks with h."""
    return (f(x + h) - f(x)) / h


def central_difference(f: Callable[[Any], Any], x: Any, h: Any = STEP) -> Any:
    """(f(x+h) - f(x-h)) / 2h (4.3.1): its error shrinks with h², until rounding takes over."""
    return (f(x + h) - f(x - h)) / (2 * h)


def numerical_diff(f: Callable[[Any], Any], x: Any) -> Any:
    """The derivative of f at x: the central difference with h = 1e-4 (4.3.1)."""
    return central_difference(f, x, STEP)


def numerical_gradient(f: Callable[[Array], Any], x: ArrayLike) -> Array:
    """All partial derivatives of f at x by central differences (4.4), an array of the shape of x.

    f takes x and gives a number. A floating array is changed in place, one element at a time, and
    put back: f may read the very array, or a network that holds it, instead of its argument
    (4.4.2). Anything else (lists, whole numbers) is taken as a float64 copy.
    """
    point = np.asarray(x)
    if not np.issubdtype(point.dtype, np.floating):
        point = point.astype(np.float64)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        original = point[index]
        try:
            point[index] = original + STEP
            above = f(point)
            point[index] = original - STEP
            below = f(point)
        finally:
            point[index] = original
        gradient[index] = (above - below) / (2 * STEP)
    return gradient


def gradient_descent(
    f: Callable[[Array], Any], init_x: ArrayLike, lr: float = 0.01, step_num: int = 100
) -> Array:
    """Walk from init_x down the numerical gradient: step_num times x -= lr grad f(x) (4.4.1).

    Returns the last point; init_x is left as it is.
    """
    x = np.array(init_x)
    if not np.issubdtype(x.dtype, np.floating):
        x = x.astype(np.float64)
    for _ in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


def gradient_error(analytic: ArrayLike, numeric: ArrayLike) -> float:
    """The relative error |a - n| / (|a| + |n|), in Euclidean lengths: 0 equal, 1 opposite.

    Two zero gradients are equal. In float64, central differences agree with a right gradient to
    about 1e-7. Raises ShapeError when the shapes differ.
    """
    a, n = np.asarray(analytic, dtype=np.float64), np.asarray(numeric, dtype=np.float64)
    if a.shape != n.shape:
        raise ShapeError(f"the analytic gradient is {a.shape}, the numeric one {n.shape}")
    length = float(np.linalg.norm(a) + np.linalg.norm(n))
    return float(np.linalg.norm(a - n)) / length if length else 0.0


def gradient_check(network: Differentiable, x: Array, t: Array) -> dict[str, float]:
    """The relative error of backpropagation for each parameter, by numerical gradient (5.7.3).

    Meaningful for a network in float64, and without dropout, whose every forward pass is another
    function.
    """
    analytic = network.gradient(x, t)
    numeric = network.numerical_gradient(x, t)
    return {name: gradient_error(analytic[name], numeric[name]) for name in numeric}
