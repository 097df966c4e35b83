"""Mode "race" (6.2.4): the same network from different first weights, on the same batches.

784-100×4-10 with SGD and batches of 128, as in the book. Who diverges is out, and the others go on.

scalars  loss.<starter>, and smooth.<starter>: that loss smoothed, batch after batch
arrays   `out` (n,): whether a starter has diverged
"""

from __future__ import annotations

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import SGD, MultiLayerNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Text, message

from .divergence import overshot
from .initialization_params import STARTER_CHOICES, STARTERS, InitializationParams
from .learner import Learner

HIDDEN = [100] * 4
BATCH = 128
SMOOTHING = 0.9
GUESS = float(np.log(10))
"""What a guess among ten digits costs: 2.303."""
STUCK = 2.25
"""Whoever is still as near to a guess as this, or above it, has learned nothing."""

LABELS: dict[str, Text] = {choice.value: choice.label for choice in STARTER_CHOICES}

_NOBODY = QT_TRANSLATE_NOOP("initialization", "Nobody learns: choose at least one beginning")
_LEARNING = QT_TRANSLATE_NOOP("initialization", "{name}: loss {loss}")
_STUCK = QT_TRANSLATE_NOOP(
    "initialization", "{name}: loss {loss}, no better than a guess (log 10 = 2.303)"
)


def race_frames(params: InitializationParams, rng: np.random.Generator) -> Frames:
    """Yield a frame before the first update and one after each."""
    (images, labels), _ = load_mnist(data="sample")
    seed, order = int(rng.integers(2**32)), rng.spawn(1)[0]
    names = params.starters
    learners = {name: _learner(name, params, seed) for name in names}
    smooth: dict[str, float] = {}
    total = params.steps if names else 0
    lr = params.lr
    for step in range(total + 1):
        rows = order.integers(0, len(images), BATCH)
        for name, learner in learners.items():
            learner.optimizer.lr = lr
            learner.learn(images[rows], labels[rows], step)
            before = smooth.get(name, learner.loss)
            smooth[name] = SMOOTHING * before + (1 - SMOOTHING) * learner.loss
        scalars = {f"loss.{name}": learner.loss for name, learner in learners.items()}
        scalars |= {f"smooth.{name}": value for name, value in smooth.items()}
        out = np.array([learner.out is not None for learner in learners.values()], bool)
        said = _verdicts(learners, smooth, params, last=step == total)
        changed = yield Frame(step, scalars, {"out": out}, total, said)
        if isinstance(changed, InitializationParams):
            lr = changed.lr


def _learner(name: str, params: InitializationParams, seed: int) -> Learner:
    # The same random numbers for all: they differ in the scale of the weights and nothing else.
    network = MultiLayerNet(
        784, HIDDEN, 10, params.activation, STARTERS[name],
        use_batchnorm=params.batchnorm, rng=np.random.default_rng(seed),
    )  # fmt: skip
    return Learner(network, SGD(lr=params.lr))


def _verdicts(
    learners: dict[str, Learner],
    smooth: dict[str, float],
    params: InitializationParams,
    *,
    last: bool,
) -> tuple[Message, ...]:
    if not learners:
        return (message(_NOBODY),)
    said = []
    for name, learner in learners.items():
        if learner.out is not None:
            said.append(overshot(learner, LABELS[name], params))
        else:
            text = _STUCK if last and smooth[name] > STUCK else _LEARNING
            said.append(message(text, name=LABELS[name], loss=f"{smooth[name]:#.3g}"))
    return tuple(said)
