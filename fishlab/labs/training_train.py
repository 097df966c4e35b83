"""One network learns digits, or several from different seeds side by side (mode "train").

A frame is one update of every network. What it holds, of r readings and p points of loss:

scalars  `loss`, `epoch`, and after each reading `train_accuracy`, `test_accuracy`,
         `validation_accuracy`, `gap` (train − test): means over the networks that have not
         diverged; with several, each one's own as `test_accuracy.1` and so on
arrays   `read_at` (r,): epochs; `accuracies` (sets, r, 3): mean − spread, mean, mean + spread of
         train, test, (validation); `loss_at` (p,), `losses` (p, 3), `loss_each`: how many batches
         a point is the mean of; `counts` (layers, bins), `edges` (bins + 1,), `spreads` (layers,):
         the weights of the first network; `alive`: how many have not diverged; `networks`;
         `out_at` (k,): the epochs at which networks diverged; `epochs`: how far the axes reach
"""

from __future__ import annotations

import dataclasses

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Params, Text, message

from .divergence import THE_NETWORK
from .learner import Learner
from .training_cohort import Cohort
from .training_curves import Curve, ThinCurve, band, reading_steps
from .training_digits import Batches, load_digits
from .training_divergence import GUESSING, stuck, verdict
from .training_layers import CLASSES, INPUTS, sizes
from .training_networks import make_learner, own_cure, take_live
from .training_params import TrainingParams
from .training_weights import histograms

SETS = ("train", "test", "validation")

_START = QT_TRANSLATE_NOOP(
    "training", "{network}: {weights} parameters, {images} digits to learn from"
)
_NOW = QT_TRANSLATE_NOOP(
    "training", "Epoch {epoch}: {train} of the training digits, {test} of the test digits"
)
_SPREAD = QT_TRANSLATE_NOOP("training", "Over {count} seeds the test accuracy is {mean} ± {spread}")
_OVERFITS = QT_TRANSLATE_NOOP(
    "training", "A gap of {gap} between train and test: the network knows its digits by heart"
)
_NETWORK_OF_SEED = QT_TRANSLATE_NOOP("training", "Network {number}")

OVERFITTING = 0.1
"""A larger gap than this is worth a sentence."""


def train_frames(params: TrainingParams, rng: np.random.Generator) -> Frames:
    """Yield the start and a frame after every update. Raises LabError without digits."""
    return Training(params, rng).frames()


