"""DeepConvNet (8.1.1): six convolutions of 3 x 3, and two affine layers with dropout."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import DTypeLike

from fishlab.engine.activations import Relu
from fishlab.engine.affine import Affine
from fishlab.engine.convolution import Convolution
from fishlab.engine.dropout import Dropout
from fishlab.engine.initializers import initial_scale
from fishlab.engine.layer import Layer
from fishlab.engine.network import Network, float_dtype
from fishlab.engine.parameters import Parameters
from fishlab.engine.pooling import Pooling
from fishlab.engine.shapes import conv_output_size


def _conv(filter_num: int, pad: int = 1) -> Mapping[str, int]:
    return {"filter_num": filter_num, "filter_size": 3, "pad": pad, "stride": 1}


class DeepConvNet(Network):
    """Convolution and ReLU twice, pooling 2 x 2: three times over; affine, ReLU, dropout, affine.

    The fourth convolution pads by 2, so that the image has an even size before each pooling. The
    book's code drops out the ten scores too; here every score takes part in the loss. Parameters:
    W1 … W6 (FN, C, 3, 3), W7 (D, H), W8 (H, K) and b1 … b8, the weights drawn by He's rule.
    dropout_ratio: as in the book 0.5; 0 is without. Raises ShapeError when the filters or the
    poolings do not fit the images.
    """

    shards = 2
    portion = 50

    def __init__(
        self,
        input_dim: tuple[int, int, int] = (1, 28, 28),
        conv_param_1: Mapping[str, int] = _conv(16),
        conv_param_2: Mapping[str, int] = _conv(16),
        conv_param_3: Mapping[str, int] = _conv(32),
        conv_param_4: Mapping[str, int] = _conv(32, pad=2),
        conv_param_5: Mapping[str, int] = _conv(64),
        conv_param_6: Mapping[str, int] = _conv(64),
        hidden_size: int = 50,
        output_size: int = 10,
        *,
        dropout_ratio: float = 0.5,
        dtype: DTypeLike = np.float32,
        rng: np.random.Generator | None = None,
    ) -> None:
        rng = np.random.default_rng(0) if rng is None else rng
        convolutions = (
            conv_param_1, conv_param_2, conv_param_3, conv_param_4, conv_param_5, conv_param_6
        )  # fmt: skip
        C, H, W = input_dim
        arrays = {}
        for number, conv in enumerate(convolutions, start=1):
            FN, FS = conv["filter_num"], conv["filter_size"]
            scale = initial_scale("he", C * FS * FS)
            arrays[f"W{number}"] = scale * rng.standard_normal((FN, C, FS, FS))
            arrays[f"b{number}"] = np.zeros(FN)
            C = FN
            H, W = (conv_output_size(side, FS, conv["stride"], conv["pad"]) for side in (H, W))
            if number % 2 == 0:
                H, W = conv_output_size(H, 2, 2), conv_output_size(W, 2, 2)
        for number, (D, M) in enumerate(((C * H * W, hidden_size), (hidden_size, output_size)), 7):
            arrays[f"W{number}"] = initial_scale("he", D) * rng.standard_normal((D, M))
            arrays[f"b{number}"] = np.zeros(M)
        params = Parameters(arrays, float_dtype(dtype))
        dropout_rng = rng.spawn(1)[0]

        layers: dict[str, Layer] = {}
        for number, conv in enumerate(convolutions, start=1):
            layers[f"Conv{number}"] = Convolution(
                params[f"W{number}"], params[f"b{number}"], conv["stride"], conv["pad"]
            )
            layers[f"Relu{number}"] = Relu()
            if number % 2 == 0:
                layers[f"Pool{number // 2}"] = Pooling(2, 2, stride=2)
        layers["Affine1"] = Affine(params["W7"], params["b7"])
        layers["Relu7"] = Relu()
        layers["Dropout1"] = Dropout(dropout_ratio, dropout_rng)
        layers["Affine2"] = Affine(params["W8"], params["b8"])
        super().__init__(params, layers, tuple(input_dim))
