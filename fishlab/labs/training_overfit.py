"""Few images and a large network, with and without cures (mode "overfit", section 6.4).

All variants begin with the same weights and see the same batches. A frame is one update of each;
of v variants and r readings it holds:

scalars  `epoch`, `loss.<variant>`, and after each reading `train.<variant>`, `test.<variant>`,
         `gap.<variant>` (train − test), `near_zero.<variant>`: share of weights below 0.001
arrays   `read_at` (r,): epochs; `train`, `test` (v, r); `gaps` (v,), the newest; `lengths` (v,):
         how many readings of each are there, fewer for those that diverged; `out` (v,): who did;
         `epochs` of the whole run
"""

from __future__ import annotations

import dataclasses

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Params, message

from .training_cohort import Cohort
from .training_curves import Curve, reading_steps
from .training_digits import Batches, load_digits
from .training_divergence import verdict
from .training_networks import make_learner, take_live, variant_cure
from .training_params import NONE, VARIANT_LABELS, TrainingParams
from .training_weights import share_near_zero

NOBODY = QT_TRANSLATE_NOOP("training", "Nothing to compare: choose at least one variant")
_START = QT_TRANSLATE_NOOP(
    "training", "Same first weights, same batches: {images} digits to learn from"
)
_BY_HEART = QT_TRANSLATE_NOOP(
    "training",
    "{name}: {train} of the training digits and {test} of the test digits, a gap of {gap}",
)
_NARROWS = QT_TRANSLATE_NOOP("training", "{name} narrows the gap from {before} to {gap}")
_WIDENS = QT_TRANSLATE_NOOP(
    "training", "{name} does not narrow the gap: {gap}, without it {before}"
)
_SLOWER = QT_TRANSLATE_NOOP(
    "training", "{name} has reached only {train} of the training digits: it learns more slowly"
)

SLOW = 0.1
"""So much less of the training digits than the plain network is worth a sentence."""


def overfit_frames(params: TrainingParams, rng: np.random.Generator) -> Frames:
    """Yield the start and a frame after every update. Raises LabError without digits."""
    if not params.variants:
        yield Frame(0, total=0, messages=(message(NOBODY),))
        return
    yield from Comparison(params, rng).frames()


class Comparison:
    """The variants of a run and what has been measured of them."""

    def __init__(self, params: TrainingParams, rng: np.random.Generator) -> None:
        self.params = params
        self.names = params.variants
        self.digits = load_digits(params, 0.0)
        first, order = int(rng.integers(2**32)), rng.spawn(1)[0]
        batches = Batches(len(self.digits), params.batch, order)
        learners = [
            make_learner(params, variant_cure(params, name), np.random.default_rng(first))
            for name in self.names
        ]
        self.cohort = Cohort(learners, [batches] * len(learners), self.digits)
        self.per_epoch = batches.per_epoch
        self.total = params.epochs * self.per_epoch
        self.train, self.test = Curve(len(learners)), Curve(len(learners))
        self.lengths = np.zeros(len(learners), int)
        self.verdicts: dict[int, Message] = {}
        self.frame = Frame(0)

    def frames(self) -> Frames:
        """Yield the start and one frame after every update, and rests in between."""
        cohort = self.cohort
        cohort.measure_losses()
        for _ in cohort.read():
            yield self._rest()
        yield self._made(0, read=True)
        every = reading_steps(self.per_epoch, self.params.epochs)
        for step in range(1, self.total + 1):
            for _ in cohort.learn(step):
                self._take((yield self._rest()))
            self._judge()
            read = step % every == 0 or step == self.total
            if read:
                for _ in cohort.read():
                    self._take((yield self._rest()))
            self._take((yield self._made(step, read=read and bool(cohort.alive))))
            if not cohort.alive:
                return

    def _take(self, new: Params | None) -> None:
        if new is None:
            return
        assert isinstance(new, TrainingParams)
        for learner in self.cohort.learners:
            take_live(learner, self.params, new)
        self.params = new

    def _judge(self) -> None:
        for row, learner in enumerate(self.cohort.learners):
            if learner.out is not None and row not in self.verdicts:
                name = VARIANT_LABELS[self.names[row]]
                self.verdicts[row] = verdict(learner, name, self.params)

    def _rest(self) -> Frame:
        """Return the newest frame again, without its numbers: they are recorded once."""
        return dataclasses.replace(self.frame, scalars={})

    def _made(self, step: int, *, read: bool) -> Frame:
        cohort, alive = self.cohort, self.cohort.alive
        epoch = step / self.per_epoch
        train, test = cohort.readings["train"], cohort.readings["test"]
        if read:
            self.train.append(epoch, train)
            self.test.append(epoch, test)
            self.lengths[alive] = len(self.train.x)
        scalars = {"epoch": epoch}
        for row, name in enumerate(self.names):
            scalars[f"loss.{name}"] = cohort.learners[row].loss
            if read and row in alive:
                scalars[f"train.{name}"] = float(train[row])
                scalars[f"test.{name}"] = float(test[row])
                scalars[f"gap.{name}"] = float(train[row] - test[row])
                scalars[f"near_zero.{name}"] = share_near_zero(cohort.learners[row].network)
        arrays = {
            "read_at": self.train.x,
            "train": self.train.y.T,
            "test": self.test.y.T,
            "gaps": train - test,
            "lengths": self.lengths,
            "out": np.array([learner.out is not None for learner in cohort.learners]),
            "epochs": np.array(self.params.epochs),
        }
        said = self._said(step)
        self.frame = Frame(step, scalars, arrays, self.total, said)
        return self.frame

    def _said(self, step: int) -> tuple[Message, ...]:
        if step == 0:
            return (message(_START, images=f"{len(self.digits):,}"),)
        said = list(self.verdicts.values())
        train, test = self.cohort.readings["train"], self.cohort.readings["test"]
        gaps = train - test
        alive = self.cohort.alive
        plain = self.names.index(NONE) if NONE in self.names else None
        if plain not in alive:
            plain = None
        for row in alive:
            name, gap = VARIANT_LABELS[self.names[row]], f"{gaps[row]:.1%}"
            if plain is None or row == plain:
                values = {"train": f"{train[row]:.1%}", "test": f"{test[row]:.1%}", "gap": gap}
                said.append(message(_BY_HEART, name=name, **values))
            elif step == self.total:
                text = _NARROWS if gaps[row] < gaps[plain] else _WIDENS
                said.append(message(text, name=name, before=f"{gaps[plain]:.1%}", gap=gap))
                if train[row] < train[plain] - SLOW:
                    said.append(message(_SLOWER, name=name, train=f"{train[row]:.1%}"))
        return tuple(said)
