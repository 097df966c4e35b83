"""`fishlab predict IMAGE …`: the digit in each picture, with the ten probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.datasets import DataError, normalize_picture
from fishlab.engine import ShapeError, softmax
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS, load_model

from .console import Parser, explained, print_json

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
    parser.add_argument(
        "--weights", metavar="FILE", help="an .npz, or one of the book's .pkl files"
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    options = parser.parse_args(arguments)
    with explained(DataError, WeightsError, ShapeError):
        network = load_model(options.model, options.weights)
        # All pictures are read before any answer is printed: one that cannot be read stops the
        # command with its name, and no half of a list is left on standard output.
        images = np.stack([normalize_picture(path) for path in options.IMAGE])
        probabilities = softmax(network.predict(images[:, np.newaxis]))
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
