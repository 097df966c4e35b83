"""Digits that are not MNIST's, parted into training and test digits as MNIST is.

The reader's collection from the digits lab, or any folder of labelled pictures.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.text import QT_TRANSLATE_NOOP, Text, message

from .errors import DataError
from .labelled import labelled_pictures, read_digit
from .personal import load_personal

_TOO_FEW_OWN = QT_TRANSLATE_NOOP(
    "data", "there are {count} digits of your own; {fewest} are needed to learn from"
)
_TOO_FEW_IN = QT_TRANSLATE_NOOP(
    "data", "there are {count} digits in {folder}; {fewest} are needed to learn from"
)

FEWEST = 20
TEST_EVERY = 6
"""Every sixth digit is kept for the test: MNIST's proportion, 60,000 to 10,000."""

Parted = tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]


def personal_digits() -> Parted:
    """Return x_train, t_train, x_test, t_test of the reader's own digits. Raises DataError."""
    digits, _ = load_personal()
    return _parted([d.image for d in digits], [d.label for d in digits], _TOO_FEW_OWN)


def folder_digits(folder: Path) -> Parted:
    """Return x_train, t_train, x_test, t_test of a folder of labelled pictures.

    Raises DataError, also for a single picture that cannot be read, which it names.
    """
    found = labelled_pictures(folder)
    images = [np.rint(read_digit(path) * 255).astype(np.uint8) for path, _ in found]
    return _parted(images, [label for _, label in found], _TOO_FEW_IN, folder=folder)


def _parted(images: ArrayLike, labels: ArrayLike, too_few: Text, **values: Path) -> Parted:
    """Part images (N, 28, 28) of bytes and labels (N,), always alike.

    too_few: said with `values` when there are fewer than `FEWEST`.

    A digit of which there are `TEST_EVERY` or more is in both parts.
    """
    x = np.asarray(images, np.uint8).reshape(-1, 28, 28)
    t = np.asarray(labels, np.uint8)
    if len(t) < FEWEST:
        raise DataError(message(too_few, count=len(t), fewest=FEWEST, **values))
    by_label = np.argsort(t, kind="stable")
    chosen = np.zeros(len(t), bool)
    chosen[by_label[TEST_EVERY - 1 :: TEST_EVERY]] = True
    # Whoever takes the first hundred must not get nothing but zeros.
    mixed = np.random.default_rng(0).permutation(len(t))
    train, test = mixed[~chosen[mixed]], mixed[chosen[mixed]]
    return x[train], t[train], x[test], t[test]
