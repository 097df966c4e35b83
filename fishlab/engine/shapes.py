"""Shapes: the error that names them, and the size formula of convolution and pooling (7.2.4)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from numpy.typing import NDArray


class ShapeError(ValueError):
    """Two shapes that do not go together; the message names both."""


@lru_cache(maxsize=1024)
def conv_output_size(input_size: int, filter_size: int, stride: int = 1, pad: int = 0) -> int:
    """(input_size + 2 pad - filter_size) / stride + 1, rounded down (7.2.4).

    The number of places where a filter (or a pooling window) fits along one side of an image. What
    is left over at the end when the division leaves a remainder is not looked at. Raises ShapeError
    when there is no place at all, ValueError for a stride or padding that makes no sense.
    """
    check_steps(filter_size, stride, pad)
    if input_size + 2 * pad < filter_size:
        raise ShapeError(
            f"a window of {filter_size} does not fit into {input_size} with padding {pad}"
        )
    return (input_size + 2 * pad - filter_size) // stride + 1


def check_steps(filter_size: int, stride: int, pad: int) -> None:
    """Raise ValueError unless a window can be that large and be moved and padded that way."""
    if stride < 1 or pad < 0 or filter_size < 1:
        raise ValueError(
            f"a window of {filter_size} with stride {stride} and padding {pad}: "
            "window and stride are at least 1, padding at least 0"
        )


def check_shape(what: str, given: tuple[int, ...], expected: tuple[int | str, ...]) -> None:
    """Raise ShapeError unless `given` is `expected`, in which a letter stands for any length."""
    wrong = len(given) != len(expected)
    for length, wanted in zip(given, expected, strict=False):
        wrong |= length != wanted and not isinstance(wanted, str)
    if wrong:
        comma = "," if len(expected) == 1 else ""
        wanted_shape = ", ".join(map(str, expected)) + comma
        raise ShapeError(f"{what}: the shape is {given}, it should be ({wanted_shape})")


def check_gradient(layer: str, dout: NDArray[Any], output_shape: tuple[int, ...]) -> None:
    """Raise ShapeError unless a gradient coming back has the shape of the layer's output."""
    if dout.shape != output_shape:
        raise ShapeError(f"{layer}: the gradient is {dout.shape}, the output was {output_shape}")
