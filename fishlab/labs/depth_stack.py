"""Mode "stack" (8.1, 8.2): shapes, parameters and multiplications of any stack of layers.

scalars  parameters, multiplications (of one image, forward), megabytes (of the parameters), memory
         (megabytes of parameters and outputs, one image)
arrays   `words` (n,), `shapes` (n, 3), 0 where an output has no such side, `parameters` (n,),
         `multiplications` (n,), `values` (n,): numbers in the output; `bytes` (n,): of parameters
         and output, four each, as float32 takes
"""

from __future__ import annotations

import math

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message

from .depth_language import parsed, table
from .depth_params import DepthParams

FLOAT32 = 4
MEGABYTE = 2**20

_TOTAL = QT_TRANSLATE_NOOP(
    "depth", "{parameters} parameters ({megabytes} MB), {multiplications} multiplications an image"
)
_WHERE = QT_TRANSLATE_NOOP(
    "depth",
    "{share} of the parameters are in affine layers, {work} of the multiplications in convolutions",
)


def stack_frame(params: DepthParams) -> Frame:
    """Return the one frame of this mode."""
    rows = table(parsed(params.stack), params.channels, params.side)
    parameters = [row.parameters for row in rows]
    work = [row.multiplications for row in rows]
    total, all_work = sum(parameters), sum(work)
    affine = sum(row.parameters for row in rows if row.layer.kind == "affine")
    conv = sum(row.multiplications for row in rows if row.layer.kind == "conv")
    values = [math.prod(row.shape) for row in rows]
    megabytes = FLOAT32 * total / MEGABYTE
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
        {
            "parameters": total,
            "multiplications": all_work,
            "megabytes": megabytes,
            "memory": FLOAT32 * (total + sum(values)) / MEGABYTE,
        },
        {
            "words": np.array([row.layer.word for row in rows]),
            "shapes": np.array([(*row.shape, 0, 0)[:3] for row in rows], np.int64),
            "parameters": np.array(parameters, np.int64),
            "multiplications": np.array(work, np.int64),
            "values": np.array(values, np.int64),
            "bytes": FLOAT32 * (np.array(parameters, np.int64) + np.array(values, np.int64)),
        },
        messages=tuple(said),
    )
