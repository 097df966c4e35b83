"""Linear layers in a row are one linear layer (3.2.6); with a bend between them they are not.

A square net of lines goes through a few random affine layers of two inputs and two outputs. Beside
it goes the same net through a single affine layer: the product of the weight matrices or, when a
nonlinear function stands between the layers, the one that comes nearest by least squares.
"""

from __future__ import annotations

import numpy as np

from fishlab.engine.affine import Affine
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Message, message

from .activations_functions import Array, activation
from .activations_params import MAX_DEPTH, ActivationsParams

NET_LINES = 9
LINE_POINTS = 41
NET_REACH = 2.0

_COLLAPSED = QT_TRANSLATE_NOOP(
    "activations", "{depth} linear layers are one: the largest difference is {difference}"
)
_ONE = QT_TRANSLATE_NOOP("activations", "A single layer has nothing to collapse")
_BENT = QT_TRANSLATE_NOOP(
    "activations", "No single layer does the same: the best one misses {share} of the variance"
)
_REPLACED = QT_TRANSLATE_NOOP(
    "activations", "One layer does almost the same here: it misses only {share} of the variance"
)
# Above this share of the variance the picture shows the difference plainly.
BENT_SHARE = 0.001


def collapse_frame(params: ActivationsParams, rng: np.random.Generator) -> Frame:
    """Return one Frame: the net before the layers, after each of them, and after the single one.

    Arrays: `layers` (depth + 1, 18, 41, 2), lines of the net as points, the first nine at constant
    x₁ and the others at constant x₂; `single` (18, 41, 2); `weight` (2, 2) and `bias` (2,) of the
    single layer; `weights` (depth, 2, 2) and `biases` (depth, 2).
    Scalars: `max_difference` and `rms_difference` between the layers and the single one,
    `unexplained`: the share of the outputs' variance that the single layer misses, 0 to 1.
    """
    dtype = np.dtype(params.precision)
    weights, biases = random_layers(rng)
    weights = weights[: params.depth].astype(dtype)
    biases = biases[: params.depth].astype(dtype)
    bend = activation(params.between, params.shape)

    net = square_net().astype(dtype)
    outputs = [net.reshape(-1, 2)]
    for number, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        answer = Affine(W, b).forward(outputs[-1])
        outputs.append(answer if number == params.depth else bend(answer))

    linear = params.between == "identity" or params.depth == 1
    single = product(weights, biases) if linear else best_affine(outputs[0], outputs[-1])
    answer = Affine(*single).forward(outputs[0])
    difference = (outputs[-1] - answer).astype(np.float64)
    scalars = {
        "max_difference": float(np.max(np.abs(difference))),
        "rms_difference": float(np.sqrt(np.mean(difference**2))),
        "unexplained": unexplained(outputs[-1].astype(np.float64), difference),
    }
    arrays = {
        "layers": np.stack(outputs).reshape(-1, *net.shape),
        "single": answer.reshape(net.shape),
        "weight": single[0],
        "bias": single[1],
        "weights": weights,
        "biases": biases,
    }
    verdict = _verdict(params, linear, scalars)
    return Frame(0, scalars, arrays, messages=(verdict,))


def square_net() -> Array:
    """Return (18, 41, 2): nine lines each way over the square from −2 to 2."""
    across = np.linspace(-NET_REACH, NET_REACH, NET_LINES)
    along = np.linspace(-NET_REACH, NET_REACH, LINE_POINTS)
    fixed, running = np.meshgrid(across, along, indexing="ij")  # (9, 41) each
    upright = np.stack([fixed, running], axis=-1)
    level = np.stack([running, fixed], axis=-1)
    return np.concatenate([upright, level])


def random_layers(rng: np.random.Generator) -> tuple[Array, Array]:
    """Return weights (8, 2, 2) and biases (8, 2) that neither blow the net up nor flatten it.

    Each matrix turns, stretches along the axes by 0.75 to 1.35, and turns again. All layers are
    drawn whatever the depth, so that the first ones stay when the reader adds another.
    """
    turns = rng.uniform(-np.pi, np.pi, (2, MAX_DEPTH))
    cos, sin = np.cos(turns), np.sin(turns)
    rotation = np.stack([np.stack([cos, -sin], -1), np.stack([sin, cos], -1)], -2)
    stretch = rng.uniform(0.75, 1.35, (MAX_DEPTH, 2, 1))
    weights = rotation[0] @ (stretch * rotation[1])
    return weights, rng.normal(0.0, 0.3, (MAX_DEPTH, 2))


def product(weights: Array, biases: Array) -> tuple[Array, Array]:
    """Return W (2, 2) and b (2,) with x W + b = (… (x W₁ + b₁) W₂ + b₂ …)."""
    W, b = weights[0], biases[0]
    for next_W, next_b in zip(weights[1:], biases[1:], strict=True):
        W, b = W @ next_W, b @ next_W + next_b
    return W, b


def best_affine(x: Array, y: Array) -> tuple[Array, Array]:
    """Return W (2, 2) and b (2,) that bring x W + b nearest to y, both (n, 2), by least squares."""
    ones = np.ones((len(x), 1), x.dtype)
    solution = np.linalg.lstsq(np.hstack([x, ones]), y, rcond=None)[0]
    return solution[:2], solution[2]


def unexplained(y: Array, difference: Array) -> float:
    """Return the share of the variance of y (n, 2) that `difference` (n, 2) is, 0 to 1."""
    if not np.ptp(y, axis=0).any():
        return 0.0  # outputs that are all the same are met by a bias alone
    return float(np.sum(difference**2) / np.sum((y - np.mean(y, axis=0)) ** 2))


def _verdict(params: ActivationsParams, linear: bool, scalars: dict[str, float]) -> Message:
    if params.depth == 1:
        return message(_ONE)
    if linear:
        difference = f"{scalars['max_difference']:.1e}"
        return message(_COLLAPSED, depth=params.depth, difference=difference)
    share = f"{scalars['unexplained']:.2%}"
    bent = scalars["unexplained"] > BENT_SHARE
    return message(_BENT if bent else _REPLACED, share=share)
