"""Training a network on mini-batches (4.5, 5.7.4), with pauses, evaluations and checkpoints.

Each epoch shuffles the samples and goes through all of them, without replacement. `steps` is a
generator: whoever asks for the next step decides about pace, pause and end, and training goes on
from the same place when a new `steps` (or a restored checkpoint) is asked.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.checkpoints import read_checkpoint, write_checkpoint
from fishlab.engine.divergence import DivergedError
from fishlab.engine.optimizers import Optimizer, make_optimizer
from fishlab.engine.shapes import ShapeError

Array = NDArray[Any]


class Trainable(Protocol):
    """What the trainer asks of a network.

    One that also has `loss_and_gradient(x, t) -> (loss, gradients)` is asked that instead of both
    in turn, and one with `project()` is told to enforce its weight constraint after each update.
    """

    params: Any

    def loss(self, x: Array, t: Array) -> float:
        """The loss on a batch."""

    def gradient(self, x: Array, t: Array) -> Mapping[str, Array]:
        """The gradient of the loss with respect to each parameter."""

    def accuracy(self, x: Array, t: Array) -> float:
        """The share of samples answered rightly, 0 to 1."""


class Step(NamedTuple):
    """One update: its number and epoch, both from 1, and the loss on its batch before it.

    The accuracies are there at the last step of an epoch, otherwise None.
    """

    iteration: int
    epoch: int
    loss: float
    train_accuracy: float | None
    test_accuracy: float | None


class Trainer:
    """Trains `network` for `epochs` epochs of mini-batches of `mini_batch_size` samples.

    x_train (N, ...), t_train (N,) or (N, K); x_test and t_test likewise, or None. optimizer: a name
    with its settings in optimizer_param, as in the book, or an Optimizer.
    evaluate_sample_num_per_epoch: how many samples of each set the accuracies are measured on, from
    the first; None for all, 0 for no evaluation. verbose: print as the book does, once an epoch.

    rng shuffles (and feeds `augment`). schedule(progress) gives a factor on the learning rate,
    progress going from 0 towards 1. augment(x, rng) gives the batch that is trained on in place of
    x.

    `train_loss_list`, `train_acc_list` and `test_acc_list` keep the course of the training. Raises
    ShapeError when samples and labels differ in number, ValueError for other settings that cannot
    be.
    """

    def __init__(
        self,
        network: Trainable,
        x_train: Array,
        t_train: Array,
        x_test: Array | None,
        t_test: Array | None,
        epochs: int = 20,
        mini_batch_size: int = 100,
        optimizer: str | Optimizer = "SGD",
        optimizer_param: Mapping[str, float] | None = None,
        evaluate_sample_num_per_epoch: int | None = None,
        verbose: bool = True,
        *,
        rng: np.random.Generator | None = None,
        schedule: Callable[[float], float] | None = None,
        augment: Callable[[Array, np.random.Generator], Array] | None = None,
    ) -> None:
        _check_samples("training", x_train, t_train)
        if x_test is not None:
            _check_samples("test", x_test, t_test)
        if epochs < 0 or mini_batch_size < 1:
            raise ValueError(f"no training with {epochs} epochs of batches of {mini_batch_size}")
        self.network = network
        self.x_train, self.t_train = x_train, t_train
        self.x_test, self.t_test = x_test, t_test
        self.epochs = epochs
        self.mini_batch_size = mini_batch_size
        if isinstance(optimizer, str):
            settings = {"lr": 0.01} if optimizer_param is None else optimizer_param
            optimizer = make_optimizer(optimizer, **settings)
        self.optimizer = optimizer
        self.evaluate_sample_num_per_epoch = evaluate_sample_num_per_epoch
        self.verbose = verbose
        self.rng = np.random.default_rng(0) if rng is None else rng
        self.schedule = schedule
        self.augment = augment
        self.iteration = 0
        self.order: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self.train_loss_list: list[float] = []
        self.train_acc_list: list[float] = []
        self.test_acc_list: list[float] = []
        self._lr = optimizer.lr

    @property
    def train_size(self) -> int:
        """The number of training samples."""
        return len(self.x_train)

    @property
    def steps_per_epoch(self) -> int:
        """Steps of one epoch; the last batch takes what is left."""
        return math.ceil(self.train_size / self.mini_batch_size)

    @property
    def max_iter(self) -> int:
        """Steps of the whole training."""
        return self.epochs * self.steps_per_epoch

    @property
    def lr(self) -> float:
        """The learning rate, before the schedule's factor; may be changed at any time."""
        return self.optimizer.lr if self.schedule is None else self._lr

    @lr.setter
    def lr(self, value: float) -> None:
        self._lr = self.optimizer.lr = value

    def train(self) -> None:
        """All steps that are left. Raises DivergedError."""
        for _ in self.steps():
            pass
        if self.verbose and self.x_test is not None and self.t_test is not None:
            print("=============== Final Test Accuracy ===============")
            print(f"test acc:{self.network.accuracy(self.x_test, self.t_test)}")

    def steps(self) -> Generator[Step, None, None]:
        """The steps that are left, each yielded once done; may be closed and asked again any time.

        Raises DivergedError when the loss or a parameter is no longer finite.
        """
        while self.iteration < self.max_iter:
            yield self._step()

    def checkpoint(self, path: str | os.PathLike[str]) -> None:
        """Save all that the rest of the training depends on, as .npz. Raises WeightsError."""
        write_checkpoint(self, path)

    def restore(self, path: str | os.PathLike[str]) -> None:
        """Take up a training where `checkpoint` left it: what follows is the same, bit for bit.

        The trainer must have been made with the same kind of network, optimizer, data and batch
        size. Raises WeightsError, and then nothing has been changed.
        """
        read_checkpoint(self, path)

    def _step(self) -> Step:
        position = self.iteration % self.steps_per_epoch
        if position == 0:
            self.order = self.rng.permutation(self.train_size)
        start = position * self.mini_batch_size
        chosen = self.order[start : start + self.mini_batch_size]
        x, t = self.x_train[chosen], self.t_train[chosen]
        if self.augment is not None:
            x = self.augment(x, self.rng)
        if self.schedule is not None:
            self.optimizer.lr = self._lr * self.schedule(self.iteration / self.max_iter)
        epoch = self.iteration // self.steps_per_epoch + 1
        # What overflows shows in the loss, and is reported there by name, not by NumPy's warning.
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            loss = self._learn(x, t)
            self.train_loss_list.append(loss)
            self.iteration += 1
            if self.iteration % self.steps_per_epoch:
                return Step(self.iteration, epoch, loss, None, None)
            return Step(self.iteration, epoch, loss, *self._evaluate(epoch))

    def _learn(self, x: Array, t: Array) -> float:
        """One update; the loss before it."""
        network = self.network
        if hasattr(network, "loss_and_gradient"):
            loss, grads = network.loss_and_gradient(x, t)
        else:
            grads, loss = network.gradient(x, t), network.loss(x, t)
        loss = float(loss)
        if not math.isfinite(loss):
            step = self.iteration + 1
            raise DivergedError(f"step {step}: the loss is {loss}{self._culprit(grads)}")
        self.optimizer.update(network.params, grads)
        if hasattr(network, "project"):
            network.project()
        return loss

    def _culprit(self, grads: Mapping[str, Array]) -> str:
        """Which parameter or gradient is not finite, as the rest of a sentence."""
        for what, arrays in (("parameter", self.network.params), ("gradient of", grads)):
            for name, array in arrays.items():
                if not np.all(np.isfinite(array)):
                    return f", the {what} {name} is not finite"
        return ""

    def _evaluate(self, epoch: int) -> tuple[float | None, float | None]:
        culprit = self._culprit({})
        if culprit:
            raise DivergedError(f"step {self.iteration}{culprit}")
        count = self.evaluate_sample_num_per_epoch
        if count == 0:
            return None, None
        train_accuracy = float(self.network.accuracy(self.x_train[:count], self.t_train[:count]))
        self.train_acc_list.append(train_accuracy)
        test_accuracy = None
        if self.x_test is not None and self.t_test is not None:
            test_accuracy = float(self.network.accuracy(self.x_test[:count], self.t_test[:count]))
            self.test_acc_list.append(test_accuracy)
        if self.verbose:
            print(f"=== epoch:{epoch}, train acc:{train_accuracy}, test acc:{test_accuracy} ===")
        return train_accuracy, test_accuracy


def _check_samples(name: str, x: Array, t: Array | None) -> None:
    if t is None or len(x) != len(t) or len(x) == 0:
        labels = "none" if t is None else t.shape
        raise ShapeError(f"{name} samples {x.shape} and labels {labels} do not correspond")
