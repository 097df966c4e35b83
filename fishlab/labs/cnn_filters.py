"""The first layer's filters while SimpleConvNet learns (7.6.1, mode "filters").

scalars  `loss`, `test_accuracy` (of the newest reading), `structure`, `structure.before`: means
         over the filters; at the end of a recipe also `final_accuracy`, of all test digits
arrays   `filters`, `before` (FN, 5, 5), `structures`, `structures_before` (FN,)
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError
from fishlab.engine import Adam, SimpleConvNet
from fishlab.engine.divergence import DivergedError
from fishlab.engine.network import Network
from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Frame,
    Frames,
    LabError,
    Message,
    Params,
    message,
)
from fishlab.experiment.training import Training

from .cnn_params import SHORT, CnnParams
from .cnn_pictures import loaded
from .divergence import THE_NETWORK, overshot
from .learner import Learner

BATCH = 100
READ_EVERY = 10
"""Steps between two readings of test digits."""
READ = 200
"""Test digits read at a time, some ten milliseconds' work."""

_LEARNED = QT_TRANSLATE_NOOP(
    "cnn",
    "Neighbouring weights of a filter agree: correlation {before} before learning, {now} now",
)
_NOISE = QT_TRANSLATE_NOOP("cnn", "Drawn at random, the filters have no structure yet: {now}")
_STOPPED = QT_TRANSLATE_NOOP("cnn", "The recipe has diverged: {reason}. Try another seed.")
_FINAL = QT_TRANSLATE_NOOP("cnn", "{correct} of {total} test digits are read rightly: {accuracy}")
_NO_DATA = QT_TRANSLATE_NOOP("cnn", "The digits cannot be loaded: {reason}")


def structure(filters: NDArray[Any]) -> NDArray[np.float64]:
    """Return (FN,): the correlation of each filter's cells with their right and lower neighbours.

    filters: (FN, H, W). Weights drawn at random have about 0, an edge or a blob nearly 1.
    """
    cells = filters.astype(np.float64)
    pairs = (
        (cells[:, :, :-1].reshape(len(cells), -1), cells[:, :, 1:].reshape(len(cells), -1)),
        (cells[:, :-1].reshape(len(cells), -1), cells[:, 1:].reshape(len(cells), -1)),
    )
    one = np.concatenate([pair[0] for pair in pairs], axis=1)
    other = np.concatenate([pair[1] for pair in pairs], axis=1)
    one -= one.mean(axis=1, keepdims=True)
    other -= other.mean(axis=1, keepdims=True)
    spread = np.sqrt((one**2).sum(axis=1) * (other**2).sum(axis=1))
    shares: NDArray[np.float64] = (one * other).sum(axis=1) / np.maximum(spread, 1e-300)
    return shares


def filters_frames(params: CnnParams, rng: np.random.Generator) -> Frames:
    """Yield a frame before the first step and one after every step."""
    if params.training == SHORT:
        yield from _short(params, rng)
    else:
        yield from _recipe(params, rng)


class Gallery:
    """The filters of a network as they were, and as they are."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.before = self._last = np.array(network.params["W1"][:, 0])
        self.structures_before = structure(self.before)

    def frame(
        self, step: int, total: int, scalars: dict[str, float], said: tuple[Message, ...] = ()
    ) -> Frame:
        """Return the filters after `step` steps, with their structure."""
        filters = self._now()
        structures = structure(filters)
        now, before = float(structures.mean()), float(self.structures_before.mean())
        text = _LEARNED if step else _NOISE
        verdict = message(text, before=_number(before), now=_number(now))
        return Frame(
            step,
            scalars | {"structure": now, "structure.before": before},
            {
                "filters": filters,
                "before": self.before,
                "structures": structures,
                "structures_before": self.structures_before,
            },
            total,
            (verdict, *said),
        )

    def _now(self) -> NDArray[Any]:
        """Return the filters (FN, 5, 5), the last ones that could be drawn if they overflowed."""
        filters = np.array(self._network.params["W1"][:, 0])
        if np.isfinite(filters).all():
            self._last = filters
        return self._last


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _short(params: CnnParams, rng: np.random.Generator) -> Frames:
    (x, t), (x_test, t_test) = loaded(params.data)
    weights, order = rng.spawn(2)
    network = SimpleConvNet(rng=weights)
    optimizer = Adam(lr=params.lr)
    learner = Learner(network, optimizer)
    gallery = Gallery(network)
    read = x_test[:READ], t_test[:READ]
    accuracy = network.accuracy(*read)
    first = order.integers(0, len(x), BATCH)
    loss = network.loss(x[first], t[first])
    new = yield gallery.frame(0, params.steps, {"loss": loss, "test_accuracy": accuracy})
    for step in range(1, params.steps + 1):
        if new is not None:
            optimizer.lr = _learning_rate(new)
        batch = order.integers(0, len(x), BATCH)
        learner.learn(x[batch], t[batch], step)
        if learner.out is not None:
            said = overshot(learner, THE_NETWORK, params)
            scalars = {"loss": learner.loss, "test_accuracy": accuracy}
            yield gallery.frame(step, params.steps, scalars, (said,))
            return
        if step % READ_EVERY == 0 or step == params.steps:
            with np.errstate(all="ignore"):
                accuracy = network.accuracy(*read)
        scalars = {"loss": learner.loss, "test_accuracy": accuracy}
        new = yield gallery.frame(step, params.steps, scalars)


def _learning_rate(params: Params) -> float:
    assert isinstance(params, CnnParams)
    return params.lr


def _recipe(params: CnnParams, rng: np.random.Generator) -> Frames:
    """Train as the shipped weights were trained, then read all test digits."""
    test = loaded(params.data)[1]
    seed = int(rng.integers(2**31))
    try:
        training = Training("simple_convnet", params.data, params.epochs, seed)
    except DataError as error:
        raise LabError(message(_NO_DATA, reason=error.message)) from error
    network, total = training.network, training.total_steps
    gallery = Gallery(network)
    accuracy = network.accuracy(test[0][:READ], test[1][:READ])
    yield gallery.frame(0, total, {"test_accuracy": accuracy})
    scalars: dict[str, float] = {}
    try:
        for step in training.steps():
            if step.test_accuracy is not None:
                accuracy = step.test_accuracy
            scalars = {"loss": step.loss, "test_accuracy": accuracy}
            yield gallery.frame(step.iteration, total, scalars)
    except DivergedError as error:
        raise LabError(message(_STOPPED, reason=str(error))) from error
    correct = 0
    for start in range(0, len(test[1]), READ):
        part = slice(start, start + READ)
        correct += round(network.accuracy(test[0][part], test[1][part]) * len(test[1][part]))
        yield gallery.frame(total, total, scalars)
    share = correct / len(test[1])
    said = message(_FINAL, correct=correct, total=len(test[1]), accuracy=f"{share:.2%}")
    yield gallery.frame(total, total, scalars | {"final_accuracy": share}, (said,))
