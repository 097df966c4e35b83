"""All test digits read by one network, a batch at a time, and remembered."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .digits_networks import Reader

AT_ONCE = 50
"""Images read between two frames: some ten milliseconds of the deep network."""
UNREAD = -1


@dataclass(frozen=True)
class DigitSet:
    """A set of digits: images (N, 28, 28), 0 … 255, and labels (N,), both read-only."""

    name: str
    images: NDArray[np.uint8]
    labels: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.images)


def inputs(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return images as the networks take them: 0 … 1."""
    return images.astype(np.float32) / np.float32(255.0)


class Readings:
    """How networks read test digits; what was read once is not read again."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], NDArray[np.int64]] = {}

    def known(self, reader: Reader, digits: DigitSet) -> NDArray[np.int64]:
        """Return (N,) readings, `UNREAD` (−1) where there is none yet."""
        return self._known.get((*reader.key, digits.name), np.full(len(digits), UNREAD, np.int64))

    def complete(
        self, reader: Reader, digits: DigitSet
    ) -> Generator[tuple[int, NDArray[np.int64]], None, NDArray[np.int64]]:
        """Read all digits; yields (how many are done, readings so far) a batch at a time.

        Returns the readings (N,). Yields nothing if they are known already.
        """
        key = (*reader.key, digits.name)
        if key in self._known:
            return self._known[key]
        read = np.full(len(digits), UNREAD, np.int64)
        for start in range(0, len(digits), AT_ONCE):
            batch = slice(start, start + AT_ONCE)
            read[batch] = reader.probabilities(inputs(digits.images[batch])).argmax(axis=1)
            yield min(start + AT_ONCE, len(digits)), read
        read.flags.writeable = False
        self._known[key] = read
        return read
