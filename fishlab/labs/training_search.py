"""Random search for learning rate and weight decay (mode "search", section 6.5).

Every trial draws both log-uniformly, trains a network from the same first weights with the same
batches, and is judged by the validation digits. A frame is one epoch of one trial; of n trials
that are done, of E epochs each, it holds:

scalars  `trial`; when a trial ends `lr`, `decay`, `accuracy` of it, `best`; and `lr.best5`: the
         median rate of the five best so far
arrays   `settings` (n, 2): rate and decay; `scores` (n,): validation accuracy at the end; `out`
         (n,): who diverged; `bounds` (4,): lowest and highest rate, lowest and highest decay;
         `best` (k,): rows, the best first; `best_train`, `best_validation` (k, E + 1);
         `now` (e,): validation accuracy of the trial under way, `trying` (2,): its settings
"""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.search import draw_settings
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .training_cohort import Cohort
from .training_digits import Batches, Digits, load_digits
from .training_networks import make_learner
from .training_params import L2, TrainingParams

BEST = 5
"""So many trials are drawn as curves."""
LEAST_HELD_OUT = 0.05
"""Without validation digits nothing could be judged."""

_START = QT_TRANSLATE_NOOP(
    "training", "{trials} trials on {images} digits, judged by {held_out} others"
)
_TRYING = QT_TRANSLATE_NOOP("training", "Trial {number}: rate {lr}, decay {decay}")
_BEST = QT_TRANSLATE_NOOP(
    "training", "Best of {count}: {accuracy} of the validation digits with rate {lr}, decay {decay}"
)
_NARROW = QT_TRANSLATE_NOOP(
    "training", "The best five have rates from {low} to {high}: drag a rectangle round them"
)
_OUT = QT_TRANSLATE_NOOP("training", "{count} of the trials diverged, all with rate {lr} or more")

Values = NDArray[np.float64]


def search_frames(params: TrainingParams, rng: np.random.Generator) -> Frames:
    """Yield a frame after every epoch of every trial. Raises LabError without digits."""
    return Search(params, rng).frames()


