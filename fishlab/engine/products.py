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

from fishlab.engine.workspace import scratch

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


def sum_of_products(parts: Array, factors: Array, out: Array) -> None:
    """out = parts[0] @ factors[0] + parts[1] @ factors[1] + …

    parts: (P, S, R, K). factors: (P, K, M). out: (S * R, M), contiguous.
    """
    P, S, R, K = parts.shape
    M = factors.shape[2]
    height = stack_height(R, K * M)
    stacks = parts.reshape(P, S, -1, height, K)
    total = out.reshape(S, -1, height, M)
    if P == 1:
        np.matmul(stacks[0], factors[0], out=total)
        return
    products = scratch("products", (P, *total.shape), total.dtype)
    np.matmul(stacks, factors[:, np.newaxis, np.newaxis], out=products)
    np.add.reduce(products, axis=0, out=total)


def product(a: Array, b: Array, out: Array) -> None:
    """out = a @ b for a (R, K), b (K, M), out (R, M)."""
    sum_of_products(a[np.newaxis, np.newaxis], b[np.newaxis], out)


def transposed_products(parts: Array, b: Array) -> Array:
    """Each part, transposed, times b, one below the other: (P * K, M).

    parts: (P, S, R, K). b: (S * R, M), contiguous.
    """
    P, S, R, K = parts.shape
    M = b.shape[1]
    height = stack_height(R, K * M)
    stacks = parts.reshape(P, S, -1, height, K).transpose(0, 1, 2, 4, 3)
    products = np.matmul(stacks, b.reshape(S, -1, height, M))
    total: Array = np.add.reduce(products, axis=(1, 2))
    return total.reshape(P * K, M)
