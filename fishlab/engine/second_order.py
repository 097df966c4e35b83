"""Newton's method and BFGS: minimizers that use the curvature, for a few variables.

The book stops at first-order methods (6.1); these two show what the second derivative buys, and why
it is not used on a network: the Hessian has a row and a column for every weight. Sources: Nocedal
and Wright, Numerical Optimization, 2006, chapters 3 and 6; Dauphin et al. 2014 for the saddle
points.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.divergence import DivergedError
from fishlab.engine.shapes import ShapeError

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

# A central difference is most exact near the cube root of the rounding error, times the size of x.
DIFFERENCE = float(np.finfo(np.float64).eps) ** (1 / 3)
# Wolfe conditions: enough descent for the length of the step, and a slope that has flattened
# enough.
DESCENT = 1e-4
FLATTENING = 0.9
SEARCHES = 60


class Newton:
    """x - H^-1 g, where the parabola that fits best has its minimum.

    gradient(x) -> (n,). hessian(x) -> (n, n), or None for central differences of the gradient.
    Where H is not positive definite the plain step would climb to a saddle or a maximum: each
    eigenvalue counts with its absolute value, and as `damping` at least, so that the step is always
    downhill and its length bounded.
    """

    def __init__(
        self,
        gradient: Callable[[Vector], ArrayLike],
        hessian: Callable[[Vector], ArrayLike] | None = None,
        damping: float = 1e-3,
    ) -> None:
        if not damping > 0:
            raise ValueError(f"damping must be above 0, not {damping:g}")
        self.gradient = gradient
        self.hessian = hessian
        self.damping = damping

    def step(self, x: ArrayLike) -> Vector:
        """The next point, (n,) -> (n,). Raises DivergedError where something is not finite."""
        point = _vector(x)
        slope = _evaluate("gradient", self.gradient, point, point.shape)
        square = (point.size, point.size)
        if self.hessian is None:
            curvature = _evaluate("Hessian", self._differences, point, square)
        else:
            curvature = _evaluate("Hessian", self.hessian, point, square)
        eigenvalues, axes = np.linalg.eigh((curvature + curvature.T) / 2)
        lengths = (axes.T @ slope) / np.maximum(np.abs(eigenvalues), self.damping)
        return _finite("next point", point - axes @ lengths, point)

    def _differences(self, point: Vector) -> Matrix:
        """The Hessian, row by row, from two gradients for each variable."""
        rows = []
        for index in range(point.size):
            offset = np.zeros_like(point)
            offset[index] = DIFFERENCE * max(1.0, abs(point[index]))
            above, below = self.gradient(point + offset), self.gradient(point - offset)
            rows.append((np.asarray(above) - np.asarray(below)) / (2 * offset[index]))
        return np.array(rows)


class BFGS:
    """A Hessian learned from how the gradient changes; Broyden, Fletcher, Goldfarb, Shanno 1970.

    function(x) -> number, gradient(x) -> (n,). Each step searches along the line for a point that
    satisfies the weak Wolfe conditions; a point where the function is not finite counts as too far.
    The value never rises.
    """

    def __init__(
        self, function: Callable[[Vector], Any], gradient: Callable[[Vector], ArrayLike]
    ) -> None:
        self.function = function
        self.gradient = gradient
        self._at: Vector | None = None
        self._value = math.inf
        self._slope: Vector = np.empty(0)
        # The inverse of the Hessian; None before the first step has told its scale.
        self._inverse: Matrix | None = None

    def step(self, x: ArrayLike) -> Vector:
        """The next point, (n,) -> (n,); x itself where rounding lets nothing get lower.

        A point other than the one returned last begins a new search, with nothing learned. Raises
        DivergedError where the function or its gradient is not finite.
        """
        point = _vector(x)
        if self._at is None or not np.array_equal(self._at, point):
            self._begin(point)
        # On a function that falls without end the numbers overflow; that is found and named.
        with np.errstate(over="ignore", invalid="ignore"):
            found = self._search(point, self._direction(point))
        if found is None:
            return point.copy()
        new, value, slope = found
        with np.errstate(over="ignore", invalid="ignore"):
            self._learn(new - point, slope - self._slope)
        self._at, self._value, self._slope = new, value, slope
        return new.copy()

    def _begin(self, point: Vector) -> None:
        self._at, self._inverse = point.copy(), None
        self._value = self._value_at(point)
        if not math.isfinite(self._value):
            raise DivergedError(f"the function is not finite at {_written(point)}")
        self._slope = _evaluate("gradient", self.gradient, point, point.shape)

    def _direction(self, point: Vector) -> Vector:
        """Downhill, by the curvature where it is known."""
        if self._inverse is not None:
            direction = _finite("direction", -self._inverse @ self._slope, point)
            if direction @ self._slope < 0:
                return direction
        self._inverse = None
        return -self._slope

    def _search(self, point: Vector, direction: Vector) -> tuple[Vector, float, Vector] | None:
        """Bisection between a step too short and one too long; None when no step gets lower."""
        fall = float(direction @ self._slope)
        length, short, long = 1.0, 0.0, math.inf
        lowest = None
        for _ in range(SEARCHES):
            new = point + length * direction
            value = self._value_at(new) if np.all(np.isfinite(new)) else math.inf
            if not value < self._value + DESCENT * length * fall:
                long = length
            else:
                slope = _evaluate("gradient", self.gradient, new, point.shape)
                lowest = new, value, slope
                if direction @ slope >= FLATTENING * fall:
                    break
                short = length
            length = 2 * length if math.isinf(long) else (short + long) / 2
        return lowest

    def _learn(self, step: Vector, change: Vector) -> None:
        """Make the inverse take the change of the gradient to the step that caused it."""
        agreement = float(step @ change)
        # Without positive curvature along the step the inverse would lose its definiteness.
        if agreement <= 1e-12 * float(np.linalg.norm(step) * np.linalg.norm(change)):
            return
        if self._inverse is None:
            self._inverse = agreement / float(change @ change) * np.eye(step.size)
        shear = np.eye(step.size) - np.outer(step, change) / agreement
        self._inverse = shear @ self._inverse @ shear.T + np.outer(step, step) / agreement

    def _value_at(self, point: Vector) -> float:
        """The function's value, infinite where it cannot be computed; never minus infinity."""
        try:
            with np.errstate(all="ignore"):
                value = float(self.function(point))
        except ArithmeticError:
            return math.inf
        if value == -math.inf:
            raise DivergedError(
                f"the function is not finite at {_written(point)}: it has no lowest"
            )
        return math.inf if math.isnan(value) else value


def _vector(x: ArrayLike) -> Vector:
    point = np.array(x, dtype=np.float64)
    if point.ndim != 1:
        raise ShapeError(f"a point must be a vector (n,), not {point.shape}")
    return _finite("point", point, point)


def _evaluate(
    name: str, f: Callable[[Vector], ArrayLike], point: Vector, shape: tuple[int, ...]
) -> NDArray[np.float64]:
    """f(point), of the given shape and finite."""
    try:
        with np.errstate(all="ignore"):
            result = np.array(f(point), dtype=np.float64)
    except ArithmeticError as error:
        raise DivergedError(
            f"the {name} cannot be computed at {_written(point)}: {error}"
        ) from error
    if result.shape != shape:
        raise ShapeError(f"the {name} is {result.shape}, for this point it must be {shape}")
    return _finite(name, result, point)


def _finite(name: str, result: NDArray[np.float64], point: Vector) -> NDArray[np.float64]:
    if not np.all(np.isfinite(result)):
        raise DivergedError(f"the {name} is not finite at {_written(point)}")
    return result


def _written(point: Vector) -> str:
    return "(" + ", ".join(f"{value:g}" for value in point) + ")"
