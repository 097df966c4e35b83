"""Mode "symmetry" (6.2.1): units that begin alike get the same gradient, and stay alike.

A network 784-8-10 learns from weights that are all 0, all the same, or random.

scalars  loss, accuracy (of 500 test digits), difference: the largest difference between a weight
         of any unit and the same weight of the first unit
arrays   `units` (8, 28, 28): the weights into every hidden unit; `outgoing` (8, 10): out of it
"""

from __future__ import annotations

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import SGD, MultiLayerNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .divergence import THE_NETWORK, overshot
from .initialization_histograms import short
from .initialization_params import CONSTANT, RANDOM, InitializationParams
from .learner import Learner

UNITS = 8
BATCH = 100
READ = 500
VALUE = 0.1

_ALIKE = QT_TRANSLATE_NOOP(
    "initialization",
    "After {step} steps the {units} units are still one: largest difference {difference}. "
    "Loss {loss}",
)
_APART = QT_TRANSLATE_NOOP(
    "initialization",
    "The units differ by up to {difference}: each has begun elsewhere and learns something of its "
    "own. Loss {loss}",
)


def symmetry_frames(params: InitializationParams, rng: np.random.Generator) -> Frames:
    """Yield a frame before the first update and one after each."""
    (images, labels), (test_images, test_labels) = load_mnist(data="sample")
    weights, order = rng.spawn(2)
    kind = "xavier" if params.beginning == RANDOM else "zero"
    network = MultiLayerNet(784, [UNITS], 10, params.activation, kind, rng=weights)
    if params.beginning == CONSTANT:
        for name in ("W1", "W2"):
            network.params[name] = np.full_like(network.params[name], VALUE)
    learner = Learner(network, SGD(lr=params.lr))
    lr = params.lr
    for step in range(params.steps + 1):
        rows = order.integers(0, len(images), BATCH)
        if step:
            learner.optimizer.lr = lr
            learner.learn(images[rows], labels[rows], step)
        else:
            learner.loss = network.loss(images[rows], labels[rows])
        if learner.out is None and not np.isfinite(network.params.flat).all():
            learner.give_up(images[rows], step)
        if learner.out is None:  # else what is shown is the last that could be drawn
            accuracy = network.accuracy(test_images[:READ], test_labels[:READ])
            units, outgoing = network.params["W1"].T.copy(), network.params["W2"].copy()
            difference = float(np.abs(units - units[0]).max())
        changed = yield Frame(
            step,
            {"loss": learner.loss, "accuracy": accuracy, "difference": difference},
            {"units": units.reshape(UNITS, 28, 28), "outgoing": outgoing},
            params.steps,
            (_verdict(learner, step, difference, params),),
        )
        if learner.out is not None:
            return
        if isinstance(changed, InitializationParams):
            lr = changed.lr


def _verdict(
    learner: Learner, step: int, difference: float, params: InitializationParams
) -> Message:
    if learner.out is not None:
        return overshot(learner, THE_NETWORK, params)
    text = _APART if difference else _ALIKE
    return message(
        text, step=step, units=UNITS, difference=short(difference), loss=short(learner.loss)
    )
