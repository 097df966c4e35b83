"""The perceptron: the book's gates, and the learning rule."""

import numpy as np
import pytest

from fishlab.engine.perceptron import AND, NAND, OR, XOR, Perceptron, half_adder
from fishlab.engine.shapes import ShapeError

PAIRS = ((0, 0), (0, 1), (1, 0), (1, 1))


@pytest.mark.parametrize(
    ("gate", "table"),
    [(AND, (0, 0, 0, 1)), (NAND, (1, 1, 1, 0)), (OR, (0, 1, 1, 1)), (XOR, (0, 1, 1, 0))],
)
def test_the_books_gates(gate, table):
    assert tuple(gate(x1, x2) for x1, x2 in PAIRS) == table


def test_the_half_adder_adds():
    for x1, x2 in PAIRS:
        total, carry = half_adder(x1, x2)
        assert 2 * carry + total == x1 + x2


def test_it_fires_above_0_and_not_at_0():
    assert Perceptron((1.0, 1.0), -1.0).forward([(0, 1), (0, 1.001)]).tolist() == [0, 1]


def test_a_wrong_answer_moves_the_weights_and_a_right_one_does_not():
    perceptron = Perceptron((0.0, 0.0), 0.0)
    assert perceptron.learn((1.0, 2.0), 1, lr=0.5) == 1
    assert perceptron.w.tolist() == [0.5, 1.0]
    assert perceptron.b == 0.5
    assert perceptron.learn((1.0, 2.0), 1, lr=0.5) == 0
    assert perceptron.w.tolist() == [0.5, 1.0]
    assert perceptron.learn((1.0, 2.0), 0, lr=0.5) == -1
    assert perceptron.w.tolist() == [0.0, 0.0]


def test_separable_points_are_learned():
    rng = np.random.default_rng(0)
    points = rng.normal(size=(60, 3))
    targets = (points @ (1.0, -2.0, 0.5) + 0.3 > 0).astype(int)
    perceptron = Perceptron(np.zeros(3), 0.0)
    for _ in range(500):
        if not sum(abs(perceptron.learn(x, t, 0.1)) for x, t in zip(points, targets, strict=True)):
            break
    assert perceptron.forward(points).tolist() == targets.tolist()


def test_inputs_of_another_length_are_refused():
    with pytest.raises(ShapeError, match=r"\(3,\).*\(2,\)"):
        Perceptron((1.0, 1.0), 0.0).forward((1, 2, 3))
