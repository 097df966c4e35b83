"""Numerical gradients and gradient descent with the book's numbers."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine.gradients import (
    gradient_check,
    gradient_descent,
    gradient_error,
    numerical_diff,
    numerical_gradient,
)
from fishlab.engine.shapes import ShapeError


def squares(x):
    return np.sum(x**2)


def test_tangent_of_the_book():
    def f(x):
        return 0.01 * x**2 + 0.1 * x

    assert numerical_diff(f, 5) == pytest.approx(0.1999999999990898, abs=1e-12)
    assert numerical_diff(f, 10) == pytest.approx(0.2999999999986347, abs=1e-12)


@pytest.mark.parametrize("point", [[3.0, 4.0], [0.0, 2.0], [3, 0]])
def test_gradient_of_the_book(point):
    expected = 2 * np.array(point)
    np.testing.assert_allclose(numerical_gradient(squares, np.array(point)), expected, atol=1e-9)


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 1, 2, 2)])
def test_any_number_of_dimensions(shape):
    x = np.random.default_rng(0).normal(size=shape)
    before = x.copy()
    gradient = numerical_gradient(lambda a: np.sum(a**3), x)
    assert gradient.shape == shape
    np.testing.assert_allclose(gradient, 3 * x**2, atol=1e-7)
    assert np.array_equal(x, before)


def test_the_array_itself_is_varied_so_that_a_closure_sees_it():
    W = np.array([[1.0, 2.0]])
    reads_w = numerical_gradient(lambda _: float(np.sum(W * W)), W)
    np.testing.assert_allclose(reads_w, 2 * W, atol=1e-8)
    y = float(np.sum(W * W))
    assert np.array_equal(numerical_gradient(lambda _: y, W), np.zeros((1, 2)))


def test_the_array_is_put_back_even_after_an_error():
    x = np.array([1.0, 2.0])

    def fails(_):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        numerical_gradient(fails, x)
    assert x.tolist() == [1.0, 2.0]


def test_whole_numbers_are_a_copy():
    x = np.array([3, 4])
    np.testing.assert_allclose(numerical_gradient(squares, x), [6, 8], atol=1e-8)
    assert x.tolist() == [3, 4]


@pytest.mark.parametrize(
    ("lr", "expected"),
    [
        (0.1, [-6.11110793e-10, 8.14814391e-10]),
        (10.0, [-2.58983747e13, -1.29524862e12]),
        (1e-10, [-2.99999994, 3.99999992]),
    ],
)
def test_descent_of_the_book(lr, expected):
    start = np.array([-3.0, 4.0])
    np.testing.assert_allclose(gradient_descent(squares, start, lr=lr), expected, rtol=1e-8)
    assert start.tolist() == [-3.0, 4.0]
    np.testing.assert_allclose(gradient_descent(squares, [-3, 4], lr=lr), expected, rtol=1e-8)


def test_descent_of_no_steps_stays():
    assert gradient_descent(squares, np.array([1.0]), step_num=0).tolist() == [1.0]


def test_gradient_error():
    a = np.array([3.0, 4.0])
    assert gradient_error(a, a) == 0.0
    assert gradient_error(a, -a) == 1.0
    assert gradient_error(np.zeros(2), np.zeros(2)) == 0.0
    assert gradient_error([1.0], [1.0 + 2e-6]) == pytest.approx(1e-6, rel=1e-3)
    with pytest.raises(ShapeError, match=r"\(2,\).*\(1,\)"):
        gradient_error(a, [1.0])


class Line:
    """y = W x with half the squared error; `slip` spoils the gradient of b."""

    def __init__(self, slip):
        self.params = {"W": np.array([2.0]), "b": np.array([1.0])}
        self.slip = slip

    def loss(self, x, t):
        y = self.params["W"] * x + self.params["b"]
        return 0.5 * np.sum((y - t) ** 2)

    def gradient(self, x, t):
        error = self.params["W"] * x + self.params["b"] - t
        return {"W": np.array([np.sum(error * x)]), "b": np.array([error.sum() + self.slip])}

    def numerical_gradient(self, x, t):
        return {
            name: numerical_gradient(lambda _: self.loss(x, t), value)
            for name, value in self.params.items()
        }


def test_gradient_check_finds_the_wrong_gradient():
    x, t = np.array([1.0, 2.0, 4.0]), np.array([0.0, 1.0, 1.0])
    right = gradient_check(Line(0.0), x, t)
    assert max(right.values()) < 1e-8
    wrong = gradient_check(Line(0.1), x, t)
    assert wrong["W"] < 1e-8
    assert wrong["b"] > 1e-3
