"""Accuracy against seconds: DeepConvNet here and in PyTorch, on one schedule.

    python benchmarks/learning_curve.py [--epochs N] [--data DIR] [--out FILE.csv]

Both begin with the same weights and see the same augmented batches in the same order; the learning
rate falls along half a cosine in both. They take turns of 100 steps, so that whatever else the
machine does falls on both. Seconds are those spent in training steps, on two threads each; making
the batches and reading the test digits are not counted. Each ends on its own figures: rounding and
Dropout's random numbers differ.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fishlab.blas_threads import limit_blas_threads_at_start

limit_blas_threads_at_start()

import numpy as np  # noqa: E402 (BLAS reads its number of threads when NumPy comes in)

from fishlab.bench.engine_speed import THREADS  # noqa: E402
from fishlab.bench.torch_networks import TorchNetwork, torch_or_none  # noqa: E402
from fishlab.datasets import load_mnist  # noqa: E402
from fishlab.engine import Adam  # noqa: E402
from fishlab.engine.atomic import replacing  # noqa: E402
from fishlab.experiment.models import find_model  # noqa: E402
from fishlab.experiment.training import half_cosine  # noqa: E402

TURN = 100
Batch = tuple[float, Any, Any]


class Ours:
    """The engine's network."""

    def __init__(self, network: Any, lr: float) -> None:
        self.network, self.lr, self.optimizer = network, lr, Adam(lr=lr)

    def step(self, factor: float, x: Any, t: Any) -> None:
        """One training step."""
        self.optimizer.lr = self.lr * factor
        self.optimizer.update(self.network.params, self.network.gradient(x, t))

    def scores(self, x: Any) -> Any:
        """Return the scores of a batch, (N, 10)."""
        return self.network.predict(x)


class Theirs:
    """The same network in PyTorch, with the same first weights."""

    def __init__(self, torch: Any, network: Any, lr: float) -> None:
        self.torch, self.lr, self.peer = torch, lr, TorchNetwork(torch, network, lr)

    def step(self, factor: float, x: Any, t: Any) -> None:
        """One training step."""
        self.peer.set_rate(self.lr * factor)
        self.peer.step(*self.peer.tensors(x, t))

    def scores(self, x: Any) -> Any:
        """Return the scores of a batch, (N, 10)."""
        return self.peer.predict(self.torch.from_numpy(np.ascontiguousarray(x))).numpy()


def batches(x: Any, t: Any, recipe: Any, epochs: int, rng: np.random.Generator) -> Iterator[Batch]:
    """Yield (factor on the learning rate, images, labels), all of them in every epoch."""
    steps = len(x) // recipe.batch_size
    for step in range(epochs * steps):
        if step % steps == 0:
            order = rng.permutation(len(x))
        begin = step % steps * recipe.batch_size
        rows = order[begin : begin + recipe.batch_size]
        images = recipe.augmentation(x[rows], rng).astype(np.float32, copy=False)
        yield half_cosine(step / (epochs * steps)), images, t[rows].astype(np.int64)


def accuracy(scores: Callable[[Any], Any], x: Any, t: Any) -> float:
    """Return the share of the digits that are read right."""
    parts = [scores(x[i : i + 500]).argmax(1) for i in range(0, len(x), 500)]
    return float((np.concatenate(parts) == t).mean())


def main() -> int:
    """Train both and print a line an epoch; return the exit status."""
    parser = argparse.ArgumentParser(description="Accuracy against seconds, beside PyTorch.")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--data", default="mnist")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    torch = torch_or_none(THREADS)
    if torch is None:
        print("PyTorch is not installed: pip install torch", file=sys.stderr)
        return 2
    (x, t), (x_test, t_test) = load_mnist(flatten=False, data=options.data)
    model = find_model("deep_convnet")
    rng = np.random.default_rng(0)
    network = model.build(rng)
    sides = {
        "fishlab": Ours(network, model.recipe.lr),
        "pytorch": Theirs(torch, network, model.recipe.lr),
    }
    seconds = dict.fromkeys(sides, 0.0)
    lines = ["epoch,fishlab_seconds,fishlab_accuracy,pytorch_seconds,pytorch_accuracy"]
    print(lines[0])
    turn: list[Batch] = []
    per_epoch = len(x) // model.recipe.batch_size
    for count, batch in enumerate(batches(x, t, model.recipe, options.epochs, rng), 1):
        turn.append(batch)
        if len(turn) == TURN or count % per_epoch == 0:
            for name, side in sides.items():
                time.sleep(0.1)  # threads of the other side fall asleep
                begin = time.perf_counter()
                for known in turn:
                    side.step(*known)
                seconds[name] += time.perf_counter() - begin
            turn.clear()
        if count % per_epoch == 0:
            figures = [
                f"{seconds[name]:.1f},{accuracy(side.scores, x_test, t_test):.4f}"
                for name, side in sides.items()
            ]
            lines.append(",".join([str(count // per_epoch), *figures]))
            print(lines[-1], flush=True)
    if options.out is not None:
        with replacing(options.out, "w") as file:
            file.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
