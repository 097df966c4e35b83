"""Losses and the two ways to write labels."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine.labels import class_indices, one_hot
from fishlab.engine.losses import cross_entropy_error, mean_squared_error
from fishlab.engine.shapes import ShapeError

RIGHT = [0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0]
WRONG = [0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0]
TWO = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("loss", "right", "wrong"),
    [
        (mean_squared_error, 0.0975, 0.5975),
        (cross_entropy_error, 0.510825457099338, 2.302584092994546),
    ],
)
def test_example_of_the_book(loss, right, wrong):
    for label in (TWO, 2, np.array([2])):
        assert loss(np.array(RIGHT), label) == pytest.approx(right, abs=1e-12)
        assert loss(WRONG, label) == pytest.approx(wrong, abs=1e-12)
    batch = loss([RIGHT, WRONG], [TWO, TWO])
    assert batch == pytest.approx((right + wrong) / 2, abs=1e-12)
    assert loss([RIGHT, WRONG], [2, 2]) == pytest.approx(batch, abs=1e-15)


def test_cross_entropy_of_an_impossible_answer_is_finite():
    assert cross_entropy_error([0.0, 1.0], 0) == pytest.approx(-np.log(1e-7))


def test_cross_entropy_takes_soft_labels():
    y, t = np.array([[0.3, 0.7]]), np.array([[0.5, 0.5]])
    assert cross_entropy_error(y, t) == pytest.approx(-0.5 * np.log(0.21), abs=1e-6)


def test_mean_squared_error_of_a_regression():
    y, t = np.array([[1.0], [2.0]]), np.array([[0.0], [4.0]])
    assert mean_squared_error(y, t) == (0.5 + 2.0) / 2


@pytest.mark.parametrize("loss", [mean_squared_error, cross_entropy_error])
@pytest.mark.parametrize(
    ("y", "t"),
    [
        (np.ones((2, 3)), np.ones((2, 4))),
        (np.ones((2, 3)), np.zeros(3, dtype=int)),
        (np.ones(3), np.ones(4)),
        (np.ones((0, 3)), np.zeros(0, dtype=int)),
        (np.ones((1, 2, 3)), np.zeros(1, dtype=int)),
    ],
)
def test_shapes_that_do_not_fit_are_named(loss, y, t):
    with pytest.raises(ShapeError) as error:
        loss(y, t)
    assert str(y.shape) in str(error.value)
    assert str(t.shape) in str(error.value)


@pytest.mark.parametrize("loss", [mean_squared_error, cross_entropy_error])
@pytest.mark.parametrize("label", [-1, 3])
def test_a_label_that_is_no_class_is_refused(loss, label):
    with pytest.raises(ValueError, match=f"label {label} is no class"):
        loss(np.full((2, 3), 1 / 3), [0, label])


def test_labels_there_and_back():
    indices = np.array([2, 0, 1])
    rows = one_hot(indices, 4)
    assert rows.dtype == np.float32
    assert rows.tolist() == [[0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]
    assert class_indices(rows).tolist() == [2, 0, 1]
    assert class_indices(rows, 4).tolist() == [2, 0, 1]
    np.testing.assert_array_equal(one_hot(rows, 4), rows)
    assert class_indices(3).tolist() == [3]
    assert class_indices(np.array([1.0, 2.0])).tolist() == [1, 2]


def test_labels_that_are_none():
    with pytest.raises(ShapeError, match=r"\(2, 3\).*4"):
        class_indices(np.eye(3)[:2], 4)
    with pytest.raises(ShapeError, match=r"\(2, 1\)"):
        class_indices(np.zeros((2, 1)))
    with pytest.raises(ValueError, match="whole"):
        class_indices([0.5])
    with pytest.raises(ShapeError):
        one_hot(np.eye(3), 4)
