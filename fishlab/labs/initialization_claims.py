"""What the book says of first weights (6.2, 6.3), each sentence to be run and judged.

All are about random weights: each is judged over three seeds, by the worst of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most, equal

SEEDS = (0, 1, 2)

_LAST_STD = QT_TRANSLATE_NOOP("initialization", "std of the last layer")
_RATIO = QT_TRANSLATE_NOOP("initialization", "std of layer 5 / layer 1")


def _lowest(trials: Trials, *names: str) -> Sequence[float]:
    return [float(trials.finals(name).min()) for name in names]


def _highest(trials: Trials, *names: str) -> Sequence[float]:
    return [float(trials.finals(name).max()) for name in names]


def _ratios(trials: Trials) -> Sequence[float]:
    ratios = [trial.final("std.5") / trial.final("std.1") for trial in trials]
    return [min(ratios), max(ratios)]


def _gradients(trials: Trials) -> Sequence[float]:
    small, he, large = (trials.finals("gradient_std.1", name) for name in ("small", "he", "large"))
    return [float(number) for number in (small.max(), he.min(), he.max(), large.min())]


def _stuck_and_learning(trials: Trials) -> Sequence[float]:
    return [*_lowest(trials, "smooth.std_001"), *_highest(trials, "smooth.he")]


def _grid(trials: Trials) -> Sequence[float]:
    return [*_lowest(trials, "reached.with"), *_highest(trials, "reached.without")]


def _alike(trials: Trials) -> Sequence[float]:
    return [
        max(float(trials.finals("difference", name).max()) for name in ("zero", "constant")),
        float(trials.finals("difference", "random").min()),
    ]


CLAIMS = (
    Claim(
        "zero_keeps_units_alike",
        "6.2.1",
        QT_TRANSLATE_NOOP(
            "initialization",
            "Units that begin with the same weights, 0 or not, stay identical while they learn; "
            "random ones do not (3 seeds)",
        ),
        "symmetry",
        _alike,
        (
            equal(QT_TRANSLATE_NOOP("initialization", "largest difference, begun alike"), 0.0),
            at_least(QT_TRANSLATE_NOOP("initialization", "the same, begun at random"), 0.01),
        ),
        variants={
            name: {"beginning": name, "steps": 60} for name in ("zero", "constant", "random")
        },
        seeds=SEEDS,
    ),
    Claim(
        "std_1_saturates_sigmoid",
        "6.2.2",
        QT_TRANSLATE_NOOP(
            "initialization",
            "With weights of std 1 most outputs of sigmoid sit near 0 or 1 in each of five layers, "
            "where its slope is less than a tenth of the steepest (3 seeds)",
        ),
        "book",
        lambda trials: _lowest(trials, "saturated.1", "saturated.5"),
        (
            at_least(QT_TRANSLATE_NOOP("initialization", "saturated in layer 1"), 0.5),
            at_least(QT_TRANSLATE_NOOP("initialization", "saturated in layer 5"), 0.5),
        ),
        seeds=SEEDS,
    ),
    Claim(
        "std_001_crowds_sigmoid",
        "6.2.2",
        QT_TRANSLATE_NOOP(
            "initialization",
            "With weights of std .01 all outputs of the fifth sigmoid layer crowd round one value "
            "(3 seeds)",
        ),
        "std001",
        lambda trials: _highest(trials, "std.5"),
        (at_most(_LAST_STD, 0.05),),
        seeds=SEEDS,
    ),
    Claim(
        "xavier_keeps_spread",
        "6.2.2",
        QT_TRANSLATE_NOOP(
            "initialization",
            "With Xavier's weights sigmoid and tanh keep about half of their spread, or more, "
            "through five layers (3 seeds)",
        ),
        "xavier_tanh",
        _ratios,
        (at_least(_RATIO, 0.4), at_most(_RATIO, 1.5)),
        variants={name: {"activation": name} for name in ("sigmoid", "tanh")},
        seeds=SEEDS,
    ),
    Claim(
        "he_keeps_spread",
        "6.2.3",
        QT_TRANSLATE_NOOP(
            "initialization",
            "With He's weights ReLU keeps its spread through five layers (3 seeds)",
        ),
        "relu_he",
        _ratios,
        (at_least(_RATIO, 0.6), at_most(_RATIO, 1.7)),
        seeds=SEEDS,
    ),
    Claim(
        "std_001_vanishes_relu",
        "6.2.3",
        QT_TRANSLATE_NOOP(
            "initialization",
            "With weights of std .01 the outputs of ReLU layers die out: less than a thousandth "
            "is left after five (3 seeds)",
        ),
        "relu_std001",
        lambda trials: [_ratios(trials)[1]],
        (at_most(_RATIO, 1e-3),),
        seeds=SEEDS,
    ),
    Claim(
        "gradients_vanish_or_explode",
        "6.2.3",
        QT_TRANSLATE_NOOP(
            "initialization",
            "On its way back through five ReLU layers the gradient vanishes with weights of std "
            ".01, explodes with std 1, and keeps its size with He's (3 seeds)",
        ),
        "relu_he",
        _gradients,
        (
            at_most(QT_TRANSLATE_NOOP("initialization", "gradient at layer 1, std .01"), 1e-3),
            at_least(QT_TRANSLATE_NOOP("initialization", "gradient at layer 1, He"), 0.5),
            at_most(QT_TRANSLATE_NOOP("initialization", "gradient at layer 1, He"), 2.0),
            at_least(QT_TRANSLATE_NOOP("initialization", "gradient at layer 1, std 1"), 100.0),
        ),
        variants={
            "small": {"kind": "std", "std": 0.01},
            "he": {},
            "large": {"kind": "std", "std": 1.0},
        },
        seeds=SEEDS,
    ),
    Claim(
        "he_learns_std_001_does_not",
        "6.2.4",
        QT_TRANSLATE_NOOP(
            "initialization",
            "With ReLU the network that begins with std .01 stays at 2.30, and the one that begins "
            "with He's weights learns (300 steps, 3 seeds)",
        ),
        "race",
        _stuck_and_learning,
        (
            at_least(QT_TRANSLATE_NOOP("initialization", "loss from std .01"), 2.25),
            at_most(QT_TRANSLATE_NOOP("initialization", "loss from He"), 1.0),
        ),
        variants={"": {"steps": 300, "starters": ("std_001", "he")}},
        seeds=SEEDS,
    ),
    Claim(
        "batchnorm_any_scale",
        "6.3.1",
        QT_TRANSLATE_NOOP(
            "initialization",
            "Batch normalization keeps the spread of sigmoid layers for any std of the weights "
            "(.01, .1 and 1; 3 seeds)",
        ),
        "batchnorm",
        lambda trials: [
            min(float(trials.finals("std.5", name).min()) for name in (".01", ".1", "1")),
            max(float(trials.finals("std.5", name).max()) for name in (".01", ".1", "1")),
        ],
        (at_least(_LAST_STD, 0.19), at_most(_LAST_STD, 0.23)),
        variants={".01": {"std": 0.01}, ".1": {"std": 0.1}, "1": {"std": 1.0}},
        seeds=SEEDS,
    ),
    Claim(
        "batchnorm_learns_on_the_grid",
        "6.3.2",
        QT_TRANSLATE_NOOP(
            "initialization",
            "Of 16 scales of the first weights most learn with batch normalization, and few "
            "without (10 epochs, 3 seeds)",
        ),
        "grid",
        _grid,
        (
            at_least(QT_TRANSLATE_NOOP("initialization", "scales that learn, with"), 9),
            at_most(QT_TRANSLATE_NOOP("initialization", "scales that learn, without"), 4),
        ),
        variants={"": {"epochs": 10}},
        seeds=SEEDS,
    ),
)
