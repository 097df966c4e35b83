"""Layers over any shapes, and the geometry of digits: formulas hold, and misfits are named."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fishlab.datasets import DataError, normalize_strokes
from fishlab.engine import Affine, Convolution, Pooling, ShapeError, col2im, im2col

QUICK = settings(max_examples=80, deadline=None)
SMALL = st.integers(1, 7)


@QUICK
@given(SMALL, SMALL, SMALL, SMALL, st.integers(1, 4), st.integers(1, 3), st.integers(0, 2))
def test_convolution_and_pooling_follow_the_formula_or_name_the_misfit(
    N: int, C: int, H: int, W: int, size: int, stride: int, pad: int
) -> None:
    assume(pad < size)  # else a window may lie in padding alone, which Pooling refuses
    x = np.random.default_rng(0).standard_normal((N, C, H, W))
    layers = (
        Convolution(np.ones((2, C, size, size)), np.zeros(2), stride, pad),
        Pooling(size, size, stride, pad),
    )
    fits = min(H, W) + 2 * pad >= size
    for layer, channels in zip(layers, (2, C), strict=True):
        try:
            out = layer.forward(x)
        except ShapeError as error:
            assert not fits or pad >= size
            assert "\n" not in str(error)  # noqa: PT017
            continue
        OH, OW = ((side + 2 * pad - size) // stride + 1 for side in (H, W))
        assert out.shape == (N, channels, OH, OW)
        assert layer.backward(np.ones_like(out)).shape == x.shape


@QUICK
@given(SMALL, SMALL, st.integers(1, 9), st.integers(1, 9), st.integers(1, 3), st.integers(1, 3),
       st.integers(0, 2))  # fmt: skip
def test_col2im_adds_up_what_im2col_took(
    N: int, C: int, H: int, W: int, size: int, stride: int, pad: int
) -> None:
    assume(min(H, W) + 2 * pad >= size)
    x = np.random.default_rng(0).standard_normal((N, C, H, W))
    col = im2col(x, size, size, stride, pad)
    counts = col2im(np.ones_like(col), x.shape, size, size, stride, pad)
    np.testing.assert_allclose(col2im(col, x.shape, size, size, stride, pad), counts * x)


@QUICK
@given(SMALL, SMALL, SMALL, SMALL)
def test_affine_takes_what_fits_and_names_both_shapes_otherwise(
    N: int, D: int, E: int, M: int
) -> None:
    layer = Affine(np.ones((D, M)), np.zeros(M))
    try:
        assert layer.forward(np.ones((N, E))).shape == (N, M)
        assert D == E
    except ShapeError as error:
        assert D != E
        assert str(E) in str(error)  # noqa: PT017
        assert str(D) in str(error)  # noqa: PT017


POINTS = st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), min_size=1, max_size=12)


@QUICK
@given(st.lists(POINTS, min_size=1, max_size=3), st.floats(1, 60))
def test_strokes_become_a_digit_of_mnists_size(
    strokes: list[list[tuple[float, float]]], width: float
) -> None:
    image = normalize_strokes(strokes, width)
    assert image.shape == (28, 28)
    assert np.isfinite(image).all()
    assert image.min() >= 0
    assert 0 < image.max() <= 1


@QUICK
@given(POINTS, st.floats(-200, 200), st.floats(-200, 200), st.floats(0.25, 4))
def test_where_and_how_large_a_digit_is_drawn_hardly_matters(
    points: list[tuple[float, float]], dx: float, dy: float, scale: float
) -> None:
    line = np.array(points)
    assume(np.ptp(line, axis=0).max() > 50)
    first = normalize_strokes([line], 20.0)
    moved = normalize_strokes([line * scale + (dx, dy)], 20.0 * scale)
    assert np.abs(first - moved).mean() < 0.02


def test_a_point_nowhere_is_refused() -> None:
    for value in (np.nan, np.inf):
        try:
            normalize_strokes([[(value, 1.0)]], 10.0)
        except DataError:
            continue
        raise AssertionError(value)
