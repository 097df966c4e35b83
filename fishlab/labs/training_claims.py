"""What the book says of training, overfitting and the search, measured over several seeds.

Where a claim needs fewer epochs or trials than its preset, `SHORT` and its like say so: each was
chosen so that the claim is decided by a wide margin and a reader need not wait.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most

SEEDS = (1, 2, 3)
ENOUGH = 0.8
"""The training accuracy to which batch norm and the plain network race."""
SHORT_SEARCH = {"trials": 30, "epochs": 20}

_LEAST_TEST = QT_TRANSLATE_NOOP("training", "least test accuracy")
_LARGEST_GAP = QT_TRANSLATE_NOOP("training", "largest gap")
_SMALLEST_GAP = QT_TRANSLATE_NOOP("training", "smallest gap")
_LEAST_TRAIN = QT_TRANSLATE_NOOP("training", "least training accuracy")
_NARROWED = QT_TRANSLATE_NOOP("training", "gap without − gap with, the least")
_EPOCHS_RATIO = QT_TRANSLATE_NOOP("training", "epochs without ÷ epochs with, the least")
_ZEROS_RATIO = QT_TRANSLATE_NOOP("training", "zeros with L1 ÷ zeros with L2, the least")
_LOWEST_RATE = QT_TRANSLATE_NOOP("training", "least η")
_HIGHEST_RATE = QT_TRANSLATE_NOOP("training", "largest η")
_STRAIGHT = QT_TRANSLATE_NOOP("training", "largest training accuracy without")
_BENT = QT_TRANSLATE_NOOP("training", "least test accuracy with")
_CAUGHT = QT_TRANSLATE_NOOP("training", "runs caught")
_EVERY_FINITE = QT_TRANSLATE_NOOP("training", "finite losses, the least share")


def _learned(trials: Trials) -> Sequence[float]:
    return [trials.finals("test_accuracy").min(), trials.finals("gap").max()]


def _by_heart(trials: Trials) -> Sequence[float]:
    return [trials.finals("train.none").min(), trials.finals("gap.none").min()]


def _weight_decay(trials: Trials) -> Sequence[float]:
    return [(trials.finals("gap.none") - trials.finals("gap.l2")).min()]


def _dropout(trials: Trials) -> Sequence[float]:
    return [(trials.finals("gap.none") - trials.finals("gap.dropout")).min()]


def _batch_norm(trials: Trials) -> Sequence[float]:
    ratios = []
    for trial in trials:
        plain, normalized = (
            _readings_until(trial.series(f"train.{name}")) for name in ("none", "batchnorm")
        )
        ratios.append(plain / normalized)
    return [min(ratios)]


def _readings_until(accuracies: np.ndarray) -> int:
    """Return after how many readings ENOUGH is reached; all of them if it never is."""
    reached = np.flatnonzero(accuracies >= ENOUGH)
    return int(reached[0]) if len(reached) else len(accuracies)


def _zeros(trials: Trials) -> Sequence[float]:
    return [(trials.finals("near_zero.l1") / trials.finals("near_zero.l2")).min()]


def _rates(trials: Trials) -> Sequence[float]:
    rates = trials.finals("lr.best5")
    return [rates.min(), rates.max()]


def _caught(trials: Trials) -> Sequence[float]:
    caught, shares = 0, []
    for trial in trials:
        caught += int(trial.array("alive")) == 0 and len(trial.last.messages) == 1
        shares.append(float(np.isfinite(trial.series("loss")).mean()))
    return [caught, min(shares)]


def _bends(trials: Trials) -> Sequence[float]:
    straight, bent = trials.finals("train_accuracy", "straight"), trials.finals("test_accuracy")
    return [straight.max(), bent.min()]


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "training_learns",
        "4.5.3",
        QT_TRANSLATE_NOOP(
            "training",
            "784-50-10 with SGD learns the digits, and knows new ones nearly as well as those it "
            "learned from (over 3 seeds).",
        ),
        "book",
        _learned,
        (at_least(_LEAST_TEST, 0.9), at_most(_LARGEST_GAP, 0.05)),
        seeds=SEEDS,
    ),
    Claim(
        "training_overfits",
        "6.4.1",
        QT_TRANSLATE_NOOP(
            "training",
            "A network of six hidden layers learns 300 digits by heart, and fails on many others "
            "(over 3 seeds).",
        ),
        "overfit",
        _by_heart,
        (at_least(_LEAST_TRAIN, 1.0), at_least(_SMALLEST_GAP, 0.15)),
        seeds=SEEDS,
    ),
    Claim(
        "training_weight_decay",
        "6.4.2",
        QT_TRANSLATE_NOOP(
            "training",
            "Weight decay narrows the gap between train and test (120 epochs, over 3 seeds).",
        ),
        "weight_decay",
        _weight_decay,
        (at_least(_NARROWED, 0.02),),
        variants={"": {"epochs": 120}},
        seeds=SEEDS,
    ),
    Claim(
        "training_dropout",
        "6.4.3",
        QT_TRANSLATE_NOOP(
            "training",
            "Dropout narrows the gap between train and test (120 epochs, over 3 seeds).",
        ),
        "dropout",
        _dropout,
        (at_least(_NARROWED, 0.02),),
        variants={"": {"epochs": 120}},
        seeds=SEEDS,
    ),
    Claim(
        "training_batch_norm",
        "6.3.2",
        QT_TRANSLATE_NOOP(
            "training",
            "Batch norm speeds up learning: 80 % of the training digits are right in fewer epochs "
            "(over 3 seeds).",
        ),
        "overfit",
        _batch_norm,
        (at_least(_EPOCHS_RATIO, 1.5),),
        variants={"": {"variants": ("none", "batchnorm"), "epochs": 40}},
        seeds=SEEDS,
    ),
    Claim(
        "training_l1_zeros",
        "6.4.2",
        QT_TRANSLATE_NOOP(
            "training",
            "L1 presses more weights to nearly zero than L2 does (30 epochs, over 3 seeds).",
        ),
        "weight_decay",
        _zeros,
        (at_least(_ZEROS_RATIO, 2.0),),
        variants={"": {"variants": ("l2", "l1"), "epochs": 30}},
        seeds=SEEDS,
    ),
    Claim(
        "training_search",
        "6.5.2",
        QT_TRANSLATE_NOOP(
            "training",
            "The best learning rates of a random search lie from 0.001 to 0.01: median of the five "
            "best of 30 trials of 20 epochs (over 3 seeds).",
        ),
        "search",
        _rates,
        (at_least(_LOWEST_RATE, 1e-3), at_most(_HIGHEST_RATE, 1e-2)),
        variants={"": SHORT_SEARCH},
        seeds=SEEDS,
    ),
    Claim(
        "training_search_book",
        "6.5.2",
        QT_TRANSLATE_NOOP(
            "training",
            "The same with the book's 100 trials of 50 epochs (over 3 seeds).",
        ),
        "search",
        _rates,
        (at_least(_LOWEST_RATE, 1e-3), at_most(_HIGHEST_RATE, 1e-2)),
        seeds=SEEDS,
        slow=True,
    ),
    Claim(
        "training_diverges",
        "6.1",
        QT_TRANSLATE_NOOP(
            "training",
            "A rate that is too large makes a network diverge; the run says so and ends, and no "
            "loss it shows is infinite (over 3 seeds).",
        ),
        "diverge",
        _caught,
        (at_least(_CAUGHT, 3), at_least(_EVERY_FINITE, 1.0)),
        seeds=SEEDS,
    ),
    Claim(
        "training_bends",
        "2.5",
        QT_TRANSLATE_NOOP(
            "training",
            "No network without a hidden layer parts a disc from the ring around it; with one "
            "hidden layer it does (over 3 seeds).",
        ),
        "points_bend",
        _bends,
        (at_most(_STRAIGHT, 0.75), at_least(_BENT, 0.95)),
        variants={"": {}, "straight": {"hidden": ""}},
        seeds=SEEDS,
    ),
)
