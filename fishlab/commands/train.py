"""`fishlab train MODEL`: trains by the model's recipe and writes the weights, as ONNX too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fishlab.datasets import DataError
from fishlab.engine.divergence import DivergedError
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS
from fishlab.experiment.onnx_file import ENDING, check_onnx, save_onnx
from fishlab.experiment.training import Training

from .console import FAILED, CommandError, Parser, explained, seed_number, whole_number
from .networks import add_data_option, writable
from .progress import Progress


def main(arguments: Sequence[str]) -> int:
    """Train one model and write its weights; return the exit status."""
    options = _parser().parse_args(arguments)
    paths = _targets(options.MODEL, options.out)
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
        for path in paths:
            if path.suffix.lower() == ENDING:
                save_onnx(path, training.network, result)
            else:
                training.save(path, result)
    print(f"test accuracy {result['accuracy']:.2%} ({result['correct']} of {result['total']})")
    print(*paths, sep="\n")
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
    parser.add_argument(
        "--out",
        nargs="+",
        metavar="W.npz",
        help="weights file (default: MODEL.npz here); W.onnx is for other programs, and both can "
        "be named",
    )
    return parser


def _targets(model: str, out: list[str] | None) -> list[Path]:
    """Refuse before the training what could only fail after it."""
    if out is None:
        path = Path(f"{model}.npz")
        if path.exists():
            raise CommandError(f"{path} is already here; name the new weights with --out")
        return [writable(path)]
    paths = [Path(name) for name in out]
    for path in paths:
        if path.suffix.lower() not in (".npz", ENDING):
            raise CommandError(
                f"{path}: weights are written as .npz, or as .onnx for other programs; "
                "name a file with such an ending"
            )
    if any(path.suffix.lower() == ENDING for path in paths):
        with explained(WeightsError):
            check_onnx()
    return [writable(path) for path in paths]
