"""Activation functions and their derivatives (chapters 3.2 and 3.5), and softmax.

Every function takes an array of any shape (or a number) and works element by element; floating
arrays keep their dtype, whole numbers become float64. `ACTIVATIONS` names them all, each with its
derivative with respect to the input and the inputs at which it saturates.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fishlab.engine.layer import floating

Array = NDArray[Any]

LEAKY_SLOPE = 0.01
# Klambauer et al. 2017, appendix A: the fixed point at mean 0 and variance 1.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805
# The tanh form of GELU: sqrt(2/pi) (x + 0.044715 x**3), beyond |x| = 10 indistinguishable from +-1
# after tanh.
GELU_SCALE = math.sqrt(2.0 / math.pi)
GELU_CUBIC = 0.044715
GELU_FLAT = 10.0


def identity_function(x: ArrayLike) -> Array:
    """x itself: the output layer of regression (3.4)."""
    return floating(x)


def identity_derivative(x: ArrayLike) -> Array:
    """1 everywhere."""
    return np.ones_like(floating(x))


def step_function(x: ArrayLike) -> Array:
    """1 where x > 0, otherwise 0, as integers: the perceptron's activation (3.2.2)."""
    return np.asarray(np.asarray(x) > 0).astype(np.int_)


def step_derivative(x: ArrayLike) -> Array:
    """0 everywhere, also at 0, where there is none: nothing is learned through a step (4.2.5)."""
    return np.zeros_like(floating(x))


def sigmoid(x: ArrayLike) -> Array:
    """1 / (1 + exp(-x)) (3.2.4).

    For very negative x the exponential overflows to infinity, and 1/inf is the right answer, 0: the
    overflow is expected and gives no warning.
    """
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-floating(x)))


def sigmoid_derivative(x: ArrayLike) -> Array:
    """y (1 - y) with y = sigmoid(x): at most 1/4 (5.5.2)."""
    y = sigmoid(x)
    return y * (1.0 - y)


def tanh(x: ArrayLike) -> Array:
    """The hyperbolic tangent: a sigmoid that is symmetric about the origin (6.2.2)."""
    return np.tanh(floating(x))


def tanh_derivative(x: ArrayLike) -> Array:
    """1 - tanh(x)**2."""
    y = tanh(x)
    return 1.0 - y * y


def relu(x: ArrayLike) -> Array:
    """max(0, x) (3.2.7); Nair and Hinton 2010."""
    return np.maximum(floating(x), 0)


def relu_derivative(x: ArrayLike) -> Array:
    """1 where x > 0, otherwise 0 (also at 0, as in 5.5.1)."""
    x = floating(x)
    return (x > 0).astype(x.dtype)


def leaky_relu(x: ArrayLike) -> Array:
    """x where x > 0, otherwise 0.01 x; Maas, Hannun and Ng 2013."""
    x = floating(x)
    return np.where(x > 0, x, LEAKY_SLOPE * x)


def leaky_relu_derivative(x: ArrayLike) -> Array:
    """1 where x > 0, otherwise 0.01."""
    x = floating(x)
    return np.where(x > 0, 1.0, LEAKY_SLOPE).astype(x.dtype)


def elu(x: ArrayLike) -> Array:
    """x where x > 0, otherwise exp(x) - 1; Clevert, Unterthiner and Hochreiter 2015."""
    x = floating(x)
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def elu_derivative(x: ArrayLike) -> Array:
    """1 where x > 0, otherwise exp(x)."""
    return np.exp(np.minimum(floating(x), 0))


def selu(x: ArrayLike) -> Array:
    """1.0507 x where x > 0, otherwise 1.0507 * 1.6733 (exp(x) - 1); Klambauer et al. 2017."""
    x = floating(x)
    return SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.expm1(np.minimum(x, 0)))


def selu_derivative(x: ArrayLike) -> Array:
    """1.0507 where x > 0, otherwise 1.0507 * 1.6733 exp(x)."""
    x = floating(x)
    slope = np.where(x > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(x, 0))).astype(x.dtype)
    return SELU_SCALE * slope


def _gelu_gate(x: Array) -> Array:
    """tanh of the cubic; x is cut off where that has long been +-1, lest the cube overflow."""
    near: Array = np.clip(x, -GELU_FLAT, GELU_FLAT)
    gate: Array = np.tanh(GELU_SCALE * (near + GELU_CUBIC * near * near * near))
    return gate


def gelu(x: ArrayLike) -> Array:
    """x times the normal distribution function, in its tanh form; Hendrycks and Gimpel 2016."""
    x = floating(x)
    return 0.5 * x * (1.0 + _gelu_gate(x))


def gelu_derivative(x: ArrayLike) -> Array:
    """The exact derivative of the tanh form."""
    x = floating(x)
    gate = _gelu_gate(x)
    near = np.clip(x, -GELU_FLAT, GELU_FLAT)
    inner: Array = GELU_SCALE * (1.0 + 3.0 * GELU_CUBIC * near * near)
    slope: Array = 0.5 * (1.0 + gate) + 0.5 * near * (1.0 - gate * gate) * inner
    return slope


