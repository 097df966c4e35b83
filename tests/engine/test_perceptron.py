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


def test_a_sum_that_is_0_but_for_rounding_is_0_and_does_not_fire():
    # Three times 0.1 is not 0.3 in binary: without care the sum would be 5.6e-17, and fire.
    gate = Perceptron((0.1, 0.2), -0.3)
    assert gate.sums((1.0, 1.0)) == 0.0
    assert gate.forward((1.0, 1.0)) == 0


def test_what_rounding_leaves_of_weights_that_have_gone_back_decides_nothing():
    perceptron = Perceptron((0.0, 0.0), 0.0)
    for rate, target in ((0.1, 1), (0.2, 1), (0.3, 0)):
        perceptron.b = 1.0 - 2.0 * target  # whatever it says, it is wrong, and learns
        assert perceptron.learn((1.0, 0.0), target, rate) != 0
    perceptron.b = 0.0
    assert 0 < perceptron.w[0] < 1e-15
    assert perceptron.forward((1.0, 0.0)) == 0


def test_a_sum_that_is_small_but_not_0_decides():
    assert Perceptron((1e-20, 0.0), 0.0).forward((1.0, 0.0)) == 1
    assert Perceptron((1.0, 0.0), -1.0).forward((1.000001, 0.0)) == 1
