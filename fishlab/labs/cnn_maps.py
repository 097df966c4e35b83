"""Feature maps: every layer's answer to a digit, or the first filters on a picture (7.6, "maps").

Every layer, for one digit:
arrays   `image` (28, 28), `probabilities` (10,), `layer.<name>` (C, H, W) or (D,) in order, and for
         those with maps `field.<name>` (3,): see `receptive_fields`
The first filters on a whole picture:
arrays   `image` (H, W), `filters` (FN, 5, 5), `layer.<name>` (FN, OH, OW), `field.<name>`
scalars  `digit`, `certainty` of the answer; `firing.<name>`: share of the numbers above 0
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Convolution, Pooling, Relu, softmax
from fishlab.engine.layer import Layer
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, LabError, message
from fishlab.experiment.own_weights import loaded, missing_weights

from .cnn_params import FIRST_MODEL, LAYERS, CnnParams
from .cnn_pictures import digit_of, large_picture_of, waiting

_READ = QT_TRANSLATE_NOOP("cnn", "Read as {digit}, with a probability of {certainty}")
_WRONG = QT_TRANSLATE_NOOP(
    "cnn", "Read as {digit}, with a probability of {certainty}; it is a {label}"
)
_FILTERED = QT_TRANSLATE_NOOP(
    "cnn", "{count} filters of 5 × 5 on a picture of {height} × {width}: edges and blobs stand out"
)

_FIRST = ("Conv1", "Relu1", "Pool1")


def maps_frame(params: CnnParams) -> Frame:
    """Return the maps that `params.show` names. Raises LabError."""
    return _layers(params) if params.show == LAYERS else _first(params)


def receptive_fields(layers: dict[str, Layer]) -> dict[str, NDArray[np.int64]]:
    """For each layer whose answer has maps: (jump, size, start) of what a cell of it sees.

    The cell (i, j) sees the pixels from start + jump · i, `size` of them, likewise across; those
    outside the image are padding.
    """
    jump, size, start = 1, 1, 0
    fields = {}
    for name, layer in layers.items():
        if isinstance(layer, Convolution):
            side = layer.W.shape[2]
        elif isinstance(layer, Pooling):
            side = layer.pool_h
        elif isinstance(layer, Relu):
            fields[name] = np.array([jump, size, start])
            continue
        else:
            break
        size += (side - 1) * jump
        start -= layer.pad * jump
        jump *= layer.stride
        fields[name] = np.array([jump, size, start])
    return fields


def _layers(params: CnnParams) -> Frame:
    network = loaded(params.model, params.network_weights).network
    image, label = digit_of(params)
    arrays: dict[str, NDArray[Any]] = {"image": image}
    trace = network.trace(image[np.newaxis])
    for name, answer in trace.items():
        if type(network.layers[name]).__name__ != "Dropout":
            arrays[f"layer.{name}"] = np.ascontiguousarray(answer[0])
    fields = receptive_fields(network.layers)
    arrays |= {f"field.{name}": field for name, field in fields.items()}
    arrays["probabilities"] = probabilities = softmax(answer[0])
    digit = int(probabilities.argmax())
    scalars = {"digit": digit, "certainty": float(probabilities[digit])}
    scalars |= _firing(arrays)
    text = _READ if label in (None, digit) else _WRONG
    said = message(text, digit=digit, certainty=f"{probabilities[digit]:.1%}", label=label)
    told = *missing_weights(params.model, params.network_weights), *waiting(params)
    return Frame(0, scalars, arrays, messages=(*told, said))


def _first(params: CnnParams) -> Frame:
    """The convolution, ReLU and pooling of SimpleConvNet, on a picture of any size."""
    network = loaded(FIRST_MODEL, params.network_weights).network
    image = large_picture_of(params)
    layers = {name: network.layers[name] for name in _FIRST}
    filters = network.params["W1"][:, 0]
    arrays: dict[str, NDArray[Any]] = {"image": image, "filters": filters}
    answer = image[np.newaxis, np.newaxis]
    height, width = image.shape
    if min(height, width) < 6:
        raise LabError(message(_SMALL, height=height, width=width))
    for name, layer in layers.items():
        answer = layer.infer(answer)
        arrays[f"layer.{name}"] = np.ascontiguousarray(answer[0])
    arrays |= {f"field.{name}": field for name, field in receptive_fields(layers).items()}
    said = message(_FILTERED, count=len(filters), height=height, width=width)
    told = *missing_weights(FIRST_MODEL, params.network_weights), *waiting(params)
    return Frame(0, _firing(arrays), arrays, messages=(*told, said))


_SMALL = QT_TRANSLATE_NOOP(
    "cnn", "A picture of {height} × {width} pixels is too small for a filter of 5 × 5"
)


def _firing(arrays: dict[str, NDArray[Any]]) -> dict[str, float]:
    prefix = "layer."
    return {
        f"firing.{name.removeprefix(prefix)}": float(np.mean(values > 0))
        for name, values in arrays.items()
        if name.startswith(prefix)
    }
