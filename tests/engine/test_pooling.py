"""Pooling: windows of all kinds, ties, padding, gradients."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine import Pooling, ShapeError

# (pool_h, pool_w, stride, pad, H, W)
CASES = {
    "2x2, the usual": (2, 2, 2, 0, 6, 4),
    "2x2 with a remainder": (2, 2, 2, 0, 5, 7),
    "overlapping": (3, 3, 1, 0, 5, 4),
    "overlapping, stride 2, pad 1": (3, 3, 2, 1, 6, 7),
    "with gaps": (2, 2, 3, 0, 8, 8),
    "not square": (3, 2, 2, 1, 5, 6),
    "whole image": (4, 5, 1, 0, 4, 5),
}


def _naive(x, pool_h, pool_w, stride, pad, reduce, border):
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], constant_values=border)
    H, W = padded.shape[2:]
    return np.array(
        [
            [
                reduce(padded[:, :, i : i + pool_h, j : j + pool_w], axis=(2, 3))
                for j in range(0, W - pool_w + 1, stride)
            ]
            for i in range(0, H - pool_h + 1, stride)
        ]
    ).transpose(2, 3, 0, 1)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    ("kind", "reduce", "border"), [("max", np.max, -np.inf), ("average", np.mean, 0)]
)
def test_pooling_is_what_it_says_and_has_the_right_gradient(
    case, kind, reduce, border, check_gradients, rng
):
    *window, H, W = CASES[case]
    x = rng.standard_normal((2, 3, H, W))
    layer = Pooling(*window, kind=kind)
    expected = _naive(x, *window, reduce, border)
    np.testing.assert_allclose(layer.forward(x), expected)
    np.testing.assert_allclose(layer.infer(x), expected)
    check_gradients(layer, x)


@pytest.mark.parametrize("window", [(2, 2, 2, 0), (2, 2, 3, 0)])
@pytest.mark.parametrize(
    ("values", "place"),
    [
        ([[7, 7], [7, 7]], (0, 0)),
        ([[1, 7], [7, 1]], (0, 1)),
        ([[1, 7], [7, 7]], (0, 1)),
        ([[1, 1], [7, 7]], (1, 0)),
        ([[7, 1], [1, 7]], (0, 0)),
    ],
)
def test_of_equal_numbers_the_first_gets_the_gradient(window, values, place):
    layer = Pooling(*window)
    layer.forward(np.array(values, dtype=float)[None, None])
    expected = np.zeros((2, 2))
    expected[place] = 3
    np.testing.assert_array_equal(layer.backward(np.full((1, 1, 1, 1), 3.0))[0, 0], expected)


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("kind", ["max", "average"])
def test_dtype_and_memory_order(stride, kind, rng):
    x = rng.standard_normal((2, 3, 6, 6)).astype(np.float32)
    channels_last = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
    layer = Pooling(2, 2, stride, kind=kind)
    out = layer.forward(x)
    dx = layer.backward(out)
    assert out.dtype == dx.dtype == np.float32
    by_pixels = np.ascontiguousarray(x.transpose(2, 3, 0, 1)).transpose(2, 3, 0, 1)
    for same in (channels_last, by_pixels):
        np.testing.assert_array_equal(layer.forward(same), out)
    np.testing.assert_array_equal(layer.backward(np.ascontiguousarray(out)), dx)
    assert layer.infer(x).transpose(2, 3, 0, 1).flags.c_contiguous


@pytest.mark.parametrize("window", [(2, 2, 2, 0), (2, 2, 1, 1)])
def test_whole_numbers_are_taken_as_floating_ones(window):
    x = np.arange(16, dtype=np.uint8).reshape(1, 1, 4, 4)
    for kind in ("max", "average"):
        layer = Pooling(*window, kind=kind)
        np.testing.assert_array_equal(layer.forward(x), layer.forward(x.astype(float)))
    assert Pooling(2, 2, 2).forward(x)[0, 0].tolist() == [[5, 7], [13, 15]]


def test_two_outputs_and_gradients_that_are_kept_stay_right(rng):
    layer = Pooling(2, 2, stride=2)
    kept, copies = [], []
    for x in rng.standard_normal((3, 4, 8, 40, 40)):
        kept.append(layer.forward(x))
        kept.append(layer.backward(kept[-1]))
        copies += [array.copy() for array in kept[-2:]]
    for array, copy in zip(kept, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_what_does_not_fit_is_refused():
    with pytest.raises(ShapeError, match=r"\(2, 6, 6\).*\(N, C, H, W\)"):
        Pooling(2, 2).forward(np.zeros((2, 6, 6)))
    with pytest.raises(ShapeError, match="4 does not fit into 3"):
        Pooling(4, 4).forward(np.zeros((1, 1, 3, 3)))
    with pytest.raises(ValueError, match="padding 2"):
        Pooling(2, 2, pad=2)
    with pytest.raises(RuntimeError, match="forward"):
        Pooling(2, 2).backward(np.zeros((1, 1, 2, 2)))
    with pytest.raises(ValueError, match="stride 0"):
        Pooling(2, 2, stride=0)
    with pytest.raises(ValueError, match="median"):
        Pooling(2, 2, kind="median")
    layer = Pooling(2, 2, 2)
    layer.forward(np.zeros((1, 1, 4, 4)))
    with pytest.raises(ShapeError, match=r"\(1, 1, 4, 4\).*\(1, 1, 2, 2\)"):
        layer.backward(np.zeros((1, 1, 4, 4)))
