"""Convolution by nested loops, as 7.2.2 draws it: slow, and nothing is hidden."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.shapes import conv_output_size

Array = NDArray[Any]


def convolve_by_loops(x: Array, W: Array, b: Array, stride: int = 1, pad: int = 0) -> Array:
    """Every window of every image times every filter, summed, one after another.

    x: (N, C, H, W); W: (FN, C, FH, FW); b: (FN,). Returns (N, FN, OH, OW). Raises ShapeError when
    the filter does not fit into the images.
    """
    N, _, height, width = x.shape
    FN, _, FH, FW = W.shape
    OH = conv_output_size(height, FH, stride, pad)
    OW = conv_output_size(width, FW, stride, pad)
    framed = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    out = np.empty((N, FN, OH, OW), dtype=W.dtype)
    for n in range(N):
        for f in range(FN):
            for i in range(OH):
                for j in range(OW):
                    top, left = i * stride, j * stride
                    window = framed[n, :, top : top + FH, left : left + FW]
                    out[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return out
