"""The two differences, and the network of one matrix, with the book's numbers."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine.gradients import central_difference, forward_difference, numerical_gradient
from fishlab.engine.simple_net import SimpleNet


def test_central_difference_is_exact_on_a_parabola_and_forward_is_off_by_h() -> None:
    assert central_difference(np.square, 3.0, 0.5) == pytest.approx(6.0)
    assert forward_difference(np.square, 3.0, 0.5) == pytest.approx(6.5)
    assert forward_difference(np.square, 3.0, -0.5) == pytest.approx(5.5)


def test_simple_net_has_the_numbers_of_the_book_and_follows_its_matrix() -> None:
    W = np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]])
    net = SimpleNet(W)
    x, t = [0.6, 0.9], [0, 0, 1]
    np.testing.assert_allclose(net.predict(x), [1.05414809, 0.63071653, 1.1328074], atol=1e-8)
    assert net.loss(x, t) == net.loss(x, 2) == pytest.approx(0.92806853663411326, abs=1e-6)
    gradient = numerical_gradient(lambda _: net.loss(x, t), net.W)
    expected = [[0.21924763, 0.14356247, -0.36281009], [0.32887144, 0.2153437, -0.54421514]]
    np.testing.assert_allclose(gradient, expected, atol=2e-7)
    W[0, 0] = 0.0
    assert net.predict(x)[0] == pytest.approx(0.9 * 0.85557411)
