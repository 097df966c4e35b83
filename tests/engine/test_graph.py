"""Computational graphs: the book's apples, and every operation's derivative."""

import numpy as np
import pytest

from fishlab.engine.graph import OPERATIONS, Graph


def apples() -> Graph:
    graph = Graph()
    apple, number, tax = (graph.variable(name) for name in ("apple", "number", "tax"))
    graph.operation("*", graph.operation("*", apple, number), tax)
    return graph


def test_two_apples_cost_220_with_the_books_derivatives():
    graph = apples()
    assert graph.forward({"apple": 100, "number": 2, "tax": 1.1}) == pytest.approx(220)
    gradient = graph.gradient()
    assert gradient["apple"] == pytest.approx(2.2)
    assert gradient["number"] == pytest.approx(110)
    assert gradient["tax"] == pytest.approx(200)


def test_steps_walk_forward_and_then_back_over_every_node():
    graph = apples()
    values = {"apple": 100, "number": 2, "tax": 1.1}
    assert list(graph.forward_steps(values)) == [0, 1, 2, 3, 4]
    assert list(graph.backward_steps()) == [4, 3, 2, 1, 0]


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_derivative_agrees_with_the_numerical_one(name):
    graph = Graph()
    inputs = [graph.variable(letter) for letter in "ab"[: OPERATIONS[name].arity]]
    graph.operation(name, *inputs)
    rng = np.random.default_rng(3)
    point = {letter: rng.uniform(0.3, 2.0, 40) for letter in graph.variables}
    graph.forward(point)
    gradient = graph.gradient()
    for letter in graph.variables:
        above, below = (graph.forward({**point, letter: point[letter] + h}) for h in (1e-6, -1e-6))
        np.testing.assert_allclose(gradient[letter], (above - below) / 2e-6, rtol=1e-6, atol=1e-8)


def test_a_variable_used_twice_gathers_both_parts():
    graph = Graph()
    x = graph.variable("x")
    graph.operation("*", x, x)
    graph.forward({"x": 3.0})
    assert graph.gradient()["x"] == 6.0


def test_a_grid_is_many_graphs_at_once():
    graph = apples()
    grid = np.linspace(50, 150, 6).reshape(2, 3)
    assert graph.forward({"apple": grid, "number": 2, "tax": 1.1}).shape == (2, 3)
    np.testing.assert_allclose(graph.gradient()["number"], grid * 1.1)


def test_outside_the_domain_is_nan_and_no_warning():
    graph = Graph()
    graph.operation("log", graph.variable("x"))
    assert np.isnan(graph.forward({"x": -1.0}))


def test_mistakes_are_named():
    graph = apples()
    with pytest.raises(KeyError, match="tax"):
        graph.forward({"apple": 1, "number": 2})
    with pytest.raises(ValueError, match="takes 2 inputs, not 1"):
        graph.operation("+", 0)
    with pytest.raises(ValueError, match="earlier nodes"):
        graph.operation("neg", 99)
    with pytest.raises(RuntimeError, match="backward before forward"):
        apples().backward()
