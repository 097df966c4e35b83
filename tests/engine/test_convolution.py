"""Convolution and im2col: against the textbook, against definitions, and by gradient checks."""

from __future__ import annotations

import weakref

import numpy as np
import pytest

from fishlab.engine import (
    Convolution,
    ShapeError,
    TextbookConvolution,
    col2im,
    conv_output_size,
    gradient_error,
    im2col,
)
from fishlab.engine.bands import MOST_BYTES, bands
from fishlab.engine.windows import Place

# (C, FN, FH, FW, stride, pad, H, W)
CASES = {
    "3x3": (2, 3, 3, 3, 1, 0, 6, 6),
    "3x3, pad 1": (2, 3, 3, 3, 1, 1, 5, 6),
    "many channels": (17, 2, 3, 3, 1, 1, 4, 5),
    "pad 2, as the deep network's fourth": (9, 4, 3, 3, 1, 2, 4, 4),
    "padding as wide as the filter": (2, 2, 2, 2, 1, 2, 3, 4),
    "not square": (6, 3, 3, 2, 1, 1, 5, 4),
    "wide filter": (2, 3, 1, 4, 1, 0, 3, 6),
    "stride 2": (3, 2, 3, 3, 2, 1, 7, 6),
    "stride 3, pad 2": (2, 3, 3, 2, 3, 2, 7, 8),
    "stride that leaves a remainder": (1, 2, 2, 2, 3, 0, 6, 7),
    "1x1": (4, 3, 1, 1, 1, 0, 3, 3),
    "filter as large as the image": (3, 2, 4, 5, 1, 0, 4, 5),
    "one channel": (1, 3, 5, 5, 1, 0, 8, 8),
    "by Winograd, both ways": (16, 17, 3, 3, 1, 1, 4, 4),
    "by Winograd, sides no multiple of four": (16, 16, 3, 3, 1, 1, 7, 6),
    "by Winograd, pad 2": (16, 18, 3, 3, 1, 2, 6, 7),
    "by Winograd, no padding": (16, 16, 3, 3, 1, 0, 9, 10),
    "many channels, wide": (16, 16, 3, 2, 1, 2, 5, 3),
}


def _layers(case, rng, dtype=np.float64):
    C, FN, FH, FW, stride, pad, H, W = CASES[case]
    filters = rng.standard_normal((FN, C, FH, FW)).astype(dtype)
    bias = rng.standard_normal(FN).astype(dtype)
    x = rng.standard_normal((4, C, H, W)).astype(dtype)
    return (
        Convolution(filters, bias, stride, pad),
        TextbookConvolution(filters, bias, stride, pad),
        x,
    )


@pytest.mark.parametrize("case", CASES)
def test_convolution_has_the_right_gradient(case, check_gradients, rng):
    layer, _, x = _layers(case, rng)
    check_gradients(layer, x)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_fast_and_textbook_convolution_are_the_same(case, dtype, rng):
    fast, textbook, x = _layers(case, rng, dtype)
    tolerance = 1e-6 if dtype == np.float32 else 1e-14
    out, expected = fast.forward(x), textbook.forward(x)
    assert out.dtype == dtype
    assert out.shape == fast.output_shape(x.shape) == expected.shape
    assert gradient_error(out, expected) < tolerance
    assert gradient_error(fast.infer(x), expected) < tolerance
    dout = rng.standard_normal(out.shape).astype(dtype)
    assert gradient_error(fast.backward(dout), textbook.backward(dout)) < tolerance
    for name in ("dW", "db"):
        assert gradient_error(getattr(fast, name), getattr(textbook, name)) < tolerance
    fast.dW = fast.db = None
    fast.backward_parameters(dout)
    for name in ("dW", "db"):
        assert gradient_error(getattr(fast, name), getattr(textbook, name)) < tolerance


