"""Weight decay and the max-norm constraint."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine.gradients import numerical_gradient
from fishlab.engine.regularization import L1, L2, MaxNorm, make_decay

W = np.array([[3.0, 0.5], [-4.0, 0.0]])


def test_penalties():
    assert L2(0.1).penalty([W, np.ones(2)]) == pytest.approx(0.05 * (25.25 + 2))
    assert L1(0.1).penalty([W, np.ones(2)]) == pytest.approx(0.1 * (7.5 + 2))
    assert MaxNorm(1.0).penalty([W]) == 0.0
    assert L2(0.1).penalty([]) == 0.0


@pytest.mark.parametrize("decay", [L2(0.3), L1(0.3), MaxNorm(2.0)])
def test_gradient_is_that_of_the_penalty(decay):
    weight = np.random.default_rng(0).normal(size=(3, 2))
    numeric = numerical_gradient(lambda w: decay.penalty([w]), weight)
    np.testing.assert_allclose(decay.gradient(weight), numeric, atol=1e-9)


@pytest.mark.parametrize("decay", [L2(0.3), L1(0.3), MaxNorm(2.0)])
def test_float32_stays_float32(decay):
    assert decay.gradient(W.astype(np.float32)).dtype == np.float32


def test_l1_pulls_nothing_at_zero():
    assert L1(1.0).gradient(W)[1, 1] == 0.0


def test_max_norm_shortens_only_what_is_too_long():
    weight = W.copy()
    MaxNorm(2.5).project(weight)
    np.testing.assert_allclose(weight[:, 0], [1.5, -2.0])
    assert weight[:, 1].tolist() == [0.5, 0.0]


def test_max_norm_of_filters():
    filters = np.random.default_rng(0).normal(size=(4, 2, 3, 3)).astype(np.float32)
    filters[0] *= 1e-3
    before = filters.copy()
    MaxNorm(1.0).project(filters)
    lengths = np.sqrt((filters**2).sum(axis=(1, 2, 3)))
    np.testing.assert_allclose(lengths[1:], 1.0, rtol=1e-6)
    assert np.array_equal(filters[0], before[0])


@pytest.mark.parametrize("decay", [L2(0.3), L1(0.3)])
def test_decays_constrain_nothing(decay):
    weight = W.copy()
    decay.project(weight)
    assert np.array_equal(weight, W)


def test_make_decay():
    assert isinstance(make_decay("l2", 0.0), L2)
    assert isinstance(make_decay("l1", 0.1), L1)
    assert make_decay("max_norm", 3).penalty([W]) == 0.0
    with pytest.raises(ValueError, match=r"l2, l1, max_norm.*'l3'"):
        make_decay("l3", 0.1)


@pytest.mark.parametrize(
    ("kind", "strength"), [("l2", -1), ("l1", np.nan), ("max_norm", 0), ("l2", np.inf)]
)
def test_impossible_strengths_are_refused(kind, strength):
    with pytest.raises(ValueError, match="must be"):
        make_decay(kind, strength)
