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
from fishlab.text import with_fix

from .divergence import diverged, overshot, set_field, slower
from .learner import Learner
from .training_digits import Split
from .training_params import TrainingParams

GUESSING = 0.15
"""One in ten is right by chance; who is below this has learned nothing."""

_DECAY_TOO_STRONG = QT_TRANSLATE_NOOP(
    "training",
    "Rate times λ is {product}: from 2 on, decay throws every weight beyond 0, farther out than it "
    "was.",
)
_LARGE_START = QT_TRANSLATE_NOOP(
    "training", "The first weights were so large that the first gradients exploded."
)
_STUCK = QT_TRANSLATE_NOOP("training", "{name} only guesses: {cause} {advice}")
_DEAD = QT_TRANSLATE_NOOP(
    "training",
    "all {count} units of {layer} answer 0 to every input, so no gradient gets through.",
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


def verdict(learner: Learner, name: Text | Message, params: TrainingParams) -> Message:
    """Return the verdict on a learner that is out: step, layer, likely cause, and what to set."""
    decay, lr = learner.network.decay, learner.optimizer.lr
    product = lr * decay.strength if isinstance(decay, L2) else 0.0
    if product >= 2:
        cause = message(_DECAY_TOO_STRONG, product=f"{product:.3g}")
        return diverged(learner, name, params, cause, {"l2": float(f"{0.1 / lr:.1g}")})
    if params.init == "1":
        return diverged(learner, name, params, message(_LARGE_START), {"init": "he"})
    return overshot(learner, name, params)


def stuck(
    learner: Learner, name: Text | Message, batch: Split, params: TrainingParams, first: float
) -> Message:
    """Return the verdict on a learner whose accuracy is that of guessing. first: loss at first."""
    dead = dead_layer(learner.network, batch[0])
    change: dict[str, Any] = slower(params, "lr", params.lr)
    if params.init == "zero":
        cause = message(_TWINS)
        change = {"init": "he"}
    elif dead is not None:
        place, count = dead
        cause = message(_DEAD, layer=place, count=count)
    elif learner.loss > 1.05 * first:
        cause = message(_ROSE, first=f"{first:.3g}", now=f"{learner.loss:.3g}", lr=f"{params.lr:g}")
    else:
        cause = message(_TOO_SHORT, first=f"{first:.3g}")
        change = {"lr": min(float(f"{params.lr * 10:.3g}"), 100.0)}
    advice: Message | str = ""
    for field, value in change.items():
        advice = set_field(params, field, value)
    return with_fix(message(_STUCK, name=name, cause=cause, advice=advice), change)


def dead_layer(network: Network, x: NDArray[Any]) -> tuple[str, int] | None:
    """Return (name, units) of the first hidden layer that answers 0 to all of x, or None."""
    with np.errstate(all="ignore"):
        answers = network.trace(x)
    for place, out in answers.items():
        if place.startswith("Activation") and not out.any():
            return place, out.shape[1]
    return None
