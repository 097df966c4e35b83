"""`fishlab predict IMAGE …`: the digit in each picture, with the ten probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.datasets import DataError
from fishlab.datasets.labelled import read_digit
from fishlab.engine import softmax
from fishlab.experiment.models import MODELS

from .console import Parser, explained, print_json
from .networks import add_weights_option, network

DEFAULT_MODEL = "deep_convnet"


def main(arguments: Sequence[str]) -> int:
    """Print the digit in each picture; return the exit status."""
    parser = Parser(
        "fishlab predict",
        "Read the digit in each picture: any size, ink dark on light or light on dark.",
    )
    parser.add_argument("IMAGE", nargs="+", help="a PNG, JPEG or other picture of one digit")
    parser.add_argument(
        "--model", choices=list(MODELS), default=DEFAULT_MODEL, help=f"default {DEFAULT_MODEL}"
    )
    add_weights_option(parser)
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    options = parser.parse_args(arguments)
    net = network(options.model, options.weights)
    # All pictures are read before any answer is printed: one that cannot be read stops the
    # command with its name, and no half of a list is left on standard output.
    with explained(DataError):
        images = np.stack([read_digit(path) for path in options.IMAGE])
    probabilities = softmax(net.predict(images[:, np.newaxis]))
    answers = [
        {"path": path, "digit": int(row.argmax()), "probabilities": [float(p) for p in row]}
        for path, row in zip(options.IMAGE, probabilities, strict=True)
    ]
    if options.json:
        print_json(answers)
    else:
        for answer in answers:
            digit = answer["digit"]
            print(f"{digit}  {answer['probabilities'][digit]:7.2%}  {answer['path']}")
    return 0