def silu(x: ArrayLike) -> Array:
    """x sigmoid(x), also called swish; Elfwing et al. 2017, Ramachandran et al. 2017."""
    x = floating(x)
    return x * sigmoid(x)


def silu_derivative(x: ArrayLike) -> Array:
    """y (1 + x (1 - y)) with y = sigmoid(x)."""
    x = floating(x)
    y = sigmoid(x)
    return y * (1.0 + x * (1.0 - y))


swish = silu
swish_derivative = silu_derivative


def softplus(x: ArrayLike) -> Array:
    """log(1 + exp(x)), a smooth ReLU; Dugas et al. 2001."""
    return np.logaddexp(floating(x), 0)


def softplus_derivative(x: ArrayLike) -> Array:
    """sigmoid(x)."""
    return sigmoid(x)


def softsign(x: ArrayLike) -> Array:
    """x / (1 + |x|); Bergstra et al. 2009, Glorot and Bengio 2010."""
    x = floating(x)
    return x / (1.0 + np.abs(x))


def softsign_derivative(x: ArrayLike) -> Array:
    """1 / (1 + |x|)**2."""
    return np.square(1.0 / (1.0 + np.abs(floating(x))))


def hard_sigmoid(x: ArrayLike) -> Array:
    """x/6 + 1/2, cut off at 0 and 1; Howard et al. 2019 (MobileNetV3)."""
    return np.clip(floating(x) / 6.0 + 0.5, 0.0, 1.0)


def hard_sigmoid_derivative(x: ArrayLike) -> Array:
    """1/6 where |x| < 3, otherwise 0."""
    x = floating(x)
    return (np.abs(x) < 3.0).astype(x.dtype) / 6.0


def mish(x: ArrayLike) -> Array:
    """x tanh(softplus(x)); Misra 2019."""
    x = floating(x)
    return x * np.tanh(softplus(x))


def mish_derivative(x: ArrayLike) -> Array:
    """t + x sigmoid(x) (1 - t**2) with t = tanh(softplus(x))."""
    x = floating(x)
    t = np.tanh(softplus(x))
    return t + x * sigmoid(x) * (1.0 - t * t)


def softmax(x: ArrayLike) -> Array:
    """exp(x) / sum(exp(x)) along the last axis: (K,) -> (K,), or row by row, (N, K) -> (N, K).

    The maximum is subtracted first, which changes nothing in the quotient and keeps exp from
    overflowing (3.5.2).
    """
    x = floating(x)
    exponential: Array = np.exp(x - np.maximum.reduce(x, axis=-1, keepdims=True))
    exponential /= np.add.reduce(exponential, axis=-1, keepdims=True)
    return exponential


def softmax_without_shift(x: ArrayLike) -> Array:
    """softmax as the formula stands, to show why it is not computed so (3.5.2).

    At (1010, 1000, 990) it gives nan, with NumPy's overflow and invalid-value warnings; a caller
    who wants to show just that wraps the call in `np.errstate(over="ignore", invalid="ignore")`.
    """
    exponential: Array = np.exp(floating(x))
    total: Array = np.sum(exponential, axis=-1, keepdims=True)
    return exponential / total


class Activation(NamedTuple):
    """A function, its derivative with respect to the input, and where it saturates.

    `saturated` is (low, high): below `low` and above `high` the derivative has fallen for good
    under 5 % of its largest size on its way to 0, so that hardly any gradient comes back; infinite
    on a side where that never happens, None when it happens on neither.
    """

    function: Callable[[ArrayLike], Array]
    derivative: Callable[[ArrayLike], Array]
    saturated: tuple[float, float] | None


ACTIVATIONS: dict[str, Activation] = {
    "step": Activation(step_function, step_derivative, (0.0, 0.0)),
    "sigmoid": Activation(sigmoid, sigmoid_derivative, (-4.357, 4.357)),
    "tanh": Activation(tanh, tanh_derivative, (-2.178, 2.178)),
    "relu": Activation(relu, relu_derivative, (0.0, math.inf)),
    "leaky_relu": Activation(leaky_relu, leaky_relu_derivative, None),
    "elu": Activation(elu, elu_derivative, (-2.996, math.inf)),
    "selu": Activation(selu, selu_derivative, (-2.996, math.inf)),
    "gelu": Activation(gelu, gelu_derivative, (-2.286, math.inf)),
    "silu": Activation(silu, silu_derivative, (-3.930, math.inf)),
    "softplus": Activation(softplus, softplus_derivative, (-2.944, math.inf)),
    "softsign": Activation(softsign, softsign_derivative, (-3.472, 3.472)),
    "hard_sigmoid": Activation(hard_sigmoid, hard_sigmoid_derivative, (-3.0, 3.0)),
    "identity": Activation(identity_function, identity_derivative, None),
    "mish": Activation(mish, mish_derivative, (-3.982, math.inf)),
}
