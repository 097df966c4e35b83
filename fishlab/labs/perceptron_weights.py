"""The space of weights: for which (w1, w2), at a given b, a perceptron is the gate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.perceptron import Perceptron
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message

from .perceptron_params import SPAN, PerceptronParams

CELLS = 161
"""Weights tried along each axis, from -SPAN to SPAN."""

_SHARE = QT_TRANSLATE_NOOP(
    "perceptron", "{share} of the weights shown make the gate at b = {b:g}. Yours: {verdict}."
)
_YES = QT_TRANSLATE_NOOP("perceptron", "inside")
_NO = QT_TRANSLATE_NOOP("perceptron", "outside")
_EMPTY_HERE = QT_TRANSLATE_NOOP(
    "perceptron", "No weights shown make the gate at b = {b:g}; another b may."
)
_EMPTY_XOR = QT_TRANSLATE_NOOP(
    "perceptron",
    "Empty, for every b: XOR wants b ≤ 0, w₁ + b > 0, w₂ + b > 0 and w₁ + w₂ + b ≤ 0, and these "
    "four contradict each other.",
)


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
    if share:
        verdict = _YES if inside else _NO
        said = message(_SHARE, share=f"{share:.1%}", b=params.b, verdict=verdict)
    elif tuple(targets) == (0, 1, 1, 0):
        said = message(_EMPTY_XOR)
    else:
        said = message(_EMPTY_HERE, b=params.b)
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
        messages=(said,),
    )
