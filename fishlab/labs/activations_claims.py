"""What chapters 3 and 6.2 say of activation functions and softmax, each to be run and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Claim,
    Trial,
    Trials,
    at_least,
    at_most,
    equal,
)

from .activations_softmax import order_kept

SEEDS = (0, 1, 2, 3, 4)
_INPUTS: Mapping[str, Mapping[str, Any]] = {"−1": {"x": -1.0}, "1": {"x": 1.0}, "2": {"x": 2.0}}
"""The book's x, in 3.2.3 to 3.2.7."""

_SCORES: Mapping[str, Mapping[str, Any]] = {
    "book": {},
    "five": {"classes": 5},
    "cold": {"classes": 5, "temperature": 0.1},
    "hot": {"classes": 5, "temperature": 10.0},
    "alike": {"a1": 1.0, "a2": 1.0, "a3": 1.0},
    "large": {"a1": 10.0, "a2": 0.0, "a3": -10.0},
}
_CONSTANTS: Mapping[str, Mapping[str, Any]] = {
    f"C = {constant:g}": {"constant": constant} for constant in (-1000.0, -1.0, 1.0, 1000.0)
}
_SHIFTS: Mapping[str, Mapping[str, Any]] = {"without": {}, "with": {"subtract_max": True}}
_DEPTHS: Mapping[str, Mapping[str, Any]] = {str(depth): {"depth": depth} for depth in (2, 4, 8)}


def _values(trials: Trials) -> Sequence[float]:
    """Return the step and ReLU at −1, 1 and 2, then the sigmoid there."""
    return [trials[x][0].final(f) for f in ("step", "relu", "sigmoid") for x in _INPUTS]


def _steepest(trials: Trials) -> Sequence[float]:
    """Return the sigmoid's slope at 0, its largest anywhere, and the slope at 5."""
    middle, side = trials["0"][0], trials["5"][0]
    return [
        middle.final("sigmoid_derivative"),
        float(middle.array("sigmoid_derivative").max()),
        side.final("sigmoid_derivative"),
    ]


def _relu(trials: Trials) -> Sequence[float]:
    """Return ReLU's largest difference from max(0, x), and its least and largest slope right of 0.

    The last is the largest slope left of 0.
    """
    trial = trials.only
    x, y, slope = (trial.array(name) for name in ("x", "relu", "relu_derivative"))
    right = slope[x > 0]
    difference = np.abs(y - np.maximum(x, 0)).max()
    return [difference, right.min(), right.max(), slope[x < 0].max()]


def _softmax(trials: Trials) -> Sequence[float]:
    trial = trials.only
    return [trial.final(name) for name in ("y1", "y2", "y3", "sum")]


def _sums_and_orders(trials: Trials) -> Sequence[float]:
    """Return how far the sum is from 1 at most, and in how many runs the order is another."""
    away = max(abs(trial.final("sum") - 1.0) for trial in trials)
    another = sum(
        not order_kept(trial.array("given"), trial.array("probability")) for trial in trials
    )
    return [away, another]


def _largest_error(trials: Trials) -> Sequence[float]:
    return [max(trial.final("error") for trial in trials)]


def _overflow(trials: Trials) -> Sequence[float]:
    """Return how many results are NaN without and with the shift, and the results with it."""
    without, shifted = trials["without"][0], trials["with"][0]
    results = [shifted.final(name) for name in ("y1", "y2", "y3")]
    return [_not_numbers(without), _not_numbers(shifted), *results]


def _not_numbers(trial: Trial) -> int:
    """Return how many probabilities are not a number: those that are have a scalar."""
    count = len(trial.array("probability"))
    return count - sum(f"y{k}" in trial.last.scalars for k in range(1, count + 1))


def _collapsed(trials: Trials) -> Sequence[float]:
    return [max(trial.final("max_difference") for trial in trials)]


