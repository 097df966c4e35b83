"""Matrix products of very many rows, as a stack of smaller ones.

OpenBLAS first copies the matrices of a product into an order of its own. For processors with
AVX-512 it has kernels that read them where they are, for products of up to a million
multiplications: stacks of these take 60 to 85 % of the time of the whole product, measured on the
shapes of the book's convolutional networks. On other processors the copies are inevitable, and
every product of the stack makes them anew: there only stacks of larger products pay (on a Zen 3 the
784 x 50 layer at batch 100 takes 80 % of the time that it takes with small ones).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.blas import blas_core

Array = NDArray[Any]

WITH_SMALL_KERNELS = {"SkylakeX", "Cooperlake", "SapphireRapids"}
SMALL_PRODUCT = 10**6 if blas_core() in WITH_SMALL_KERNELS else 4 * 10**6
# Products of fewer rows than this do too little for each number of the other matrix they read.
FEWEST_ROWS = 16


@lru_cache(maxsize=1024)
def stack_height(rows: int, multiplications: int) -> int:
    """How many of `rows` are taken at a time, a divisor, at `multiplications` a row."""
    limit = min(rows, SMALL_PRODUCT // max(1, multiplications))
    for height in range(limit, FEWEST_ROWS - 1, -1):
        if rows % height == 0:
            return height
    return max(1, rows)


def product(a: Array, b: Array, out: Array) -> None:
    """out = a @ b for a (R, K), b (K, M), out (R, M), contiguous."""
    (R, K), M = a.shape, b.shape[1]
    height = stack_height(R, K * M)
    np.matmul(a.reshape(-1, height, K), b, out=out.reshape(-1, height, M))
