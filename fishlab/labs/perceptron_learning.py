"""The perceptron rule, one sample a frame, and the verdict when it settles or never will."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.perceptron import Perceptron
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .perceptron_params import PerceptronParams
from .perceptron_separable import why_no_line

_RIGHT = QT_TRANSLATE_NOOP(
    "perceptron", "Epoch {epoch}: {place} gives {output}, as it should. Nothing moves."
)
_WRONG = QT_TRANSLATE_NOOP(
    "perceptron",
    "Epoch {epoch}: {place} gives {output}, {target} was wanted. The weights move by {step:+g} "
    "times the input, the bias by {step:+g}.",
)
_START = QT_TRANSLATE_NOOP("perceptron", "Before the first sample.")
_SETTLED = QT_TRANSLATE_NOOP(
    "perceptron", "Learned: epoch {epoch} went by without an error. The weights stay as they are."
)
_CIRCLE = QT_TRANSLATE_NOOP(
    "perceptron",
    "It does not settle: after epoch {epoch} the weights are again what they were after epoch "
    "{before}, so it goes round for ever.",
)
_NEVER = QT_TRANSLATE_NOOP(
    "perceptron", "Not settled after {epochs} epochs, and it never will, in whatever order."
)
_NOT_YET = QT_TRANSLATE_NOOP(
    "perceptron",
    "Not settled after {epochs} epochs, although a line separates the points: allow more epochs.",
)
_NO_POINTS = QT_TRANSLATE_NOOP("perceptron", "There are no points yet: click into the picture.")
# Weights are sums of a few numbers times the learning rate: equal up to rounding is equal.
_DIGITS = 9


def learning_frames(
    params: PerceptronParams,
    points: NDArray[np.float64],
    targets: NDArray[np.int64],
    rng: np.random.Generator,
) -> Frames:
    """Yield the state before the first sample, then one frame a sample looked at.

    Ends when an epoch passes without an error, or after `params.epochs`.
    """
    perceptron = Perceptron((params.w1, params.w2), params.b)
    count, lr = len(points), params.learning_rate
    total = params.epochs * count
    errors: list[int] = []
    if not count:
        yield Frame(0, arrays=_arrays(perceptron, points, targets, -1, errors),
                    scalars=_scalars(perceptron), messages=(message(_NO_POINTS),))  # fmt: skip
        return
    changed = yield Frame(
        0,
        _scalars(perceptron),
        _arrays(perceptron, points, targets, -1, errors),
        total,
        (message(_START),),
    )
    seen = {_state(perceptron): 0}
    why = why_no_line(params, points, targets)
    circle: tuple[Message, ...] = ()
    step = 0
    for epoch in range(1, params.epochs + 1):
        order = rng.permutation(count) if params.shuffle else np.arange(count)
        wrong = 0
        for place, sample in enumerate(order):
            if isinstance(changed, PerceptronParams):
                lr = changed.learning_rate
            output = int(perceptron.forward(points[sample]))
            error = perceptron.learn(points[sample], int(targets[sample]), lr)
            wrong += error != 0
            step += 1
            said = [_told(epoch, points[sample], output, int(targets[sample]), lr * error)]
            scalars = _scalars(perceptron)
            if place == count - 1:
                errors.append(wrong)
                scalars["errors"] = wrong
                if not wrong:
                    said = [message(_SETTLED, epoch=epoch)]
                elif not params.shuffle and not circle:
                    circle = _circle(seen, perceptron, epoch)
            if circle:
                said += (*circle, *why)
            elif epoch == params.epochs and place == count - 1 and wrong:
                said += (message(_NEVER if why else _NOT_YET, epochs=epoch), *why)
            arrays = _arrays(perceptron, points, targets, int(sample), errors)
            changed = yield Frame(step, scalars, arrays, total, tuple(said))
        if not wrong:
            return


def _told(epoch: int, point: NDArray[np.float64], output: int, target: int, step: float) -> Message:
    place = f"({point[0]:g}, {point[1]:g})"
    if step == 0:
        return message(_RIGHT, epoch=epoch, place=place, output=output)
    return message(_WRONG, epoch=epoch, place=place, output=output, target=target, step=step)


def _circle(
    seen: dict[tuple[float, ...], int], perceptron: Perceptron, epoch: int
) -> tuple[Message, ...]:
    """Say that the weights have come back, if they have: from there on all repeats itself."""
    before = seen.setdefault(_state(perceptron), epoch)
    return () if before == epoch else (message(_CIRCLE, epoch=epoch, before=before),)


def _state(perceptron: Perceptron) -> tuple[float, ...]:
    return tuple(np.round([*perceptron.w, perceptron.b], _DIGITS).tolist())


def _scalars(perceptron: Perceptron) -> dict[str, float]:
    w1, w2 = perceptron.w
    return {"w1": float(w1), "w2": float(w2), "b": perceptron.b}


def _arrays(
    perceptron: Perceptron,
    points: NDArray[np.float64],
    targets: NDArray[np.int64],
    looked_at: int,
    errors: list[int],
) -> dict[str, NDArray[np.float64] | NDArray[np.int64]]:
    return {
        "points": points,
        "targets": targets,
        "sums": perceptron.sums(points) if len(points) else np.empty(0),
        "outputs": perceptron.forward(points) if len(points) else np.empty(0, np.int64),
        "looked_at": np.array(looked_at),
        "errors": np.array(errors, np.int64),
    }
