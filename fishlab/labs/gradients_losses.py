"""Mean squared error and cross-entropy of ten answers and a right class (4.2)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.labels import one_hot
from fishlab.engine.losses import cross_entropy_error, mean_squared_error
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, LabError, Message, message

from .gradients_functions import Values, number
from .gradients_params import CLASSES, GradientsParams

CURVE_POINTS = 201

_SUM = QT_TRANSLATE_NOOP(
    "gradients", "y adds up to {total}, so it is no set of probabilities: cross-entropy wants one"
)
_RIGHT = QT_TRANSLATE_NOOP(
    "gradients", "Largest at the right class: mean squared error {mse}, cross-entropy {ce}"
)
_WRONG = QT_TRANSLATE_NOOP(
    "gradients",
    "Largest at {best}, but {label} is right: mean squared error {mse}, cross-entropy {ce}",
)
_BATCH = QT_TRANSLATE_NOOP(
    "gradients",
    "{right} of {count} are right; the loss of the batch is the mean: mean squared error {mse}, "
    "cross-entropy {ce}",
)
_ZERO = QT_TRANSLATE_NOOP(
    "gradients", "The right class has no chance at all: only the 1e-7 keeps the logarithm finite"
)
_NOTHING = QT_TRANSLATE_NOOP(
    "gradients", "All ten bars are 0: they cannot be made to add up to 1; drag one up"
)


def losses_frame(params: GradientsParams) -> Frame:
    """Return one Frame with both losses for N answers (1, or 3 as a batch), class by class.

    Arrays: `given` (N, 10) as dragged, `y` (N, 10) as used, `labels` (N,), `squares` and `logs`
    (N, 10): what each class adds to either loss, `mse` and `ce` (N,); `chance` (201,) from 0 to 1,
    `chance_mse` and `chance_ce` (201,): what the right class alone adds at that probability.
    Scalars: `mse` and `ce`, the means. Raises LabError for ten zeros that should add up to 1.
    """
    labels = np.array(params.labels)
    given = np.array(params.answers[: len(labels)])
    y = given
    if params.normalise:
        totals = given.sum(axis=1, keepdims=True)
        if not totals.all():
            raise LabError(message(_NOTHING))
        y = given / totals
    t = one_hot(labels, CLASSES)
    chance = np.linspace(0.0, 1.0, CURVE_POINTS)
    arrays = {
        "given": given,
        "y": y,
        "labels": labels,
        "squares": _each(mean_squared_error, y, t),
        "logs": _each(cross_entropy_error, y, t),
        "mse": np.array([mean_squared_error(*row) for row in zip(y, t, strict=True)]),
        "ce": np.array([cross_entropy_error(*row) for row in zip(y, t, strict=True)]),
        "chance": chance,
        "chance_mse": _each(mean_squared_error, chance, np.ones_like(chance)),
        "chance_ce": _each(cross_entropy_error, chance, np.ones_like(chance)),
    }
    scalars = {"mse": mean_squared_error(y, t), "ce": cross_entropy_error(y, t)}
    return Frame(0, scalars, arrays, messages=_messages(y, labels, scalars))


def _each(loss: Callable[..., float], y: Values, t: Values) -> Values:
    """Return the loss of every number on its own: what it adds to the sum."""
    pairs = zip(y.ravel(), t.ravel(), strict=True)
    return np.array([loss([a], [b]) for a, b in pairs]).reshape(y.shape)


def _messages(
    y: Values, labels: NDArray[np.int_], scalars: dict[str, float]
) -> tuple[Message, ...]:
    values = {name: number(scalars[name]) for name in ("mse", "ce")}
    best = y.argmax(axis=1)
    if len(labels) > 1:
        right = int((best == labels).sum())
        said = [message(_BATCH, right=right, count=len(labels), **values)]
    elif best[0] == labels[0]:
        said = [message(_RIGHT, **values)]
    else:
        said = [message(_WRONG, best=int(best[0]), label=int(labels[0]), **values)]
    if (y[np.arange(len(labels)), labels] == 0).any():
        said.append(message(_ZERO))
    off = [float(total) for total in y.sum(axis=1) if abs(total - 1.0) > 1e-9]
    if off:
        said.append(message(_SUM, total=number(off[0])))
    return tuple(said)
