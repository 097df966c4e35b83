"""How much of a training step is matrix products, at the rate this machine multiplies matrices."""

from __future__ import annotations

import time
from functools import partial
from statistics import median

import numpy as np

from fishlab.engine import Affine, Convolution, Network, parallel
from fishlab.engine.bands import planned
from fishlab.engine.winograd import WinogradWindows

SIDE = 768
"""Matrices of this side fit no cache, and are large enough for the library's best speed."""
REPETITIONS = 9


def multiplications(network: Network, batch: int) -> int:
    """Return how many multiplications the matrix products of a training step make.

    Forward, for the weights' gradient, and for the input's gradient, which the first layer does
    not need. Winograd's products are counted as they are; the small ones that lead there and back
    are not.
    """
    total, first = 0, True
    N = batch // len(network.parts(batch))
    x = np.zeros((1, *network.input_shape), np.float32)
    for name, answer in network.trace(x).items():
        layer = network.layers[name]
        if isinstance(layer, Convolution):
            forward = _convolving(layer, N, answer.shape, layer.W.shape[1])
            total += forward
            total += forward if first else 2 * _convolving(layer, N, x.shape, len(layer.W))
            first = False
        elif isinstance(layer, Affine):
            total += layer.W.size * (2 if first else 3)
            first = False
        x = answer
    return total * batch


def _convolving(layer: Convolution, N: int, output: tuple[int, ...], channels: int) -> int:
    """Return the multiplications for one of N images: an output of that shape, from channels."""
    FN, C, FH, FW = layer.W.shape
    OH, OW = output[-2:]
    kind, _ = planned(N, (OH, OW), (channels, FH, FW), layer.stride, layer.W.itemsize)
    if kind is WinogradWindows:
        return int(WinogradWindows.products_per_filter(OH, OW) * FN * C)
    return int(OH * OW * FH * FW * FN * C)


def peak_rate(threads: int) -> float:
    """Return multiplications a second of large float32 products, one in each of the threads."""
    rng = np.random.default_rng(0)
    pairs = [rng.random((2, SIDE, SIDE), dtype=np.float32) for _ in range(threads)]
    jobs = [partial(np.matmul, *pair) for pair in pairs]
    times = []
    for _ in range(REPETITIONS):
        begin = time.perf_counter()
        parallel.run(jobs)
        times.append(time.perf_counter() - begin)
    return threads * SIDE**3 / median(times)
