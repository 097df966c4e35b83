"""The surfaces of the race: what each is, where it is looked at, where its lowest points lie.

Every surface is an expression, read by the same parser as one that the reader types, so that one
computational graph gives values and exact gradients of all of them (chapters 5 and 6.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.expression import parse
from fishlab.experiment import QT_TRANSLATE_NOOP, Choice

TYPED = "typed"
DIGITS = "digits"
VARIABLES = ("x", "y")

Values = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True)
class Known:
    """What is known of a surface beforehand.

    region: (left, right, bottom, top) of the picture. minima: its lowest points and other local
    minima; empty if it falls without end. saddles: points where the gradient is 0 all the same.
    """

    expression: str
    region: tuple[float, float, float, float]
    minima: tuple[Point, ...]
    saddles: tuple[Point, ...] = ()


_PLACES = range(-2, 3)

SURFACES: Mapping[str, Known] = {
    "valley": Known("x**2 / 20 + y**2", (-10.0, 10.0, -5.0, 5.0), ((0.0, 0.0),)),
    "saddle": Known("y**2 - x**2", (-4.0, 4.0, -3.0, 3.0), (), ((0.0, 0.0),)),
    "two_minima": Known(
        "y**4 + 3*x**4 + 8*x**3 - 48*x**2",
        (-6.0, 4.0, -4.0, 4.0),
        ((-4.0, 0.0), (2.0, 0.0)),
        ((0.0, 0.0),),
    ),
    "bowl": Known("x**2 + y**2", (-5.0, 5.0, -4.0, 4.0), ((0.0, 0.0),)),
    "rosenbrock": Known("(1 - x)**2 + 100*(y - x**2)**2", (-2.2, 2.2, -1.0, 3.0), ((1.0, 1.0),)),
    "himmelblau": Known(
        "(x**2 + y - 11)**2 + (x + y**2 - 7)**2",
        (-6.0, 6.0, -5.0, 5.0),
        (
            (3.0, 2.0),
            (-2.805118086953, 3.131312518250),
            (-3.779310253378, -3.283185991286),
            (3.584428340330, -1.848126526964),
        ),
        (
            (-0.270844590667, -0.923038555648),
            (0.086677504557, 2.884254701175),
            (3.385154183607, 0.073851879838),
            (-3.073025751044, -0.081353044288),
            (-0.127961346731, -1.953714980245),
        ),
    ),
    "beale": Known(
        "(1.5 - x + x*y)**2 + (2.25 - x + x*y**2)**2 + (2.625 - x + x*y**3)**2",
        (-4.5, 4.5, -4.5, 4.5),
        ((3.0, 0.5),),
        ((0.0, 1.0),),
    ),
    "rastrigin": Known(
        "20 + x**2 + y**2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)", (-4.0, 4.0, -3.2, 3.2), ((0.0, 0.0),)
    ),
}

CHOICES = (
    Choice("valley", QT_TRANSLATE_NOOP("optimizers", "Long valley x²/20 + y²")),
    Choice("saddle", QT_TRANSLATE_NOOP("optimizers", "Saddle y² − x²")),
    Choice("two_minima", QT_TRANSLATE_NOOP("optimizers", "Two minima y⁴ + 3x⁴ + 8x³ − 48x²")),
    Choice("bowl", QT_TRANSLATE_NOOP("optimizers", "Round bowl x² + y²")),
    Choice("rosenbrock", QT_TRANSLATE_NOOP("optimizers", "Rosenbrock's banana")),
    Choice("himmelblau", QT_TRANSLATE_NOOP("optimizers", "Himmelblau: four minima")),
    Choice("beale", QT_TRANSLATE_NOOP("optimizers", "Beale: plateaus and steep edges")),
    Choice("rastrigin", QT_TRANSLATE_NOOP("optimizers", "Rastrigin: a field of pits")),
    Choice(DIGITS, QT_TRANSLATE_NOOP("optimizers", "Digits: a network of five layers")),
    Choice(TYPED, QT_TRANSLATE_NOOP("optimizers", "Type one's own f(x, y)")),
)


class Function:
    """f(x, y) with its exact gradient, by the computational graph of an expression.

    Raises ExpressionError for a text that is none.
    """

    def __init__(self, expression: str) -> None:
        self._graph = parse(expression, VARIABLES)
        self._at: Point | None = None

    def value(self, point: Values) -> float:
        """Return f at a point (2,); NaN or infinite where it is not defined."""
        self._go_to(point)
        return float(self._graph.values[-1])

    def gradient(self, point: Values) -> Values:
        """Return (∂f/∂x, ∂f/∂y) at a point (2,)."""
        self._go_to(point)
        slopes = self._graph.gradient()
        return np.array([slopes["x"], slopes["y"]], np.float64)

    def heights(self, x: ArrayLike, y: ArrayLike) -> Values:
        """Return f over a grid: x (columns,), y (rows,) -> (rows, columns)."""
        columns, rows = np.meshgrid(np.asarray(x), np.asarray(y))
        self._at = None
        return np.array(self._graph.forward({"x": columns, "y": rows}))

    def _go_to(self, point: Values) -> None:
        """Fill the graph with the values at `point`, unless they are there: value, then slope."""
        at = (float(point[0]), float(point[1]))
        if at != self._at:
            self._at = None
            self._graph.forward({"x": at[0], "y": at[1]})
            self._at = at
