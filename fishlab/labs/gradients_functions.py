"""Functions of one and of two variables: the book's, others, and whatever the reader types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.expression import FUNCTIONS, MAX_DEPTH, MAX_LENGTH, ExpressionError, parse
from fishlab.experiment import QT_TRANSLATE_NOOP, Choice, Message, Names, message

Values = NDArray[np.float64]

TYPED = "typed"
ONE, TWO = ("x",), ("x0", "x1")


@dataclass(frozen=True)
class Known:
    """A function of one variable and the part of its x axis that is worth showing."""

    expression: str
    left: float
    right: float


CURVES = {
    "quadratic": Known("0.01 * x**2 + 0.1 * x", 0.0, 20.0),
    "cubic": Known("x**3 / 10 - x", -5.0, 5.0),
    "sine": Known("sin(x)", -6.0, 6.0),
    "exponential": Known("exp(x)", -3.0, 3.0),
    "sigmoid": Known("sigmoid(x)", -6.0, 6.0),
    "kink": Known("abs(x)", -3.0, 3.0),
}
CURVE_CHOICES = (
    Choice("quadratic", QT_TRANSLATE_NOOP("gradients", "0.01x² + 0.1x")),
    Choice("cubic", QT_TRANSLATE_NOOP("gradients", "x³/10 − x")),
    Choice("sine", QT_TRANSLATE_NOOP("gradients", "sin x")),
    Choice("exponential", QT_TRANSLATE_NOOP("gradients", "exp x")),
    Choice("sigmoid", QT_TRANSLATE_NOOP("gradients", "sigmoid x")),
    Choice("kink", QT_TRANSLATE_NOOP("gradients", "|x|, with a kink")),
    Choice(TYPED, QT_TRANSLATE_NOOP("gradients", "Type one's own f(x)")),
)

SURFACES = {
    "bowl": "x0**2 + x1**2",
    "valley": "x0**2 / 20 + x1**2",
    "saddle": "x0**2 - x1**2",
}
SURFACE_CHOICES = (
    Choice("bowl", QT_TRANSLATE_NOOP("gradients", "Bowl x₀² + x₁²")),
    Choice("valley", QT_TRANSLATE_NOOP("gradients", "Valley x₀²/20 + x₁²")),
    Choice("saddle", QT_TRANSLATE_NOOP("gradients", "Saddle x₀² − x₁²")),
    Choice(TYPED, QT_TRANSLATE_NOOP("gradients", "Type one's own f(x0, x1)")),
)


class Curve:
    """f(x) of an expression. Raises ExpressionError for a text that is none."""

    def __init__(self, expression: str) -> None:
        self._graph = parse(expression, ONE)

    def __call__(self, x: ArrayLike) -> Any:
        """Return f at a number or an array; NaN or infinite where it is not defined."""
        return self._graph.forward({"x": x})[()]

    def slope(self, x: float) -> float:
        """Return the exact f′(x), backwards through the graph of the expression."""
        self._graph.forward({"x": x})
        return float(self._graph.gradient()["x"])


class Surface:
    """f(x0, x1) of an expression, called with a point (2,) or a grid (2, ...)."""

    def __init__(self, expression: str) -> None:
        self._graph = parse(expression, TWO)

    def __call__(self, x: Values) -> Any:
        """Return f; NaN or infinite where it is not defined."""
        return self._graph.forward({"x0": x[0], "x1": x[1]})[()]


_AT = QT_TRANSLATE_NOOP("gradients", "f: character {number}, at {place}: {problem}")
_AT_END = QT_TRANSLATE_NOOP("gradients", "f: at the end: {problem}")
_ALLOWED = QT_TRANSLATE_NOOP(
    "gradients",
    "“{found}” is not known; allowed are {variables}, numbers, pi, e, + - * / **, parentheses and "
    "the functions {functions}",
)
_OPERATOR = QT_TRANSLATE_NOOP("gradients", "an operator such as + or * was expected here")
_OPERAND = QT_TRANSLATE_NOOP(
    "gradients", "a number, {variables}, a function or a parenthesis was expected here"
)
_SIGN = QT_TRANSLATE_NOOP("gradients", "“{sign}” was expected here")
_ARITY = QT_TRANSLATE_NOOP("gradients", "{function} takes {arity} arguments, not {given}")
_LARGE = QT_TRANSLATE_NOOP("gradients", "{number} is too large")
_DEEP = QT_TRANSLATE_NOOP("gradients", "nested more than {depth} deep")
_LONG = QT_TRANSLATE_NOOP("gradients", "longer than the {length} characters allowed")

# The parser's own sentences, in the order of how often a reader meets them.
_PROBLEMS = (
    (r"(['\"])(?P<found>.*)\1 is not known", _ALLOWED),
    (r"an operator was expected", _OPERATOR),
    (r"a number, a name", _OPERAND),
    (r"'(?P<sign>.)' was expected", _SIGN),
    (r"(?P<function>\w+) takes (?P<arity>\d) arguments, not (?P<given>\d+)", _ARITY),
    (r"(?P<number>.*) is too large", _LARGE),
    (r"nested", _DEEP),
    (r"longer", _LONG),
)


def curve_complaint(text: str) -> Message | None:
    """Return what is wrong with `text` as f(x), or None if nothing is."""
    return _complaint(text, ONE)


def surface_complaint(text: str) -> Message | None:
    """Return what is wrong with `text` as f(x0, x1), or None if nothing is."""
    return _complaint(text, TWO)


def _complaint(text: str, variables: tuple[str, ...]) -> Message | None:
    try:
        parse(text, variables)
    except ExpressionError as error:
        problem = _in_words(error.problem, variables)
        if error.position >= len(text.rstrip()):
            return message(_AT_END, problem=problem)
        return message(_AT, number=error.position + 1, place=f"“{error.place}”", problem=problem)
    return None


def _in_words(problem: str, variables: tuple[str, ...]) -> Message:
    for pattern, text in _PROBLEMS:
        if match := re.match(pattern, problem):
            return message(
                text,
                variables=Names(variables),
                functions=" ".join(FUNCTIONS),
                depth=MAX_DEPTH,
                length=MAX_LENGTH,
                **match.groupdict(),
            )
    raise ValueError(f"a problem without words: {problem}")


def number(value: float, digits: int = 6) -> str:
    """Return the value with so many digits that count, and a real minus sign."""
    return f"{value:.{digits}g}".replace("-", "−")
