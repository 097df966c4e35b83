"""The pictures that the networks are shown: test digits, a sheet of them, or the reader's own."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError, Normalizer, load_mnist, normalize_picture, open_picture
from fishlab.datasets.normalization import Stages
from fishlab.datasets.pictures import picture_ink
from fishlab.experiment import QT_TRANSLATE_NOOP, LabError, Message, message

from .cnn_params import DIGIT, DRAWING, CnnParams
from .digits_drawing import SIDE, strokes_of

Image = NDArray[np.float32]
SHEET = 8
"""Digits along a side of the sheet."""

_NO_DATA = QT_TRANSLATE_NOOP("cnn", "The digits cannot be loaded: {reason}")
_NO_PICTURE = QT_TRANSLATE_NOOP("cnn", "The picture cannot be used: {reason}")
_NO_PATH = QT_TRANSLATE_NOOP(
    "cnn", "No picture is chosen yet: open one, drop one on the view, or type its path"
)
_NO_STROKES = QT_TRANSLATE_NOOP("cnn", "Nothing is drawn yet: draw a digit on the pad")


@cache
def sample_digits() -> tuple[Image, NDArray[np.int64]]:
    """Return the sample's test digits: images (1000, 28, 28), 0 … 1, and labels (1000,)."""
    images, labels = loaded("sample")[1]
    return images.reshape(-1, 28, 28), np.asarray(labels, np.int64)


def loaded(data: str) -> Any:
    """Return `load_mnist`'s digits for a network, (N, 1, 28, 28). Raises LabError."""
    try:
        return load_mnist(flatten=False, data=data)
    except DataError as error:
        raise LabError(message(_NO_DATA, reason=error.message)) from error


def digit_of(params: CnnParams) -> tuple[Image, int | None]:
    """Return the digit (28, 28) to look at, 0 … 1, and its label if it is known.

    Raises LabError for a picture that cannot be read.
    """
    if shows_digits(params):
        images, labels = sample_digits()
        return images[params.index], int(labels[params.index])
    try:
        if params.picture == DRAWING:
            return _drawing(params).result, None
        return normalize_picture(open_picture(params.path.strip())), None
    except DataError as error:
        raise LabError(message(_NO_PICTURE, reason=error.message)) from error


def large_picture_of(params: CnnParams) -> Image:
    """Return the picture (H, W) of ink, 0 … 1, at most 256 pixels long.

    Without a file it is a sheet of 64 test digits. Raises LabError.
    """
    if shows_digits(params):
        images = sample_digits()[0]
        chosen = images[(params.index + np.arange(SHEET * SHEET)) % len(images)]
        sheet = chosen.reshape(SHEET, SHEET, 28, 28).swapaxes(1, 2)
        return sheet.reshape(SHEET * 28, SHEET * 28)
    try:
        if params.picture == DRAWING:
            return _drawing(params).drawn
        return picture_ink(open_picture(params.path.strip()))
    except DataError as error:
        raise LabError(message(_NO_PICTURE, reason=error.message)) from error


def shows_digits(params: CnnParams) -> bool:
    """True if a test digit is looked at: it is wanted, or stands in until there is a picture."""
    if params.picture == DRAWING:
        return not params.strokes
    return params.picture == DIGIT or not params.path.strip()


def waiting(params: CnnParams) -> tuple[Message, ...]:
    """Say that a picture is still to be chosen or drawn, if so."""
    if params.picture == DIGIT or not shows_digits(params):
        return ()
    return (message(_NO_STROKES if params.picture == DRAWING else _NO_PATH),)


def _drawing(params: CnnParams) -> Stages:
    return Normalizer().strokes(strokes_of(params.strokes), canvas=(SIDE, SIDE))
