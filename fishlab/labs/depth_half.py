"""Mode "half" (8.3.4): a trained network in half precision beside the same one in single.

Half means here: weights, inputs and what every layer hands on are rounded to float16; the sums
inside a layer are float32, as graphics processors do it.

scalars  accuracy.single, accuracy.half, agreement (share read alike), bytes.single, bytes.half,
         difference: the largest between two probabilities
arrays   `read` (2, n): what each has read so far; `labels` (n,); `sure` (2, n): the probability
         that each gives to the label; `odd` (k,): the numbers of at most 10 digits on which they
         differ most, the most different first; `odd_images` (k, 28, 28), `odd_by` (k,): by how much
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Network, softmax
from fishlab.engine.blas import single_threaded_blas
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message
from fishlab.experiment.own_weights import fresh_network, loaded, missing_weights

from .depth_augment import sample_test
from .depth_params import DepthParams

AT_A_TIME = 20
SHOWN = 10

_SAID = QT_TRANSLATE_NOOP(
    "depth",
    "Of {count} digits: single {single}, half {half}; {agreement} are read alike. Weights: {bytes} "
    "instead of {twice} kB",
)


def half_frames(params: DepthParams) -> Frames:
    """Yield a frame for every 20 digits read. Raises LabError."""
    images, labels = sample_test()
    single = loaded(params.model, params.weights).network
    half = fresh_network(params.model, params.weights)
    told = missing_weights(params.model, params.weights)
    for name, array in half.params.items():
        half.params[name] = rounded(array)
    size = sum(array.size for array in single.params.values())
    read = np.empty((2, len(images)), np.int64)
    sure = np.empty((2, len(images)))
    differences = np.empty(len(images))
    total = len(images) // AT_A_TIME
    for step in range(1, total + 1):
        part = slice((step - 1) * AT_A_TIME, step * AT_A_TIME)
        scores = single.predict(images[part]), half_scores(half, images[part])
        answers = [softmax(one) for one in scores]
        for way, answer in enumerate(answers):
            read[way, part] = answer.argmax(axis=1)
            sure[way, part] = answer[np.arange(AT_A_TIME), labels[part]]
        differences[part] = np.abs(answers[0] - answers[1]).max(axis=1)
        count = part.stop
        odd = np.argsort(-differences[:count], kind="stable")[:SHOWN]
        right = (read[:, :count] == labels[:count]).mean(axis=1)
        agreement = float((read[0, :count] == read[1, :count]).mean())
        said = message(
            _SAID, count=count, single=f"{right[0]:.2%}", half=f"{right[1]:.2%}",
            agreement=f"{agreement:.2%}", bytes=f"{2 * size / 1000:,.0f}",
            twice=f"{4 * size / 1000:,.0f}",
        )  # fmt: skip
        yield Frame(
            step,
            {
                "accuracy.single": float(right[0]),
                "accuracy.half": float(right[1]),
                "agreement": agreement,
                "bytes.single": 4 * size,
                "bytes.half": 2 * size,
                "difference": float(differences[odd[0]]),
            },
            {
                "read": read[:, :count],
                "labels": labels[:count],
                "sure": sure[:, :count],
                "odd": odd,
                "odd_images": images[odd, 0],
                "odd_by": differences[odd],
            },
            total,
            (*told, said),
        )


def half_scores(network: Network, x: NDArray[Any]) -> NDArray[Any]:
    """Return the scores (N, K) with everything between two layers rounded to float16."""
    out = rounded(x)
    with single_threaded_blas():  # as `Network.predict`: small products, and no idle threads
        for layer in network.layers.values():
            out = rounded(layer.infer(out))
    return out


def rounded(array: NDArray[Any]) -> NDArray[Any]:
    """Return the values that float16 can hold, as float32."""
    return array.astype(np.float16).astype(np.float32)
