"""The idx file format of MNIST (http://yann.lecun.com/exdb/mnist): a header and bytes.

Four bytes of magic (0, 0, type, number of dimensions), then each dimension as a big-endian 32-bit
number, then the values. Only the type of MNIST, unsigned bytes, is read.
"""

from __future__ import annotations

import gzip
import math
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .errors import DataError

UNSIGNED_BYTE = 8
LARGEST = 60_000 * 28 * 28


def read_idx(path: Path) -> NDArray[np.uint8]:
    """Return the array in an idx file, gzipped or not; at most MNIST's own size is unpacked.

    Raises DataError for a file that is no idx file, or is shorter or longer than it says.
    """
    try:
        with path.open("rb") as file:
            zipped = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as file:
            content = file.read(LARGEST + 1024)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{path}: cannot be read ({error}); download it again") from error
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] != UNSIGNED_BYTE:
        raise DataError(f"{path}: not an idx file of bytes; download it again")
    dimensions = content[3]
    start = 4 + 4 * dimensions
    if not 1 <= dimensions <= 3 or len(content) < start:
        raise DataError(f"{path}: its header is cut off or strange; download it again")
    shape = tuple(int(n) for n in np.frombuffer(content, ">u4", dimensions, 4))
    if len(content) - start != math.prod(shape):
        raise DataError(
            f"{path}: its header promises {math.prod(shape)} values, "
            f"it holds {len(content) - start}; download it again"
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)
