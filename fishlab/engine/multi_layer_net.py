"""MultiLayerNet (chapter 6): any number of hidden layers, with all that the chapter adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import DTypeLike

from fishlab.engine.activations import LeakyRelu, Relu, Sigmoid, Tanh
from fishlab.engine.affine import Affine
from fishlab.engine.dropout import Dropout
from fishlab.engine.initializers import initial_scale
from fishlab.engine.layer import Layer
from fishlab.engine.network import Network, float_dtype
from fishlab.engine.normalization import BatchNormalization
from fishlab.engine.parameters import Parameters
from fishlab.engine.regularization import make_decay

ACTIVATION_LAYERS: dict[str, Callable[[], Layer]] = {
    "sigmoid": Sigmoid,
    "relu": Relu,
    "tanh": Tanh,
    "leaky_relu": LeakyRelu,
}


class MultiLayerNet(Network):
    """Hidden layers of affine, (batch normalisation,) activation(, dropout); then an affine layer.

    hidden_size_list: units of each hidden layer. activation: "relu", "sigmoid", "tanh" or
    "leaky_relu". weight_init_std: see `initial_scale`; He for "relu", Xavier for "sigmoid".
    weight_decay: "l2", "l1" or "max_norm", of strength weight_decay_lambda; 0 is without. The
    parameters are W1, b1, …, and with batch normalisation gamma1, beta1, …

    Raises ValueError for an unknown activation, initial scale or decay.
    """

    def __init__(
        self,
        input_size: int,
        hidden_size_list: Sequence[int],
        output_size: int,
        activation: str = "relu",
        weight_init_std: str | float = "relu",
        weight_decay_lambda: float = 0,
        *,
        weight_decay: str = "l2",
        use_dropout: bool = False,
        dropout_ratio: float = 0.5,
        use_batchnorm: bool = False,
        dtype: DTypeLike = np.float32,
        rng: np.random.Generator | None = None,
    ) -> None:
        if activation.lower() not in ACTIVATION_LAYERS:
            known = ", ".join(ACTIVATION_LAYERS)
            raise ValueError(f"activation: one of {known}, not {activation!r}")
        rng = np.random.default_rng(0) if rng is None else rng
        sizes = [input_size, *hidden_size_list, output_size]
        arrays = {}
        for number, (D, M) in enumerate(pairwise(sizes), start=1):
            scale = initial_scale(weight_init_std, D)
            arrays[f"W{number}"] = scale * rng.standard_normal((D, M))
            arrays[f"b{number}"] = np.zeros(M)
            if use_batchnorm and number <= len(hidden_size_list):
                arrays[f"gamma{number}"] = np.ones(M)
                arrays[f"beta{number}"] = np.zeros(M)
        params = Parameters(arrays, float_dtype(dtype))
        dropout_rng = rng.spawn(1)[0] if use_dropout else rng

        layers: dict[str, Layer] = {}
        for number in range(1, len(sizes)):
            layers[f"Affine{number}"] = Affine(params[f"W{number}"], params[f"b{number}"])
            if number == len(sizes) - 1:
                break
            if use_batchnorm:
                layers[f"BatchNorm{number}"] = BatchNormalization(
                    params[f"gamma{number}"], params[f"beta{number}"]
                )
            layers[f"Activation_function{number}"] = ACTIVATION_LAYERS[activation.lower()]()
            if use_dropout:
                layers[f"Dropout{number}"] = Dropout(dropout_ratio, dropout_rng)
        decay = make_decay(weight_decay, weight_decay_lambda) if weight_decay_lambda else None
        super().__init__(params, layers, (input_size,), decay)
