"""`fishlab evaluate MODEL`: accuracy on the test digits; writes the network as ONNX if asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fishlab.datasets import DataError, load_mnist
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS, weights_meta
from fishlab.experiment.onnx_file import ENDING, check_onnx, save_onnx

from .console import CommandError, Parser, explained, print_json
from .networks import add_data_option, add_weights_option, network, writable


def main(arguments: Sequence[str]) -> int:
    """Print the accuracy of one model; return the exit status."""
    parser = Parser("fishlab evaluate", "Measure a model's accuracy on the test digits.")
    parser.add_argument("MODEL", choices=list(MODELS), help=", ".join(MODELS))
    add_weights_option(parser)
    add_data_option(parser)
    parser.add_argument(
        "--onnx",
        metavar="FILE.onnx",
        help="also write the network for other programs: images (N, 1, 28, 28), ink 0 to 1, in, "
        "scores (N, 10) before softmax out",
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    options = parser.parse_args(arguments)
    target = None if options.onnx is None else _target(options.onnx)
    net = network(options.MODEL, options.weights)
    with explained(DataError):
        _, (images, labels) = load_mnist(data=options.data)
    total = len(labels)
    accuracy = net.accuracy(images, labels)
    correct = round(accuracy * total)
    data = options.data or ("mnist" if total == 10_000 else "sample")
    if target is not None:
        with explained(WeightsError):
            described = weights_meta(options.weights or MODELS[options.MODEL].weights)
            save_onnx(target, net, {**described, "model": options.MODEL})
    if options.json:
        print_json(
            {
                "model": options.MODEL,
                "data": data,
                "accuracy": accuracy,
                "correct": correct,
                "total": total,
            }
        )
    else:
        print(f"{options.MODEL}: {accuracy:.2%} ({correct} of {total} digits, data: {data})")
        if target is not None:
            print(target)
    return 0


def _target(name: str) -> Path:
    """Refuse before the reading of all digits what could only fail after it."""
    path = Path(name)
    if path.suffix.lower() != ENDING:
        raise CommandError(f"{path}: name a file that ends in {ENDING}")
    with explained(WeightsError):
        check_onnx()
    return writable(path)
