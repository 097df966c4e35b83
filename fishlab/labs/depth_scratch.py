"""Mode "scratch" (8.1.1): DeepConvNet learns by the recipe of the weights that are shipped.

scalars  loss, test_accuracy (of 1,000 test digits, after each epoch), final_accuracy (of all)
arrays   none
"""

from __future__ import annotations

import numpy as np

from fishlab.datasets import DataError, load_mnist
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, LabError, message
from fishlab.experiment.training import Training

from .depth_params import DepthParams

READ = 100

_NO_DATA = QT_TRANSLATE_NOOP("depth", "The digits cannot be loaded: {reason}")
_LEARNING = QT_TRANSLATE_NOOP("depth", "Epoch {epoch} of {epochs}: loss {loss}")
_FINAL = QT_TRANSLATE_NOOP("depth", "{correct} of {total} test digits are read right: {accuracy}")


def scratch_frames(params: DepthParams, rng: np.random.Generator) -> Frames:
    """Yield a frame after every step, and while all test digits are read."""
    seed = int(rng.integers(2**31))
    try:
        training = Training("deep_convnet", params.data, params.epochs, seed)
        images, labels = load_mnist(flatten=False, data=params.data)[1]
    except DataError as error:
        raise LabError(message(_NO_DATA, reason=str(error))) from error
    total = training.total_steps
    scalars: dict[str, float] = {}
    for step in training.steps():
        scalars["loss"] = step.loss
        new = {} if step.test_accuracy is None else {"test_accuracy": step.test_accuracy}
        said = message(_LEARNING, epoch=step.epoch, epochs=params.epochs, loss=f"{step.loss:.3f}")
        yield Frame(step.iteration, scalars | new, total=total, messages=(said,))
    correct = 0
    for start in range(0, len(labels), READ):
        part = slice(start, start + READ)
        correct += round(training.network.accuracy(images[part], labels[part]) * len(labels[part]))
        yield Frame(total, scalars, total=total)
    accuracy = correct / len(labels)
    said = message(_FINAL, correct=correct, total=len(labels), accuracy=f"{accuracy:.2%}")
    yield Frame(total, scalars | {"final_accuracy": accuracy}, total=total, messages=(said,))
