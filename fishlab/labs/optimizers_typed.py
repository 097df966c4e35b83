"""A function typed by the reader: refused with a sentence that points at the character."""

from __future__ import annotations

import re

from fishlab.engine.expression import FUNCTIONS, MAX_DEPTH, MAX_LENGTH, ExpressionError, parse
from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

from .optimizers_surfaces import VARIABLES

_AT = QT_TRANSLATE_NOOP("optimizers", "f(x, y): character {number}, at {place}: {problem}")
_AT_END = QT_TRANSLATE_NOOP("optimizers", "f(x, y): at the end: {problem}")
_ALLOWED = QT_TRANSLATE_NOOP(
    "optimizers",
    "“{found}” is not known; allowed are x, y, numbers, pi, e, + - * / **, parentheses and the "
    "functions {functions}",
)
_OPERATOR = QT_TRANSLATE_NOOP("optimizers", "an operator such as + or * was expected here")
_OPERAND = QT_TRANSLATE_NOOP(
    "optimizers", "a number, x, y, a function or a parenthesis was expected here"
)
_SIGN = QT_TRANSLATE_NOOP("optimizers", "“{sign}” was expected here")
_ARITY = QT_TRANSLATE_NOOP("optimizers", "{function} takes {arity} arguments, not {given}")
_LARGE = QT_TRANSLATE_NOOP("optimizers", "{number} is too large")
_DEEP = QT_TRANSLATE_NOOP("optimizers", "nested more than {depth} deep")
_LONG = QT_TRANSLATE_NOOP("optimizers", "longer than the {length} characters allowed")

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


def complaint(text: str) -> Message | None:
    """Return what is wrong with `text` as f(x, y), or None if nothing is."""
    try:
        parse(text, VARIABLES)
    except ExpressionError as error:
        problem = _in_words(error.problem)
        if error.position >= len(text.rstrip()):
            return message(_AT_END, problem=problem)
        return message(_AT, number=error.position + 1, place=f"“{error.place}”", problem=problem)
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
