"""The presets of the training lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .training_params import (
    BATCHNORM,
    DROPOUT,
    L1,
    L2,
    MAX_NORM,
    NONE,
    OVERFIT,
    SEARCH,
    TOGETHER,
    TrainingParams,
)

SIX = "100 100 100 100 100 100"
"""The book's network for overfitting and for the search: six hidden layers of 100 units."""

BOOK = TrainingParams()
OVERFITTING = TrainingParams(
    mode=OVERFIT, hidden=SIX, lr=0.01, epochs=201, images=300, variants=(NONE,)
)
SEARCHING = TrainingParams(
    mode=SEARCH, hidden=SIX, epochs=50, images=500, validation=0.2, trials=100
)

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("training", "Book: two layers learn (4.5, 5.7)"),
        QT_TRANSLATE_NOOP(
            "training",
            "Train and test accuracy rise together: what is learned holds for digits never seen. "
            "Move the learning rate while it learns.",
        ),
        BOOK,
    ),
    Preset(
        "deep",
        QT_TRANSLATE_NOOP("training", "Deep: three layers, batch norm, Adam"),
        QT_TRANSLATE_NOOP(
            "training",
            "After one epoch nine test digits in ten are right. Then the training curve reaches "
            "the top and leaves the test curve behind.",
        ),
        TrainingParams(hidden="200 100 50", optimizer="adam", lr=0.001, batchnorm=True, epochs=15),
    ),
    Preset(
        "overfit",
        QT_TRANSLATE_NOOP("training", "Book: overfitting on 300 images (6.4.1)"),
        QT_TRANSLATE_NOOP(
            "training",
            "All training digits are right, and one test digit in five is wrong: the network "
            "has learned 300 images by heart.",
        ),
        OVERFITTING,
    ),
    Preset(
        "weight_decay",
        QT_TRANSLATE_NOOP("training", "Book: weight decay, λ = 0.1 (6.4.2)"),
        QT_TRANSLATE_NOOP(
            "training",
            "With decay the training digits are no longer all right, and the two lines of a colour "
            "come closer together.",
        ),
        OVERFITTING.replace(variants=(NONE, L2)),
    ),
    Preset(
        "dropout",
        QT_TRANSLATE_NOOP("training", "Book: dropout (6.4.3)"),
        QT_TRANSLATE_NOOP(
            "training",
            "Every update silences one unit in five. The gap narrows, and learning takes far "
            "longer: 301 epochs, as in the book, are not enough to finish.",
        ),
        OVERFITTING.replace(variants=(NONE, DROPOUT), epochs=301),
    ),
    Preset(
        "all_cures",
        QT_TRANSLATE_NOOP("training", "Every cure beside the plain network"),
        QT_TRANSLATE_NOOP(
            "training",
            "Seven networks from one start. Which gap is smallest, and at what price in test "
            "accuracy? Batch norm learns fastest, yet cures nothing here.",
        ),
        OVERFITTING.replace(
            variants=(NONE, L2, L1, MAX_NORM, DROPOUT, BATCHNORM, TOGETHER), epochs=151
        ),
    ),
    Preset(
        "search",
        QT_TRANSLATE_NOOP("training", "Book: random search (6.5.2)"),
        QT_TRANSLATE_NOOP(
            "training",
            "The large circles gather at the right: the rate decides, the decay hardly matters. "
            "Drag a rectangle round the best and search there.",
        ),
        SEARCHING,
    ),
    Preset(
        "search_narrow",
        QT_TRANSLATE_NOOP("training", "The search, narrowed"),
        QT_TRANSLATE_NOOP(
            "training",
            "Only rates from 0.001 to 0.1: every trial does better than guessing, and the best "
            "better than in the wide search. Double-click for the book's range.",
        ),
        SEARCHING.replace(lr_low=1e-3, lr_high=0.1, decay_low=1e-8, decay_high=1e-6, trials=40),
    ),
    Preset(
        "seeds",
        QT_TRANSLATE_NOOP("training", "Five seeds as a band"),
        QT_TRANSLATE_NOOP(
            "training",
            "Five networks that differ by chance only. A difference between two settings that is "
            "smaller than this band means nothing.",
        ),
        BOOK.replace(images=1000, repeats=5, epochs=30),
    ),
    Preset(
        "diverge",
        QT_TRANSLATE_NOOP("training", "A rate that is too large"),
        QT_TRANSLATE_NOOP(
            "training",
            "After a few updates the numbers are no longer finite. The sentence below says in "
            "which layer it began, and what to set.",
        ),
        TrainingParams(hidden=SIX, lr=2.0, images=1000),
    ),
)
