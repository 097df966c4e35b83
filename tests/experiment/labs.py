"""Small labs to test the experiment core with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Frame,
    Frames,
    Lab,
    LabError,
    Params,
    Preset,
    choice,
    choices,
    flag,
    message,
    real,
    rows,
    whole,
    words,
)

LABEL = QT_TRANSLATE_NOOP("test", "Label")
UNLUCKY = QT_TRANSLATE_NOOP("test", "thirteen is unlucky")
TROUBLE = QT_TRANSLATE_NOOP("test", "trouble at step {step}")


def not_thirteen(text):
    return message(UNLUCKY) if text == "13" else None


@dataclass(frozen=True)
class EveryKind(Params):
    """One field of each kind."""

    learning_rate: float = real(0.1, LABEL, minimum=0.0, maximum=2.0, live=True)
    steps: int = whole(30, LABEL, minimum=1, maximum=500)
    bias: bool = flag(True, LABEL)
    gate: str = choice("and", LABEL, (Choice("and", LABEL), Choice("or", LABEL)))
    curves: tuple[str, ...] = choices(
        ("relu",), LABEL, tuple(Choice(v, LABEL) for v in ("step", "relu", "tanh"))
    )
    title: str = words("fish", LABEL, maximum=10, check=not_thirteen)
    points: tuple[tuple[float, ...], ...] = rows(
        ((0.0, 1.0),), LABEL, ("x", "y"), maximum=3, when=("gate", ("or",))
    )


@dataclass(frozen=True)
class WalkParams(Params):
    """A walk of `steps` steps, scaled by `scale` while it goes."""

    steps: int = whole(5, LABEL, minimum=1, maximum=100_000)
    scale: float = real(1.0, LABEL, minimum=0.0, maximum=10.0, live=True)
    fail_at: int = whole(-1, LABEL, minimum=-1, maximum=100)
    crash_at: int = whole(-1, LABEL, minimum=-1, maximum=100)


class Walk(Lab):
    """A random walk; fails or crashes on request; notes whether its generator was closed."""

    id = "walk"
    title = LABEL
    chapter = "0"
    summary = LABEL
    params = WalkParams
    presets = (Preset("book", LABEL, LABEL, WalkParams()),)
    animated: ClassVar[bool] = True

    def __init__(self) -> None:
        self.closed = 0

    def run(self, params: WalkParams, rng: np.random.Generator) -> Frames:
        position = np.zeros(2)
        try:
            for step in range(params.steps):
                if step == params.fail_at:
                    raise LabError(message(TROUBLE, step=step))
                if step == params.crash_at:
                    raise ZeroDivisionError("a bug")
                position += params.scale * rng.normal(size=2)
                scalars = {"x": position[0], "scale": params.scale}
                if step % 2:
                    scalars["odd"] = step
                changed = yield Frame(step, scalars, {"position": position}, params.steps)
                params = changed or params
        finally:
            self.closed += 1