class Training:
    """The networks of a run and what has been measured of them."""

    def __init__(self, params: TrainingParams, rng: np.random.Generator) -> None:
        self.params = params
        self.digits = load_digits(params, params.validation)
        own = rng.spawn(params.repeats)
        cure = own_cure(params)
        batches = [Batches(len(self.digits), params.batch, one) for one in own]
        learners = [make_learner(params, cure, one) for one in own]
        self.cohort = Cohort(learners, batches, self.digits)
        self.per_epoch = batches[0].per_epoch
        self.total = params.epochs * self.per_epoch
        self.sets = [name for name in SETS if name in self.digits.sets]
        self.accuracies = Curve(3 * len(self.sets))
        self.losses = ThinCurve(3)
        self.first_losses: list[float] = []
        self.verdicts: dict[int, Message] = {}
        self.frame = Frame(0)

    def frames(self) -> Frames:
        """Yield the start and one frame after every update, and rests in between."""
        cohort = self.cohort
        cohort.measure_losses()
        self.first_losses = [learner.loss for learner in cohort.learners]
        for _ in cohort.read():
            yield self._rest()
        self._note_loss(0)
        yield self._made(0, read=True)
        every = reading_steps(self.per_epoch, self.params.epochs)
        for step in range(1, self.total + 1):
            for _ in cohort.learn(step):
                self._take((yield self._rest()))
            self._judge()
            read = step % every == 0 or step == self.total or not cohort.alive
            if read:
                for _ in cohort.read():
                    self._take((yield self._rest()))
            if cohort.alive:
                self._note_loss(step)
            self._take((yield self._made(step, read=read)))
            if not cohort.alive:
                return

    def _take(self, new: Params | None) -> None:
        if new is None:
            return
        assert isinstance(new, TrainingParams)
        for learner in self.cohort.learners:
            take_live(learner, self.params, new)
        self.params = new

    def _note_loss(self, step: int) -> None:
        losses = [self.cohort.learners[row].loss for row in self.cohort.alive]
        if losses:
            self.losses.append(step / self.per_epoch, band(losses))

    def _judge(self) -> None:
        for row, learner in enumerate(self.cohort.learners):
            if learner.out is not None and row not in self.verdicts:
                self.verdicts[row] = verdict(learner, self._name(row), self.params)

    def _name(self, row: int) -> Text | Message:
        if len(self.cohort.learners) == 1:
            return THE_NETWORK
        return message(_NETWORK_OF_SEED, number=row + 1)

    def _rest(self) -> Frame:
        """Return the newest frame again, without its numbers: they are recorded once."""
        return dataclasses.replace(self.frame, scalars={})

    def _made(self, step: int, *, read: bool) -> Frame:
        cohort, alive = self.cohort, self.cohort.alive
        epoch = step / self.per_epoch
        scalars = {"epoch": epoch}
        arrays = dict(self.frame.arrays)
        if alive:
            scalars["loss"] = float(np.mean([cohort.learners[row].loss for row in alive]))
        if read and alive:
            scalars |= self._accuracies(alive)
            bands = [band(cohort.readings[name][alive]) for name in self.sets]
            self.accuracies.append(epoch, np.ravel(bands))
            arrays |= dict(
                zip(
                    ("counts", "edges", "spreads"),
                    histograms(cohort.learners[alive[0]].network),
                    strict=True,
                )
            )
        out_at = [one.out / self.per_epoch for one in cohort.learners if one.out is not None]
        shape = (-1, len(self.sets), 3)
        arrays |= {
            "read_at": self.accuracies.x,
            "accuracies": self.accuracies.y.reshape(shape).transpose(1, 0, 2),
            "loss_at": self.losses.x,
            "losses": self.losses.y,
            "loss_each": np.array(self.losses.each),
            "alive": np.array(len(alive)),
            "networks": np.array(len(cohort.learners)),
            "out_at": np.array(out_at),
            "epochs": np.array(float(self.params.epochs) if alive else 1.25 * max(*out_at, 0.1)),
        }
        said = self._said(step)
        self.frame = Frame(step, scalars, arrays, self.total, said)
        return self.frame

    def _accuracies(self, alive: list[int]) -> dict[str, float]:
        readings = self.cohort.readings
        scalars = {f"{name}_accuracy": float(readings[name][alive].mean()) for name in self.sets}
        scalars["gap"] = scalars["train_accuracy"] - scalars["test_accuracy"]
        if len(self.cohort.learners) > 1:
            for row in alive:
                for name in self.sets:
                    scalars[f"{name}_accuracy.{row + 1}"] = float(readings[name][row])
        return scalars

    def _said(self, step: int) -> tuple[Message, ...]:
        cohort, alive = self.cohort, self.cohort.alive
        said = list(self.verdicts.values())
        if step == 0:
            widths = [INPUTS, *sizes(self.params.hidden), CLASSES]
            count = cohort.learners[0].network.params.flat.size
            said.append(
                message(
                    _START,
                    network="-".join(map(str, widths)),
                    weights=f"{count:,}",
                    images=f"{len(self.digits):,}",
                )
            )
            return tuple(said)
        if not alive:
            return tuple(said)
        train, test = cohort.readings["train"][alive], cohort.readings["test"][alive]
        said.append(
            message(
                _NOW,
                epoch=f"{self.accuracies.x[-1]:.3g}",
                train=f"{train.mean():.1%}",
                test=f"{test.mean():.1%}",
            )
        )
        if step == self.total:
            said += self._summary(alive)
        return tuple(said)

    def _summary(self, alive: list[int]) -> list[Message]:
        readings, said = self.cohort.readings, []
        if len(alive) > 1:
            _, mean, high = band(readings["test"][alive])
            said.append(
                message(_SPREAD, count=len(alive), mean=f"{mean:.1%}", spread=f"{high - mean:.1%}")
            )
        for row in alive:
            learner: Learner = self.cohort.learners[row]
            if readings["train"][row] <= GUESSING:
                batch = self.cohort.batch(row, self.total)
                first = self.first_losses[row]
                said.append(stuck(learner, self._name(row), batch, self.params, first))
        gap = float((readings["train"] - readings["test"])[alive].mean())
        if gap >= OVERFITTING:
            said.append(message(_OVERFITS, gap=f"{gap:.1%}"))
        return said
