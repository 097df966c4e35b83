"""A network learns to part points of the plane into two classes (mode "points").

A frame is one epoch. Of n points, s sets ("train", and "test" if any are held out) and r epochs
so far it holds:

scalars  `epoch`, and of each set `train_loss`, `train_accuracy` and so on, after the epoch
arrays   `points` (n, 2), `targets` (n,), `held_out` (n,), `outputs` (n,): the classes that the
         network answers; `extent` (4,): low and high x1, low and high x2 of what is shown;
         `surface` (grid, grid): how likely the network takes each place for class 1, low x2 first;
         `boundary` (segments, 2, 2): where that is one half; `read_at` (r,): epochs; `accuracies`
         and `set_losses` (s, r, 3), three times the same: there is only one network; `networks`;
         `epochs`: how far the axes reach. Without a point only the first three and `extent`.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.functions import softmax
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Params, message

from .divergence import THE_NETWORK
from .optimizers_contours import contour_lines
from .training_curves import Curve, frozen
from .training_digits import Batches
from .training_divergence import dead_layer, stuck, verdict
from .training_effort import REST, Effort
from .training_layers import sizes
from .training_networks import make_learner, own_cure, take_live
from .training_params import TrainingParams
from .training_plane import GRID, Values, make_plane

COORDINATES, SIDES = 2, 2
"""What goes into the network, and how many classes come out."""

NO_POINTS = QT_TRANSLATE_NOOP(
    "training",
    "There are no points yet: click into the plane, with the left button for class 1 and the right "
    "one for class 0, or read a table.",
)
_START = QT_TRANSLATE_NOOP(
    "training", "{network}: {weights} parameters, {points} points to learn from, {held} held out"
)
_NOW = QT_TRANSLATE_NOOP("training", "Epoch {epoch}: {train} of the points, loss {loss}")
_NOW_BOTH = QT_TRANSLATE_NOOP(
    "training", "Epoch {epoch}: {train} of the training points, {test} of those held out"
)
_STRAIGHT = QT_TRANSLATE_NOOP(
    "training",
    "Without a hidden layer the boundary is a straight line: {wrong} of {count} training points "
    "stay on the wrong side.",
)
_BY_HEART = QT_TRANSLATE_NOOP(
    "training", "A gap of {gap} between train and test: the network knows its points by heart"
)
_ALL_RIGHT = QT_TRANSLATE_NOOP("training", "Every point is on its side, those held out as well.")

GUESSING = 0.6
"""One in two is right by chance; who is below this has learned nothing."""
HARDLY = 0.9
"""Who still has so much of the first loss has not moved."""
OVERFITTING = 0.1
"""A larger gap than this is worth a sentence, if the training points are known at all."""
KNOWN = 0.9


def points_frames(params: TrainingParams, rng: np.random.Generator) -> Frames:
    """Yield the start and a frame after every epoch."""
    separation = Separation(params, rng)
    if not len(separation.plane.points):
        yield separation.empty()
        return
    yield from separation.frames()


class Separation:
    """A network, its points, and what has been measured of both."""

    def __init__(self, params: TrainingParams, rng: np.random.Generator) -> None:
        self.params = params
        # What the network is has no influence on the points.
        draws, own = rng.spawn(2)
        self.plane = make_plane(params, draws)
        self.batches = Batches(len(self.plane.sets["train"][1]), params.batch, own)
        self.learner = make_learner(params, own_cure(params), own, COORDINATES, SIDES)
        self.still = {
            "points": frozen(self.plane.points),
            "targets": np.array(self.plane.targets),
            "held_out": np.array(self.plane.held_out),
            "extent": frozen(self.plane.extent),
        }
        self.still["targets"].flags.writeable = self.still["held_out"].flags.writeable = False
        self.measured: dict[str, NDArray[Any]] = {}
        self.readings: dict[str, float] = {}
        self.first_loss = 0.0
        self.losses = Curve(len(self.plane.sets))
        self.accuracies = Curve(len(self.plane.sets))
        self.frame = Frame(0)
        self._effort = Effort()

    def empty(self) -> Frame:
        """Return the only frame of a plane without points."""
        return Frame(0, arrays=self.still, total=0, messages=(message(NO_POINTS),))

    def frames(self) -> Frames:
        """Yield the start and one frame after every epoch, and rests in between."""
        self._effort.begin()
        for _ in self._read(0):
            yield self._rest()
        self.first_loss = self.readings.get("train_loss", 0.0)
        yield self._made(0)
        for epoch in range(1, self.params.epochs + 1):
            self._effort.begin()
            for _ in self._learn(epoch):
                self._take((yield self._rest()))
            if self.learner.out is None:
                for _ in self._read(epoch):
                    self._take((yield self._rest()))
            self._take((yield self._made(epoch)))
            if self.learner.out is not None:
                return

    def _learn(self, epoch: int) -> Frames:
        """Make the updates of an epoch; a yield is a rest."""
        x, t = self.plane.sets["train"]
        network, per_epoch = self.learner.network, self.batches.per_epoch
        for step in range((epoch - 1) * per_epoch + 1, epoch * per_epoch + 1):
            rows = self.batches.rows(step)
            # A step of this run is an epoch: that is where it would be said to diverge.
            self.learner.learn(x[rows], t[rows], epoch)
            if self.learner.out is not None:
                return
            network.project()
            if self._effort.tires(6.0 * len(rows) * network.params.flat.size):
                yield self.frame

    def _read(self, epoch: int) -> Frames:
        """Measure losses and accuracies, and ask the network all over the plane."""
        network, sets = self.learner.network, self.plane.sets
        with np.errstate(all="ignore"):
            losses = {name: network.loss(*points) for name, points in sets.items()}
            if not np.isfinite(list(losses.values())).all():
                self.learner.give_up(sets["train"][0], epoch)
                return
            accuracies = {name: network.accuracy(*points) for name, points in sets.items()}
            outputs = network.predict(self.plane.scaling(self.plane.points)).argmax(axis=1)
        self.readings = {f"{name}_loss": loss for name, loss in losses.items()}
        self.readings |= {f"{name}_accuracy": share for name, share in accuracies.items()}
        self.losses.append(epoch, list(losses.values()))
        self.accuracies.append(epoch, list(accuracies.values()))
        self.measured["outputs"] = outputs
        grid = self.plane.grid()
        rows = max(1, int(REST / (2.0 * network.params.flat.size)))
        chances = []
        for start in range(0, len(grid), rows):
            with np.errstate(all="ignore"):
                scores = network.predict(grid[start : start + rows])
                chances.append(softmax(scores)[:, 1])
            if self._effort.tires(2.0 * len(scores) * network.params.flat.size):
                yield self.frame
        surface = np.concatenate(chances).reshape(GRID, GRID)
        # Far from every point an answer may be beyond all numbers though the loss is not.
        if np.isfinite(surface).all():
            boundary = contour_lines(*self.plane.axes(), surface, np.array([0.5]))
            self.measured |= {"surface": surface, "boundary": boundary}

    def _take(self, new: Params | None) -> None:
        if new is None:
            return
        assert isinstance(new, TrainingParams)
        take_live(self.learner, self.params, new)
        self.params = new

    def _rest(self) -> Frame:
        """Return the newest frame again, without its numbers: they are recorded once."""
        return dataclasses.replace(self.frame, scalars={})

    def _made(self, epoch: int) -> Frame:
        out, epochs = self.learner.out, self.params.epochs
        scalars = {"epoch": float(epoch)}
        if out is None:
            scalars |= self.readings
        arrays = self.still | self.measured
        arrays |= {
            "read_at": self.losses.x,
            "accuracies": _as_bands(self.accuracies),
            "set_losses": _as_bands(self.losses),
            "networks": np.array(1),
            "epochs": np.array(float(epochs) if out is None else 1.25 * max(out, 1)),
        }
        self.frame = Frame(epoch, scalars, arrays, epochs, self._said(epoch))
        return self.frame

    def _said(self, epoch: int) -> tuple[Message, ...]:
        if self.learner.out is not None:
            return (verdict(self.learner, THE_NETWORK, self.params),)
        if epoch == 0:
            widths = [COORDINATES, *sizes(self.params.hidden), SIDES]
            start = message(
                _START,
                network="-".join(map(str, widths)),
                weights=f"{self.learner.network.params.flat.size:,}",
                points=int((~self.plane.held_out).sum()),
                held=int(self.plane.held_out.sum()),
            )
            return (start,)
        train, test = self.readings["train_accuracy"], self.readings.get("test_accuracy")
        if test is None:
            loss = f"{self.readings['train_loss']:.3g}"
            now = message(_NOW, epoch=epoch, train=f"{train:.1%}", loss=loss)
        else:
            now = message(_NOW_BOTH, epoch=epoch, train=f"{train:.1%}", test=f"{test:.1%}")
        return (now, *self._summary(train, test)) if epoch == self.params.epochs else (now,)

    def _summary(self, train: float, test: float | None) -> list[Message]:
        said = []
        x, t = self.plane.sets["train"]
        if not sizes(self.params.hidden) and train < 1:
            said.append(message(_STRAIGHT, wrong=round((1 - train) * len(t)), count=len(t)))
        elif train <= GUESSING and self._learned_nothing():
            said.append(stuck(self.learner, THE_NETWORK, (x, t), self.params, self.first_loss))
        if test is not None and train >= KNOWN and train - test >= OVERFITTING:
            said.append(message(_BY_HEART, gap=f"{train - test:.1%}"))
        if train == test == 1:
            said.append(message(_ALL_RIGHT))
        return said

    def _learned_nothing(self) -> bool:
        """True if the loss has hardly moved, or no gradient gets through: it is not only small."""
        hardly = self.readings["train_loss"] > HARDLY * self.first_loss
        return hardly or dead_layer(self.learner.network, self.plane.sets["train"][0]) is not None


def _as_bands(curve: Curve) -> Values:
    """Return (sets, readings, 3): the mean of one network, and a spread of nothing."""
    return frozen(np.repeat(curve.y.T[:, :, None], 3, axis=2))
