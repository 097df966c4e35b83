"""Mode "stack" (8.1, 8.2): shapes, parameters and multiplications of any stack of layers.

scalars  parameters, multiplications (of one image, forward), megabytes (of the parameters, float32)
arrays   `words` (n,), `shapes` (n, 3), 0 where an output has no such side, `parameters` (n,),
         `multiplications` (n,), `values` (n,): numbers in the output
"""

from __future__ import annotations

import math

import numpy as np

from fishlab.engine.shapes import ShapeError
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, LabError, message

from .depth_language import parsed, table
from .depth_params import DepthParams

_MISFIT = QT_TRANSLATE_NOOP("depth", "This does not fit: {reason}")
_TOTAL = QT_TRANSLATE_NOOP(
    "depth", "{parameters} parameters ({megabytes} MB), {multiplications} multiplications an image"
)
_WHERE = QT_TRANSLATE_NOOP(
    "depth",
    "{share} of the parameters are in affine layers, {work} of the multiplications in convolutions",
)


def stack_frame(params: DepthParams) -> Frame:
    """Return the one frame of this mode. Raises LabError if a layer does not fit the image."""
    try:
        rows = table(parsed(params.stack), params.channels, params.side)
    except ShapeError as error:
        raise LabError(message(_MISFIT, reason=str(error))) from error
    parameters = [row.parameters for row in rows]
    work = [row.multiplications for row in rows]
    total, all_work = sum(parameters), sum(work)
    affine = sum(row.parameters for row in rows if row.layer.kind == "affine")
    conv = sum(row.multiplications for row in rows if row.layer.kind == "conv")
    megabytes = 4 * total / 2**20
    said = [
        message(
            _TOTAL, parameters=f"{total:,}", megabytes=f"{megabytes:.3g}",
            multiplications=f"{all_work:,}",
        )
    ]  # fmt: skip
    if total and all_work:
        said.append(message(_WHERE, share=f"{affine / total:.0%}", work=f"{conv / all_work:.0%}"))
    return Frame(
        0,
        {"parameters": total, "multiplications": all_work, "megabytes": megabytes},
        {
            "words": np.array([row.layer.word for row in rows]),
            "shapes": np.array([(*row.shape, 0, 0)[:3] for row in rows], np.int64),
            "parameters": np.array(parameters, np.int64),
            "multiplications": np.array(work, np.int64),
            "values": np.array([math.prod(row.shape) for row in rows], np.int64),
        },
        messages=tuple(said),
    )
