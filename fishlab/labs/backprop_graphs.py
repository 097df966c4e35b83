"""The graphs of chapter 5, built from the engine's nodes, and where their inputs come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fishlab.engine.graph import Graph

from .backprop_params import BackpropParams
from .backprop_typed import ASSUMED, typed_graph, typed_values

TYPED_FIELD = "values"


@dataclass(frozen=True)
class Given:
    """A graph, the value of each of its variables, and the field that holds it.

    assumed: variables that have been given no value.
    """

    graph: Graph
    values: Mapping[str, float]
    fields: Mapping[str, str]
    assumed: tuple[str, ...] = ()


def buy_apple() -> Graph:
    """Two apples and the tax (5.1, 5.4): (apple × number) × tax."""
    graph = Graph()
    apple, number = graph.variable("apple"), graph.variable("apple_num")
    graph.operation("*", graph.operation("*", apple, number), graph.variable("tax"))
    return graph


def buy_apple_orange() -> Graph:
    """Two apples, three oranges and the tax (5.4.2)."""
    graph = Graph()
    apples = graph.operation("*", graph.variable("apple"), graph.variable("apple_num"))
    oranges = graph.operation("*", graph.variable("orange"), graph.variable("orange_num"))
    graph.operation("*", graph.operation("+", apples, oranges), graph.variable("tax"))
    return graph


def sigmoid_apart() -> Graph:
    """1 / (1 + exp(−x)) node by node: × −1, exp, + 1, / (5.5.2)."""
    graph = Graph()
    negative = graph.operation("*", graph.variable("x"), graph.constant(-1.0))
    below = graph.operation("+", graph.operation("exp", negative), graph.constant(1.0))
    graph.operation("/", graph.constant(1.0), below)
    return graph


def two_relus() -> Graph:
    """w (relu(x1) + relu(x2)): both are handed w from behind, and may let it through (5.5.1)."""
    graph = Graph()
    first = graph.operation("relu", graph.variable("x1"))
    second = graph.operation("relu", graph.variable("x2"))
    graph.operation("*", graph.operation("+", first, second), graph.variable("w"))
    return graph


NAMED = {
    "buy_apple": buy_apple,
    "buy_apple_orange": buy_apple_orange,
    "sigmoid": sigmoid_apart,
    "relu": two_relus,
}


def given(params: BackpropParams) -> Given:
    """Return the graph that is chosen and the values of its variables."""
    if params.graph != "typed":
        graph = NAMED[params.graph]()
        values = {name: float(getattr(params, name)) for name in graph.variables}
        return Given(graph, values, {name: name for name in values})
    graph = typed_graph(params.expression)
    known = typed_values(params.values)
    return Given(
        graph,
        {name: known.get(name, ASSUMED) for name in graph.variables},
        dict.fromkeys(graph.variables, TYPED_FIELD),
        tuple(name for name in graph.variables if name not in known),
    )
