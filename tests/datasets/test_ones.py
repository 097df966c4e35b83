"""Drawn ones with a flag: seeded, in MNIST's geometry, and no two alike."""

import numpy as np

from fishlab.datasets.ones import flagged_ones


def test_a_seed_gives_the_same_ones_and_no_two_are_alike():
    ones = flagged_ones(30, np.random.default_rng(5))
    assert ones.shape == (30, 28, 28)
    assert ones.dtype == np.float32
    np.testing.assert_array_equal(ones, flagged_ones(30, np.random.default_rng(5)))
    assert len({one.tobytes() for one in ones}) == 30


def test_they_lie_where_mnists_digits_lie_and_have_a_flag_at_the_left():
    ones = flagged_ones(30, np.random.default_rng(6))
    weights = ones / ones.sum(axis=(1, 2), keepdims=True)
    assert abs((weights.sum(axis=2) @ np.arange(28)).mean() - 14) < 0.3
    assert abs((weights.sum(axis=1) @ np.arange(28)).mean() - 14) < 0.3
    # Above its middle a stem alone would be a few pixels wide; with the flag it is wider.
    upper = ones[:, 4:12].max(axis=1) > 0.3
    assert np.median(upper.sum(axis=1)) >= 5
