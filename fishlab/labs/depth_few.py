"""Mode "few" (8.1.2): the same network learns from few images, as they are and changed each time.

SimpleConvNet with Adam and batches of 50, twice from the same weights and with the same images in
every batch; one of the two sees them changed.

scalars  loss.plain, loss.changed; every 20 steps accuracy.plain, accuracy.changed of 500 digits, in
         a frame of their own after some that only rest
arrays   `batch` (8, 28, 28): the first images of the newest batch, as the second network sees them
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import load_mnist
from fishlab.engine import Adam, SimpleConvNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Params, message

from .depth_augment import sample_test
from .depth_params import DepthParams
from .divergence import overshot
from .learner import Learner

BATCH, READ, EVERY, SHOWN = 50, 500, 20, 8
AT_A_TIME = 250
"""Digits that a network reads between two frames."""
WAYS = ("plain", "changed")

_SO_FAR = QT_TRANSLATE_NOOP(
    "depth",
    "From {images} images: {plain} of the test digits as they are, {changed} with changed ones",
)
_PLAIN = QT_TRANSLATE_NOOP("depth", "The network that sees them as they are")
_CHANGED = QT_TRANSLATE_NOOP("depth", "The network that sees them changed")
NAMES = {"plain": _PLAIN, "changed": _CHANGED}


def few_frames(params: DepthParams, rng: np.random.Generator) -> Frames:
    """Yield a frame before the first update and one after each, and those of the readings."""
    (images, labels), _ = load_mnist(flatten=False, data="sample")
    weights, order, changes = rng.spawn(3)
    seed = int(weights.integers(2**32))
    chosen = order.choice(len(images), params.images, replace=False)
    x, t = images[chosen], labels[chosen]
    learners = {
        way: Learner(SimpleConvNet(rng=np.random.default_rng(seed)), Adam(lr=params.lr))
        for way in WAYS
    }
    augmentation = params.augmentation()
    said: tuple[Message, ...] = ()
    for step in range(params.steps + 1):
        rows = order.integers(0, len(x), BATCH)
        seen = {"plain": x[rows], "changed": augmentation(x[rows], changes)}
        for way, learner in learners.items():
            if step:
                learner.learn(seen[way], t[rows], step)
            else:
                learner.loss = learner.network.loss(seen[way], t[rows])
        losses = {f"loss.{way}": learner.loss for way, learner in learners.items()}
        out = _diverged(learners, params)
        arrays = {"batch": seen["changed"][:SHOWN, 0]}
        frame = Frame(step, losses, arrays, params.steps, (*said, *out))
        _tune(learners, (yield frame))
        if step % EVERY == 0 or step == params.steps or len(out) == len(WAYS):
            right = dict.fromkeys(WAYS, 0)
            for way, learner in learners.items():
                for start in range(0, READ, AT_A_TIME):
                    _tune(learners, (yield dataclasses.replace(frame, scalars={})))
                    right[way] += _read(learner, start)
            accuracy = {way: right[way] / READ for way in WAYS}
            said = (
                message(
                    _SO_FAR, images=params.images, plain=f"{accuracy['plain']:.1%}",
                    changed=f"{accuracy['changed']:.1%}",
                ),
            )  # fmt: skip
            scalars = {f"accuracy.{way}": share for way, share in accuracy.items()}
            told = dataclasses.replace(frame, scalars=scalars, messages=(*said, *out))
            _tune(learners, (yield told))
        if len(out) == len(WAYS):
            return


def _read(learner: Learner, start: int) -> int:
    """Return how many of the test digits from `start` on are read right."""
    images, labels = (part[start : start + AT_A_TIME] for part in sample_test())
    # Whoever has diverged may overflow here as well: it reads badly, and that is what counts.
    with np.errstate(all="ignore"):
        scores: NDArray[Any] = learner.network.predict(images)
    return int((scores.argmax(axis=1) == labels).sum())


def _tune(learners: dict[str, Learner], changed: Params | None) -> None:
    if isinstance(changed, DepthParams):
        for learner in learners.values():
            learner.optimizer.lr = changed.lr


def _diverged(learners: dict[str, Learner], params: DepthParams) -> list[Message]:
    return [
        overshot(learner, NAMES[way], params)
        for way, learner in learners.items()
        if learner.out is not None
    ]
