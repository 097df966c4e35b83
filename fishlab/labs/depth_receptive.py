"""Mode "receptive" (8.1.3): several small filters see as far as one large one, for less.

Every layer is a filter of k × k moved by the stride, with a pooling 2 × 2 after it if asked for.
Of m maps, the input first:

scalars  field, parameters, single_parameters, without biases and with as many channels in as out;
         jump: how many cells of the input lie between what two neighbours of the last map see
arrays   `sides` (m,): the side of every map; `pooled` (m,): true if it comes from a pooling;
         `sizes` (m, m): on how many cells across of map j a cell of map i depends, 0 if j comes
         after i; `jumps` (m, m): how far they move when the cell moves by one; `seen` (m,): the
         last row of `sizes`
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message

from .depth_params import DepthParams

OUTPUT = 5
"""Side of the last map: room to move over."""

POOL = 2
"""Size and stride of a pooling."""

_SAID = QT_TRANSLATE_NOOP(
    "depth",
    "{layers} layers of {k} × {k} see {field} × {field} with {parameters} parameters; one layer of "
    "{field} × {field} needs {single}",
)
_ONE = QT_TRANSLATE_NOOP(
    "depth", "One layer of {k} × {k} sees {field} × {field}, with {parameters} parameters"
)
_JUMP = QT_TRANSLATE_NOOP(
    "depth",
    "Stride and pooling thin the maps out: the fields of two neighbours lie {jump} cells of the "
    "input apart",
)

Windows = list[tuple[int, int]]


def receptive_frame(params: DepthParams) -> Frame:
    """Return the one frame of this mode."""
    layer = [(params.kernel, params.stride), *([(POOL, POOL)] if params.pooling else [])]
    windows = params.layers * layer
    sizes, jumps = fields(windows)
    field, jump = int(sizes[-1, 0]), int(jumps[-1, 0])
    square = params.channels**2
    parameters, single = params.layers * params.kernel**2 * square, field**2 * square
    said = [
        message(
            _ONE if params.layers == 1 else _SAID, layers=params.layers, k=params.kernel,
            field=field, parameters=f"{parameters:,}", single=f"{single:,}",
        )
    ]  # fmt: skip
    if jump > 1:
        said.append(message(_JUMP, jump=jump))
    pooled = [False, *params.layers * ([False, True] if params.pooling else [False])]
    return Frame(
        0,
        {"field": field, "parameters": parameters, "single_parameters": single, "jump": jump},
        {
            "sides": np.array(sides(windows)),
            "pooled": np.array(pooled),
            "sizes": sizes,
            "jumps": jumps,
            "seen": sizes[-1],
        },
        messages=tuple(said),
    )


def fields(windows: Windows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return `sizes` and `jumps` of maps with these windows (size, stride) between them."""
    count = len(windows) + 1
    sizes, jumps = np.zeros((2, count, count), np.int64)
    for map_number in range(count):
        size = jump = 1
        sizes[map_number, map_number] = jumps[map_number, map_number] = 1
        for before in range(map_number - 1, -1, -1):
            k, stride = windows[before]
            size, jump = (size - 1) * stride + k, jump * stride
            sizes[map_number, before], jumps[map_number, before] = size, jump
    return sizes, jumps


def sides(windows: Windows) -> list[int]:
    """Return the side of every map, the input first, so that the last has 5 cells."""
    found = [OUTPUT]
    for k, stride in reversed(windows):
        found.append((found[-1] - 1) * stride + k)
    return found[::-1]
