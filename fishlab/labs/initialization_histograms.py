"""Mode "histograms" (6.2.2, 6.2.3, 6.3.1): what is left of the spread after every layer.

Normal data goes forward through equal layers, and a normal gradient comes back from the last one.

scalars  mean.k, std.k, saturated.k (share of outputs where the activation hardly has a slope),
         dead.k (share of units that answer 0 to all data; ReLU only), gradient_std.k (of the
         gradient that reaches layer k's activations), k from 1; weight_std
arrays   `edges` (51,), `counts` (depth, 50): histograms of the activations, as shares; `beyond`
         (depth,): the share outside; `gradient_edges`, `gradient_counts`, `gradient_beyond`
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Affine, BatchNormalization, Layer, initial_scale
from fishlab.engine.blas import single_threaded_blas
from fishlab.engine.multi_layer_net import ACTIVATION_LAYERS
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Message, message

from .initialization_params import STD, InitializationParams

Array = NDArray[Any]

BINS = 50
RANGES = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "relu": (0.0, 2.0)}
GRADIENT_RANGE = 3.0
"""The gradient begins with a standard deviation of 1; three of them hold nearly all of it."""
FLAT = 0.1
"""A slope below this part of the steepest one counts as none: there learning stands still."""

_SATURATED = QT_TRANSLATE_NOOP(
    "initialization",
    "{share} of the last layer's outputs sit where {activation} is flat, and hardly pass a "
    "gradient on: what reaches layer 1, with {gradient} of its size, comes through the others",
)
_CROWDED = QT_TRANSLATE_NOOP(
    "initialization",
    "The outputs crowd round one value, standard deviation {std}: all units say the same, a "
    "hundred of them are worth one",
)
_VANISHED = QT_TRANSLATE_NOOP(
    "initialization", "From layer to layer the outputs shrink, to {std}: the signal dies out"
)
_EXPLODED = QT_TRANSLATE_NOOP(
    "initialization", "From layer to layer the outputs grow, to {std}: the signal explodes"
)
_KEPT = QT_TRANSLATE_NOOP(
    "initialization",
    "The spread is kept: {first} after the first layer, {last} after the last; the gradient comes "
    "back with {gradient} of its size",
)


def histograms_frame(params: InitializationParams, rng: np.random.Generator) -> Frame:
    """Return the one frame of this mode."""
    kind: str | float = params.std if params.kind == STD else params.kind
    scale = initial_scale(kind, params.width)
    x = rng.standard_normal((params.inputs, params.width))
    outputs, layers = [], []
    with np.errstate(over="ignore"), single_threaded_blas():
        for _ in range(params.depth):
            block = _block(params, scale, rng)
            for layer in block:
                x = layer.forward(x)
            layers.append(block)
            outputs.append(x)
        gradients = _gradients(layers, rng.standard_normal(x.shape))
    low, high = RANGES[params.activation]
    edges, counts, beyond = _histograms(outputs, low, high)
    around = _histograms(gradients, -GRADIENT_RANGE, GRADIENT_RANGE)
    scalars = {"weight_std": float(scale)}
    for k, (output, gradient) in enumerate(zip(outputs, gradients, strict=True), start=1):
        scalars[f"mean.{k}"] = float(output.mean())
        scalars[f"std.{k}"] = float(output.std())
        scalars[f"saturated.{k}"] = saturated(output, params.activation)
        if params.activation == "relu":
            scalars[f"dead.{k}"] = float(np.mean((output <= 0).all(axis=0)))
        scalars[f"gradient_std.{k}"] = float(gradient.std())
    return Frame(
        0,
        scalars,
        {
            "edges": edges,
            "counts": counts,
            "beyond": beyond,
            "gradient_edges": around[0],
            "gradient_counts": around[1],
            "gradient_beyond": around[2],
        },
        messages=(_verdict(params, scalars),),
    )


def _block(params: InitializationParams, scale: float, rng: np.random.Generator) -> list[Layer]:
    width = params.width
    W = scale * rng.standard_normal((width, width))
    block: list[Layer] = [Affine(W, np.zeros(width))]
    if params.batchnorm:
        block.append(BatchNormalization(np.ones(width), np.zeros(width)))
    return [*block, ACTIVATION_LAYERS[params.activation]()]


def _gradients(layers: list[list[Layer]], gradient: Array) -> list[Array]:
    """Return the gradient for the outputs of every block, from the given one for the last."""
    gradients = [gradient]
    for block in reversed(layers[1:]):
        for layer in reversed(block):
            gradient = layer.backward(gradient)
        gradients.append(gradient)
    return gradients[::-1]


def saturated(output: Array, activation: str) -> float:
    """Return the share of outputs at which the activation's slope is below a tenth of its best.

    The slopes follow from the outputs: y (1 - y) of sigmoid, 1 - y² of tanh, 0 or 1 of ReLU.
    """
    if activation == "sigmoid":
        return float(np.mean(output * (1 - output) < FLAT / 4))
    if activation == "tanh":
        return float(np.mean(1 - output**2 < FLAT))
    return float(np.mean(output <= 0))


def _histograms(layers: list[Array], low: float, high: float) -> tuple[Array, Array, Array]:
    """Return edges (BINS + 1,), the shares in every bin (n, BINS), and the share outside (n,)."""
    edges = np.linspace(low, high, BINS + 1)
    # Given the ends, not the edges, NumPy knows that the bins are equal: 16 times as fast.
    counts = np.stack([np.histogram(a, BINS, (low, high))[0] / a.size for a in layers])
    return edges, counts, np.maximum(1 - counts.sum(axis=1), 0.0)


def _verdict(params: InitializationParams, scalars: dict[str, float]) -> Message:
    depth = params.depth
    first, last = scalars["std.1"], scalars[f"std.{depth}"]
    gradient = scalars["gradient_std.1"]
    if params.activation == "relu":
        if last < first / 3 or last < 1e-3:
            return message(_VANISHED, std=short(last))
        if last > 3 * first:
            return message(_EXPLODED, std=short(last))
    elif scalars[f"saturated.{depth}"] > 0.5:
        share = f"{scalars[f'saturated.{depth}']:.0%}"
        return message(
            _SATURATED, share=share, activation=params.activation, gradient=short(gradient)
        )
    elif last < 0.05:
        return message(_CROWDED, std=short(last))
    return message(_KEPT, first=short(first), last=short(last), gradient=short(gradient))


def short(value: float) -> str:
    """Return the value with three digits that count, and a real minus sign."""
    return f"{value:.3g}".replace("-", "−")
