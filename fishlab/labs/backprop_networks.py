"""The networks whose layers are walked through and whose gradients are checked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import load_mnist
from fishlab.engine.multi_layer_net import MultiLayerNet
from fishlab.engine.network import Network
from fishlab.engine.simple_convnet import SimpleConvNet
from fishlab.engine.two_layer_net import TwoLayerNet

from .backprop_params import BackpropParams

PIXELS, CLASSES = 784, 10
WEIGHT_STD = 0.05
FILTERS = 30
FILTERS_CHECKED = 6
"""The numerical gradient of a filter asks all its answers anew: fewer filters, quicker checks."""

Batch = tuple[NDArray[np.float64], NDArray[np.int64]]


def make_network(params: BackpropParams, rng: np.random.Generator) -> Network:
    """Return the network that is chosen, in float64, with fresh weights."""
    if params.network == "conv":
        filters = FILTERS if params.mode == "layers" else FILTERS_CHECKED
        return SimpleConvNet(
            conv_param={"filter_num": filters}, hidden_size=params.hidden, dtype=np.float64, rng=rng
        )
    if params.network == "batchnorm":
        return MultiLayerNet(
            PIXELS, [params.hidden] * 2, CLASSES, "relu", WEIGHT_STD,
            use_batchnorm=True, dtype=np.float64, rng=rng,
        )  # fmt: skip
    if params.network == "sigmoid_net":
        return MultiLayerNet(
            PIXELS, [params.hidden], CLASSES, "sigmoid", "sigmoid", dtype=np.float64, rng=rng
        )
    return TwoLayerNet(PIXELS, params.hidden, CLASSES, dtype=np.float64, rng=rng)


def draw_digits(count: int, rng: np.random.Generator) -> Batch:
    """Return `count` digits (count, 784) in float64 and their labels."""
    (x, t), _ = load_mnist(data="sample")
    chosen = rng.choice(len(x), count, replace=False)
    return x[chosen].astype(np.float64), t[chosen]
