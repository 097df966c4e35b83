"""Saliency: which pixels decide (mode "saliency"; Simonyan et al. 2013, Zeiler and Fergus 2013).

Two ways to ask. The gradient: how the score changes with each pixel, by going backward through all
layers to the input. Occlusion: how much of the probability is lost when a patch is painted over.

arrays   `image` (28, 28), `gradient` (28, 28), `saliency` (28, 28): its size, `occlusion` (28, 28):
         probability lost under a patch around the pixel, mean of the patches that cover it,
         `asked` (28, 28) bool: where that is known so far, `probabilities` (10,)
scalars  `target`, `certainty`, `inside`, `outside`: mean saliency in the box around the ink and
         outside of it; at last `occlusion.inside`, `occlusion.outside`
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import softmax
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message
from fishlab.experiment.own_weights import loaded, missing_weights

from .cnn_params import PREDICTED, CnnParams
from .cnn_pictures import digit_of, waiting

PATCH, EVERY = 5, 2
"""Side of the patch that is painted over, and the pixels from one patch to the next."""
AT_ONCE = 24
"""Patches tried between two frames."""
INK = 0.1

_SAID = QT_TRANSLATE_NOOP(
    "cnn",
    "The score of {target} depends {times} times as much on a pixel in the box of the digit as on "
    "one outside",
)
_PROBABILITY = QT_TRANSLATE_NOOP("cnn", "Probability of {target}: {certainty}")


def saliency_frames(params: CnnParams) -> Frames:
    """Yield the gradient at once, and the occlusion as it becomes known. Raises LabError."""
    network = loaded(params.model, params.network_weights).network
    image, _ = digit_of(params)
    probabilities = softmax(network.predict(image[np.newaxis]))[0]
    target = int(probabilities.argmax() if params.target == PREDICTED else params.target)
    gradient = network.input_gradient(image[np.newaxis], np.array([target]))[0, 0]
    saliency = np.abs(gradient)
    box = ink_box(image)
    arrays = {
        "image": image,
        "probabilities": probabilities,
        "gradient": gradient,
        "saliency": saliency,
    }
    scalars = {
        "target": target,
        "certainty": float(probabilities[target]),
        "inside": _mean(saliency, box),
        "outside": _mean(saliency, ~box),
    }
    times = scalars["inside"] / max(scalars["outside"], 1e-12)
    said = (
        *missing_weights(params.model, params.network_weights),
        *waiting(params),
        message(_SAID, target=target, times=f"{times:.2g}"),
        message(_PROBABILITY, target=target, certainty=f"{probabilities[target]:.1%}"),
    )
    corners = [(i, j) for i in range(1 - EVERY, 28, EVERY) for j in range(1 - EVERY, 28, EVERY)]
    lost, counted = np.zeros((28, 28)), np.zeros((28, 28))
    step, total = 0, -(-len(corners) // AT_ONCE)
    for step in range(total + 1):
        known = {
            "occlusion": lost / np.maximum(counted, 1),
            "asked": counted > 0,
        }
        if step == total:
            scalars["occlusion.inside"] = _mean(known["occlusion"], box)
            scalars["occlusion.outside"] = _mean(known["occlusion"], ~box)
        yield Frame(step, scalars, arrays | known, total, said)
        places = [_patch(*corner) for corner in corners[step * AT_ONCE : (step + 1) * AT_ONCE]]
        if places:
            covered = np.repeat(image[np.newaxis], len(places), axis=0)
            for picture, place in zip(covered, places, strict=True):
                picture[place] = 0
            answers = softmax(network.predict(covered))[:, target]
            for place, answer in zip(places, answers, strict=True):
                lost[place] += probabilities[target] - answer
                counted[place] += 1


def ink_box(image: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return (H, W) bool: the smallest box around all ink; everything, if there is none."""
    box = np.zeros(image.shape, bool)
    rows = np.flatnonzero(image.max(axis=1) > INK)
    columns = np.flatnonzero(image.max(axis=0) > INK)
    if not len(rows):
        return ~box
    box[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return box


def _patch(row: int, column: int) -> tuple[slice, slice]:
    return tuple(slice(max(k, 0), k + PATCH) for k in (row, column))  # type: ignore[return-value]


def _mean(values: NDArray[Any], where: NDArray[np.bool_]) -> float:
    return float(values[where].mean()) if where.any() else 0.0
