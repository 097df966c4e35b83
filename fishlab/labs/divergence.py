"""What to say of a network that has run away: at which step, in which layer, why, and what to set.

The remedy is said in words and carried along as `Message.fix`, for a button that applies it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fishlab.experiment import QT_TRANSLATE_NOOP, Message, Params, Text, message
from fishlab.text import with_fix

from .learner import Learner

THE_NETWORK = QT_TRANSLATE_NOOP("training", "The network")

_DIVERGED = QT_TRANSLATE_NOOP(
    "training", "{name} diverged at step {step}: {where}. {cause} {advice}"
)
_LAYER = QT_TRANSLATE_NOOP("training", "{layer} is the first layer whose output is not finite")
_GRADIENT = QT_TRANSLATE_NOOP("training", "the loss is not finite, though every layer's output is")
_STEPS_TOO_LONG = QT_TRANSLATE_NOOP(
    "training", "Each step overshot farther than the one before: rate {lr} is too large here."
)
_SET = QT_TRANSLATE_NOOP("training", "Set “{field}” to {value}.")


def diverged(
    learner: Learner,
    name: Text | Message,
    params: Params,
    cause: Message,
    change: Mapping[str, Any],
) -> Message:
    """Return the verdict on a learner that is out.

    change: {the field to set: its value}, or nothing if there is no remedy.
    """
    broken = learner.broken
    where = message(_GRADIENT) if broken is None else message(_LAYER, layer=broken)
    advice: Message | str = ""
    for field, value in change.items():
        advice = set_field(params, field, value)
    said = message(_DIVERGED, name=name, step=learner.out, where=where, cause=cause, advice=advice)
    return with_fix(said, change)


def overshot(learner: Learner, name: Text | Message, params: Params, field: str = "lr") -> Message:
    """Return the verdict on a learner whose steps were too long. field: its learning rate."""
    lr = learner.optimizer.lr
    cause = message(_STEPS_TOO_LONG, lr=f"{lr:g}")
    return diverged(learner, name, params, cause, slower(params, field, lr))


def slower(params: Params, field: str, lr: float) -> dict[str, float]:
    """Return {field: a tenth of a learning rate}, or nothing if the field allows no less."""
    value = max(float(f"{lr / 10:.3g}"), params.specs()[field].minimum or 0.0)
    return {field: value} if value < lr else {}


def set_field(params: Params, field: str, value: Any) -> Message:
    """Return the advice to set that field of the form."""
    spec = params.specs()[field]
    return message(_SET, field=spec.label, value=spec.worded(value))
