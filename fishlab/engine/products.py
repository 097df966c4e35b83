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
    """The largest divisor of `rows` that keeps a product small, at `multiplications` a row."""
    if rows == 0:
        return 1
    limit = min(rows, max(1, SMALL_PRODUCT // multiplications))
    return next(height for height in range(limit, 0, -1) if rows % height == 0)


def rows_product(a: Array, b: Array, out: Array) -> None:
    """out = a @ b for a (R, K) with very many rows, b (K, M), out (R, M)."""
    height = stack_height(len(a), b.size)
    if height < FEWEST_ROWS:
        np.matmul(a, b, out=out)
        return
    stack = a.reshape(-1, height, a.shape[1])
    np.matmul(stack, b, out=out.reshape(-1, height, b.shape[1]))


def transposed_product(a: Array, b: Array, blocks: int = 1) -> Array:
    """a.T @ b for a (R, K), b (R, M) with very many rows, as (blocks, K, M / blocks).

    blocks: in how many equal blocks of columns b is taken, each a product of its own.
    """
    K, M = a.shape[1], b.shape[1] // blocks
    height = stack_height(len(a), K * M)
    if height < FEWEST_ROWS:
        height = len(a)
    parts: Array = np.matmul(
        a.reshape(-1, 1, height, K).transpose(0, 1, 3, 2),
        b.reshape(-1, height, blocks, M).transpose(0, 2, 1, 3),
    )
    total: Array = parts[0] if len(parts) == 1 else parts.sum(axis=0)
    return total
