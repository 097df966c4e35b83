"""TwoLayerNet (4.5.1, 5.7.2): affine, ReLU, affine."""

from __future__ import annotations

import numpy as np
from numpy.typing import DTypeLike

from fishlab.engine.activations import Relu
from fishlab.engine.affine import Affine
from fishlab.engine.layer import Layer
from fishlab.engine.network import Network, float_dtype
from fishlab.engine.parameters import Parameters


class TwoLayerNet(Network):
    """The book's first network that learns: W1 (D, H), b1, W2 (H, K), b2.

    The weights start from a normal distribution of standard deviation `weight_init_std`.
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        output_size: int,
        weight_init_std: float = 0.01,
        *,
        dtype: DTypeLike = np.float32,
        rng: np.random.Generator | None = None,
    ) -> None:
        rng = np.random.default_rng(0) if rng is None else rng
        params = Parameters(
            {
                "W1": weight_init_std * rng.standard_normal((input_size, hidden_size)),
                "b1": np.zeros(hidden_size),
                "W2": weight_init_std * rng.standard_normal((hidden_size, output_size)),
                "b2": np.zeros(output_size),
            },
            float_dtype(dtype),
        )
        layers: dict[str, Layer] = {
            "Affine1": Affine(params["W1"], params["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(params["W2"], params["b2"]),
        }
        super().__init__(params, layers, (input_size,))
