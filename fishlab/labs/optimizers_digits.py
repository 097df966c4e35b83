"""The race on digits (6.1.8): one network for each optimizer, all from the same weights.

The book's network, 784-100-100-100-100-10 with ReLU, and its batches of 128; the digits are those
that come with the program. At every step all networks see the same batch.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import load_mnist
from fishlab.engine.multi_layer_net import MultiLayerNet
from fishlab.engine.optimizers import OPTIMIZERS, make_optimizer
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Params, message

from .divergence import overshot
from .learner import Learner
from .optimizers_params import SETTINGS, OptimizersParams
from .optimizers_verdicts import LABELS, LEVEL, NOBODY, names_of, number

Array = NDArray[Any]

HIDDEN = [100, 100, 100, 100]
BATCH = 128
SMOOTHING = 0.9
"""How much of the curve's last height stays: batches differ, and the curves would be a thicket."""

_LOWEST = QT_TRANSLATE_NOOP("optimizers", "{name} has the lowest loss: {loss}")
_TOO_MANY = QT_TRANSLATE_NOOP(
    "optimizers",
    "Newton and BFGS stay out: for {count} weights their matrix would have {entries} entries",
)


def digits_race(params: OptimizersParams, rng: np.random.Generator) -> Frames:
    """Yield one frame a step: `loss.<name>`, and `gaps` (n, t + 1), the losses smoothed."""
    (images, labels), _ = load_mnist(data="sample")
    seed = int(rng.integers(2**32))
    names = [name for name in params.competitors if name in OPTIMIZERS]
    learners = [_learner(name, params, seed) for name in names]
    total = params.steps if names else 0
    curves = np.ones((len(names), total + 1))
    left_out = len(names) < len(params.competitors)
    changed: Params | None = None
    for step in range(total + 1):
        if isinstance(changed, OptimizersParams):
            for name, learner in zip(names, learners, strict=True):
                for setting, value in changed.settings(name).items():
                    setattr(learner.optimizer, setting, value)
        rows = rng.choice(len(images), BATCH)
        for row, learner in enumerate(learners):
            learner.learn(images[rows], labels[rows], step)
            before = curves[row, step - 1] if step else learner.loss
            curves[row, step] = SMOOTHING * before + (1 - SMOOTHING) * learner.loss
        seen = curves[:, : step + 1]
        arrays = {
            "gaps": seen,
            "logarithmic": np.array(True),
            "loss_range": _range(seen),
            "out": np.array([learner.out is not None for learner in learners], bool),
            "order": np.argsort(seen[:, -1], kind="stable"),
        }
        scalars = {
            f"loss.{name}": learner.loss for name, learner in zip(names, learners, strict=True)
        }
        said = _verdicts(names, learners, seen, left_out, params)
        changed = yield Frame(step, scalars, arrays, total, said)


def _learner(name: str, params: OptimizersParams, seed: int) -> Learner:
    network = MultiLayerNet(784, HIDDEN, 10, rng=np.random.default_rng(seed))
    return Learner(network, make_optimizer(name, **params.settings(name)))


def _range(curves: Array) -> Array:
    if not curves.size:
        return np.array([1.0, 10.0])
    low = max(float(curves.min()), 1e-9)
    # He's initial weights begin near log(10) = 2.3; who climbs far above it has lost the race.
    return np.array([low, max(min(float(curves.max()), 10.0), 2 * low)])


def _verdicts(
    names: list[str],
    learners: list[Learner],
    curves: Array,
    left_out: bool,
    params: OptimizersParams,
) -> tuple[Message, ...]:
    said = []
    if left_out:
        widths = [784, *HIDDEN, 10]
        count = sum((inputs + 1) * outputs for inputs, outputs in pairwise(widths))
        said.append(message(_TOO_MANY, count=f"{count:,}", entries=f"{count**2:.0e}"))
    if not learners:
        return (message(NOBODY), *said)
    said.insert(0, _leader(names, curves[:, -1]))
    said += [
        overshot(learner, LABELS[name], params, SETTINGS[name]["lr"])
        for name, learner in zip(names, learners, strict=True)
        if learner.out is not None
    ]
    return tuple(said)


def _leader(names: list[str], losses: Array) -> Message:
    level = np.flatnonzero(losses == losses.min())
    if len(level) > 1:
        return message(LEVEL, names=names_of(names[k] for k in level), loss=number(losses.min()))
    return message(_LOWEST, name=LABELS[names[level[0]]], loss=number(losses.min()))
