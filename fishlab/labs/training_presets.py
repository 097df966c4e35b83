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
    OWN_POINTS,
    POINTS,
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
PARTING = TrainingParams(
    mode=POINTS, hidden="", lr=0.1, batch=10, epochs=100, validation=0.3, count=200
)
FEW = ((-0.7, 0.6, 1), (-0.4, 0.8, 1), (0.5, 0.7, 0), (0.8, 0.4, 0), (-0.6, -0.5, 0),
       (-0.3, -0.8, 0), (0.4, -0.6, 1), (0.7, -0.3, 1))  # fmt: skip

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
    Preset(
        "points_line",
        QT_TRANSLATE_NOOP("training", "Points: a line cannot part them (2.4)"),
        QT_TRANSLATE_NOOP(
            "training",
            "Without a hidden layer the line turns and shifts and never finds a place: half of the "
            "points stay on the wrong side, as with XOR. Then give it one hidden layer.",
        ),
        PARTING,
    ),
    Preset(
        "points_bend",
        QT_TRANSLATE_NOOP("training", "Points: one hidden layer bends it (2.5)"),
        QT_TRANSLATE_NOOP(
            "training",
            "Each hidden unit is a line, and the boundary is made of their pieces. Count its "
            "corners, then try 3 units, or 2: with how many does it still close?",
        ),
        PARTING.replace(hidden="6", lr=0.3),
    ),
    Preset(
        "points_spiral",
        QT_TRANSLATE_NOOP("training", "Points: a spiral wants width or depth"),
        QT_TRANSLATE_NOOP(
            "training",
            "Two layers of 20 wind themselves into the spiral. Set the hidden layers to 5, then to "
            "60: one layer can do it as well, if it is wide.",
        ),
        PARTING.replace(
            pattern="spiral", noise=0.02, hidden="20 20", optimizer="adam", lr=0.01, epochs=200
        ),
    ),
    Preset(
        "points_by_heart",
        QT_TRANSLATE_NOOP("training", "Points: noise learned by heart (6.4)"),
        QT_TRANSLATE_NOOP(
            "training",
            "The boundary winds round single points, and the loss of those held out rises while "
            "the other one falls. Then hold the weights down: L2 with 0.03.",
        ),
        PARTING.replace(
            pattern="moons",
            count=80,
            noise=0.25,
            hidden="50 50",
            optimizer="adam",
            lr=0.01,
            validation=0.5,
            epochs=200,
            l2=0.03,
        ),
    ),
    Preset(
        "points_own",
        QT_TRANSLATE_NOOP("training", "Points of your own"),
        QT_TRANSLATE_NOOP(
            "training",
            "Click to add a point of class 1, right-click for one of class 0, click a point to "
            "take it away; or read a table. Then run.",
        ),
        PARTING.replace(
            pattern=OWN_POINTS,
            points=FEW,
            hidden="8",
            activation="tanh",
            init="xavier",
            lr=0.3,
            validation=0.0,
            epochs=200,
        ),
    ),
)
