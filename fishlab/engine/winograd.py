"""Convolution with a quarter of the multiplications, for filters of 3 x 3 (Winograd).

In one direction, each number y of the output is the sum of three products, of a filter g with a
window of d: twelve multiplications for four numbers. Winograd does it in six,

    y = A^T ((G g) * (B^T d)),   d: six numbers, g: three, y: four.

Think of d, g and y as polynomials: the matrices go over to their values at the points 0, 1, -1, 2,
-2 and infinity, where a product is one multiplication, and back. With lines and columns alike,
6 x 6 numbers of the image and 3 x 3 of the filter give 4 x 4 of the output by 36 multiplications
instead of 144:

    Y = A^T ((G g G^T) * (B^T d B)) A.

For C channels and M filters, each of the 36 is a matrix product. The gradient of the filter goes
the same way backwards: dg = G^T ((B^T d B) * (A dY A^T)) G.

Lavin and Gray 2016 ("Fast Algorithms for Convolutional Neural Networks") print the matrices. They
are small and hold small numbers: whole lines of `pixels` are combined by a matrix product, and no
window has to be copied. In float32 the error is 6e-6 of the largest number, instead of 5e-7.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.products import stack_height
from fishlab.engine.windows import Factors, Place
from fishlab.engine.workspace import empty, scratch

Array = NDArray[Any]

# In each direction Y numbers of the output are computed at a time, from D of the image.
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


class WinogradWindows:
    """B^T d B for some lines of the output of images (H, W, N, C), for products with M columns.

    To be used as `Windows`. Filters are (3, 3), stride is 1; lines are Y of the output at most,
    from a multiple of Y on. before: other lines of the same images, whose frame these share; the
    first lines put the bias where the others find it.
    """

    def __init__(self, place: Place, lines: slice, before: WinogradWindows | None = None) -> None:
        (H, W, N, C), pad, dtype, M = place.shape, place.pad, place.dtype, place.M
        top, left = lines.start - pad[0], pad[1]
        OH, OW = lines.stop - lines.start, place.output[1]
        T = -(-OW // Y)
        self.lines = lines
        # Lines and columns outside of the image are zeros: such lines do not take part.
        self._taken = slice(max(top, 0), min(top + D, H))
        b_t, a_t = B_T.astype(dtype), A_T.astype(dtype)
        self._B_T_lines = b_t[:, self._taken.start - top : self._taken.stop - top].copy()
        # Its columns at the borders stay zeros.
        shape = D, T * Y + 2, N * C
        self.frame: Array = np.zeros(shape, dtype) if before is None else before.frame
        self._combined = self.frame.reshape(D, -1)[:, left * N * C : (left + W) * N * C]
        line, pixel, number = self.frame.strides
        tiles = np.ndarray((D, T, D, N * C), dtype, self.frame, 0, (line, Y * pixel, pixel, number))
        values = scratch("windows", (D, D, T, N * C), dtype)
        self._combine_columns = partial(np.matmul, b_t, tiles, values.transpose(0, 2, 1, 3))
        stacks = D * D, -1, stack_height(T * N, C * M)
        self._stacks = values.reshape(*stacks, C)
        self._transposed = self._stacks.transpose(0, 1, 3, 2)
        products = scratch("products", (D, D, T, N * M), dtype)
        self._products = products.reshape(*stacks, M)
        by_tile = products.transpose(0, 2, 1, 3)
        self._part = scratch("part", (D * D, self._stacks.shape[1], C, M), dtype)
        # Once the columns are done, the lines remain, and after them comes the bias of a line.
        # Columns too many, up to a multiple of Y, are zeros on the way back.
        wide = scratch("columns", (D + 1, T * Y * N * M), dtype)
        by_column = wide[:D].reshape(D, T, Y, N * M)
        self._columns_of_products = partial(np.matmul, a_t, by_tile, by_column)
        self._products_of_columns = partial(np.matmul, a_t.T.copy(), by_column, by_tile)
        self._lines_and_bias = wide[:, : OW * N * M]
        self._too_many = wide[:D, OW * N * M :] if T * Y > OW else None
        self._lines = self._lines_and_bias[:D]
        self._bias = self._lines_and_bias[D].reshape(-1, M) if before is None else None
        self._A_T_lines = a_t[:OH]
        self._A_T_and_1 = np.column_stack([self._A_T_lines, np.ones_like(self._A_T_lines[:, 0])])
        self._A_lines = np.ascontiguousarray(self._A_T_lines.T)

    @staticmethod
    def products_per_filter(OH: int, OW: int) -> int:
        """How many multiplications an output (OH, OW) takes for each channel of a filter."""
        return -(-OH // Y) * -(-OW // Y) * D * D

    @staticmethod
    def prepared(filters: Array, bias: Array | None) -> Factors:
        """G g G^T for filters g (3, 3, C, M), and the bias (M,): the factors of `times`."""
        transform, (*_, C, M) = G_OF[filters.dtype], filters.shape
        lines = scratch("factors", (D, 3 * C * M), filters.dtype)
        np.matmul(transform, filters.reshape(3, -1), lines)
        weights = empty((D, D, C * M), filters.dtype)
        np.matmul(transform, lines.reshape(D, 3, -1), weights)
        return Factors(weights.reshape(D * D, 1, C, M), bias)

    def copy(self, x: Array) -> None:
        """Take the windows of these lines of the images x (H, W * N * C)."""
        np.matmul(self._B_T_lines, x[self._taken], self._combined)
        self._combine_columns()

    def times(self, factors: Factors, out: Array) -> None:
        """A^T (windows * weights) A + bias, into these lines of out (OH, OW * N * M)."""
        np.matmul(self._stacks, factors.weights, self._products)
        self._columns_of_products()
        if factors.bias is None:
            np.matmul(self._A_T_lines, self._lines, out[self.lines])
        else:
            if self._bias is not None:
                self._bias[...] = factors.bias
            np.matmul(self._A_T_and_1, self._lines_and_bias, out[self.lines])

    def transposed_times(self, b: Array, total: Array | None = None) -> Array:
        """windows.T * (A b A^T), for these lines of b (OH, OW * N * M), added to the total."""
        np.matmul(self._A_lines, b[self.lines], self._lines)
        if self._too_many is not None:
            self._too_many[...] = 0
        self._products_of_columns()
        if total is None:
            out = empty(self._part.shape, b.dtype)
            return np.matmul(self._transposed, self._products, out)
        total += np.matmul(self._transposed, self._products, self._part)
        return total

    @staticmethod
    def collected(total: Array, filters: tuple[int, int, int, int]) -> tuple[Array, Array | None]:
        """G^T p G for that total p: the gradient of the filters (3, 3, C, M), none of the bias."""
        total = np.add.reduce(total, axis=1) if total.shape[1] > 1 else total
        transform, (*_, C, M) = G_OF[total.dtype].T, filters
        lines = scratch("factors", (3, D * C * M), total.dtype)
        np.matmul(transform, total.reshape(D, -1), lines)
        gradient = empty(filters, total.dtype)
        np.matmul(transform, lines.reshape(3, D, -1), gradient.reshape(3, 3, -1))
        return gradient, None
