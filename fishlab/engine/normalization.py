"""Batch normalisation (6.3; Ioffe and Szegedy 2015)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.layer import TrainingLayer, floating, remembered
from fishlab.engine.pixels import to_images, to_pixels
from fishlab.engine.shapes import ShapeError, check_gradient, check_shape

Array = NDArray[Any]

# Added to the variance, as in the book.
EPSILON = 1e-6


class BatchNormalization(TrainingLayer):
    """Each feature brought to mean 0 and variance 1 over the batch, then times gamma, plus beta.

    x: (N, D) with gamma, beta (D,); or images (N, C, H, W) with gamma, beta (C,), where mean and
    variance of a channel are over all its pixels. In training the running statistics follow those
    of the batches, `running = momentum running + (1 - momentum) batch`, from 0; without `train_flg`
    they are used instead of the batch's. Before any training they are None, and stand for mean 0
    and variance 1. Raises ShapeError when x does not fit gamma.
    """

    parameters = ("gamma", "beta")

    def __init__(
        self,
        gamma: Array,
        beta: Array,
        momentum: float = 0.9,
        running_mean: Array | None = None,
        running_var: Array | None = None,
    ) -> None:
        gamma, beta = floating(gamma), floating(beta)
        check_shape("gamma", gamma.shape, ("D",))
        check_shape("beta", beta.shape, gamma.shape)
        for statistic in (running_mean, running_var):
            if statistic is not None:
                check_shape("running statistics", statistic.shape, gamma.shape)
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean
        self.running_var = running_var
        self.dgamma: Array | None = None
        self.dbeta: Array | None = None
        self._xn: Array | None = None
        self._std: Array | None = None
        self._of_batch = True
        self._shape: tuple[int, ...] = ()

    def infer(self, x: Array) -> Array:
        """By the running statistics; (N, D) or (N, C, H, W), also the shape of the output."""
        return self.copy().forward(x, train_flg=False)

    def forward(self, x: Array, train_flg: bool = True) -> Array:
        """(N, D) or (N, C, H, W); the output has the same shape."""
        if x.ndim not in (2, 4) or x.shape[1] != len(self.gamma):
            raise ShapeError(f"input {x.shape} does not fit gamma {self.gamma.shape}")
        rows = _as_rows(x)
        if train_flg:
            mean = rows.mean(axis=0)
            var = np.mean(np.square(rows - mean), axis=0)
            self._follow(mean, var)
        elif self.running_mean is None or self.running_var is None:
            mean, var = np.zeros_like(self.gamma), np.ones_like(self.gamma)
        else:
            mean, var = self.running_mean, self.running_var
        self._of_batch = train_flg
        self._shape = x.shape
        self._std = np.sqrt(var + EPSILON)
        self._xn = (rows - mean) / self._std
        return _as_images(self.gamma * self._xn + self.beta, x.shape)

    def backward(self, dout: Array) -> Array:
        """The gradient of x, in training also through mean and variance; dgamma and dbeta."""
        xn, std = remembered(self._xn), remembered(self._std)
        check_gradient("BatchNormalization", dout, self._shape)
        drows = _as_rows(dout)
        self.dbeta = dbeta = drows.sum(axis=0)
        self.dgamma = dgamma = np.sum(xn * drows, axis=0)
        if self._of_batch:
            # All the nodes of the graph in one formula: what would only change mean and variance of
            # the batch is taken away.
            drows = drows - (dbeta + xn * dgamma) / len(drows)
        return _as_images(self.gamma / std * drows, dout.shape)

    def _follow(self, mean: Array, var: Array) -> None:
        """Let the running statistics follow those of a batch."""
        if self.running_mean is None or self.running_var is None:
            self.running_mean, self.running_var = np.zeros_like(mean), np.zeros_like(var)
        new = 1.0 - self.momentum
        self.running_mean = self.momentum * self.running_mean + new * mean
        self.running_var = self.momentum * self.running_var + new * var


def _as_rows(x: Array) -> Array:
    """(N, D) as it is; of images every pixel is a row, (N * H * W, C)."""
    return x if x.ndim == 2 else to_pixels(x).reshape(-1, x.shape[1])


def _as_images(rows: Array, shape: tuple[int, ...]) -> Array:
    if len(shape) == 2:
        return rows
    N, C, H, W = shape
    return to_images(rows.reshape(H, W, N, C))
