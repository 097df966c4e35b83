"""Mode "grid" (6.3.2): 16 scales of the first weights, each with batch normalization and without.

32 networks 784-100×5-10 learn the same 1,000 digits. They take turns, two scales at a time, so
that the window can draw in between. Who diverges is out: no accuracy is measured any more.

scalars  accuracy.<with|without>.<k> on the digits they learn from, k from 0 (the largest scale);
         reached.with, reached.without: how many scales have reached half of the digits
arrays   `scales` (16,), `accuracies` (2, 16, epochs + 1): without and with, NaN where none;
         `lengths` (2, 16): how many of them are there; `out` (2, 16): who has diverged
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import load_mnist
from fishlab.engine import SGD, MultiLayerNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Names, message

from .initialization_histograms import short
from .initialization_params import InitializationParams
from .learner import Learner

Array = NDArray[Any]

SCALES = np.logspace(0, -4, 16)
HIDDEN = [100] * 5
DIGITS, BATCH = 1000, 100
GROUP = 2
"""Scales whose networks learn between two frames."""
HALF = 0.5
WAYS = ("without", "with")

_SO_FAR = QT_TRANSLATE_NOOP(
    "initialization",
    "Epoch {epoch}: of 16 scales {plain} have learned half of the digits without batch "
    "normalization, {normalized} with it",
)
# They follow the sentence above, and stay on its line: two would move sixteen pictures.
_OUT_WITHOUT = QT_TRANSLATE_NOOP("initialization", "Diverged without it: std {scales}")
_OUT_WITH = QT_TRANSLATE_NOOP("initialization", "Diverged with it: std {scales}")


def grid_frames(params: InitializationParams, rng: np.random.Generator) -> Frames:
    """Yield a frame whenever the networks of two scales have made one update."""
    (images, labels), _ = load_mnist(data="sample")
    chosen = rng.choice(len(images), DIGITS, replace=False)
    x, t = images[chosen], labels[chosen]
    seed, order = int(rng.integers(2**32)), rng.spawn(1)[0]
    learners: list[list[Learner]] = [[], []]
    accuracies = np.full((2, len(SCALES), params.epochs + 1), np.nan)
    lengths = np.zeros((2, len(SCALES)), np.int64)
    groups = [range(at, at + GROUP) for at in range(0, len(SCALES), GROUP)]
    steps = params.epochs * (DIGITS // BATCH)
    total = (steps + 1) * len(groups) - 1
    lr, place = params.lr, 0
    for step in range(steps + 1):
        rows = order.integers(0, DIGITS, BATCH)
        epoch, measures = divmod(step, DIGITS // BATCH)
        for group in groups:
            for way, row in enumerate(learners):
                for k in group:
                    if not step:
                        row.append(_learner(params, float(SCALES[k]), bool(way), seed))
                    learner = row[k]
                    if step:
                        learner.optimizer.lr = lr
                        learner.learn(x[rows], t[rows], step)
                    if not measures and learner.out is None:
                        accuracies[way, k, epoch] = _accuracy(learner, x, t)
                        lengths[way, k] = epoch + 1
            frame = _frame(place, total, epoch, accuracies, lengths, learners)
            place += 1
            changed = yield frame
            if isinstance(changed, InitializationParams):
                lr = changed.lr


def _learner(params: InitializationParams, scale: float, batchnorm: bool, seed: int) -> Learner:
    network = MultiLayerNet(
        784, HIDDEN, 10, params.activation, scale,
        use_batchnorm=batchnorm, rng=np.random.default_rng(seed),
    )  # fmt: skip
    return Learner(network, SGD(lr=params.lr))


def _accuracy(learner: Learner, x: Array, t: Array) -> float:
    with np.errstate(all="ignore"):
        return learner.network.accuracy(x, t)


def _frame(
    place: int, total: int, epoch: int, accuracies: Array, lengths: Array,
    learners: list[list[Learner]],
) -> Frame:  # fmt: skip
    newest = np.take_along_axis(accuracies, lengths[..., np.newaxis] - 1, axis=2)[..., 0]
    reached = (newest >= HALF).sum(axis=1)
    scalars = {
        f"accuracy.{name}.{k}": float(newest[way, k])
        for way, name in enumerate(WAYS)
        for k in range(len(SCALES))
        if lengths[way, k]
    }
    scalars |= {f"reached.{name}": int(reached[way]) for way, name in enumerate(WAYS)}
    out = np.zeros(lengths.shape, bool)
    for way, row in enumerate(learners):
        out[way, : len(row)] = [learner.out is not None for learner in row]
    return Frame(
        place,
        scalars,
        {
            "scales": SCALES,
            "accuracies": accuracies,
            "lengths": lengths,
            "out": out,
        },
        total,
        (
            message(_SO_FAR, epoch=epoch, plain=int(reached[0]), normalized=int(reached[1])),
            *_diverged(out),
        ),
    )


def _diverged(out: Array) -> list[Message]:
    """Say which scales have run away, each way by itself."""
    return [
        message(text, scales=Names(short(float(scale)) for scale in SCALES[row]))
        for text, row in zip((_OUT_WITHOUT, _OUT_WITH), out, strict=True)
        if row.any()
    ]
