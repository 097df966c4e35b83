"""What the reader types: an expression, and the values of its variables ("x = 2, y = 3").

Whatever cannot be read is refused with a sentence that points at the character.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from fishlab.engine.expression import (
    CONSTANTS,
    FUNCTIONS,
    MAX_DEPTH,
    MAX_LENGTH,
    ExpressionError,
    parse,
)
from fishlab.engine.graph import Graph
from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

LARGEST = 1e6
"""Values of variables lie in −LARGEST … LARGEST."""
ASSUMED = 1.0
"""The value of a variable that has been given none."""
MAX_NODES = 40

_AT = QT_TRANSLATE_NOOP("backprop", "expression: character {number}, at {place}: {problem}")
_AT_END = QT_TRANSLATE_NOOP("backprop", "expression: at the end: {problem}")
_ALLOWED = QT_TRANSLATE_NOOP(
    "backprop",
    "“{found}” is not known; allowed are names, numbers, + - * / **, parentheses and the "
    "functions {functions}",
)
_OPERATOR = QT_TRANSLATE_NOOP("backprop", "an operator such as + or * was expected here")
_OPERAND = QT_TRANSLATE_NOOP(
    "backprop", "a number, a name, a function or a parenthesis was expected here"
)
_SIGN = QT_TRANSLATE_NOOP("backprop", "“{sign}” was expected here")
_ARITY = QT_TRANSLATE_NOOP("backprop", "{function} takes {arity} arguments, not {given}")
_LARGE = QT_TRANSLATE_NOOP("backprop", "{number} is too large")
_DEEP = QT_TRANSLATE_NOOP("backprop", "nested more than {depth} deep")
_LONG = QT_TRANSLATE_NOOP("backprop", "longer than the {length} characters allowed")
_NODES = QT_TRANSLATE_NOOP(
    "backprop", "expression: its graph has {count} nodes, more than the {most} that can be drawn"
)
_VALUE = QT_TRANSLATE_NOOP(
    "backprop",
    "values: character {number}, at {place}: a name and a number such as x = 2 were expected, "
    "with commas between",
)
_VALUE_LARGE = QT_TRANSLATE_NOOP("backprop", "values: {name} is outside −{largest} to {largest}")

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
_PAIR = re.compile(
    r"\s*(?P<name>[A-Za-z_][A-Za-z_0-9]*)\s*=\s*"
    r"(?P<value>[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(?:[,，;]|$)",
    re.ASCII,
)


def typed_graph(expression: str) -> Graph:
    """Return the graph of the expression; pi and e are constants, all other names variables.

    Raises ExpressionError.
    """
    names = parse(expression).variables
    variables = tuple(name for name in names if name not in CONSTANTS)
    return parse(expression, variables) if len(variables) < len(names) else parse(expression)


def typed_values(text: str) -> dict[str, float]:
    """Return the numbers of "x = 2, y = 3" by name; raise ExpressionError where it is not such."""
    values: dict[str, float] = {}
    position = 0
    while position < len(text.rstrip()):
        match = _PAIR.match(text, position)
        if match is None:
            position = len(text) - len(text[position:].lstrip())
            raise ExpressionError(text, position, "a name and a number were expected")
        values[match["name"]] = float(match["value"].replace("−", "-"))
        position = match.end()
    return values


def with_value(text: str, name: str, value: float) -> str:
    """Return the text of the values with `name` set to `value`, the others as they were."""
    return written(typed_values(text) | {name: value})


def written(values: Mapping[str, float]) -> str:
    """Return values by name as a reader would type them."""
    return ", ".join(f"{name} = {value:.10g}" for name, value in values.items())


def expression_complaint(text: str) -> Message | None:
    """Return what is wrong with `text` as an expression, or None if nothing is."""
    try:
        graph = typed_graph(text)
    except ExpressionError as error:
        problem = _in_words(error.problem)
        if error.position >= len(text.rstrip()):
            return message(_AT_END, problem=problem)
        return message(_AT, number=error.position + 1, place=f"“{error.place}”", problem=problem)
    count = len(graph.nodes)
    return message(_NODES, count=count, most=MAX_NODES) if count > MAX_NODES else None


def values_complaint(text: str) -> Message | None:
    """Return what is wrong with `text` as values of variables, or None if nothing is."""
    try:
        values = typed_values(text)
    except ExpressionError as error:
        return message(_VALUE, number=error.position + 1, place=f"“{error.place}”")
    for name, value in values.items():
        if not math.isfinite(value) or abs(value) > LARGEST:
            return message(_VALUE_LARGE, name=name, largest=f"{LARGEST:,.0f}")
    return None


def _in_words(problem: str) -> Message:
    for pattern, text in _PROBLEMS:
        if match := re.match(pattern, problem):
            return message(
                text,
                functions=" ".join(FUNCTIONS),
                depth=MAX_DEPTH,
                length=MAX_LENGTH,
                **match.groupdict(),
            )
    raise ValueError(f"a problem without words: {problem}")
