"""The reader's own digits as a set to train on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fishlab.datasets.personal import PersonalDigit, load_personal

from .digits_reading import DigitSet
from .digits_sets import digit_set


@dataclass(frozen=True)
class OwnDigits:
    """digits: what is trained on. files: where each of them is kept. problems: what is damaged."""

    digits: DigitSet
    files: tuple[PersonalDigit, ...]
    problems: tuple[str, ...]


def own_digits() -> OwnDigits:
    """Read the reader's digits, oldest first."""
    files, problems = load_personal()
    images = np.array([file.image for file in files], np.uint8).reshape(-1, 28, 28)
    labels = np.array([file.label for file in files], np.int64)
    return OwnDigits(digit_set("own", images, labels), tuple(files), tuple(problems))
