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

from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError

_UNREADABLE = QT_TRANSLATE_NOOP("data", "{path}: cannot be read ({reason}); download it again")
_NOT_IDX = QT_TRANSLATE_NOOP("data", "{path}: not an idx file of bytes; download it again")
_HEADER = QT_TRANSLATE_NOOP("data", "{path}: its header is cut off or strange; download it again")
_OTHER_LENGTH = QT_TRANSLATE_NOOP(
    "data",
    "{path}: its header promises {promised} values, it holds {held}; download it again",
)

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
        raise DataError(message(_UNREADABLE, path=path, reason=str(error))) from error
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] != UNSIGNED_BYTE:
        raise DataError(message(_NOT_IDX, path=path))
    dimensions = content[3]
    start = 4 + 4 * dimensions
    if not 1 <= dimensions <= 3 or len(content) < start:
        raise DataError(message(_HEADER, path=path))
    shape = tuple(int(n) for n in np.frombuffer(content, ">u4", dimensions, 4))
    promised, held = math.prod(shape), len(content) - start
    if held != promised:
        raise DataError(message(_OTHER_LENGTH, path=path, promised=promised, held=held))
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)
