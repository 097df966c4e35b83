"""im2col and col2im (7.4.3): convolution and pooling as a matrix product, as the book has them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.shapes import check_shape, conv_output_size

Array = NDArray[Any]


def im2col(input_data: Array, filter_h: int, filter_w: int, stride: int = 1, pad: int = 0) -> Array:
    """Every window of the images as one row.

    input_data: (N, C, H, W), around which `pad` zeros are put. Returns (N * OH * OW,
    C * filter_h * filter_w), a new array. Raises ShapeError for other images than that, and when
    the filter does not fit.
    """
    check_shape("im2col's images", input_data.shape, ("N", "C", "H", "W"))
    N, C, H, W = input_data.shape
    out_h = conv_output_size(H, filter_h, stride, pad)
    out_w = conv_output_size(W, filter_w, stride, pad)
    img = np.pad(input_data, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.empty((N, C, filter_h, filter_w, out_h, out_w), dtype=input_data.dtype)
    for y in range(filter_h):
        y_max = y + stride * out_h
        for x in range(filter_w):
            x_max = x + stride * out_w
            col[:, :, y, x] = img[:, :, y:y_max:stride, x:x_max:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * out_h * out_w, C * filter_h * filter_w)


def col2im(
    col: Array,
    input_shape: tuple[int, int, int, int],
    filter_h: int,
    filter_w: int,
    stride: int = 1,
    pad: int = 0,
) -> Array:
    """The way back: each number is added to the pixel it came from, (N, C, H, W).

    Pixels that were in several windows get the sum: this is the gradient of `im2col`. Raises
    ShapeError when the rows are not those of such images.
    """
    check_shape("col2im's images", input_shape, ("N", "C", "H", "W"))
    N, C, H, W = input_shape
    out_h = conv_output_size(H, filter_h, stride, pad)
    out_w = conv_output_size(W, filter_w, stride, pad)
    check_shape("col2im's rows", col.shape, (N * out_h * out_w, C * filter_h * filter_w))
    col = col.reshape(N, out_h, out_w, C, filter_h, filter_w).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((N, C, H + 2 * pad, W + 2 * pad), dtype=col.dtype)
    for y in range(filter_h):
        y_max = y + stride * out_h
        for x in range(filter_w):
            x_max = x + stride * out_w
            img[:, :, y:y_max:stride, x:x_max:stride] += col[:, :, y, x]
    return img[:, :, pad : H + pad, pad : W + pad]