@pytest.mark.parametrize("N", [1, 2, 7, 40])
def test_batches_that_are_worked_off_in_portions(N, rng):
    filters, bias = rng.standard_normal((16, 16, 3, 3)), rng.standard_normal(16)
    fast, textbook = (kind(filters, bias, 1, 1) for kind in (Convolution, TextbookConvolution))
    x = rng.standard_normal((N, 16, 28, 28))
    assert gradient_error(fast.forward(x), textbook.forward(x)) < 1e-14
    dout = rng.standard_normal((N, 16, 28, 28))
    assert gradient_error(fast.backward(dout), textbook.backward(dout)) < 1e-14
    assert gradient_error(fast.dW, textbook.dW) < 1e-13
    fast.backward_parameters(dout)
    assert gradient_error(fast.dW, textbook.dW) < 1e-13


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("C", [1, 6])
def test_large_images_are_worked_off_in_bands(stride, C, monkeypatch, rng):
    # Less than an image's rows of im2col, so that every image is several bands.
    monkeypatch.setattr("fishlab.engine.bands.CACHE", 10_000)
    filters, bias = rng.standard_normal((2, C, 3, 4)), rng.standard_normal(2)
    x = rng.standard_normal((2, C, 37, 22))
    fast, textbook = (kind(filters, bias, stride, 1) for kind in (Convolution, TextbookConvolution))
    out = fast.forward(x)
    assert gradient_error(out, textbook.forward(x)) < 1e-14
    dout = rng.standard_normal(out.shape)
    assert gradient_error(fast.backward(dout), textbook.backward(dout)) < 1e-14
    assert gradient_error(fast.dW, textbook.dW) < 1e-14
    fast.backward_parameters(dout)
    assert gradient_error(fast.dW, textbook.dW) < 1e-14


def test_memory_order_of_images_and_gradients_does_not_matter(rng):
    layer = Convolution(rng.standard_normal((4, 3, 3, 3)), np.zeros(4), 1, 1)
    x, dout = rng.standard_normal((2, 3, 6, 5)), rng.standard_normal((2, 4, 6, 5))
    orders = {
        "as they stand": lambda a: a,
        "channels last": lambda a: np.ascontiguousarray(a.transpose(0, 2, 3, 1)).transpose(
            0, 3, 1, 2
        ),
        "pixel by pixel": lambda a: np.ascontiguousarray(a.transpose(2, 3, 0, 1)).transpose(
            2, 3, 0, 1
        ),
        "Fortran": np.asfortranarray,
        "part of a larger array": lambda a: np.repeat(a, 2, axis=3)[..., ::2],
    }
    results = []
    for order in orders.values():
        out = layer.forward(order(x))
        results.append((out, layer.backward(order(dout)), layer.dW, layer.db))
    for result in results[1:]:
        for array, expected in zip(result, results[0], strict=True):
            np.testing.assert_array_equal(array, expected)


def test_output_lies_pixel_by_pixel_in_memory(rng):
    layer = Convolution(rng.standard_normal((4, 3, 3, 3)), np.zeros(4), 1, 1)
    out = layer.forward(rng.standard_normal((2, 3, 6, 5)))
    assert out.shape == (2, 4, 6, 5)
    assert out.transpose(2, 3, 0, 1).flags.c_contiguous


def test_the_books_example_of_a_filter():
    x = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]], dtype=float)
    W = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]], dtype=float)
    plain = Convolution(W[None, None], np.zeros(1))
    assert plain.forward(x[None, None])[0, 0].tolist() == [[15, 16], [6, 15]]
    biased = Convolution(W[None, None], np.array([3.0]))
    assert biased.forward(x[None, None])[0, 0].tolist() == [[18, 19], [9, 18]]
    padded = Convolution(W[None, None], np.zeros(1), pad=1)
    assert padded.forward(x[None, None])[0, 0].tolist() == [
        [7, 12, 10, 2],
        [4, 15, 16, 10],
        [10, 6, 15, 6],
        [8, 10, 4, 3],
    ]


def test_whole_numbers_are_taken_as_floating_ones():
    layer = Convolution(np.ones((1, 1, 2, 2), dtype=int), np.array([1]))
    out = layer.forward(np.arange(9).reshape(1, 1, 3, 3))
    assert out.dtype == np.float64
    assert out[0, 0].tolist() == [[9, 13], [21, 25]]


