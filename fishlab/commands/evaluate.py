"""`fishlab evaluate MODEL`: accuracy on the test digits."""

from __future__ import annotations

from collections.abc import Sequence

from fishlab.datasets import DataError, load_mnist
from fishlab.engine import ShapeError
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS, load_model

from .console import Parser, explained, print_json


def main(arguments: Sequence[str]) -> int:
    """Print the accuracy of one model; return the exit status."""
    parser = Parser("fishlab evaluate", "Measure a model's accuracy on the test digits.")
    parser.add_argument("MODEL", choices=list(MODELS), help=", ".join(MODELS))
    parser.add_argument(
        "--weights", metavar="FILE", help="an .npz, or one of the book's .pkl files"
    )
    parser.add_argument(
        "--data", metavar="D", help="sample, mnist or a folder (default: mnist if it is at hand)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    options = parser.parse_args(arguments)
    with explained(DataError, WeightsError, ShapeError):
        network = load_model(options.MODEL, options.weights)
        _, (images, labels) = load_mnist(data=options.data)
    total = len(labels)
    accuracy = network.accuracy(images, labels)
    correct = round(accuracy * total)
    data = options.data or ("mnist" if total == 10_000 else "sample")
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
    return 0