def _bent(trials: Trials) -> Sequence[float]:
    return [trials.finals("unexplained").min()]


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "activation_values",
        "3.2",
        QT_TRANSLATE_NOOP(
            "activations",
            "For x = −1, 1, 2 the step gives 0, 1, 1, ReLU 0, 1, 2, and the sigmoid 0.26894142, "
            "0.73105858, 0.88079708.",
        ),
        "book",
        _values,
        (
            *(equal(f"h({x})", y) for x, y in zip(_INPUTS, (0, 1, 1), strict=True)),
            *(equal(f"ReLU({x})", y) for x, y in zip(_INPUTS, (0, 1, 2), strict=True)),
            *(
                equal(f"σ({x})", y, 5e-9)
                for x, y in zip(_INPUTS, (0.26894142, 0.73105858, 0.88079708), strict=True)
            ),
        ),
        variants=_INPUTS,
    ),
    Claim(
        "sigmoid_derivative",
        "6.2.2",
        QT_TRANSLATE_NOOP(
            "activations",
            "The sigmoid's derivative is 0.25 at x = 0 and nowhere more; at x = 5 it has nearly "
            "vanished.",
        ),
        "saturation",
        _steepest,
        (
            equal("σ′(0)", 0.25, 1e-12),
            at_most(QT_TRANSLATE_NOOP("activations", "largest σ′"), 0.25, 1e-12),
            at_most("σ′(5)", 0.01),
        ),
        variants={"0": {"x": 0.0}, "5": {"x": 5.0}},
    ),
    Claim(
        "relu",
        "3.2.7",
        QT_TRANSLATE_NOOP(
            "activations",
            "ReLU is max(0, x): right of 0 its derivative is 1 everywhere, left of 0 it is 0.",
        ),
        "saturation",
        _relu,
        (
            equal(QT_TRANSLATE_NOOP("activations", "largest |ReLU(x) − max(0, x)|"), 0),
            equal(QT_TRANSLATE_NOOP("activations", "least slope on the right"), 1),
            equal(QT_TRANSLATE_NOOP("activations", "largest slope on the right"), 1),
            equal(QT_TRANSLATE_NOOP("activations", "largest slope on the left"), 0),
        ),
    ),
    Claim(
        "softmax_book",
        "3.5.1",
        QT_TRANSLATE_NOOP(
            "activations", "Softmax of (0.3, 2.9, 4.0) is (0.01821127, 0.24519181, 0.73659691)."
        ),
        "softmax",
        _softmax,
        (
            equal("y₁", 0.01821127, 5e-9),
            equal("y₂", 0.24519181, 5e-9),
            equal("y₃", 0.73659691, 5e-9),
            equal("Σy", 1.0, 1e-12),
        ),
    ),
    Claim(
        "softmax_sum_and_order",
        "3.5.3",
        QT_TRANSLATE_NOOP(
            "activations",
            "Softmax sums to 1 and keeps the order of the scores, whatever the scores and the "
            "temperature.",
        ),
        "softmax",
        _sums_and_orders,
        (
            at_most(QT_TRANSLATE_NOOP("activations", "largest |Σy − 1|"), 1e-12),
            equal(QT_TRANSLATE_NOOP("activations", "orders changed"), 0),
        ),
        variants=_SCORES,
    ),
    Claim(
        "softmax_constant",
        "3.5.2",
        QT_TRANSLATE_NOOP(
            "activations",
            "A constant added to all scores, from −1000 to 1000, does not change softmax's result.",
        ),
        "softmax",
        _largest_error,
        (at_most(QT_TRANSLATE_NOOP("activations", "largest difference"), 1e-12),),
        variants=_CONSTANTS,
    ),
    Claim(
        "softmax_overflow",
        "3.5.2",
        QT_TRANSLATE_NOOP(
            "activations",
            "Softmax of (1010, 1000, 990) overflows to three NaN, and with the maximum subtracted "
            "it is right.",
        ),
        "overflow",
        _overflow,
        (
            equal(QT_TRANSLATE_NOOP("activations", "NaN without"), 3),
            equal(QT_TRANSLATE_NOOP("activations", "NaN with"), 0),
            equal("y₁", 9.99954600e-01, 5e-10),
            equal("y₂", 4.53978686e-05, 5e-14),
            equal("y₃", 2.06106005e-09, 5e-18),
        ),
        variants=_SHIFTS,
    ),
    Claim(
        "linear_layers_collapse",
        "3.2.6",
        QT_TRANSLATE_NOOP(
            "activations",
            "2, 4 or 8 linear layers do what a single one does, but for rounding (over 5 seeds).",
        ),
        "collapse",
        _collapsed,
        (at_most(QT_TRANSLATE_NOOP("activations", "largest difference"), 1e-12),),
        variants=_DEPTHS,
        seeds=SEEDS,
    ),
    Claim(
        "relu_does_not_collapse",
        "3.2.6",
        QT_TRANSLATE_NOOP(
            "activations",
            "With ReLU between three layers no single layer does the same: the best misses more "
            "than a tenth of the variance (over 5 seeds).",
        ),
        "bend",
        _bent,
        (at_least(QT_TRANSLATE_NOOP("activations", "least share missed"), 0.1),),
        seeds=SEEDS,
    ),
)