class Search:
    """The trials so far."""

    def __init__(self, params: TrainingParams, rng: np.random.Generator) -> None:
        self.params = params
        digits = load_digits(params, max(params.validation, LEAST_HELD_OUT))
        # Nobody looks at the test digits here: settings chosen by them would be no fair exam.
        seen = {name: digits.sets[name] for name in ("train", "validation")}
        self.digits = Digits(digits.train, seen)
        self.total = params.trials * params.epochs
        self._draws, self._order = rng.spawn(2)
        self._first = int(rng.integers(2**32))
        self._shuffles = int(rng.integers(2**32))
        self._settings: list[tuple[float, float]] = []
        self._scores: list[float] = []
        self._out: list[bool] = []
        self._curves: list[tuple[list[float], list[float]]] = []
        self._trying = (0.0, 0.0)
        self._now: tuple[list[float], list[float]] = ([], [])
        self.frame = Frame(0)
        self._done: dict[str, NDArray[np.generic]] = self._of_trials()

    def frames(self) -> Frames:
        """Yield the empty picture and one frame an epoch, and rests in between."""
        params = self.params
        held_out = len(self.digits.sets["validation"][1])
        said = message(
            _START, trials=params.trials, images=f"{len(self.digits):,}", held_out=held_out
        )
        yield self._made(0, {}, (said,))
        for number in range(1, params.trials + 1):
            settings = draw_settings(params.ranges(), self._draws)
            self._trying = settings["lr"], settings["decay"]
            yield from self._trial(number)

    def _trial(self, number: int) -> Frames:
        params = self.params
        lr, decay = self._trying
        cure = {"weight_decay": L2, "weight_decay_lambda": decay}
        # Every trial has the same first weights and the same batches: only the settings differ.
        learner = make_learner(params.replace(lr=lr), cure, np.random.default_rng(self._first))
        batches = Batches(len(self.digits), params.batch, np.random.default_rng(self._shuffles))
        cohort = Cohort([learner], [batches], self.digits)
        self._now = ([], [])
        for epoch in range(params.epochs + 1):
            steps = range((epoch - 1) * batches.per_epoch + 1, epoch * batches.per_epoch + 1)
            for step in steps if epoch else ():
                for _ in cohort.learn(step):
                    yield self._rest()
            for _ in cohort.read():
                yield self._rest()
            if learner.out is None:
                for curve, name in zip(self._now, ("train", "validation"), strict=True):
                    curve.append(float(cohort.readings[name][0]))
            if not epoch:
                continue
            at = (number - 1) * params.epochs + epoch
            scalars = {"trial": float(number)}
            if epoch == params.epochs or learner.out is not None:
                scalars |= self._end(lr, decay, learner.out is not None)
            yield self._made(at, scalars, self._said(number))
            if learner.out is not None:
                return

    def _end(self, lr: float, decay: float, out: bool) -> dict[str, float]:
        """Note the trial under way as done; return its numbers."""
        self._settings.append((lr, decay))
        self._scores.append(0.0 if out else self._now[1][-1])
        self._out.append(out)
        self._curves.append(self._now)
        self._done = self._of_trials()
        best = self._ranked()[:BEST]
        return {
            "lr": lr,
            "decay": decay,
            "accuracy": self._scores[-1],
            "best": max(self._scores),
            "lr.best5": float(np.median([self._settings[row][0] for row in best])),
        }

    def _ranked(self) -> list[int]:
        return sorted(range(len(self._scores)), key=lambda row: -self._scores[row])

    def _of_trials(self) -> dict[str, NDArray[np.generic]]:
        best = [row for row in self._ranked() if not self._out[row]][:BEST]
        points = self.params.epochs + 1
        arrays: dict[str, NDArray[np.generic]] = {
            "settings": np.array(self._settings, np.float64).reshape(-1, 2),
            "scores": np.array(self._scores, np.float64),
            "out": np.array(self._out, bool),
            "best": np.array(best, int),
            "bounds": np.ravel(list(self.params.ranges().values())),
        }
        for place, name in enumerate(("best_train", "best_validation")):
            curves = [self._curves[row][place] for row in best]
            arrays[name] = np.array(curves, np.float64).reshape(-1, points)
        for array in arrays.values():
            array.flags.writeable = False
        return arrays

    def _rest(self) -> Frame:
        """Return the newest frame again, without its numbers: they are recorded once."""
        return dataclasses.replace(self.frame, scalars={})

    def _made(self, step: int, scalars: dict[str, float], said: tuple[Message, ...]) -> Frame:
        arrays = {**self._done, "now": np.array(self._now[1]), "trying": np.array(self._trying)}
        self.frame = Frame(step, scalars, arrays, self.total, said)
        return self.frame

    def _said(self, number: int) -> tuple[Message, ...]:
        count = len(self._scores)
        said = []
        if count < number:
            lr, decay = self._trying
            said.append(message(_TRYING, number=number, lr=f"{lr:.2g}", decay=f"{decay:.2g}"))
        best = self._ranked()[:BEST]
        if best and not self._out[best[0]]:
            lr, decay = self._settings[best[0]]
            accuracy = f"{self._scores[best[0]]:.1%}"
            values = {"lr": f"{lr:.2g}", "decay": f"{decay:.2g}", "accuracy": accuracy}
            said.append(message(_BEST, count=count, **values))
        if count == self.params.trials:
            rates = [self._settings[row][0] for row in best]
            said.append(message(_NARROW, low=f"{min(rates):.2g}", high=f"{max(rates):.2g}"))
            lost = [self._settings[row][0] for row in range(count) if self._out[row]]
            if lost:
                said.append(message(_OUT, count=len(lost), lr=f"{min(lost):.2g}"))
        return tuple(said)
