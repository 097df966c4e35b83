"""Toy labs and their view: small enough to know every number that must appear."""

from __future__ import annotations

import sys
import threading
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Frame,
    Frames,
    History,
    Lab,
    LabError,
    Params,
    ParamsError,
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
from fishlab.gui.theme import Theme
from fishlab.gui.views.base import View

LABEL = QT_TRANSLATE_NOOP("toy", "Label")
HINT = QT_TRANSLATE_NOOP("toy", "Look at the number")
AT = QT_TRANSLATE_NOOP("toy", "now at {count}")
TROUBLE = QT_TRANSLATE_NOOP("toy", "cannot go beyond {count}")
ODD = QT_TRANSLATE_NOOP("toy", "the sum must not be 13")


@dataclass(frozen=True)
class SquareParams(Params):
    """One field of each kind."""

    x: float = real(2.0, LABEL, minimum=-10.0, maximum=10.0, help=HINT)
    lr: float = real(0.01, LABEL, minimum=1e-4, maximum=1.0, logarithmic=True)
    power: int = whole(2, LABEL, minimum=1, maximum=8)
    minus: bool = flag(False, LABEL)
    shape: str = choice("flat", LABEL, (Choice("flat", LABEL), Choice("round", LABEL)))
    curves: tuple[str, ...] = choices(
        ("a",), LABEL, tuple(Choice(name, LABEL) for name in "abc"), when=("shape", ("round",))
    )
    title: str = words("fish", LABEL, maximum=10)
    points: tuple[tuple[float, ...], ...] = rows(
        ((0.0, 1.0),), LABEL, ("x", "y"), maximum=3, hidden=False
    )
    drawing: tuple[tuple[float, ...], ...] = rows((), LABEL, ("x", "y"))

    def check(self) -> None:
        if self.x + self.power == 13:
            raise ParamsError("x", message(ODD))


class Square(Lab):
    """Static: x to the power."""

    id = "toy"
    title = LABEL
    chapter = "0"
    summary = LABEL
    params = SquareParams
    presets = (
        Preset("book", LABEL, HINT, SquareParams()),
        Preset("cube", LABEL, HINT, SquareParams(x=3.0, power=3), seed=7),
    )
    code = ("fishlab.engine.functions.sigmoid",)

    def run(self, params: SquareParams, rng: np.random.Generator) -> Frames:
        if params.title == "bug":
            raise ZeroDivisionError("a bug")
        result = params.x**params.power * (-1 if params.minus else 1)
        yield Frame(0, {"result": result, "random": rng.random()})


@dataclass(frozen=True)
class CountParams(Params):
    """How far to count, by how much, and where to fail."""

    steps: int = whole(5, LABEL, minimum=1, maximum=1_000_000)
    stride: float = real(1.0, LABEL, minimum=0.0, maximum=10.0, live=True)
    fail_at: int = whole(-1, LABEL, minimum=-1, maximum=100)


class Count(Lab):
    """Animated: counts. While `gate` is closed it works without yielding, as a slow step does."""

    id = "toy"
    title = LABEL
    chapter = "0"
    summary = LABEL
    params = CountParams
    presets = (
        Preset("book", LABEL, HINT, CountParams()),
        Preset("long", LABEL, HINT, CountParams(steps=1_000_000)),
    )
    animated: ClassVar[bool] = True

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.begun = 0
        self.closed = 0

    def run(self, params: CountParams, rng: np.random.Generator) -> Frames:
        total = 0.0
        self.begun += 1
        try:
            for step in range(params.steps):
                self.gate.wait(10)
                if step == params.fail_at:
                    raise LabError(message(TROUBLE, count=step))
                total += params.stride
                changed = yield Frame(
                    step,
                    {"total": total},
                    {"position": np.full(2, total)},
                    params.steps,
                    (message(AT, count=step),),
                )
                params = changed or params
        finally:
            self.closed += 1


class ToyView(View):
    """Notes what the page asks of it."""

    def __init__(self, lab: Lab) -> None:
        super().__init__(lab)
        self.frames: list[Frame] = []
        self.params: list[Params] = []
        self.cleared = 0
        self.theme: Theme | None = None
        self.word = QLabel("not yet")
        QVBoxLayout(self).addWidget(self.word)

    @property
    def frame(self) -> Frame | None:
        """The frame on show."""
        return self.frames[-1] if self.frames else None

    def drag(self, changes: Mapping[str, Any]) -> None:
        """Pretend that a hand on the picture changed parameters."""
        self.edited.emit(dict(changes))

    def show_params(self, params: Params) -> None:
        self.params.append(params)

    def show_frame(self, frame: Frame, history: History) -> None:
        self.frames.append(frame)
        self.word.setText(str(dict(frame.scalars)))

    def clear(self) -> None:
        self.cleared += 1

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme


def give_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have `make_view` find ToyView where it looks for the view of the lab `toy`."""
    module = types.ModuleType("fishlab.gui.views.toy")
    module.ToyView = ToyView  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
