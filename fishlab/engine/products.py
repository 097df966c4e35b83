"""Matrix products of very many rows, as a stack of smaller ones.

For products of up to a million multiplications OpenBLAS has kernels that read the matrices where
they are; larger ones it first copies into an order of its own, which does not pay when the other
matrix is as small as the filters of a convolution. Measured on the shapes of the book's
convolutional networks, stacks take 60 to 85 % of the time of the whole product.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

SMALL_PRODUCT = 10**6
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
