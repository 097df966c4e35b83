"""Training a model by its recipe, as `fishlab train` does it.

The shipped weights come from here: `fishlab train deep_convnet --data mnist --seed 0` writes the
same file again.
"""

from __future__ import annotations

import math
import shlex
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from fishlab import __version__
from fishlab.datasets import load_mnist
from fishlab.datasets.ones import SHARE, flagged_ones
from fishlab.engine import Trainer
from fishlab.engine.network import Network
from fishlab.engine.trainer import Step
from fishlab.engine.weights import save_weights

from .models import find_model

EVALUATED = 1000


@dataclass
class Training:
    """One training of a model: `steps()` trains, `result()` tells, `save()` writes.

    data: "sample", "mnist", "own" or a folder. epochs: None takes the recipe's. evaluated: how many
    digits are read after each epoch, 0 for none; they do not change what is learned.
    """

    model: str
    data: str | None = None
    epochs: int | None = None
    seed: int = 0
    evaluated: int = EVALUATED
    network: Network = field(init=False)
    total_steps: int = field(init=False)

    def __post_init__(self) -> None:
        self._model = find_model(self.model)
        recipe = self._model.recipe
        self.epochs = recipe.epochs if self.epochs is None else self.epochs
        flatten = self.model in ("mlp3", "two_layer")
        (x, t), self._test = load_mnist(flatten=flatten, data=self.data)
        # Independent streams for the initial weights, drawn ones, and order with augmentation.
        weights, drawn, order = np.random.default_rng(self.seed).spawn(3)
        ones = flagged_ones(round(SHARE * len(x)), drawn).reshape(-1, *x.shape[1:])
        train = np.concatenate([x, ones]), np.concatenate([t, np.ones(len(ones), t.dtype)])
        self.network = self._model.build(weights)
        self._trainer = Trainer(
            self.network,
            *train,
            *self._test,
            epochs=self.epochs,
            mini_batch_size=recipe.batch_size,
            optimizer="Adam",
            optimizer_param={"lr": recipe.lr},
            evaluate_sample_num_per_epoch=self.evaluated,
            verbose=False,
            rng=order,
            schedule=half_cosine,
            augment=recipe.augmentation,
        )
        self.total_steps = self._trainer.max_iter

    def steps(self) -> Generator[Step, None, None]:
        """Train; yields after every step (see `engine.Trainer.steps`)."""
        return self._trainer.steps()

    def result(self) -> dict[str, Any]:
        """Return accuracy on the test digits and all that is needed to train the same again."""
        total = len(self._test[1])
        accuracy = self.network.accuracy(*self._test)
        data = self._data_name(total)
        command = f"fishlab train {self.model} --epochs {self.epochs} --seed {self.seed}"
        if self.data is not None:
            command += f" --data {shlex.quote(data)}"
        return {
            "model": self.model,
            "accuracy": accuracy,
            "correct": round(accuracy * total),
            "total": total,
            "data": data,
            "epochs": self.epochs,
            "seed": self.seed,
            "command": command,
            "fishlab": __version__,
            "numpy": np.__version__,
        }

    def _data_name(self, total: int) -> str:
        """Return what was learned from; of a folder no more than its name, which may be shown."""
        if self.data in ("sample", "mnist", "own"):
            return self.data
        if self.data is None or total == 10_000:
            return "mnist" if total == 10_000 else "sample"
        return Path(self.data).resolve().name

    def save(self, path: Path | str, result: dict[str, Any]) -> None:
        """Write weights and `result` beside them to an .npz file, whole or not at all."""
        save_weights(path, dict(self.network.params), result)


def half_cosine(progress: float) -> float:
    """Return the factor on the learning rate at `progress` 0 … 1: from 1 down to 0."""
    return 0.5 * (1.0 + math.cos(math.pi * progress))
