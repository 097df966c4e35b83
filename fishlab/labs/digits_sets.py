"""The digits that the lab reads and trains on: MNIST's, and the reader's own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError, load_mnist
from fishlab.experiment import QT_TRANSLATE_NOOP, LabError, message

from .digits_reading import DigitSet

_NO_DATA = QT_TRANSLATE_NOOP("digits", "The digits cannot be loaded: {reason}")


@lru_cache(maxsize=2)
def mnist_digits(data: str) -> tuple[DigitSet, DigitSet]:
    """Return the digits to train on and those to test with. data: "sample" or "mnist".

    Raises LabError.
    """
    try:
        train, test = load_mnist(normalize=False, flatten=False, data=data)
    except DataError as error:
        raise LabError(message(_NO_DATA, reason=error.message)) from error
    return digit_set(f"{data} train", *train), digit_set(f"{data} test", *test)


def digit_set(name: str, images: NDArray[Any], labels: NDArray[Any]) -> DigitSet:
    """Return images (N, …) of 28 × 28 bytes and labels (N,) as a set that nobody changes."""
    pictures = np.array(images, np.uint8)
    pictures.shape = (len(images), 28, 28)
    numbers = np.array(labels, np.int64)
    for array in (pictures, numbers):
        array.flags.writeable = False
    return DigitSet(name, pictures, numbers)
