"""Lab and Preset: what one tab of the window can do, without the window.

A lab is its Params and a generator that yields Frames. It reads no clock, no global random state
and no Qt: the same Params and seed give the same frames in the window, on the command line and in
a test.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from fishlab.text import QT_TRANSLATE_NOOP, Text, ToldError, message

from .claims import Claim
from .frame import Frame
from .params import Params

_NO_SCRIPT = QT_TRANSLATE_NOOP("run", "There is no script of this run")

Frames = Generator[Frame, Params | None, None]


class LabError(ToldError):
    """A run that cannot go on for a reason the reader should know."""


@dataclass(frozen=True)
class Preset:
    """Named Params with a sentence that says what to look for ("try this")."""

    id: str
    title: Text
    hint: Text
    params: Params
    seed: int = 0


class Lab(ABC):
    """One tab: words, Params, presets and the generator.

    id: short name, also the name of the tab's files (view, lesson).
    chapter: chapters and sections of the book, such as "3.2, 3.5".
    presets: the first has the id "book" and reproduces the book's settings.
    animated: True if a run has many frames; a static lab yields one and runs again on every change.
    rate: frames a second at the reader's speed 1, or None to run as fast as it can.
    claims: what the book says of it, each to be run and judged.
    code: dotted names of the engine functions and classes that a run uses, for "show the code".
    """

    id: ClassVar[str]
    title: ClassVar[Text]
    chapter: ClassVar[str]
    summary: ClassVar[Text]
    params: ClassVar[type[Params]]
    presets: ClassVar[tuple[Preset, ...]]
    animated: ClassVar[bool] = False
    rate: ClassVar[float | None] = None
    claims: ClassVar[tuple[Claim, ...]] = ()
    code: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield frames. `new = yield frame` gives Params whose `live` fields changed, or None.

        Must yield at least every 50 ms of work, so that pause, step and cancel answer at once.
        """

    def script(self, params: Params, seed: int) -> str:
        """Return a short Python script that does what a run does and prints its last scalars.

        It stands on the engine (and the digits) alone. Raises LabError if there is none.
        """
        raise LabError(message(_NO_SCRIPT))

    def is_animated(self, params: Params) -> bool:
        """True if a run with these Params has many frames; a lab with modes may override it."""
        return self.animated

    def still_tells(self, before: Params, params: Params) -> bool:
        """True if a picture of `before` may be shown while that of `params` is under way.

        A lab that is slower than a hand on its picture may override it.
        """
        return False

    def pace(self, params: Params) -> float | None:
        """Frames a second at the reader's speed 1; a lab with modes may override it."""
        return self.rate

    def with_weights(self, params: Params, model: str) -> Mapping[str, Any] | None:
        """Return what is to be set so that the picture shown uses the reader's file of weights.

        model: that they are of. None: they are of no use to it. A lab with trained networks
        overrides it.
        """
        return None

    def preset(self, preset_id: str) -> Preset:
        """Return the preset of that id; raise KeyError naming the known ones."""
        for preset in self.presets:
            if preset.id == preset_id:
                return preset
        known = ", ".join(preset.id for preset in self.presets)
        raise KeyError(f"{self.id} has no preset {preset_id!r}; known are {known}")
