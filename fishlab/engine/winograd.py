"""Convolution with half the multiplications, for filters of three lines (Winograd).

Each line y of the output is the sum of three products, of a line g of the filter with the windows d
of a line of the image: twelve products for four lines y. Winograd does it in six,

    y = A^T ((G g) * (B^T d)),   d: six lines, g: three, y: four,

where * multiplies line by line. Think of d, g and y as polynomials: the matrices go over to their
values at the points 0, 1, -1, 2, -2 and infinity, where a product is one multiplication, and back.
They are small and hold small numbers, so they cost little. The gradient of the filter goes the same
way backwards: dg = G^T ((B^T d)^T * (A dy)).

Lavin and Gray 2016 ("Fast Algorithms for Convolutional Neural Networks", where the matrices are
printed) do so with lines and columns. Here it is lines only: the windows of a line stay those of
`windows`, and the products large. A layer takes a third less time. In float32 the error is 2e-6 of
the largest number, instead of 5e-7.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.products import stack_height
from fishlab.engine.workspace import scratch

Array = NDArray[Any]

# What is computed at a time: Y lines of output, from D lines of the image, with D products.
Y, D = 4, 6
B_T = np.array(
    [
        [4, 0, -5, 0, 1, 0],
        [0, -4, -4, 1, 1, 0],
        [0, 4, -4, -1, 1, 0],
        [0, -2, -1, 2, 1, 0],
        [0, 2, -1, -2, 1, 0],
        [0, 4, 0, -5, 0, 1],
    ]
)
G = np.array([[6, 0, 0], [-4, -4, -4], [-4, 4, -4], [1, 2, 4], [1, -2, 4], [0, 0, 24]]) / 24
A_T = np.array([[1, 1, 1, 1, 1, 0], [0, 1, -1, 2, -2, 0], [0, 1, 1, 4, 4, 0], [0, 1, -1, 8, -8, 1]])
G_OF = {np.dtype(kind): G.astype(kind) for kind in (np.float32, np.float64)}
# The row of the point 1: what is added to its product is added to all four lines.
ONE = 1


class WinogradWindows:
    """The windows of 3 x FW over images (N, H, W, C) after B^T, for products with M columns.

    To be used as `Windows`: with factors that `prepared` made, for a gradient that `collected`
    makes one of the filters. FH is 3, stride 1, lines (0, OH); below an image are `spare_lines`.
    """

    def __init__(
        self,
        shape: tuple[int, int, int, int],
        FH: int,
        FW: int,
        stride: int,
        lines: tuple[int, int],
        M: int,
        dtype: np.dtype[Any],
    ) -> None:
        N, H, W, C = shape
        OH, OW, T = lines[1], W - FW + 1, H // Y
        number = dtype.itemsize
        line = W * C * number
        self._B_T, self._A_T = B_T.astype(dtype), A_T.astype(dtype)
        self._A = np.ascontiguousarray(self._A_T.T)
        # Of each image T times D lines, which overlap, and what B^T makes of them.
        self._tiles = (N, T, D, W * C), dtype, 0, None, (H * line, Y * line, line, number)
        values = scratch("values", (D, N, T, W * C), dtype)
        self._values = values.transpose(1, 2, 0, 3)
        # Runs of FW * C numbers, copied as one thing: see `Windows`.
        run = np.dtype((np.void, FW * C * number))
        self._runs = np.ndarray((D, N * T, OW), run, values, 0, (N * T * line, line, C * number))
        self._copy = scratch("windows", (D, N * T, OW), run)
        R, K = N * T * OW, FW * C
        rows = D, -1, stack_height(R, K * M)
        self._stacks = np.ndarray((D, R, K), dtype, self._copy).reshape(*rows, K)
        self._transposed = self._stacks.transpose(0, 1, 3, 2)
        self._products = scratch("products", (D, R, M), dtype).reshape(*rows, M)
        self._lines = self._products.reshape(D, N * T, OW * M)
        self._by_tile = self._products.reshape(D, N, T, OW * M).transpose(1, 2, 0, 3)
        self._factors = D, 1, K, M
        self._out = N, T, Y, OW * M
        # An output whose lines are no multiple of 4 cannot be written, or read, as it lies.
        self._all_lines = scratch("lines", self._out, dtype) if OH < T * Y else None
        self._OH = OH

    @staticmethod
    def spare_lines(OH: int) -> int:
        """How many lines of zeros below an image make its output's OH lines a multiple of 4."""
        return -OH % Y

    @staticmethod
    def lines_kept(OH: int) -> int:
        """How many lines of windows are in memory for OH lines of output."""
        return -(-OH // Y) * D

    @staticmethod
    def line_products(OH: int, FH: int) -> int:
        """How many products of a line of windows and one of the filter OH lines of output take."""
        return WinogradWindows.lines_kept(OH)

    @staticmethod
    def prepared(filters: Array) -> Array:
        """G g: filters (3 * FW * C, M) -> the factors of `times`."""
        lines = filters.reshape(3, -1)
        factors: Array = G_OF[filters.dtype] @ lines
        return factors.reshape(-1, filters.shape[1])

    @staticmethod
    def collected(products: Array) -> Array:
        """G^T applied to a sum of `transposed_times`: (3 * FW * C, M)."""
        filters: Array = G_OF[products.dtype].T @ products.reshape(D, -1)
        return filters.reshape(-1, products.shape[1])

    def copy(self, x: Array) -> None:
        """B^T d: take the windows of x, contiguous, in the shape that was announced."""
        shape, dtype, start, _, strides = self._tiles
        np.matmul(self._B_T, np.ndarray(shape, dtype, x, start, strides), out=self._values)
        np.copyto(self._copy, self._runs)

    def times(self, factors: Array, out: Array, bias: Array | None = None) -> None:
        """out = A^T (windows * factors) + bias, for out (N, OH, OW, M) and bias (OW, M)."""
        np.matmul(self._stacks, factors.reshape(self._factors), out=self._products)
        if bias is not None:
            self._lines[ONE] += bias.ravel()
        if self._all_lines is None:
            np.matmul(self._A_T, self._by_tile, out=out.reshape(self._out))
        else:
            np.matmul(self._A_T, self._by_tile, out=self._all_lines)
            out[...] = self._all_lines.reshape(len(out), -1, *out.shape[2:])[:, : self._OH]

    def transposed_times(self, b: Array) -> Array:
        """windows.T * (A b), for b (N, OH, OW, M): what `collected` takes."""
        if self._all_lines is not None:
            whole = self._all_lines.reshape(len(b), -1, *b.shape[2:])
            whole[:, : self._OH] = b
            whole[:, self._OH :] = 0
            b = whole
        np.matmul(self._A, b.reshape(self._out), out=self._by_tile)
        products = np.matmul(self._transposed, self._products)
        total: Array = np.add.reduce(products, axis=1)
        return total.reshape(-1, total.shape[2])
