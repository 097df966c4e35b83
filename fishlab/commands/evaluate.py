"""`fishlab evaluate MODEL`: accuracy on the test digits."""

from __future__ import annotations

from collections.abc import Sequence

from fishlab.datasets import DataError, load_mnist
from fishlab.experiment.models import MODELS

from .console import Parser, explained, print_json
from .networks import add_data_option, add_weights_option, network


def main(arguments: Sequence[str]) -> int:
    """Print the accuracy of one model; return the exit status."""
    parser = Parser("fishlab evaluate", "Measure a model's accuracy on the test digits.")
    parser.add_argument("MODEL", choices=list(MODELS), help=", ".join(MODELS))
    add_weights_option(parser)
    add_data_option(parser)
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    options = parser.parse_args(arguments)
    net = network(options.MODEL, options.weights)
    with explained(DataError):
        _, (images, labels) = load_mnist(data=options.data)
    total = len(labels)
    accuracy = net.accuracy(images, labels)
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
