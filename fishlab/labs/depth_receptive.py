"""Mode "receptive" (8.1.3): several small filters see as far as one large one, for less.

scalars  field, parameters, single_parameters, without biases and with as many channels in as out
arrays   `sides` (layers + 1,): the side of every map, the input first; `seen` (layers + 1,): on how
         many cells across of each map one cell of the last depends
"""

from __future__ import annotations

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message

from .depth_params import DepthParams

OUTPUT = 5
"""Side of the last map: room to move over."""

_SAID = QT_TRANSLATE_NOOP(
    "depth",
    "{layers} layers of {k} × {k} see {field} × {field} with {parameters} parameters; one layer of "
    "{field} × {field} needs {single}",
)
_ONE = QT_TRANSLATE_NOOP(
    "depth", "One layer of {k} × {k} sees {k} × {k}, with {parameters} parameters"
)


def receptive_frame(params: DepthParams) -> Frame:
    """Return the one frame of this mode."""
    k, layers, square = params.kernel, params.layers, params.channels**2
    seen = [1 + n * (k - 1) for n in range(layers, -1, -1)]
    field = seen[0]
    parameters, single = layers * k**2 * square, field**2 * square
    text = _ONE if layers == 1 else _SAID
    said = message(
        text, layers=layers, k=k, field=field, parameters=f"{parameters:,}", single=f"{single:,}"
    )
    return Frame(
        0,
        {"field": field, "parameters": parameters, "single_parameters": single},
        {"sides": np.array([OUTPUT + s - 1 for s in seen]), "seen": np.array(seen)},
        messages=(said,),
    )
