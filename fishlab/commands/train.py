"""`fishlab train MODEL`: trains by the model's recipe and writes the weights."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from fishlab.datasets import DataError
from fishlab.engine.divergence import DivergedError
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS
from fishlab.experiment.training import Training

from .console import FAILED, CommandError, Parser, explained, seed_number, whole_number
from .networks import add_data_option
from .progress import Progress


def main(arguments: Sequence[str]) -> int:
    """Train one model and write its weights; return the exit status."""
    options = _parser().parse_args(arguments)
    path = _target(options.MODEL, options.out)
    with explained(DataError):
        training = Training(options.MODEL, options.data, options.epochs, options.seed)
    progress = Progress(options.MODEL, training.total_steps)
    with explained(DivergedError, code=FAILED), progress as bar:
        for step in training.steps():
            bar.show(step.iteration, f"loss {step.loss:.4f}")
            if step.test_accuracy is not None:
                bar.say(
                    f"epoch {step.epoch}: loss {step.loss:.4f}, "
                    f"train {step.train_accuracy:.2%}, test {step.test_accuracy:.2%}"
                )
        result = training.result()
    with explained(WeightsError):
        training.save(path, result)
    print(f"test accuracy {result['accuracy']:.2%} ({result['correct']} of {result['total']})")
    print(path)
    return 0


def _parser() -> Parser:
    parser = Parser("fishlab train", "Train a model by its recipe and write its weights.")
    parser.add_argument("MODEL", choices=list(MODELS), help=", ".join(MODELS))
    add_data_option(parser)
    parser.add_argument(
        "--epochs",
        type=whole_number(1, 10_000),
        metavar="N",
        help="passes through the training digits (default: the recipe's)",
    )
    parser.add_argument("--seed", type=seed_number, default=0, metavar="N", help="default 0")
    parser.add_argument("--out", metavar="W.npz", help="weights file (default: MODEL.npz here)")
    return parser


def _target(model: str, out: str | None) -> Path:
    """Refuse before the training what could only fail after it."""
    path = Path(out or f"{model}.npz")
    if path.suffix.lower() != ".npz":
        raise CommandError(f"{path}: weights are written as .npz; name a file with that ending")
    if out is None and path.exists():
        raise CommandError(f"{path} is already here; name the new weights with --out")
    if not path.parent.is_dir():
        raise CommandError(f"{path}: there is no folder {path.parent}; make it first")
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise CommandError(f"{path} cannot be written; choose another place with --out")
    return path
