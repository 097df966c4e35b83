"""The space of weights: for which (w1, w2), at a given b, a perceptron is the gate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.perceptron import Perceptron
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Message, message

from .perceptron_params import SPAN, PerceptronParams
from .perceptron_separable import why_no_line

CELLS = 161
"""Weights tried along each axis, from -SPAN to SPAN."""

_SHARE = QT_TRANSLATE_NOOP(
    "perceptron", "{share} of the weights shown make the gate at b = {b}. Yours: {verdict}."
)
_YES = QT_TRANSLATE_NOOP("perceptron", "inside")
_NO = QT_TRANSLATE_NOOP("perceptron", "outside")
_EMPTY_HERE = QT_TRANSLATE_NOOP(
    "perceptron", "No weights shown make the gate at b = {b}; another b may."
)
_EMPTY = QT_TRANSLATE_NOOP("perceptron", "Nothing is shaded, and it is the same for every b.")


def weights_frame(
    params: PerceptronParams, points: NDArray[np.float64], targets: NDArray[np.int64]
) -> Frame:
    """Return the frame with "region" (CELLS, CELLS): 1 where [w2, w1] makes the gate at b."""
    axis = np.linspace(-SPAN, SPAN, CELLS)
    region = np.ones((CELLS, CELLS), np.uint8)
    for point, target in zip(points, targets, strict=True):
        # w1 x1 + w2 x2 + b is itself a perceptron's sum, of the inputs (w1, w2) with weights x.
        grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        fires = Perceptron(point, params.b).forward(grid)
        region &= (fires == target).reshape(CELLS, CELLS)
    share = float(region.mean())
    chosen = Perceptron((params.w1, params.w2), params.b)
    outputs = chosen.forward(points) if len(points) else np.empty(0, np.int64)
    inside = bool((outputs == targets).all())
    said: tuple[Message, ...]
    if share:
        verdict = _YES if inside else _NO
        said = (message(_SHARE, share=f"{share:.1%}", b=f"{params.b:g}", verdict=verdict),)
    elif why := why_no_line(params, points, targets):
        said = (message(_EMPTY), *why)
    else:
        said = (message(_EMPTY_HERE, b=f"{params.b:g}"),)
    return Frame(
        0,
        scalars={"w1": params.w1, "w2": params.w2, "b": params.b, "share": share},
        arrays={
            "points": points,
            "targets": targets,
            "sums": chosen.sums(points) if len(points) else np.empty(0),
            "outputs": outputs,
            "region": region,
        },
        messages=said,
    )
