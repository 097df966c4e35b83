"""The confusion matrix: how often each digit was read as each digit, and the digits themselves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message

from .digits_networks import Reader
from .digits_reading import UNREAD, DigitSet, Readings

_VERDICT = QT_TRANSLATE_NOOP(
    "digits", "{correct} of {total} right, {wrong} wrong: an accuracy of {accuracy}"
)


def confusion_frames(reader: Reader, digits: DigitSet, readings: Readings) -> Frames:
    """Yield a frame after every batch, the last one with all images, so that cells open.

    "counts" (10, 10): [label, read]. "mistakes" (M,): numbers of the digits read wrongly. Of these
    in the frames under way, of all in the last: "numbers", "images", "labels", "read".
    """
    reading = readings.complete(reader, digits)
    step = 0
    while True:
        try:
            done, read = next(reading)
        except StopIteration as ended:
            yield _frame(step, digits, ended.value, len(digits))
            return
        step = done
        if done < len(digits):
            yield _frame(step, digits, read, done)


def _frame(step: int, digits: DigitSet, read: NDArray[np.int64], done: int) -> Frame:
    labels = digits.labels
    counts = np.zeros((10, 10), np.int64)
    np.add.at(counts, (labels[:done], read[:done]), 1)
    mistakes = np.flatnonzero((read != labels) & (read != UNREAD))
    correct = done - len(mistakes)
    finished = done == len(digits)
    shown = np.arange(len(digits)) if finished else mistakes
    verdict = message(
        _VERDICT,
        correct=correct,
        total=done,
        wrong=len(mistakes),
        accuracy=f"{correct / done:.2%}",
    )
    return Frame(
        step=len(digits) if finished else step,
        scalars={"accuracy": correct / done, "correct": correct, "read": done},
        arrays={
            "counts": counts,
            "mistakes": mistakes,
            "numbers": shown,
            "images": digits.images if finished else digits.images[mistakes],
            "labels": labels[shown],
            "read": read[shown],
        },
        total=len(digits),
        messages=(verdict,) if finished else (),
    )
