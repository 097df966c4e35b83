"""What can be set in the forward lab: two matrices, or a small network and its numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Message,
    Params,
    choice,
    message,
    real,
    rows,
    whole,
    words,
)
from fishlab.experiment.own_weights import HELP, LABEL, SHIPPED, WEIGHT_CHOICES

NETWORK, MATRIX, BATCH = "network", "matrix", "batch"
MODES = (
    Choice(NETWORK, QT_TRANSLATE_NOOP("forward", "The three-layer network")),
    Choice(MATRIX, QT_TRANSLATE_NOOP("forward", "Product of two matrices")),
    Choice(BATCH, QT_TRANSLATE_NOOP("forward", "A batch of digits, by shapes")),
)
HIDDEN = (
    Choice("sigmoid", QT_TRANSLATE_NOOP("forward", "sigmoid")),
    Choice("tanh", QT_TRANSLATE_NOOP("forward", "tanh")),
    Choice("relu", QT_TRANSLATE_NOOP("forward", "ReLU")),
    Choice("identity", QT_TRANSLATE_NOOP("forward", "none (identity)")),
)
IDENTITY, SIGMOID, SOFTMAX = "identity", "sigmoid", "softmax"
OUTPUTS = (
    Choice(IDENTITY, QT_TRANSLATE_NOOP("forward", "identity (regression)")),
    Choice(SIGMOID, QT_TRANSLATE_NOOP("forward", "sigmoid (two classes)")),
    Choice(SOFTMAX, QT_TRANSLATE_NOOP("forward", "softmax (several classes)")),
)
SIDE = 6
LARGEST = 1000.0

# The book's network (3.4.3): weights[layer][from][to] and biases[layer][to].
WEIGHTS = (
    ((0.1, 0.3, 0.5), (0.2, 0.4, 0.6)),
    ((0.1, 0.4), (0.2, 0.5), (0.3, 0.6)),
    ((0.1, 0.3), (0.2, 0.4)),
)
BIASES = ((0.1, 0.2, 0.3), (0.1, 0.2), (0.1, 0.2))
LAYERS = len(WEIGHTS)

_EMPTY = QT_TRANSLATE_NOOP("forward", "write numbers, rows apart by a semicolon, such as 1 2; 3 4")
_NOT_A_NUMBER = QT_TRANSLATE_NOOP("forward", "{part} is no number from −1000 to 1000")
_RAGGED = QT_TRANSLATE_NOOP("forward", "every row needs as many numbers as the first")
_TOO_LARGE = QT_TRANSLATE_NOOP("forward", "at most 6 rows of 6 numbers")


def complaint(text: str) -> Message | None:
    """Return what is wrong with a typed matrix, or None."""
    lines = [line.split() for line in text.replace(",", " ").split(";")]
    if not any(lines):
        return message(_EMPTY)
    for part in (part for line in lines for part in line):
        try:
            value = float(part)
        except ValueError:
            value = math.nan
        if not abs(value) <= LARGEST:
            return message(_NOT_A_NUMBER, part=part[:20])
    if len({len(line) for line in lines}) > 1:
        return message(_RAGGED)
    if len(lines) > SIDE or len(lines[0]) > SIDE:
        return message(_TOO_LARGE)
    return None


def matrix_of(text: str) -> NDArray[np.float64]:
    """Return the matrix (R, C) that a text without complaint stands for."""
    return np.array([line.split() for line in text.replace(",", " ").split(";")], np.float64)


def text_of(matrix: NDArray[np.float64]) -> str:
    """Return the text that stands for a matrix."""
    return "; ".join(" ".join(f"{value:g}" for value in row) for row in matrix.tolist())


@dataclass(frozen=True)
class ForwardParams(Params):
    """The book's network with its numbers (3.4.3) by default."""

    mode: str = choice(
        NETWORK,
        QT_TRANSLATE_NOOP("forward", "Show"),
        MODES,
        help=QT_TRANSLATE_NOOP("forward", "Which of the chapter's pictures to look at"),
    )
    x1: float = real(
        1.0,
        QT_TRANSLATE_NOOP("forward", "x₁"),
        minimum=-5.0,
        maximum=5.0,
        step=0.1,
        help=QT_TRANSLATE_NOOP("forward", "First input; or drag its circle up and down"),
        when=("mode", (NETWORK,)),
    )
    x2: float = real(
        0.5,
        QT_TRANSLATE_NOOP("forward", "x₂"),
        minimum=-5.0,
        maximum=5.0,
        step=0.1,
        help=QT_TRANSLATE_NOOP("forward", "Second input; or drag its circle up and down"),
        when=("mode", (NETWORK,)),
    )
    hidden: str = choice(
        "sigmoid",
        QT_TRANSLATE_NOOP("forward", "Hidden layers"),
        HIDDEN,
        help=QT_TRANSLATE_NOOP("forward", "The activation of the two hidden layers"),
        when=("mode", (NETWORK,)),
    )
    output: str = choice(
        IDENTITY,
        QT_TRANSLATE_NOOP("forward", "Output"),
        OUTPUTS,
        help=QT_TRANSLATE_NOOP("forward", "What the last layer's sums become"),
        when=("mode", (NETWORK,)),
    )
    edges: tuple[tuple[float, ...], ...] = rows(
        (),
        QT_TRANSLATE_NOOP("forward", "Changed weights"),
        ("layer", "from", "to", "value"),
        maximum=16,
        help=QT_TRANSLATE_NOOP("forward", "Drag a line of the picture up or down to change it"),
        when=("mode", (NETWORK,)),
    )
    a: str = words(
        "1 2; 3 4",
        QT_TRANSLATE_NOOP("forward", "A"),
        maximum=300,
        check=complaint,
        help=QT_TRANSLATE_NOOP("forward", "Rows apart by a semicolon; or click its cells"),
        when=("mode", (MATRIX,)),
    )
    b: str = words(
        "5 6; 7 8",
        QT_TRANSLATE_NOOP("forward", "B"),
        maximum=300,
        check=complaint,
        help=QT_TRANSLATE_NOOP("forward", "Rows apart by a semicolon; or click its cells"),
        when=("mode", (MATRIX,)),
    )
    digits: int = whole(
        100,
        QT_TRANSLATE_NOOP("forward", "Digits in the batch"),
        minimum=1,
        maximum=1000,
        help=QT_TRANSLATE_NOOP("forward", "How many go through the network at a time"),
        when=("mode", (BATCH,)),
    )
    weights: str = choice(SHIPPED, LABEL, WEIGHT_CHOICES, help=HELP, when=("mode", (BATCH,)))

    def network(self) -> tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]]:
        """Return weights [(2, 3), (3, 2), (2, 2)] and biases; changed edges replace the book's."""
        weights = [np.array(layer) for layer in WEIGHTS]
        for layer, start, end, value in self.edges:
            place = int(layer), int(start), int(end)
            if 0 <= place[0] < LAYERS and all(
                0 <= k < n for k, n in zip(place[1:], weights[place[0]].shape, strict=True)
            ):
                weights[place[0]][place[1:]] = min(max(value, -5.0), 5.0)
        return weights, [np.array(bias) for bias in BIASES]
