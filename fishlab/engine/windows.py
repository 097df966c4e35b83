"""The windows of a convolution in memory (im2col, 7.4.3), laid out once and filled again and again.

There are four kinds, to be used alike: `ShortWindows` for few channels, `Windows` for many,
`WholeWindows` for a single image, and those of `winograd` for filters of 3 x 3. Each holds the
windows for some lines of the output; they lie in scratch memory, and what is copied is there until
other windows are. Lines are arrays (H, W * N * C) of images that lie pixel by pixel.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.products import stack_height
from fishlab.engine.shapes import conv_output_size
from fishlab.engine.workspace import scratch

Array = NDArray[Any]


class Place(NamedTuple):
    """Which windows: those of FH x FW over images (H, W, N, C).

    filters: (FH, FW). pad: lines and columns of zeros on each side. M: how many columns the
    products will have.
    """

    shape: tuple[int, int, int, int]
    filters: tuple[int, int]
    stride: int
    pad: tuple[int, int]
    M: int
    dtype: np.dtype[Any]

    @property
    def output(self) -> tuple[int, int]:
        """(OH, OW). Raises ShapeError when no window fits."""
        (H, W, _, _), (FH, FW), (h, w) = self.shape, self.filters, self.pad
        OH = conv_output_size(H, FH, self.stride, h)
        return OH, conv_output_size(W, FW, self.stride, w)


class Factors(NamedTuple):
    """What windows are multiplied by, and what is added: None for nothing."""

    weights: Array
    bias: Array | None


class _Framed:
    """What `Windows` and `ShortWindows` share: images with zeros around them.

    A subclass cuts the windows into stacks, `_transposed` (..., S, K, R), and says how the numbers
    that they are multiplied with lie, `_rows` (S, R, M). before: other lines of the same images,
    whose frame these share. The images are put into it with the first lines, and copied from there
    with all.
    """

    def __init__(self, place: Place, lines: slice, before: Self | None) -> None:
        (H, W, N, C), (h, w) = place.shape, place.pad
        self.lines = lines
        pixel = N * C
        self.frame: Array | None = None
        self._inside: Array | None = None
        if before is not None:
            self.frame = before.frame
        elif h or w:
            self.frame = np.zeros((H + 2 * h, (W + 2 * w) * pixel), place.dtype)
            self._inside = self.frame[h : h + H, w * pixel : (w + W) * pixel]
        number = place.dtype.itemsize
        # Bytes from a line, a pixel, an image, a number to the next.
        self._steps = (W + 2 * w) * pixel * number, pixel * number, C * number, number
        self._start = lines.start * place.stride * self._steps[0]
        self._source: Array | None = None
        self._transposed: Array
        self._rows: tuple[int, ...]

    def _to_copy(self, windows: Array, strides: tuple[int, ...]) -> None:
        """Where the windows are copied to, and the bytes of one step along each of its axes there.

        strides: in the images.
        """
        self._windows, self._strides = windows, strides
        if self.frame is not None:
            self._source = self._seen_in(self.frame)

    def _seen_in(self, images: Array) -> Array:
        windows = self._windows
        return np.ndarray(windows.shape, windows.dtype, images, self._start, self._strides)

    def copy(self, x: Array) -> None:
        """Take the windows of these lines of the images x (H, W * N * C)."""
        if self._inside is not None:
            self._inside[...] = x
        np.copyto(self._windows, self._seen_in(x) if self._source is None else self._source)

    def transposed_times(self, b: Array, total: Array | None = None) -> Array:
        """windows.T @ b, for these lines of b (OH, OW * N * M), added to the total so far."""
        products = np.matmul(self._transposed, b[self.lines].reshape(self._rows))
        part: Array = np.add.reduce(products, axis=-3)
        return part if total is None else np.add(total, part, out=total)

    @staticmethod
    def collected(total: Array, filters: tuple[int, int, int, int]) -> tuple[Array, Array | None]:
        """That total -> the gradient of the filters, of the shape given, and none of the bias."""
        return total.reshape(filters), None


class ShortWindows(_Framed):
    """Windows of few channels, or with a stride, as one matrix.

    It is kept transposed, K = FH * FW * C rows of R = OH * OW * N numbers in the order (FH, FW, C):
    so what is copied at a time are lines of the images, and not a few numbers of a pixel. One row
    more, of ones, takes the bias along, and brings its gradient back.
    """

    def __init__(self, place: Place, lines: slice, before: ShortWindows | None = None) -> None:
        super().__init__(place, lines, before)
        (_, _, N, C), (FH, FW), s = place.shape, place.filters, place.stride
        OH, OW = lines.stop - lines.start, place.output[1]
        K, R = FH * FW * C + 1, OH * OW * N
        self._matrix = scratch("windows", (K, R), place.dtype)
        line, pixel, image, number = self._steps
        self._to_copy(
            self._matrix[:-1].reshape(FH, FW, C, OH, OW, N),
            (line, pixel, number, s * line, s * pixel, image),
        )
        height = stack_height(R, K * place.M)
        self._stacks = self._matrix.T.reshape(-1, height, K)
        self._transposed = self._stacks.transpose(0, 2, 1)
        self._rows = len(self._stacks), height, place.M

    @staticmethod
    def prepared(filters: Array, bias: Array | None) -> Factors:
        """Filters (FH, FW, C, M) and bias (M,) -> the factors of `times`."""
        M = filters.shape[3]
        weights = np.empty((filters.size // M + 1, M), filters.dtype)
        weights[:-1] = filters.reshape(-1, M)
        weights[-1] = 0 if bias is None else bias
        return Factors(weights, None)

    def copy(self, x: Array) -> None:
        """Take the windows of these lines of the images x (H, W * N * C)."""
        super().copy(x)
        self._matrix[-1] = 1

    def times(self, factors: Factors, out: Array) -> None:
        """windows @ factors, into these lines of out (OH, OW * N * M)."""
        np.matmul(self._stacks, factors.weights, out[self.lines].reshape(self._rows))

    @staticmethod
    def collected(total: Array, filters: tuple[int, int, int, int]) -> tuple[Array, Array | None]:
        """That total -> the gradients of the filters, of the shape given, and of the bias."""
        return total[:-1].reshape(filters), total[-1]


class _BiasLine:
    """A bias for a whole line: NumPy adds long rows many times as fast as M numbers.

    shape: (OW * N, M). The bands of an output share one.
    """

    def __init__(self, shape: tuple[int, int], dtype: np.dtype[Any]) -> None:
        self._pixels = np.empty(shape, dtype)
        self._line = self._pixels.ravel()

    def of(self, bias: Array, lines: slice) -> Array:
        """The bias (M,) again and again, as the first lines have set it for all."""
        if lines.start == 0:
            self._pixels[...] = bias
        return self._line


class Windows(_Framed):
    """Windows of many channels, as one matrix for each line of the filter.

    The K = FW * C numbers of a window's line are a row, in the order (FW, C); so there are FH parts
    of R = OH * OW * N rows. The windows of one line of the filter are those of the next, one line
    of the image further down: they are copied once, not FH times.
    """

    def __init__(self, place: Place, lines: slice, before: Windows | None = None) -> None:
        super().__init__(place, lines, before)
        (_, _, N, C), (FH, FW), dtype, M = place.shape, place.filters, place.dtype, place.M
        OH, OW = lines.stop - lines.start, place.output[1]
        line, pixel, image, number = self._steps
        # Numbers side by side are copied as one thing of so many bytes (a quarter faster).
        windows = scratch("windows", (OH + FH - 1, OW, N, FW), np.dtype((np.void, C * number)))
        self._to_copy(windows, (line, pixel, image, pixel))
        K, R = FW * C, OH * OW * N
        strides = OW * N * K * number, K * number, number
        parts = np.ndarray((FH, R, K), dtype, windows, strides=strides)
        self._stacks = parts.reshape(FH, -1, stack_height(R, K * M), K)
        self._transposed = self._stacks.transpose(0, 1, 3, 2)
        self._rows = (*self._stacks.shape[1:3], M)
        self._products = scratch("products", (FH, *self._rows), dtype)
        self._total = self._products[0].reshape(OH, -1)
        self._bias: _BiasLine = _BiasLine((OW * N, M), dtype) if before is None else before._bias

    @staticmethod
    def prepared(filters: Array, bias: Array | None) -> Factors:
        """Filters (FH, FW, C, M) and bias (M,) -> the factors of `times`."""
        FH, _, _, M = filters.shape
        return Factors(filters.reshape(FH, 1, -1, M), bias)

    def times(self, factors: Factors, out: Array) -> None:
        """windows @ weights + bias, into these lines of out (OH, OW * N * M)."""
        np.matmul(self._stacks, factors.weights, self._products)
        # Part after part: np.add.reduce takes twice as long.
        total, *others = self._products
        for part in others:
            total += part
        if factors.bias is None:
            out[self.lines] = self._total
        else:
            np.add(self._total, self._bias.of(factors.bias, self.lines), out=out[self.lines])


class WholeWindows(_Framed):
    """The windows of a single image of many channels, as one matrix.

    It has R = OH * OW rows of K = FH * FW * C numbers. They are copied FH times, but of one image
    that takes less time than to add FH products up.
    """

    def __init__(self, place: Place, lines: slice, before: WholeWindows | None = None) -> None:
        super().__init__(place, lines, before)
        (_, _, _, C), (FH, FW), dtype, M = place.shape, place.filters, place.dtype, place.M
        OH, OW = lines.stop - lines.start, place.output[1]
        line, pixel, _, number = self._steps
        # All of a line of a window lies side by side, and is copied as one thing.
        windows = scratch("windows", (OH, OW, FH), np.dtype((np.void, FW * C * number)))
        self._to_copy(windows, (line, pixel, line))
        K, R = FH * FW * C, OH * OW
        self._stacks = windows.view(dtype).reshape(-1, stack_height(R, K * M), K)
        self._transposed = self._stacks.transpose(0, 2, 1)
        self._rows = (*self._stacks.shape[:2], M)
        self._bias: _BiasLine = _BiasLine((OW, M), dtype) if before is None else before._bias

    @staticmethod
    def prepared(filters: Array, bias: Array | None) -> Factors:
        """Filters (FH, FW, C, M) and bias (M,) -> the factors of `times`."""
        return Factors(filters.reshape(-1, filters.shape[3]), bias)

    def times(self, factors: Factors, out: Array) -> None:
        """windows @ weights + bias, into these lines of out (OH, OW * M)."""
        lines = out[self.lines]
        np.matmul(self._stacks, factors.weights, lines.reshape(self._rows))
        if factors.bias is not None:
            lines += self._bias.of(factors.bias, self.lines)