def test_two_outputs_and_gradients_that_are_kept_stay_right(rng):
    layer = Convolution(rng.standard_normal((8, 8, 3, 3)), np.zeros(8), 1, 1)
    inputs = rng.standard_normal((3, 4, 8, 20, 20))
    kept, copies = [], []
    for x in inputs:
        out = layer.forward(x)
        kept += [out, layer.backward(out), layer.dW, layer.db]
        copies += [array.copy() for array in kept[-4:]]
    for array, copy in zip(kept, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_wrong_shapes_are_named(rng):
    layer = Convolution(np.ones((4, 3, 3, 3)), np.zeros(4))
    with pytest.raises(ShapeError, match=r"\(2, 1, 6, 6\).*\(4, 3, 3, 3\)"):
        layer.forward(np.ones((2, 1, 6, 6)))
    with pytest.raises(ShapeError, match=r"\(3, 6, 6\).*\(4, 3, 3, 3\)"):
        layer.forward(np.ones((3, 6, 6)))
    with pytest.raises(ShapeError, match="3 does not fit into 2"):
        layer.forward(np.ones((2, 3, 2, 6)))
    layer.forward(np.ones((2, 3, 6, 6)))
    with pytest.raises(ShapeError, match=r"\(2, 4, 6, 6\).*\(2, 4, 4, 4\)"):
        layer.backward(np.ones((2, 4, 6, 6)))
    with pytest.raises(ShapeError, match=r"\(3,\).*\(4,\)"):
        Convolution(np.ones((4, 3, 3, 3)), np.zeros(3))
    with pytest.raises(ValueError, match="stride 0"):
        Convolution(np.ones((4, 3, 3, 3)), np.zeros(4), stride=0)
    with pytest.raises(RuntimeError, match="forward"):
        Convolution(np.ones((4, 3, 3, 3)), np.zeros(4)).backward(np.ones((2, 4, 4, 4)))


# --- im2col ---------------------------------------------------------------------------------------


def test_im2col_has_the_shapes_of_the_book(rng):
    assert im2col(rng.random((1, 3, 7, 7)), 5, 5, stride=1, pad=0).shape == (9, 75)
    assert im2col(rng.random((10, 3, 7, 7)), 5, 5, stride=1, pad=0).shape == (90, 75)


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("pad", [0, 2])
def test_a_row_of_im2col_is_a_window(stride, pad, rng):
    x = rng.random((2, 3, 6, 5))
    col = im2col(x, 3, 2, stride, pad)
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    OH, OW = conv_output_size(6, 3, stride, pad), conv_output_size(5, 2, stride, pad)
    rows = [
        padded[n, :, i * stride : i * stride + 3, j * stride : j * stride + 2].reshape(-1)
        for n in range(2)
        for i in range(OH)
        for j in range(OW)
    ]
    np.testing.assert_array_equal(col, rows)


@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("pad", [0, 1])
def test_col2im_is_the_transpose_of_im2col(stride, pad, rng):
    x = rng.random((2, 3, 7, 6))
    col = rng.random(im2col(x, 3, 2, stride, pad).shape)
    assert np.sum(im2col(x, 3, 2, stride, pad) * col) == pytest.approx(
        np.sum(x * col2im(col, x.shape, 3, 2, stride, pad))
    )


def test_im2col_gives_a_copy_also_of_single_pixels():
    x = np.zeros((1, 1, 2, 2))
    im2col(x, 1, 1)[...] = 5
    assert not x.any()


def test_im2col_names_what_does_not_fit():
    with pytest.raises(ShapeError, match=r"\(7, 7\).*\(N, C, H, W\)"):
        im2col(np.zeros((7, 7)), 3, 3)
    with pytest.raises(ShapeError, match=r"\(8, 9\).*\(9, 9\)"):
        col2im(np.zeros((8, 9)), (1, 1, 5, 5), 3, 3)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((4, 3, 1, 1), 4), ((7, 3, 2, 0), 3), ((28, 5, 3, 2), 10), ((28, 5, 1, 0), 24)],
)
def test_size_formula(sizes, expected):
    assert conv_output_size(*sizes) == expected


def test_a_frame_too_large_to_hold_on_to_goes_with_its_images():
    large = Place((3000, 3000, 1, 1), (3, 3), 1, (1, 1), 1, np.dtype(np.float32))
    found = bands(large)
    assert found.size > MOST_BYTES
    assert bands(large) is not found
    held = weakref.ref(found.each[0].frame)
    del found
    assert held() is None
    small = large._replace(shape=(28, 28, 1, 1))
    assert bands(small) is bands(small)
