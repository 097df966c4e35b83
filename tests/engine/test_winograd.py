"""Winograd's way to convolve: the same results with a quarter of the multiplications."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from fishlab.engine import Convolution, TextbookConvolution, gradient_error
from fishlab.engine.bands import planned
from fishlab.engine.windows import ShortWindows, WholeWindows, Windows
from fishlab.engine.winograd import A_T, B_T, D, G, WinogradWindows, Y


def _exact(matrix):
    return np.vectorize(lambda number: Fraction(number).limit_denominator(1000))(matrix)


def test_the_matrices_filter_exactly():
    d = np.array([Fraction(n) for n in (3, -1, 4, 1, -5, 9)])
    g = np.array([Fraction(n) for n in (2, 7, -1)])
    y = _exact(A_T) @ ((_exact(G) @ g) * (_exact(B_T) @ d))
    assert y.tolist() == [sum(d[i + j] * g[j] for j in range(3)) for i in range(Y)]


def test_36_products_instead_of_144():
    assert (D * D, Y * Y * 9) == (36, 144)
    assert WinogradWindows.products_per_filter(28, 28) == 28 * 28 * 9 // 4
    assert WinogradWindows.products_per_filter(14, 14) == 16 * 36


@pytest.mark.parametrize(
    ("N", "output", "filters", "stride", "number", "kind"),
    [
        (50, (28, 28), (16, 3, 3), 1, 4, WinogradWindows),
        (4, (14, 14), (32, 3, 3), 1, 4, WinogradWindows),
        (50, (8, 8), (64, 3, 3), 1, 8, WinogradWindows),
        (50, (500, 500), (64, 3, 3), 1, 4, WinogradWindows),
        (3, (14, 14), (32, 3, 3), 1, 4, Windows),  # too few images
        (1, (14, 14), (32, 3, 3), 1, 4, WholeWindows),
        (1, (24, 24), (1, 5, 5), 1, 4, ShortWindows),
        (50, (28, 28), (1, 3, 3), 1, 4, ShortWindows),
        (50, (24, 24), (30, 5, 5), 1, 4, Windows),
        (50, (13, 13), (32, 3, 3), 2, 4, ShortWindows),
        (50, (5, 5), (32, 3, 3), 1, 4, Windows),  # most of 8 x 8 would be for nothing
        (50, (28, 28), (16, 3, 3), 1, 2, Windows),  # half precision
        (50, (28, 28), (16, 3, 3), 1, 16, Windows),  # long double
    ],
)
def test_it_is_taken_where_it_pays(N, output, filters, stride, number, kind):
    assert planned(N, output, filters, stride, number)[0] is kind


@pytest.mark.parametrize("pad", [0, 1, 2])
@pytest.mark.parametrize("size", [(8, 8), (10, 13), (14, 11), (40, 50)])
@pytest.mark.parametrize(("N", "kind"), [(1, WholeWindows), (3, Windows), (5, WinogradWindows)])
def test_all_kinds_filter_as_the_textbook_does(N, kind, size, pad, rng):
    filters, bias = rng.standard_normal((18, 16, 3, 3)), rng.standard_normal(18)
    fast, textbook = (made(filters, bias, 1, pad) for made in (Convolution, TextbookConvolution))
    x = rng.standard_normal((N, 16, *size))
    out = fast.forward(x)
    assert planned(N, out.shape[2:], (16, 3, 3), 1, 8)[0] is kind
    assert gradient_error(out, textbook.forward(x)) < 1e-14
    dout = rng.standard_normal(out.shape)
    assert gradient_error(fast.backward(dout), textbook.backward(dout)) < 1e-14
    for name in ("dW", "db"):
        assert gradient_error(getattr(fast, name), getattr(textbook, name)) < 1e-13
    fast.backward_parameters(dout)
    for name in ("dW", "db"):
        assert gradient_error(getattr(fast, name), getattr(textbook, name)) < 1e-13


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
        assert np.abs(got - right).max() < 1e-5 * np.abs(right).max(), name
        assert gradient_error(got, right) < 2e-6, name


def test_a_batch_and_its_images_one_by_one_are_the_same(rng):
    layer = Convolution(rng.standard_normal((8, 16, 3, 3)), rng.standard_normal(8), 1, 1)
    x = rng.standard_normal((5, 16, 7, 8))
    together = layer.infer(x)
    for image, expected in zip(x, together, strict=True):
        np.testing.assert_allclose(layer.infer(image[None])[0], expected, rtol=0, atol=1e-12)


def test_batches_of_other_sizes_in_between_leave_nothing_behind(rng):
    """Scratch memory is shared: wide images after narrow ones, and back."""
    layers = [
        Convolution(rng.standard_normal((n, 16, 3, 3)), rng.standard_normal(n), 1, 1)
        for n in (16, 20)
    ]
    inputs = [rng.standard_normal((n, 16, h, h)) for n, h in ((6, 28), (4, 9), (9, 14), (6, 28))]
    for layer in layers:
        textbook = TextbookConvolution(layer.W, layer.b, 1, 1)
        for x in inputs:
            out = layer.forward(x)
            assert gradient_error(out, textbook.forward(x)) < 1e-14
            assert gradient_error(layer.backward(out), textbook.backward(out)) < 1e-14
            assert gradient_error(layer.dW, textbook.dW) < 1e-13


def test_long_double_is_filtered_too(rng):
    filters = rng.standard_normal((8, 16, 3, 3)).astype(np.longdouble)
    fast, textbook = (
        kind(filters, np.zeros(8, np.longdouble), 1, 1)
        for kind in (Convolution, TextbookConvolution)
    )
    x = rng.standard_normal((4, 16, 8, 8)).astype(np.longdouble)
    assert gradient_error(fast.forward(x), textbook.forward(x)) < 1e-15
