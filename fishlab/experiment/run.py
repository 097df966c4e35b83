"""Run: one execution of a lab, ended by exactly one Outcome."""

from __future__ import annotations

import itertools
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Literal

import numpy as np

from fishlab.text import QT_TRANSLATE_NOOP, Message, message

from .control import Cancelled, Control
from .frame import Frame
from .history import Change, History
from .lab import Lab, LabError
from .params import Params

_UNEXPECTED = QT_TRANSLATE_NOOP("run", "An unexpected error ended the run: {error}")
LONGEST = 200
_numbers = itertools.count(1)


def next_number() -> int:
    """Return a number above all before: what happens to runs is numbered in one row with them."""
    return next(_numbers)


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    reason: for the reader, if it failed. report: a traceback, only if the reason is a bug.
    """

    kind: Literal["done", "cancelled", "failed"]
    reason: Message | None = None
    report: str = ""


class Run:
    """A lab with Params and a seed, the strings to hold it by, and what it has shown so far.

    number: counts all runs of the process (and the errors that nobody foresaw): later is higher.
    params: those the run began with; live changes are in `history.changes`.
    replay: live changes of an earlier run, made again after the same steps; with the same params
        and seed that run comes out again, and from there it can branch.
    outcome: None while the run is under way, then set once.
    """

    def __init__(
        self,
        lab: Lab,
        params: Params,
        seed: int = 0,
        *,
        control: Control | None = None,
        replay: Sequence[Change] = (),
    ) -> None:
        self.number = next_number()
        self.lab = lab
        self.params = params
        self.seed = seed
        self.replay = tuple(replay)
        self.control = control or Control()
        self.history = History()
        self.outcome: Outcome | None = None

    def execute(self, deliver: Callable[[Frame], None] = lambda frame: None) -> Outcome:
        """Run to the end in the calling thread; `deliver` is called with each frame.

        Only errors of the interpreter itself (KeyboardInterrupt, SystemExit) leave this method.
        """
        if self.outcome is not None:
            raise RuntimeError(f"run {self.number} has already ended")
        try:
            self._go(deliver)
            outcome = Outcome("done")
        except Cancelled:
            outcome = Outcome("cancelled")
        except LabError as error:
            outcome = Outcome("failed", error.message)
        except Exception as error:  # a run never takes the program down with it
            outcome = Outcome("failed", unexpected(error), traceback.format_exc())
        self.outcome = outcome
        return outcome

    def _go(self, deliver: Callable[[Frame], None]) -> None:
        self.params = params = self.control.checkpoint() or self.params
        # Closed here and not by the caller: what a lab raises while it closes is its error, too.
        with closing(self.lab.run(params, np.random.default_rng(self.seed))) as generator:
            changed = None
            while True:
                try:
                    frame = generator.send(changed)
                except StopIteration:
                    return
                self.history.append(frame)
                deliver(frame)
                changed = self.control.checkpoint() or self._replayed(frame.step, params)
                if changed is not None:
                    names = sorted(params.differing(changed))
                    self.history.change(frame.step, {n: getattr(changed, n) for n in names})
                    params = changed

    def _replayed(self, step: int, params: Params) -> Params | None:
        """Return the Params that the earlier run took after this step, or None if it took none."""
        values = {n: v for at, changes in self.replay if at == step for n, v in changes.items()}
        return params.replace(**values) if values else None


def unexpected(error: Exception) -> Message:
    """Return what to say of an error that nobody foresaw."""
    return message(_UNEXPECTED, error=in_one_line(error))


def in_one_line(error: BaseException) -> str:
    """Return the name of the error and the beginning of what it says."""
    lines = str(error).strip().splitlines()
    said = f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
