"""What to say of a network that has run away, or that learns nothing: where, why, what to do.

A suggestion names the field of the form and the value to try.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.network import Network
from fishlab.engine.regularization import L2
from fishlab.experiment import QT_TRANSLATE_NOOP, Message, Text, message

from .learner import Learner
from .training_digits import Split
from .training_params import TrainingParams

GUESSING = 0.15
"""One in ten is right by chance; who is below this has learned nothing."""

_DIVERGED = QT_TRANSLATE_NOOP(
    "training", "{name} diverged at step {step}: {where}. {cause} {advice}"
)
_LAYER = QT_TRANSLATE_NOOP("training", "{layer} is the first layer whose output is not finite")
_GRADIENT = QT_TRANSLATE_NOOP("training", "the loss is not finite, though every layer's output is")

_STEPS_TOO_LONG = QT_TRANSLATE_NOOP(
    "training", "Each step overshot farther than the one before: rate {lr} is too large here."
)
_DECAY_TOO_STRONG = QT_TRANSLATE_NOOP(
    "training",
    "Rate times λ is {product}: from 2 on, decay throws every weight beyond 0, farther out than it "
    "was.",
)
_LARGE_START = QT_TRANSLATE_NOOP(
    "training", "The first weights were so large that the first gradients exploded."
)
_SET = QT_TRANSLATE_NOOP("training", "Set “{field}” to {value}.")

_STUCK = QT_TRANSLATE_NOOP("training", "{name} only guesses: {cause} {advice}")
_DEAD = QT_TRANSLATE_NOOP(
    "training",
    "all {count} units of {layer} answer 0 to every digit, so no gradient gets through.",
)
_TWINS = QT_TRANSLATE_NOOP(
    "training",
    "all weights began at 0, so the units of a layer are copies of each other, and stay so.",
)
_TOO_SHORT = QT_TRANSLATE_NOOP(
    "training", "the loss has hardly moved from {first}; the steps may be too short or too few."
)
_ROSE = QT_TRANSLATE_NOOP(
    "training", "the loss rose from {first} to {now}: rate {lr} is too large here."
)


def field(params: TrainingParams, name: str) -> Text:
    """Return the label of that field."""
    return params.specs()[name].label


def diverged(
    learner: Learner, name: Text | Message, batch: Split, params: TrainingParams
) -> Message:
    """Return the verdict on a learner that is out: step, layer, likely cause, and what to set."""
    place = first_broken_layer(learner.network, batch[0])
    where = message(_LAYER, layer=place) if place else message(_GRADIENT)
    cause, advice = _cause(learner, params)
    return message(_DIVERGED, name=name, step=learner.out, where=where, cause=cause, advice=advice)


def first_broken_layer(network: Network, x: NDArray[Any]) -> str | None:
    """Return the name of the first layer whose output for x is not finite, or None."""
    with np.errstate(all="ignore"):
        answers = network.trace(x)
    return next((place for place, out in answers.items() if not np.isfinite(out).all()), None)


def stuck(
    learner: Learner, name: Text | Message, batch: Split, params: TrainingParams, first: float
) -> Message:
    """Return the verdict on a learner whose accuracy is that of guessing. first: loss at first."""
    dead = dead_layer(learner.network, batch[0])
    smaller = _set(params, "lr", f"{params.lr / 10:g}")
    if params.init == "zero":
        cause = message(_TWINS)
        advice = _set(params, "init", _label(params, "init", "he"))
    elif dead is not None:
        place, count = dead
        cause, advice = message(_DEAD, layer=place, count=count), smaller
    elif learner.loss > 1.05 * first:
        cause = message(_ROSE, first=f"{first:.3g}", now=f"{learner.loss:.3g}", lr=f"{params.lr:g}")
        advice = smaller
    else:
        cause = message(_TOO_SHORT, first=f"{first:.3g}")
        advice = _set(params, "lr", f"{min(params.lr * 10, 100):g}")
    return message(_STUCK, name=name, cause=cause, advice=advice)


def dead_layer(network: Network, x: NDArray[Any]) -> tuple[str, int] | None:
    """Return (name, units) of the first hidden layer that answers 0 to all of x, or None."""
    with np.errstate(all="ignore"):
        answers = network.trace(x)
    for place, out in answers.items():
        if place.startswith("Activation") and not out.any():
            return place, out.shape[1]
    return None


def _cause(learner: Learner, params: TrainingParams) -> tuple[Message, Message]:
    decay = learner.network.decay
    product = learner.optimizer.lr * decay.strength if isinstance(decay, L2) else 0.0
    if product >= 2:
        value = f"{0.1 / learner.optimizer.lr:.1g}"
        return message(_DECAY_TOO_STRONG, product=f"{product:.3g}"), _set(params, "l2", value)
    if params.init == "1":
        return message(_LARGE_START), _set(params, "init", _label(params, "init", "he"))
    lr = learner.optimizer.lr
    return message(_STEPS_TOO_LONG, lr=f"{lr:g}"), _set(params, "lr", f"{lr / 10:g}")


def _set(params: TrainingParams, name: str, value: str | Text) -> Message:
    return message(_SET, field=field(params, name), value=value)


def _label(params: TrainingParams, name: str, value: str) -> Text:
    return next(c.label for c in params.specs()[name].choices if c.value == value)
