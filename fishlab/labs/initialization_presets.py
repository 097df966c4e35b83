"""The presets of the initialization lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .initialization_params import CONSTANT, GRID, HE, RACE, RANDOM, SYMMETRY, XAVIER, ZERO
from .initialization_params import InitializationParams as P

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("initialization", "Book: sigmoid, std 1 (6.2.2)"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "The outputs pile up at 0 and 1, where sigmoid is flat: what sits there learns "
            "nothing. Pull the standard deviation down, and watch both rows.",
        ),
        P(),
    ),
    Preset(
        "std001",
        QT_TRANSLATE_NOOP("initialization", "Sigmoid, std .01"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Nothing saturates, yet all outputs are close to .5: units that say the same are worth "
            "as much as one.",
        ),
        P(std=0.01),
    ),
    Preset(
        "xavier",
        QT_TRANSLATE_NOOP("initialization", "Sigmoid, Xavier"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Broader than before in every layer. Make the layers wider or narrower: the spread "
            "stays, because √(1/n) goes along.",
        ),
        P(kind=XAVIER),
    ),
    Preset(
        "xavier_tanh",
        QT_TRANSLATE_NOOP("initialization", "tanh, Xavier"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "tanh is symmetric about 0, and its outputs make a neat bell in every layer.",
        ),
        P(activation="tanh", kind=XAVIER),
    ),
    Preset(
        "relu_std001",
        QT_TRANSLATE_NOOP("initialization", "ReLU, std .01 (6.2.3)"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "From layer to layer the outputs become smaller by a factor of ten: the gradients for "
            "the weights vanish with them.",
        ),
        P(activation="relu", std=0.01),
    ),
    Preset(
        "relu_xavier",
        QT_TRANSLATE_NOOP("initialization", "ReLU, Xavier"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Better, but each layer loses a little: ReLU silences half of the units, and √(1/n) "
            "does not know of it. Add layers to see where this leads.",
        ),
        P(activation="relu", kind=XAVIER),
    ),
    Preset(
        "relu_he",
        QT_TRANSLATE_NOOP("initialization", "ReLU, He"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "√(2/n) makes up for the silent half: the histograms stay as broad as the first, "
            "however many layers there are.",
        ),
        P(activation="relu", kind=HE),
    ),
    Preset(
        "batchnorm",
        QT_TRANSLATE_NOOP("initialization", "Batch normalization (6.3)"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Pull the standard deviation from one end to the other: with batch normalization the "
            "histograms hardly notice. Then switch it off.",
        ),
        P(std=1.0, batchnorm=True),
    ),
    Preset(
        "race",
        QT_TRANSLATE_NOOP("initialization", "Book: std .01, Xavier and He learn (6.2.4)"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "With ReLU and std .01 the loss stays at 2.30: nothing is learned. He is ahead of "
            "Xavier.",
        ),
        P(mode=RACE, activation="relu"),
    ),
    Preset(
        "race_sigmoid",
        QT_TRANSLATE_NOOP("initialization", "The same race with sigmoid"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Five sigmoid layers hardly pass a gradient on, whatever they begin with. Now switch "
            "batch normalization on.",
        ),
        P(mode=RACE, activation="sigmoid"),
    ),
    Preset(
        "grid",
        QT_TRANSLATE_NOOP("initialization", "Book: 16 scales and Batch Norm (6.3.2)"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Solid with batch normalization, dashed without: it learns from nearly every scale. "
            "In which pictures does the dashed line win?",
        ),
        P(mode=GRID, activation="relu"),
    ),
    Preset(
        "symmetry",
        QT_TRANSLATE_NOOP("initialization", "All weights 0 (6.2.1)"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Eight hidden units, one picture: whatever the network learns, all eight learn alike.",
        ),
        P(mode=SYMMETRY, beginning=ZERO, lr=0.1, steps=200),
    ),
    Preset(
        "constant",
        QT_TRANSLATE_NOOP("initialization", "All weights the same"),
        QT_TRANSLATE_NOOP(
            "initialization", "Not 0 is the trouble, alike is: with .1 everywhere it is the same."
        ),
        P(mode=SYMMETRY, beginning=CONSTANT, lr=0.1, steps=200),
    ),
    Preset(
        "random",
        QT_TRANSLATE_NOOP("initialization", "Random weights break the symmetry"),
        QT_TRANSLATE_NOOP(
            "initialization",
            "Eight pictures that go their own ways, and a loss that falls further.",
        ),
        P(mode=SYMMETRY, beginning=RANDOM, lr=0.1, steps=200),
    ),
)
