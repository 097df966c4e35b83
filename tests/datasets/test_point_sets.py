"""Points drawn at random: as many as asked, in two classes, of the shape that the name says."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.datasets.point_sets import APART, PATTERNS, draw_points


@pytest.mark.parametrize("pattern", PATTERNS)
def test_both_classes_lie_within_the_square_and_come_again_from_their_seed(pattern):
    points, labels = draw_points(pattern, 301, 0.0, np.random.default_rng(4))
    assert points.shape == (301, 2)
    assert np.bincount(labels).tolist() == [151, 150]
    assert np.abs(points).max() <= 1.0
    again, _ = draw_points(pattern, 301, 0.0, np.random.default_rng(4))
    np.testing.assert_array_equal(again, points)
    other, _ = draw_points(pattern, 301, 0.0, np.random.default_rng(5))
    assert not np.array_equal(other, points)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_noise_moves_points_by_so_much(pattern):
    points, _ = draw_points(pattern, 2000, 0.0, np.random.default_rng(4))
    noisy, _ = draw_points(pattern, 2000, 0.2, np.random.default_rng(4))
    assert (noisy - points).std() == pytest.approx(0.2, rel=0.1)


def test_each_pattern_has_the_shape_of_its_name():
    rng = np.random.default_rng(0)
    points, labels = draw_points("circles", 400, 0.0, rng)
    radius = np.hypot(*points.T)
    assert radius[labels == 1].max() < radius[labels == 0].min()
    points, labels = draw_points("xor", 400, 0.0, rng)
    np.testing.assert_array_equal(points[:, 0] * points[:, 1] < 0, labels == 1)
    assert np.abs(points).min() >= APART
    points, labels = draw_points("spiral", 400, 0.0, rng)
    # Along a ray from the middle the arms take turns: neither class is inside of the other.
    radius = np.hypot(*points.T)
    assert radius[labels == 1].max() > 0.9
    assert radius[labels == 0].max() > 0.9
    points, labels = draw_points("moons", 400, 0.0, rng)
    assert points[labels == 0, 1].mean() > points[labels == 1, 1].mean()
