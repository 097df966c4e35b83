"""Test digits looked at one by one: all, those of one label, or only those read wrongly."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message

from .digits_networks import Reader
from .digits_params import DigitsParams
from .digits_reading import DigitSet, Readings, inputs

_NONE = QT_TRANSLATE_NOOP("digits", "No digit is left: every one of them is read rightly")
_COUNT = QT_TRANSLATE_NOOP(
    "digits", "{count} of {total} digits; this is number {number} of the data"
)


def browsing_frames(
    params: DigitsParams, reader: Reader, digits: DigitSet, readings: Readings
) -> Frames:
    """Yield the chosen digit with all that the network answers to it.

    "image" (28, 28), "label" (1,) and the reader's answers; of all digits that the choice leaves:
    "numbers" (M,), "images" (M, 28, 28), "labels" (M,), "read" (M,), −1 where not read yet.
    Only if all have to be read first, frames of progress come before.
    """
    step = 0
    if params.only_wrong:
        for step, _ in readings.complete(reader, digits):
            yield Frame(step, scalars={"read": step}, total=len(digits))
    read = readings.known(reader, digits)
    chosen = np.ones(len(digits), bool)
    if params.label != "any":
        chosen &= digits.labels == int(params.label)
    if params.only_wrong:
        chosen &= digits.labels != read
    numbers = np.flatnonzero(chosen)
    everything = len(numbers) == len(digits)
    arrays: dict[str, NDArray[Any]] = {
        "numbers": numbers,
        "images": digits.images if everything else digits.images[numbers],
        "labels": digits.labels[numbers],
        "read": read[numbers],
    }
    if not len(numbers):
        yield Frame(step, arrays=arrays, messages=(message(_NONE),))
        return
    index = min(params.index, len(numbers) - 1)
    number = numbers[index]
    image = inputs(digits.images[number])
    answers = reader.answers(image)
    counted = message(_COUNT, count=len(numbers), total=len(digits), number=int(number))
    yield Frame(
        step,
        scalars={
            "digit": int(answers["probabilities"].argmax()),
            "probability": float(answers["probabilities"].max()),
            "label": int(digits.labels[number]),
        },
        arrays={
            "image": image,
            "label": digits.labels[number : number + 1],
            "index": np.array([index]),
            **answers,
            **arrays,
        },
        messages=(counted,),
    )
