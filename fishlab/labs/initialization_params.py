"""What can be set in the initialization lab: which picture, which weights, how deep and wide."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    choice,
    choices,
    flag,
    real,
    whole,
)

HISTOGRAMS, RACE, GRID, SYMMETRY = "histograms", "race", "grid", "symmetry"

MODES = (
    Choice(HISTOGRAMS, QT_TRANSLATE_NOOP("initialization", "Activations, layer by layer")),
    Choice(RACE, QT_TRANSLATE_NOOP("initialization", "Learning from different weights")),
    Choice(GRID, QT_TRANSLATE_NOOP("initialization", "16 scales, with and without batch norm")),
    Choice(SYMMETRY, QT_TRANSLATE_NOOP("initialization", "Units that begin alike")),
)
ACTIVATIONS = (
    Choice("sigmoid", QT_TRANSLATE_NOOP("initialization", "sigmoid")),
    Choice("tanh", QT_TRANSLATE_NOOP("initialization", "tanh")),
    Choice("relu", QT_TRANSLATE_NOOP("initialization", "ReLU")),
)
STD, XAVIER, HE, ZERO = "std", "xavier", "he", "zero"
KINDS = (
    Choice(STD, QT_TRANSLATE_NOOP("initialization", "a standard deviation of one's own")),
    Choice(XAVIER, QT_TRANSLATE_NOOP("initialization", "Xavier: √(1/n)")),
    Choice(HE, QT_TRANSLATE_NOOP("initialization", "He: √(2/n)")),
    Choice(ZERO, QT_TRANSLATE_NOOP("initialization", "all 0")),
)
# Starter of the race -> what `initial_scale` takes.
STARTERS: dict[str, str | float] = {
    "zero": "zero", "std_1": 1.0, "std_001": 0.01, "xavier": "xavier", "he": "he"
}  # fmt: skip
STARTER_CHOICES = (
    Choice("std_001", QT_TRANSLATE_NOOP("initialization", "std .01")),
    Choice("xavier", QT_TRANSLATE_NOOP("initialization", "Xavier")),
    Choice("he", QT_TRANSLATE_NOOP("initialization", "He")),
    Choice("std_1", QT_TRANSLATE_NOOP("initialization", "std 1")),
    Choice("zero", QT_TRANSLATE_NOOP("initialization", "zero")),
)
CONSTANT, RANDOM = "constant", "random"
BEGINNINGS = (
    Choice(ZERO, QT_TRANSLATE_NOOP("initialization", "all 0")),
    Choice(CONSTANT, QT_TRANSLATE_NOOP("initialization", "all the same, .1")),
    Choice(RANDOM, QT_TRANSLATE_NOOP("initialization", "random (Xavier)")),
)
_LEARNING = (RACE, GRID, SYMMETRY)


@dataclass(frozen=True)
class InitializationParams(Params):
    """The book's first experiment (6.2.2) by default: sigmoid, five layers of 100, std 1."""

    mode: str = choice(
        HISTOGRAMS,
        QT_TRANSLATE_NOOP("initialization", "Show"),
        MODES,
        help=QT_TRANSLATE_NOOP("initialization", "Which of the chapter's experiments to look at"),
    )
    activation: str = choice(
        "sigmoid",
        QT_TRANSLATE_NOOP("initialization", "Activation"),
        ACTIVATIONS,
        help=QT_TRANSLATE_NOOP("initialization", "The function after every layer"),
    )
    kind: str = choice(
        STD,
        QT_TRANSLATE_NOOP("initialization", "Initial weights"),
        KINDS,
        help=QT_TRANSLATE_NOOP(
            "initialization", "How widely the first random weights are spread; n is a unit's inputs"
        ),
        when=("mode", (HISTOGRAMS,)),
    )
    std: float = real(
        1.0,
        QT_TRANSLATE_NOOP("initialization", "Standard deviation"),
        minimum=1e-3,
        maximum=3.0,
        logarithmic=True,
        help=QT_TRANSLATE_NOOP("initialization", "Of the normal distribution of the weights"),
        when=("kind", (STD,)),
    )
    batchnorm: bool = flag(
        False,
        QT_TRANSLATE_NOOP("initialization", "Batch normalization"),
        help=QT_TRANSLATE_NOOP("initialization", "Between every affine layer and its activation"),
        when=("mode", (HISTOGRAMS, RACE)),
    )
    depth: int = whole(
        5,
        QT_TRANSLATE_NOOP("initialization", "Layers"),
        minimum=1,
        maximum=8,
        help=QT_TRANSLATE_NOOP("initialization", "How many layers the data goes through"),
        when=("mode", (HISTOGRAMS,)),
    )
    width: int = whole(
        100,
        QT_TRANSLATE_NOOP("initialization", "Units in a layer"),
        minimum=10,
        maximum=200,
        help=QT_TRANSLATE_NOOP("initialization", "As many as each data point has numbers"),
        when=("mode", (HISTOGRAMS,)),
    )
    inputs: int = whole(
        1000,
        QT_TRANSLATE_NOOP("initialization", "Data points"),
        minimum=50,
        maximum=1000,
        help=QT_TRANSLATE_NOOP(
            "initialization", "Normally distributed, mean 0, standard deviation 1"
        ),
        when=("mode", (HISTOGRAMS,)),
    )
    starters: tuple[str, ...] = choices(
        ("std_001", "xavier", "he"),
        QT_TRANSLATE_NOOP("initialization", "Who begins how"),
        STARTER_CHOICES,
        help=QT_TRANSLATE_NOOP("initialization", "One network each; all see the same batches"),
        when=("mode", (RACE,)),
    )
    beginning: str = choice(
        ZERO,
        QT_TRANSLATE_NOOP("initialization", "All weights begin"),
        BEGINNINGS,
        help=QT_TRANSLATE_NOOP("initialization", "Of both layers of 784-8-10"),
        when=("mode", (SYMMETRY,)),
    )
    lr: float = real(
        0.01,
        QT_TRANSLATE_NOOP("initialization", "Learning rate"),
        minimum=1e-4,
        maximum=1.0,
        logarithmic=True,
        live=True,
        help=QT_TRANSLATE_NOOP("initialization", "Of SGD; may be changed while they learn"),
        when=("mode", _LEARNING),
    )
    steps: int = whole(
        500,
        QT_TRANSLATE_NOOP("initialization", "Steps"),
        minimum=1,
        maximum=2000,
        help=QT_TRANSLATE_NOOP("initialization", "Updates of every network; the book makes 2,000"),
        when=("mode", (RACE, SYMMETRY)),
    )
    epochs: int = whole(
        20,
        QT_TRANSLATE_NOOP("initialization", "Epochs"),
        minimum=1,
        maximum=40,
        help=QT_TRANSLATE_NOOP(
            "initialization", "How often every network sees the 1,000 digits it learns from"
        ),
        when=("mode", (GRID,)),
    )

    def shows(self, name: str) -> bool:
        """The standard deviation belongs to the histograms' own weights only."""
        return super().shows(name) and (name != "std" or self.mode == HISTOGRAMS)
