"""How much of a training step is matrix products, at the rate this machine multiplies matrices."""

from __future__ import annotations

import time
from functools import partial
from statistics import median

import numpy as np

from fishlab.engine import Affine, Convolution, Network, parallel

SIDE = 768
"""Matrices of this side fit no cache, and are large enough for the library's best speed."""
REPETITIONS = 9


def multiplications(network: Network, batch: int) -> int:
    """Return how many multiplications the matrix products of a training step make.

    Forward, for the weights' gradient, and for the input's gradient, which the first layer does
    not need.
    """
    total, first = 0, True
    answers = network.trace(np.zeros((1, *network.input_shape), np.float32))
    for name, layer in network.layers.items():
        if isinstance(layer, Convolution):
            OH, OW = answers[name].shape[2:]
            products = OH * OW * layer.W.size
        elif isinstance(layer, Affine):
            products = layer.W.size
        else:
            continue
        total += products * (2 if first else 3)
        first = False
    return total * batch


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
