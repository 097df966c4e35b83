"""Activation functions: the book's values, exact derivatives, nothing that overflows."""

from __future__ import annotations

import math

import numpy as np
import pytest

from fishlab.engine.functions import (
    ACTIVATIONS,
    elu,
    gelu,
    hard_sigmoid,
    identity_function,
    leaky_relu,
    mish,
    relu,
    selu,
    sigmoid,
    silu,
    softmax,
    softmax_without_shift,
    softplus,
    softsign,
    step_function,
    swish,
    tanh,
)

# Where a function has a corner, or jumps, it has no derivative to compare with.
CORNERS = np.array([-3.0, 0.0, 3.0])


def test_values_of_the_book():
    x = np.array([-1.0, 1.0, 2.0])
    assert step_function(x).tolist() == [0, 1, 1]
    np.testing.assert_allclose(sigmoid(x), [0.26894142, 0.73105858, 0.88079708], atol=1e-8)
    assert relu(x).tolist() == [0, 1, 2]
    assert identity_function(x).tolist() == x.tolist()
    np.testing.assert_allclose(
        softmax(np.array([0.3, 2.9, 4.0])), [0.01821127, 0.24519181, 0.73659691], atol=1e-8
    )


@pytest.mark.parametrize(
    ("function", "x", "expected"),
    [
        (tanh, 1.0, 0.7615941559557649),
        (leaky_relu, -2.0, -0.02),
        (elu, -1.0, math.exp(-1) - 1),
        (selu, -1.0, -1.1113307378125625),
        (gelu, 1.0, 0.8411919906082768),
        (silu, 1.0, 0.7310585786300049),
        (swish, 2.0, 1.7615941559557649),
        (softplus, 0.0, math.log(2)),
        (softsign, -3.0, -0.75),
        (hard_sigmoid, 1.0, 2 / 3),
        (mish, 1.0, 0.8650983882673103),
    ],
)
def test_values_of_the_papers(function, x, expected):
    assert float(function(x)) == pytest.approx(expected, abs=1e-12)


def test_sigmoid_is_bit_for_bit_the_formula():
    x = np.linspace(-30, 30, 1001)
    assert np.array_equal(sigmoid(x), 1 / (1 + np.exp(-x)))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_derivative_agrees_with_the_difference(name):
    activation = ACTIVATIONS[name]
    x = np.linspace(-12, 12, 977)
    x = x[np.abs(x[:, None] - CORNERS).min(axis=1) > 1e-3]
    h = 1e-6
    difference = (activation.function(x + h) - activation.function(x - h)) / (2 * h)
    np.testing.assert_allclose(activation.derivative(x), difference, atol=1e-8)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_huge_inputs_stay_finite_and_keep_the_dtype(name, dtype):
    largest = float(np.finfo(dtype).max) / 2
    x = np.array([-largest, -800.0, 0.0, 800.0, largest], dtype=dtype)
    activation = ACTIVATIONS[name]
    value, slope = activation.function(x), activation.derivative(x)
    assert np.all(np.isfinite(value))
    assert np.all(np.isfinite(slope))
    assert slope.dtype == dtype
    assert value.dtype == (np.int_ if name == "step" else dtype)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_whole_numbers_and_any_shape_are_taken(name):
    activation = ACTIVATIONS[name]
    x = np.array([[[-2], [0], [3]]])
    assert activation.function(x).shape == (1, 3, 1)
    assert activation.derivative(x).dtype == np.float64
    expected = activation.function(x.astype(float))
    np.testing.assert_array_equal(activation.function(x), expected)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_saturation_begins_where_it_is_said(name):
    activation = ACTIVATIONS[name]
    x = np.linspace(-20, 20, 400_001)
    slope = np.abs(activation.derivative(x))
    limit = 0.05 * slope.max()
    if activation.saturated is None:
        assert slope.min() >= 0.01 * slope.max() > 0
        return
    low, high = activation.saturated
    outside = (x < low - 2e-3) | (x > high + 2e-3)
    assert np.all(slope[outside] <= limit)
    if low < high:
        inner = x[slope > limit]
        assert inner.min() == pytest.approx(low, abs=2e-3)
        assert inner.max() == pytest.approx(min(high, 20.0), abs=2e-3)


def test_softmax_of_a_batch_is_softmax_of_each_row():
    x = np.random.default_rng(0).normal(size=(5, 4)).astype(np.float32)
    y = softmax(x)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y.sum(axis=1), 1, rtol=1e-6)
    for row, answer in zip(x, y, strict=True):
        np.testing.assert_array_equal(softmax(row), answer)


def test_softmax_leaves_its_argument_alone():
    x = np.array([1.0, 2.0])
    softmax(x)
    assert x.tolist() == [1.0, 2.0]


def test_softmax_needs_the_shift():
    large = np.array([1010, 1000, 990])
    np.testing.assert_allclose(
        softmax(large), [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=1e-8
    )
    with np.errstate(over="ignore", invalid="ignore"):
        assert np.all(np.isnan(softmax_without_shift(large)))
    small = np.array([0.3, 2.9, 4.0])
    np.testing.assert_allclose(softmax_without_shift(small), softmax(small), rtol=1e-14)
