"""Memory that is used again and again.

Fresh memory is slow: the operating system hands it out page by page, cleared, at the first touch. A
training step of the book's SimpleConvNet asked for 27 MB of it and spent a third of its time there,
the same arrays a hundred times a minute. Each thread has its own memory, so layers may be used by
several threads at once.
"""

from __future__ import annotations

import math
import sys
import threading
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import DTypeLike, NDArray

Array = NDArray[Any]

# Smaller arrays the C library gives fast enough; larger ones are not to be held on to, nor is more
# than that altogether, by one thread.
SMALLEST = 32 * 1024
LARGEST = 32 * 2**20
KEPT = 256 * 2**20
LARGEST_FILLED = 2**18


class _Memory(threading.local):
    """Buffers of one thread."""

    def __init__(self) -> None:
        self.scratch: dict[str, Array] = {}
        # What is too large to be held on to, as long as anybody uses it.
        self.large: WeakValueDictionary[str, Array] = WeakValueDictionary()
        self.lent: dict[int, list[Array]] = {}
        self.kept = 0


_memory = _Memory()


def scratch(name: str, shape: tuple[int, ...], dtype: DTypeLike) -> Array:
    """An array with arbitrary content, valid until this thread asks for `name` again.

    Never to be returned to a caller outside of the layer.
    """
    dtype = np.dtype(dtype)
    size = math.prod(shape) * dtype.itemsize
    buffers: MutableMapping[str, Array] = _memory.scratch if size <= LARGEST else _memory.large
    buffer = buffers.get(name)
    if buffer is None or buffer.size < size:
        buffer = buffers[name] = np.empty(size, dtype=np.uint8)
    return np.ndarray(shape, dtype, buffer)


def empty(shape: tuple[int, ...], dtype: DTypeLike) -> Array:
    """As np.empty, but of memory that was lent before and that nobody refers to any more.

    The array belongs to whoever asked, for as long as it, or any view of it, is alive.
    """
    dtype = np.dtype(dtype)
    size = _room(math.prod(shape) * dtype.itemsize)
    if size == 0:
        return np.empty(shape, dtype)
    buffers = _memory.lent.setdefault(size, [])
    place = _first_idle(buffers)
    if place is None:
        if _memory.kept + size > KEPT:
            _forget_idle()
            buffers = _memory.lent.setdefault(size, [])
        place = len(buffers)
        buffers.append(np.empty(size, dtype=np.uint8))
        _memory.kept += size
    return np.ndarray(shape, dtype, buffers[place])


@lru_cache(maxsize=1024)
def _room(size: int) -> int:
    """The bytes to be lent for so many: an eighth more at most, so that similar batches share."""
    if not SMALLEST <= size <= LARGEST:
        return 0
    step = 1 << (size.bit_length() - 4)
    return -(-size // step) * step


def empty_like(x: Array, dtype: DTypeLike | None = None) -> Array:
    """`empty` in the shape and memory order of x: as it stands, or pixel by pixel."""
    dtype = x.dtype if dtype is None else dtype
    if x.flags.c_contiguous:
        return empty(x.shape, dtype)
    if x.ndim == 4 and x.transpose(2, 3, 0, 1).flags.c_contiguous:
        N, C, H, W = x.shape
        return empty((H, W, N, C), dtype).transpose(2, 3, 0, 1)
    return np.empty_like(x, dtype)


def filled(number: int, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
    """The same number everywhere, not to be written to: small arrays are made once."""
    if math.prod(shape) * dtype.itemsize <= LARGEST_FILLED:
        return _filled(number, shape, dtype)
    return np.full(shape, number, dtype)


@lru_cache(maxsize=64)
def _filled(number: int, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
    array = np.full(shape, number, dtype)
    array.flags.writeable = False
    return array


def contiguous(x: Array) -> Array:
    """x itself if it lies in memory as it stands, otherwise a copy that does."""
    if x.flags.c_contiguous:
        return x
    copy = empty(x.shape, x.dtype)
    copy[...] = x
    return copy


def _first_idle(buffers: list[Array]) -> int | None:
    """The place of a buffer to which only the list refers: all arrays lent from it are gone."""
    for place in range(len(buffers)):
        if sys.getrefcount(buffers[place]) == _IDLE:
            return place
    return None


def _forget_idle() -> None:
    """Give back to the system what is not lent at the moment."""
    for buffers in _memory.lent.values():
        while (place := _first_idle(buffers)) is not None:
            _memory.kept -= buffers.pop(place).size


def _idle_count() -> int:
    """What getrefcount says, in this version of Python, of an array that only a list refers to."""
    buffers = [np.empty(1, dtype=np.uint8)]
    for place in range(len(buffers)):
        return sys.getrefcount(buffers[place])
    raise AssertionError


_IDLE = _idle_count()
