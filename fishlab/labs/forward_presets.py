"""The presets of the forward lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .forward_params import BATCH, MATRIX, SIGMOID, SOFTMAX
from .forward_params import ForwardParams as P

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("forward", "Book: the three-layer network (3.4.3)"),
        QT_TRANSLATE_NOOP(
            "forward",
            "From (1, .5) to (.3168, .6963), unit by unit. Drag an input or a line up and down, "
            "and see what it changes.",
        ),
        P(),
    ),
    Preset(
        "softmax",
        QT_TRANSLATE_NOOP("forward", "Output by softmax (3.5)"),
        QT_TRANSLATE_NOOP(
            "forward",
            "The two outputs add up to 1, and the larger sum keeps the larger output.",
        ),
        P(output=SOFTMAX),
    ),
    Preset(
        "sigmoid",
        QT_TRANSLATE_NOOP("forward", "Output by sigmoid"),
        QT_TRANSLATE_NOOP(
            "forward", "Each output is a number from 0 to 1, but together they make no 1."
        ),
        P(output=SIGMOID),
    ),
    Preset(
        "matrices",
        QT_TRANSLATE_NOOP("forward", "Book: product of two matrices (3.3.2)"),
        QT_TRANSLATE_NOOP(
            "forward",
            "A row of A meets a column of B. Click the cells to change them: A·B and B·A differ.",
        ),
        P(mode=MATRIX),
    ),
    Preset(
        "rectangular",
        QT_TRANSLATE_NOOP("forward", "2 × 3 times 3 × 2"),
        QT_TRANSLATE_NOOP(
            "forward", "The inner numbers are alike, the outer ones are the shape of the product."
        ),
        P(mode=MATRIX, a="1 2 3; 4 5 6", b="1 2; 3 4; 5 6"),
    ),
    Preset(
        "misfit",
        QT_TRANSLATE_NOOP("forward", "Shapes that do not fit"),
        QT_TRANSLATE_NOOP(
            "forward",
            "Three numbers in a row meet two in a column. Which of the matrices would you turn?",
        ),
        P(mode=MATRIX, a="1 2 3; 4 5 6", b="1 2; 3 4"),
    ),
    Preset(
        "vector",
        QT_TRANSLATE_NOOP("forward", "A layer is a product (3.3.3)"),
        QT_TRANSLATE_NOOP(
            "forward", "The input (1, 2) times the weights (2, 3): three sums at once."
        ),
        P(mode=MATRIX, a="1 2", b="1 3 5; 2 4 6"),
    ),
    Preset(
        "batch",
        QT_TRANSLATE_NOOP("forward", "A batch of 100 digits (3.6.3)"),
        QT_TRANSLATE_NOOP(
            "forward",
            "One product reads all of them. Change the number of digits: only the first number of "
            "the shapes moves.",
        ),
        P(mode=BATCH),
    ),
)
