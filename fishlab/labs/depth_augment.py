"""Mode "augment" (8.1.2): one digit, changed a little differently each time, and how it is read.

scalars  right: the share of the changed digits that the network reads as the label
arrays   `images` (24, 28, 28): the digit itself, then 23 changed ones; `read` (24,); `label` ();
         `row` (12, 28, 28): test digits around this one, to choose from; `row_labels` (12,);
         `row_start` (): the number of the first of them
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import load_mnist
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message
from fishlab.experiment.models import find_model
from fishlab.experiment.own_weights import loaded, missing_weights

from .depth_params import DepthParams

SHOWN = 24
IN_ROW = 12

_READ = QT_TRANSLATE_NOOP(
    "depth", "{right} of the {count} changed digits are still read as {label} by {model}"
)
_FLIPPED = QT_TRANSLATE_NOOP(
    "depth",
    "Beware: a mirrored digit is another digit or none; only 0, 1 and 8 stay what they are. For "
    "photos of animals it would be fine",
)


@cache
def sample_test() -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the sample's test digits: images (1000, 1, 28, 28), 0 … 1, and labels (1000,)."""
    images, labels = load_mnist(flatten=False, data="sample")[1]
    return images, np.asarray(labels, np.int64)


def augment_frame(params: DepthParams, rng: np.random.Generator) -> Frame:
    """Return the one frame of this mode. Raises LabError."""
    images, labels = sample_test()
    digit, label = images[params.digit], int(labels[params.digit])
    changed = params.augmentation()(np.repeat(digit[np.newaxis], SHOWN - 1, axis=0), rng)
    shown = np.concatenate([digit[np.newaxis], changed])
    start = min(params.digit // IN_ROW * IN_ROW, len(images) - IN_ROW)
    row = slice(start, start + IN_ROW)
    read = loaded(params.model, params.weights).network.predict(shown).argmax(axis=1)
    right = int((read[1:] == label).sum())
    model = find_model(params.model).title
    said = [
        *missing_weights(params.model, params.weights),
        message(_READ, right=right, count=SHOWN - 1, label=label, model=model),
    ]
    if params.flip:
        said.append(message(_FLIPPED))
    return Frame(
        0,
        {"right": right / (SHOWN - 1)},
        {
            "images": shown[:, 0],
            "read": read,
            "label": np.array(label),
            "row": images[row, 0],
            "row_labels": labels[row],
            "row_start": np.array(start),
        },
        messages=tuple(said),
    )
