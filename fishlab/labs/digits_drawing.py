"""A drawing or a picture: made like one of MNIST's digits, and read."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError, Normalizer, Stages, Stroke
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message

from .digits_networks import Reader
from .digits_params import DigitsParams
from .digits_picture import text_picture

SIDE = 280.0
"""Side of the drawing pad in the unit of the strokes."""

_NO_INK = QT_TRANSLATE_NOOP("digits", "Nothing stands out from the paper: there is no ink to read")


def drawing_frame(params: DigitsParams, reader: Reader) -> Frame:
    """Return what the network sees and answers; an empty frame for empty paper.

    "image" (28, 28) is what it sees, "step.drawn", "step.box", "step.antialias" and "step.centre"
    what led there, ink 0 … 1.
    """
    if not params.strokes and not params.picture:
        return Frame(0)
    try:
        stages = normalized(params)
    except DataError:
        return Frame(0, messages=(message(_NO_INK),) if params.picture else ())
    answers = reader.answers(stages.result)
    digit = int(answers["probabilities"].argmax())
    probability = float(answers["probabilities"][digit])
    return Frame(
        0,
        scalars={"digit": digit, "probability": probability},
        arrays={
            "image": stages.result,
            "step.drawn": stages.drawn,
            "step.box": stages.box,
            "step.antialias": stages.scaled,
            "step.centre": stages.result,
            **answers,
        },
    )


def normalized(params: DigitsParams) -> Stages:
    """Return the way from the paper to 28 × 28. Raises DataError if there is no ink."""
    normalizer = Normalizer(box=params.box, centre=params.centre, antialias=params.antialias)
    if params.picture:
        return normalizer.picture(text_picture(params.picture))
    return normalizer.strokes(strokes_of(params.strokes), canvas=(SIDE, SIDE))


def strokes_of(rows: tuple[tuple[float, ...], ...]) -> list[Stroke]:
    """Return strokes from rows of (stroke, x, y, width, erase); a stroke's rows are together."""
    return [
        Stroke(_points(list(line)), width, bool(erase))
        for (_, width, erase), line in groupby(rows, key=lambda row: (row[0], row[3], row[4]))
    ]


def _points(line: list[tuple[float, ...]]) -> NDArray[np.float64]:
    return np.array([row[1:3] for row in line], np.float64)
