"""Mode "batch" (3.6): digits go through a trained network, one by one or as a batch.

The network is the book's 784-50-100-10 with sigmoid, the digits are the sample's test digits.

scalars  accuracy, correct, and difference: the largest between the scores of the batch and of the
         same digits one by one
arrays   `shapes` (7, 2): X, W1, X·W1, W2, …, the scores; `images` (n, 28, 28) of at most eight
         digits, `scores` (n, 10) after softmax, `labels` (n,)
"""

from __future__ import annotations

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import softmax
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message
from fishlab.experiment.own_weights import loaded, missing_weights

from .forward_params import ForwardParams

SHOWN = 8
MODEL = "mlp3"

_SHAPES = QT_TRANSLATE_NOOP(
    "forward",
    "({N}, 784)·(784, 50)·(50, 100)·(100, 10) → ({N}, 10): each pair of neighbours is alike, and "
    "the number of digits goes right through",
)
_READ = QT_TRANSLATE_NOOP(
    "forward", "{correct} of {N} digits are read right; one by one the scores are the same"
)


def batch_frame(params: ForwardParams) -> Frame:
    """Return the one frame of this mode. Raises LabError."""
    network = loaded(MODEL, params.weights).network
    _, (images, labels) = load_mnist(data="sample")
    x, t = images[: params.digits], labels[: params.digits]
    scores = network.predict(x)
    shapes = [x.shape]
    width = x.shape[1]
    for name in ("W1", "W2", "W3"):
        W = network.params[name]
        shapes += [W.shape, (len(x), W.shape[1])]
        assert W.shape[0] == width
        width = W.shape[1]
    some = min(len(x), SHOWN)
    single = np.concatenate([network.predict(x[k : k + 1]) for k in range(some)])
    correct = int((scores.argmax(axis=1) == t).sum())
    N = len(x)
    return Frame(
        0,
        {
            "accuracy": correct / N,
            "correct": correct,
            "difference": float(np.abs(single - scores[:some]).max()),
        },
        {
            "shapes": np.array(shapes),
            "images": x[:some].reshape(-1, 28, 28),
            "scores": softmax(scores[:some]),
            "labels": t[:some],
        },
        messages=(
            *missing_weights(MODEL, params.weights),
            message(_SHAPES, N=N),
            message(_READ, correct=correct, N=N),
        ),
    )
