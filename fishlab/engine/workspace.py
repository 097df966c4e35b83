"""Scratch memory that is used again and again.

Fresh memory is slow: the operating system hands it out in pages, cleared, at the first touch. A
training step asks for the same few arrays a hundred times. Each thread has its own, so layers may
be used by several threads at once.
"""

from __future__ import annotations

import math
import threading
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class _Buffers(threading.local):
    def __init__(self) -> None:
        self.by_name: dict[str, NDArray[np.uint8]] = {}


_buffers = _Buffers()


def scratch(name: str, shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
    """An array with arbitrary content, valid until this thread asks for `name` again.

    Never to be returned to a caller outside of the layer.
    """
    dtype = np.dtype(dtype)
    size = math.prod(shape) * dtype.itemsize
    buffer = _buffers.by_name.get(name)
    if buffer is None or buffer.size < size:
        buffer = _buffers.by_name[name] = np.empty(size, dtype=np.uint8)
    return np.ndarray(shape, dtype, buffer)
