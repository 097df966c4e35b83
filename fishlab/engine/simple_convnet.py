"""SimpleConvNet (7.5): one convolution, and two affine layers on it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import DTypeLike

from fishlab.engine.activations import Relu
from fishlab.engine.affine import Affine
from fishlab.engine.convolution import Convolution
from fishlab.engine.layer import Layer
from fishlab.engine.network import Network, float_dtype
from fishlab.engine.parameters import Parameters
from fishlab.engine.pooling import Pooling
from fishlab.engine.shapes import conv_output_size

BOOK_CONV_PARAM: Mapping[str, int] = {"filter_num": 30, "filter_size": 5, "pad": 0, "stride": 1}


class SimpleConvNet(Network):
    """Convolution, ReLU, pooling 2 x 2, affine, ReLU, affine.

    conv_param: filter_num, filter_size, pad, stride; what is left out is as in the book. The
    parameters are W1 (FN, C, FS, FS), W2 (FN * OH * OW, H), W3 (H, K) and b1, b2, b3; the weights
    start from a normal distribution of standard deviation `weight_init_std`. Raises ShapeError when
    the filter or the pooling does not fit the images.
    """

    shards = 2
    portion = 50

    def __init__(
        self,
        input_dim: tuple[int, int, int] = (1, 28, 28),
        conv_param: Mapping[str, int] | None = None,
        hidden_size: int = 100,
        output_size: int = 10,
        weight_init_std: float = 0.01,
        *,
        dtype: DTypeLike = np.float32,
        rng: np.random.Generator | None = None,
    ) -> None:
        rng = np.random.default_rng(0) if rng is None else rng
        conv = {**BOOK_CONV_PARAM, **(conv_param or {})}
        C, H, W = input_dim
        FN, FS, stride, pad = (conv[k] for k in ("filter_num", "filter_size", "stride", "pad"))
        pooled_h = conv_output_size(conv_output_size(H, FS, stride, pad), 2, 2)
        pooled_w = conv_output_size(conv_output_size(W, FS, stride, pad), 2, 2)
        shapes = {
            "W1": (FN, C, FS, FS),
            "W2": (FN * pooled_h * pooled_w, hidden_size),
            "W3": (hidden_size, output_size),
        }
        arrays = {}
        for number, shape in enumerate(shapes.values(), start=1):
            units = shape[0] if len(shape) == 4 else shape[1]
            arrays[f"W{number}"] = weight_init_std * rng.standard_normal(shape)
            arrays[f"b{number}"] = np.zeros(units)
        params = Parameters(arrays, float_dtype(dtype))
        layers: dict[str, Layer] = {
            "Conv1": Convolution(params["W1"], params["b1"], stride, pad),
            "Relu1": Relu(),
            "Pool1": Pooling(2, 2, stride=2),
            "Affine1": Affine(params["W2"], params["b2"]),
            "Relu2": Relu(),
            "Affine2": Affine(params["W3"], params["b3"]),
        }
        super().__init__(params, layers, tuple(input_dim))
