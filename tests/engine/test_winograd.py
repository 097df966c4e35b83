"""Winograd's way to convolve: the same results with half the multiplications, where it is taken."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from fishlab.engine import Convolution, TextbookConvolution, gradient_error
from fishlab.engine.convolution import planned
from fishlab.engine.windows import Windows
from fishlab.engine.winograd import A_T, B_T, ONE, D, G, WinogradWindows, Y


def _exact(matrix):
    return np.vectorize(lambda number: Fraction(number).limit_denominator(1000))(matrix)


def test_the_matrices_filter_exactly():
    d = np.array([Fraction(n) for n in (3, -1, 4, 1, -5, 9)])
    g = np.array([Fraction(n) for n in (2, 7, -1)])
    y = _exact(A_T) @ ((_exact(G) @ g) * (_exact(B_T) @ d))
    assert y.tolist() == [sum(d[i + j] * g[j] for j in range(3)) for i in range(Y)]


def test_six_products_instead_of_twelve():
    assert (D, Y * 3) == (6, 12)
    assert WinogradWindows.lines_kept(28) == 42
    assert A_T[:, ONE].tolist() == [1] * Y


@pytest.mark.parametrize(
    ("output", "filters", "stride", "number", "kind"),
    [
        ((28, 28), (16, 3, 3), 1, 4, WinogradWindows),
        ((14, 14), (32, 3, 3), 1, 4, WinogradWindows),
        ((8, 8), (64, 3, 3), 1, 8, WinogradWindows),
        ((28, 28), (1, 3, 3), 1, 4, Windows),  # a window's line is too short
        ((24, 24), (30, 5, 5), 1, 4, Windows),
        ((13, 13), (32, 3, 3), 2, 4, Windows),
        ((9, 9), (32, 3, 3), 1, 4, Windows),  # three lines of twelve would be for nothing
        ((500, 500), (64, 3, 3), 1, 4, Windows),  # in bands
        ((28, 28), (16, 3, 3), 1, 2, Windows),  # half precision
        ((28, 28), (16, 3, 3), 1, 16, Windows),  # long double
    ],
)
def test_it_is_taken_where_it_pays(output, filters, stride, number, kind):
    assert planned(50, output, filters, stride, number)[0] is kind


@pytest.mark.parametrize(("H", "pad"), [(28, 1), (14, 1), (14, 2), (8, 1)])
def test_single_precision_stays_within_a_few_millionths(H, pad, rng):
    filters = rng.standard_normal((32, 32, 3, 3)).astype(np.float32)
    bias = rng.standard_normal(32).astype(np.float32)
    fast = Convolution(filters, bias, 1, pad)
    exact = TextbookConvolution(filters.astype(float), bias.astype(float), 1, pad)
    x = rng.standard_normal((20, 32, H, H)).astype(np.float32)
    out, expected = fast.forward(x), exact.forward(x.astype(float))
    dout = rng.standard_normal(out.shape).astype(np.float32)
    pairs = {
        "out": (out, expected),
        "dx": (fast.backward(dout), exact.backward(dout.astype(float))),
        "dW": (fast.dW, exact.dW),
        "db": (fast.db, exact.db),
    }
    for name, (got, right) in pairs.items():
        assert np.abs(got - right).max() < 4e-6 * np.abs(right).max(), name
        assert gradient_error(got, right) < 1e-6, name


def test_a_batch_and_its_images_one_by_one_are_the_same(rng):
    layer = Convolution(rng.standard_normal((8, 6, 3, 3)), rng.standard_normal(8), 1, 1)
    x = rng.standard_normal((5, 6, 7, 9))
    together = layer.infer(x)
    for image, expected in zip(x, together, strict=True):
        np.testing.assert_allclose(layer.infer(image[None])[0], expected, rtol=0, atol=1e-13)


def test_long_double_is_filtered_too(rng):
    filters = rng.standard_normal((8, 6, 3, 3)).astype(np.longdouble)
    fast, textbook = (
        kind(filters, np.zeros(8, np.longdouble), 1, 1)
        for kind in (Convolution, TextbookConvolution)
    )
    x = rng.standard_normal((2, 6, 8, 8)).astype(np.longdouble)
    assert gradient_error(fast.forward(x), textbook.forward(x)) < 1e-15
