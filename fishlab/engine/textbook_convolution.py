"""The convolution layer in the book's few lines (7.4.3), to compare `Convolution` with."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.im2col import col2im, im2col
from fishlab.engine.layer import Layer, remembered
from fishlab.engine.shapes import conv_output_size

Array = NDArray[Any]


class TextbookConvolution(Layer):
    """W (FN, C, FH, FW), b (FN,); images (N, C, H, W) -> (N, FN, OH, OW)."""

    parameters = ("W", "b")

    def __init__(self, W: Array, b: Array, stride: int = 1, pad: int = 0) -> None:
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.x: Array | None = None
        self.col: Array | None = None
        self.dW: Array | None = None
        self.db: Array | None = None

    def infer(self, x: Array) -> Array:
        """The output for the images x."""
        return self.copy().forward(x)

    def forward(self, x: Array) -> Array:
        """The images as rows, times the filters as columns."""
        FN, _, FH, FW = self.W.shape
        N, _, H, W = x.shape
        OH = conv_output_size(H, FH, self.stride, self.pad)
        OW = conv_output_size(W, FW, self.stride, self.pad)
        self.x = x
        self.col = im2col(x, FH, FW, self.stride, self.pad)
        out: Array = self.col @ self.W.reshape(FN, -1).T + self.b
        return out.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

    def backward(self, dout: Array) -> Array:
        """The gradient of an affine layer, and col2im for that of the images."""
        x, col = remembered(self.x), remembered(self.col)
        FN, _, FH, FW = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = np.sum(dout, axis=0)
        self.dW = (col.T @ dout).T.reshape(self.W.shape)
        dcol = dout @ self.W.reshape(FN, -1)
        N, C, H, W = x.shape
        return col2im(dcol, (N, C, H, W), FH, FW, self.stride, self.pad)
