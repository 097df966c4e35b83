"""Computational graphs: values walk forward, derivatives walk back (chapter 5).

A graph is a list of nodes in an order in which every node stands after its inputs. `forward` fills
in the values from left to right; `backward` starts with dL/dL = 1 at the last node and hands to
each input the derivative of that node times what came from behind: the chain rule, one node at a
time. Values may be numbers or whole grids of numbers (each grid point is then a graph of its own),
so the same graph that is drawn for 2 apples also gives the exact gradient field of a surface.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .functions import relu, sigmoid

Value = NDArray[np.float64]
Derivatives = tuple[Value, ...]


@dataclass(frozen=True)
class Operation:
    """A function of one or two values, and its partial derivatives.

    derivatives(y, *x): one array for each input, given the output `y` and the inputs `x`.
    """

    name: str
    arity: int
    function: Callable[..., Value]
    derivatives: Callable[..., Derivatives]


def _power_derivatives(y: Value, base: Value, exponent: Value) -> Derivatives:
    # d/de b**e = b**e log b exists for b > 0 only; at b = 0 with e > 0 its limit is 0.
    log = np.log(np.where(base > 0, base, 1.0))
    along_exponent = np.where(base > 0, y * log, np.where((base == 0) & (exponent > 0), 0, np.nan))
    return np.where(exponent == 0, 0.0, exponent * base ** (exponent - 1)), along_exponent


def _share(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> Derivatives:
    # Where two inputs tie, each takes half: the middle of the subgradients.
    return first - 0.5 * (first & second), second - 0.5 * (first & second)


OPERATIONS: Mapping[str, Operation] = {
    operation.name: operation
    for operation in (
        Operation("+", 2, np.add, lambda y, a, b: (np.ones_like(y), np.ones_like(y))),
        Operation("-", 2, np.subtract, lambda y, a, b: (np.ones_like(y), -np.ones_like(y))),
        Operation("*", 2, np.multiply, lambda y, a, b: (b, a)),
        Operation("/", 2, np.divide, lambda y, a, b: (1 / b, -y / b)),
        Operation("**", 2, np.power, _power_derivatives),
        Operation("neg", 1, np.negative, lambda y, a: (-np.ones_like(y),)),
        Operation("exp", 1, np.exp, lambda y, a: (y,)),
        Operation("log", 1, np.log, lambda y, a: (1 / a,)),
        Operation("sin", 1, np.sin, lambda y, a: (np.cos(a),)),
        Operation("cos", 1, np.cos, lambda y, a: (-np.sin(a),)),
        Operation("tanh", 1, np.tanh, lambda y, a: (1 - y * y,)),
        Operation("sqrt", 1, np.sqrt, lambda y, a: (0.5 / y,)),
        Operation("abs", 1, np.abs, lambda y, a: (np.sign(a),)),
        Operation("max", 2, np.maximum, lambda y, a, b: _share(a >= b, b >= a)),
        Operation("min", 2, np.minimum, lambda y, a, b: _share(a <= b, b <= a)),
        Operation("relu", 1, relu, lambda y, a: ((a > 0).astype(np.float64),)),
        Operation("sigmoid", 1, sigmoid, lambda y, a: (y * (1 - y),)),
    )
}


@dataclass(frozen=True)
class Node:
    """One node: a variable (`name`), a constant (`constant`) or an operation on earlier nodes."""

    name: str
    inputs: tuple[int, ...] = ()
    constant: float | None = None

    @property
    def is_variable(self) -> bool:
        """True for an input of the graph."""
        return not self.inputs and self.constant is None


class Graph:
    """Nodes in an order in which every one stands after its inputs; the last is the result.

    values, gradients: filled by `forward` and `backward`; one array for each node, all of the
    shape of the values that were put in (`()` for plain numbers).

    >>> graph = Graph()
    >>> apple, number, tax = (graph.variable(name) for name in ("apple", "number", "tax"))
    >>> price = graph.operation("*", graph.operation("*", apple, number), tax)
    >>> float(graph.forward({"apple": 100, "number": 2, "tax": 1.1}))
    220.00000000000003
    >>> {name: float(g) for name, g in graph.gradient().items()}
    {'apple': 2.2, 'number': 110.00000000000001, 'tax': 200.0}
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.values: list[Value] = []
        self.gradients: list[Value] = []
        self._variables: dict[str, int] = {}

    def variable(self, name: str) -> int:
        """Return the number of the node for `name`, added if it is new."""
        if name not in self._variables:
            self._variables[name] = self._add(Node(name))
        return self._variables[name]

    def constant(self, value: float) -> int:
        """Add a constant and return its number."""
        return self._add(Node(f"{value:g}", constant=float(value)))

    def operation(self, name: str, *inputs: int) -> int:
        """Add the operation `name` on earlier nodes and return its number.

        Raises KeyError for an unknown operation, ValueError for a wrong number of inputs.
        """
        arity = OPERATIONS[name].arity
        if len(inputs) != arity:
            raise ValueError(f"{name} takes {arity} inputs, not {len(inputs)}")
        if any(not 0 <= i < len(self.nodes) for i in inputs):
            raise ValueError(f"{name}: inputs {inputs} must be earlier nodes")
        return self._add(Node(name, inputs))

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of the inputs, in the order in which they were met."""
        return tuple(self._variables)

    def forward(self, variables: Mapping[str, Any]) -> Value:
        """Compute every node's value and return the last one's.

        variables: name -> number or array; arrays must have shapes that broadcast together.
        Values outside an operation's domain give NaN or infinity, without a warning.

        Raises KeyError for a variable without a value.
        """
        for _ in self.forward_steps(variables):
            pass
        return self.values[-1]

    def forward_steps(self, variables: Mapping[str, Any]) -> Iterator[int]:
        """As `forward`, but yields the number of each node right after it was computed."""
        missing = [name for name in self._variables if name not in variables]
        if missing:
            raise KeyError(f"no value for {', '.join(missing)}")
        given = {name: np.asarray(variables[name], np.float64) for name in self._variables}
        shape = np.broadcast_shapes(*(value.shape for value in given.values()))
        self.values, self.gradients = [], []
        for number, node in enumerate(self.nodes):
            if node.inputs:
                inputs = [self.values[i] for i in node.inputs]
                with np.errstate(all="ignore"):
                    value = np.asarray(OPERATIONS[node.name].function(*inputs))
            elif node.constant is None:
                value = np.broadcast_to(given[node.name], shape)
            else:
                value = np.broadcast_to(np.float64(node.constant), shape)
            self.values.append(value)
            yield number

    def backward(self) -> list[Value]:
        """Compute d(last node)/d(node) for every node; call after `forward`."""
        for _ in self.backward_steps():
            pass
        return self.gradients

    def backward_steps(self) -> Iterator[int]:
        """As `backward`, but yields each node's number right after it handed its part back."""
        if len(self.values) != len(self.nodes):
            raise RuntimeError("backward before forward: the values are not known yet")
        self.gradients = [np.zeros(value.shape) for value in self.values]
        self.gradients[-1] = np.ones(self.values[-1].shape)
        for number in reversed(range(len(self.nodes))):
            node = self.nodes[number]
            if node.inputs:
                inputs = [self.values[i] for i in node.inputs]
                with np.errstate(all="ignore"):
                    local = OPERATIONS[node.name].derivatives(self.values[number], *inputs)
                    for i, derivative in zip(node.inputs, local, strict=True):
                        self.gradients[i] = self.gradients[i] + self.gradients[number] * derivative
            yield number

    def gradient(self) -> dict[str, Value]:
        """Return d(result)/d(variable) by name; call after `forward`."""
        gradients = self.backward()
        return {name: gradients[number] for name, number in self._variables.items()}

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1
