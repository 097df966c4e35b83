"""Expressions typed by a reader, turned into a computational graph; nothing is ever evaluated.

The grammar is a whitelist, read by recursive descent:

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/") signed }
    signed  = "-" signed | power
    power   = atom [ "**" signed ]
    atom    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"

× ÷ − and · may be typed for * / -, ² and ³ for **2 and **3. Length and depth are bounded, and a
graph has no loops, so that nothing typed can hang or fill memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .graph import OPERATIONS, Graph

MAX_LENGTH = 500
MAX_DEPTH = 40
FUNCTIONS = tuple(name for name in OPERATIONS if name.isalpha() and name != "neg")
CONSTANTS = {"pi": 3.141592653589793, "e": 2.718281828459045}

_TOKEN = re.compile(
    r"(?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<sign>\*\*|[-+*/(),])",
    re.ASCII,
)
_TYPED = {"×": "*", "·": "*", "÷": "/", "−": "-", "（": "(", "）": ")", "，": ","}
_ALLOWED = "allowed are numbers, names, + - * / **, parentheses and the functions " + " ".join(
    FUNCTIONS
)


class ExpressionError(ValueError):
    """A text that is no expression; `position` counts characters from 0."""

    def __init__(self, text: str, position: int, problem: str) -> None:
        super().__init__(f"at character {position + 1}: {problem}")
        self.text = text
        self.position = position
        self.problem = problem

    @property
    def place(self) -> str:
        """The text from that character on, twelve of them at most, in one line."""
        return " ".join(self.text[self.position : self.position + 12].split())


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    position: int


def parse(text: str, variables: tuple[str, ...] | None = None) -> Graph:
    """Return the graph of the expression `text`.

    variables: the names that may occur; None allows any. Those that do not occur in `text` are in
    the graph all the same, so that it is a function of all of them.

    Raises ExpressionError that points at the character and says what is allowed.
    """
    return _Parser(text, variables).graph()


class _Parser:
    def __init__(self, text: str, variables: tuple[str, ...] | None) -> None:
        self._text = text
        self._names = variables
        self._graph = Graph()
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0
        for name in variables or ():
            self._graph.variable(name)

    def graph(self) -> Graph:
        result = self._sum()
        if self._token.kind != "end":
            raise self._error(f"an operator was expected, not {self._token.text!r}")
        if result != len(self._graph.nodes) - 1:
            # A bare variable or one met before: the result has to be the last node.
            self._graph.operation("*", result, self._graph.constant(1.0))
        return self._graph

    @property
    def _token(self) -> _Token:
        return self._tokens[self._at]

    def _error(self, problem: str) -> ExpressionError:
        return ExpressionError(self._text, self._token.position, problem)

    def _taken(self, *signs: str) -> str | None:
        token = self._token
        if token.kind != "sign" or token.text not in signs:
            return None
        self._at += 1
        return token.text

    def _expect(self, sign: str) -> None:
        if not self._taken(sign):
            found = self._token.text or "the end"
            raise self._error(f"{sign!r} was expected, not {found!r}")

    def _sum(self) -> int:
        left = self._product()
        while sign := self._taken("+", "-"):
            left = self._graph.operation(sign, left, self._product())
        return left

    def _product(self) -> int:
        left = self._signed()
        while sign := self._taken("*", "/"):
            left = self._graph.operation(sign, left, self._signed())
        return left

    def _signed(self) -> int:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"nested more than {MAX_DEPTH} deep")
        negative = self._taken("-")
        result = self._graph.operation("neg", self._signed()) if negative else self._power()
        self._depth -= 1
        return result

    def _power(self) -> int:
        base = self._atom()
        if self._taken("**"):
            return self._graph.operation("**", base, self._signed())
        return base

    def _atom(self) -> int:
        token = self._token
        if self._taken("("):
            inner = self._sum()
            self._expect(")")
            return inner
        if token.kind == "number":
            value = float(token.text)
            if value == float("inf"):
                raise self._error(f"{token.text} is too large")
            self._at += 1
            return self._graph.constant(value)
        if token.kind == "name":
            self._at += 1
            return self._named(token)
        found = f"{token.text!r}" if token.text else "the end"
        raise self._error(f"a number, a name or a parenthesis was expected, not {found}")

    def _named(self, token: _Token) -> int:
        if token.text in FUNCTIONS:
            return self._call(token)
        if self._names is None or token.text in self._names:
            return self._graph.variable(token.text)
        if token.text in CONSTANTS:
            return self._graph.constant(CONSTANTS[token.text])
        known = ", ".join(self._names)
        raise ExpressionError(
            self._text,
            token.position,
            f"{token.text!r} is not known; the variables are {known}; {_ALLOWED}",
        )

    def _call(self, token: _Token) -> int:
        self._expect("(")
        arguments = [self._sum()]
        while self._taken(","):
            arguments.append(self._sum())
        self._expect(")")
        arity = OPERATIONS[token.text].arity
        if len(arguments) != arity:
            problem = f"{token.text} takes {arity} arguments, not {len(arguments)}"
            raise ExpressionError(self._text, token.position, problem)
        return self._graph.operation(token.text, *arguments)


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        problem = f"longer than the {MAX_LENGTH} characters allowed"
        raise ExpressionError(text, MAX_LENGTH, problem)
    plain = "".join(_TYPED.get(character, character) for character in text)
    tokens = []
    position = 0
    while position < len(plain):
        character = plain[position]
        if character.isspace():
            position += 1
        elif character in "²³":
            exponent = "2" if character == "²" else "3"
            tokens += [_Token("sign", "**", position), _Token("number", exponent, position)]
            position += 1
        elif match := _TOKEN.match(plain, position):
            tokens.append(_Token(str(match.lastgroup), match.group(), position))
            position = match.end()
        else:
            raise ExpressionError(text, position, f"{text[position]!r} is not known; {_ALLOWED}")
    tokens.append(_Token("end", "", len(text)))
    return tokens
