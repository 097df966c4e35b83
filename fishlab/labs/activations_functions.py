"""The activation functions of the lab by name, some of them with a shape that can be adjusted.

The functions are the engine's. The adjustable ones are put together from them, as the formulas
beside them say; at the default settings they are the engine's own to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.functions import ACTIVATIONS, LEAKY_SLOPE, relu, relu_derivative
from fishlab.experiment import QT_TRANSLATE_NOOP, Choice

Array = NDArray[np.floating[Any]]

# The book's own first, then the later ones beside their relatives.
FUNCTIONS = (
    Choice("step", QT_TRANSLATE_NOOP("activations", "Step")),
    Choice("sigmoid", QT_TRANSLATE_NOOP("activations", "Sigmoid")),
    Choice("relu", QT_TRANSLATE_NOOP("activations", "ReLU")),
    Choice("identity", QT_TRANSLATE_NOOP("activations", "Identity")),
    Choice("tanh", QT_TRANSLATE_NOOP("activations", "tanh")),
    Choice("leaky_relu", QT_TRANSLATE_NOOP("activations", "Leaky ReLU")),
    Choice("elu", QT_TRANSLATE_NOOP("activations", "ELU")),
    Choice("selu", QT_TRANSLATE_NOOP("activations", "SELU")),
    Choice("gelu", QT_TRANSLATE_NOOP("activations", "GELU")),
    Choice("silu", QT_TRANSLATE_NOOP("activations", "SiLU (swish)")),
    Choice("mish", QT_TRANSLATE_NOOP("activations", "Mish")),
    Choice("softplus", QT_TRANSLATE_NOOP("activations", "Softplus")),
    Choice("softsign", QT_TRANSLATE_NOOP("activations", "Softsign")),
    Choice("hard_sigmoid", QT_TRANSLATE_NOOP("activations", "Hard sigmoid")),
)
_BETWEEN_NAMES = ("identity", "relu", "leaky_relu", "tanh", "sigmoid", "step")
BETWEEN = tuple(
    next(choice for choice in FUNCTIONS if choice.value == name) for name in _BETWEEN_NAMES
)


@dataclass(frozen=True)
class Shape:
    """What can be adjusted in a function: slope of leaky ReLU, α of ELU, β of SiLU and softplus."""

    leaky_slope: float = LEAKY_SLOPE
    elu_alpha: float = 1.0
    sharpness: float = 1.0


def activation(name: str, shape: Shape) -> Callable[[Array], Array]:
    """Return the function of that name; arrays keep their shape and floating type."""
    function = ACTIVATIONS[name].function
    beta = shape.sharpness
    if name == "leaky_relu":  # max(0, x) - slope max(0, -x)
        return lambda x: relu(x) - shape.leaky_slope * relu(-x)
    if name == "elu":
        return lambda x: relu(x) + shape.elu_alpha * function(-relu(-x))
    if name in ("silu", "softplus"):  # x sigmoid(beta x); log(1 + exp(beta x)) / beta
        return lambda x: function(beta * x) / beta
    return lambda x: function(x).astype(x.dtype)


def derivative(name: str, shape: Shape) -> Callable[[Array], Array]:
    """Return the derivative of `activation(name, shape)` with respect to x."""
    slope = ACTIVATIONS[name].derivative
    if name == "leaky_relu":
        return lambda x: relu_derivative(x) + shape.leaky_slope * (1 - relu_derivative(x))
    if name == "elu":
        return lambda x: relu_derivative(x) + shape.elu_alpha * slope(x) * (1 - relu_derivative(x))
    if name in ("silu", "softplus"):
        return lambda x: slope(shape.sharpness * x)
    return slope
