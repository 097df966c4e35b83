"""Mode "scratch" (8.1.1): DeepConvNet learns by the recipe of the weights that are shipped.

scalars  loss, test_accuracy (of 1,000 test digits, after each epoch), final_accuracy (of all)
arrays   none
"""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import DataError, load_mnist
from fishlab.engine.divergence import DivergedError
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, LabError, Params, message
from fishlab.experiment.training import Training

from .depth_params import DepthParams

Array = NDArray[Any]

AT_A_TIME, FIRST = 100, 1000

_NO_DATA = QT_TRANSLATE_NOOP("depth", "The digits cannot be loaded: {reason}")
_LEARNING = QT_TRANSLATE_NOOP("depth", "Epoch {epoch} of {epochs}: loss {loss}")
_DIVERGED = QT_TRANSLATE_NOOP("depth", "The recipe has diverged: {reason}. Try another seed.")
_FINAL = QT_TRANSLATE_NOOP("depth", "{correct} of {total} test digits are read right: {accuracy}")


def scratch_frames(params: DepthParams, rng: np.random.Generator) -> Frames:
    """Yield a frame after every step, and while test digits are read. Raises LabError."""
    seed = int(rng.integers(2**31))
    try:
        # What is read here, a few digits at a time, need not be read there all at once.
        training = Training("deep_convnet", params.data, params.epochs, seed, evaluated=0)
        images, labels = load_mnist(flatten=False, data=params.data)[1]
    except DataError as error:
        raise LabError(message(_NO_DATA, reason=error.message)) from error
    total = training.total_steps
    per_epoch = total // params.epochs
    frame = Frame(0, total=total)
    try:
        for step in training.steps():
            said = message(
                _LEARNING, epoch=step.epoch, epochs=params.epochs, loss=f"{step.loss:.3f}"
            )
            frame = Frame(step.iteration, {"loss": step.loss}, total=total, messages=(said,))
            yield frame
            if step.iteration % per_epoch == 0:
                correct = yield from _reading(training, images[:FIRST], labels[:FIRST], frame)
                scalars = {"test_accuracy": correct / len(labels[:FIRST])}
                yield dataclasses.replace(frame, scalars=scalars)
    except DivergedError as error:
        raise LabError(message(_DIVERGED, reason=str(error))) from error
    correct = yield from _reading(training, images, labels, frame)
    accuracy = correct / len(labels)
    said = message(_FINAL, correct=correct, total=len(labels), accuracy=f"{accuracy:.2%}")
    yield Frame(total, {"final_accuracy": accuracy}, total=total, messages=(said,))


def _reading(
    training: Training, images: Array, labels: Array, frame: Frame
) -> Generator[Frame, Params | None, int]:
    """Return how many digits are read right; yields `frame` without its numbers in between."""
    correct = 0
    for start in range(0, len(labels), AT_A_TIME):
        part = slice(start, start + AT_A_TIME)
        read = training.network.predict(images[part]).argmax(axis=1)
        correct += int((read == labels[part]).sum())
        yield dataclasses.replace(frame, scalars={})
    return correct
