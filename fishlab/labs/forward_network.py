"""Mode "network" (3.4, 3.5): the book's 2-3-2-2 network, one unit a frame.

scalars  a.<layer>.<unit>, z.<layer>.<unit> of every unit computed so far, and y.1, y.2 at the end
arrays   `values` (4, 3): what every unit hands on (inputs first), `sums` (4, 3), `known` (4, 3);
         `weights` (3, 3, 3) and `biases` (3, 3), NaN where there is nothing; `now` (2,): layer and
         unit computed last, or −1
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Affine, identity_function, relu, sigmoid, softmax, tanh
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .forward_params import IDENTITY, LAYERS, SIGMOID, SOFTMAX, ForwardParams

Array = NDArray[Any]

UNITS = 3
FUNCTIONS = {
    "identity": identity_function, "sigmoid": sigmoid, "tanh": tanh, "relu": relu,
    "softmax": softmax,
}  # fmt: skip

_BEGIN = QT_TRANSLATE_NOOP("forward", "The inputs stand at the left: x₁ = {x1}, x₂ = {x2}")
_UNIT = QT_TRANSLATE_NOOP("forward", "{sum} = {a}, and {function}({a}) = {z}")
_UNIT_PLAIN = QT_TRANSLATE_NOOP("forward", "{sum} = {a}")
_SAID = {
    IDENTITY: QT_TRANSLATE_NOOP(
        "forward", "Identity hands the sums on as they are: for regression, any number may come out"
    ),
    SIGMOID: QT_TRANSLATE_NOOP(
        "forward",
        "Sigmoid makes each output a number from 0 to 1 by itself: for a question of yes or no",
    ),
    SOFTMAX: QT_TRANSLATE_NOOP(
        "forward",
        "Softmax makes the outputs add up to 1: probabilities of classes that exclude each other; "
        "the largest stays the largest",
    ),
}


def network_frames(params: ForwardParams) -> Frames:
    """Yield the inputs, then a frame for every unit, layer after layer."""
    weights, biases = params.network()
    sums, values = _computed(params, weights, biases)
    widths = [2, *(len(bias) for bias in biases)]
    known = np.zeros((LAYERS + 1, UNITS), bool)
    known[0, :2] = True
    places = [(layer, unit) for layer in range(1, LAYERS + 1) for unit in range(widths[layer])]
    fixed = {"weights": _padded(weights), "biases": _padded_rows(biases)}
    scalars: dict[str, float] = {}
    begin = message(_BEGIN, x1=f"{params.x1:g}", x2=f"{params.x2:g}")
    now = np.array([-1, -1])
    total = len(places)
    yield Frame(0, {}, _arrays(sums, values, known, now) | fixed, total, (begin,))
    for step, (layer, unit) in enumerate(places, start=1):
        known[layer, unit] = True
        # Softmax needs all sums of the layer: its outputs come when the last sum is there.
        waits = layer == LAYERS and params.output == SOFTMAX and unit < widths[layer] - 1
        a, z = float(sums[layer, unit]), float(values[layer, unit])
        scalars[f"a.{layer}.{unit + 1}"] = a
        if not waits:
            done = range(widths[layer]) if layer == LAYERS and step == total else (unit,)
            for k in done:
                scalars[f"z.{layer}.{k + 1}"] = float(values[layer, k])
        said = [_told(params, weights, biases, values, layer, unit, a, z, waits)]
        if step == total:
            for k in range(widths[layer]):
                scalars[f"y.{k + 1}"] = float(values[layer, k])
            said.append(message(_SAID[params.output]))
        arrays = _arrays(sums, values, known, np.array([layer, unit])) | fixed
        yield Frame(step, scalars, arrays, total, tuple(said))


def _computed(
    params: ForwardParams, weights: list[Array], biases: list[Array]
) -> tuple[Array, Array]:
    """Return the sums and what becomes of them, (LAYERS + 1, UNITS), NaN where no unit is."""
    sums = np.full((LAYERS + 1, UNITS), np.nan)
    values = np.full((LAYERS + 1, UNITS), np.nan)
    z = np.array([[params.x1, params.x2]])
    sums[0, :2] = values[0, :2] = z[0]
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        a = Affine(W, b).forward(z)
        z = FUNCTIONS[params.output if layer == LAYERS else params.hidden](a)
        sums[layer, : len(b)], values[layer, : len(b)] = a[0], z[0]
    return sums, values


def _arrays(sums: Array, values: Array, known: Array, now: Array) -> dict[str, Array]:
    return {"sums": sums, "values": values, "known": known, "now": now}


def _padded(weights: list[Array]) -> Array:
    padded = np.full((LAYERS, UNITS, UNITS), np.nan)
    for layer, W in enumerate(weights):
        padded[layer, : W.shape[0], : W.shape[1]] = W
    return padded


def _padded_rows(biases: list[Array]) -> Array:
    padded = np.full((LAYERS, UNITS), np.nan)
    for layer, bias in enumerate(biases):
        padded[layer, : len(bias)] = bias
    return padded


def _told(
    params: ForwardParams, weights: list[Array], biases: list[Array], values: Array,
    layer: int, unit: int, a: float, z: float, waits: bool,
) -> Message:  # fmt: skip
    W, b = weights[layer - 1], biases[layer - 1]
    parts = [f"{w:g}·{short(x)}" for w, x in zip(W[:, unit], values[layer - 1], strict=False)]
    written = " + ".join([*parts, f"{b[unit]:g}"])
    function = params.output if layer == LAYERS else params.hidden
    if function == IDENTITY or (layer == LAYERS and (waits or function == SOFTMAX)):
        return message(_UNIT_PLAIN, sum=written, a=short(a))
    return message(_UNIT, sum=written, a=short(a), function=function, z=short(z))


def short(value: float) -> str:
    """Return the value with four digits after the point at most, and a real minus sign."""
    return f"{value:.4f}".rstrip("0").rstrip(".").replace("-", "−")
