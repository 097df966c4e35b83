"""What chapter 5 says of backpropagation, each to be run and judged."""

from __future__ import annotations

from collections.abc import Sequence

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Claim,
    Text,
    Trials,
    at_least,
    at_most,
    equal,
)
from fishlab.experiment.claims import Measure

from .backprop_check import LIMIT

SEEDS = (0, 1, 2)
EXACT = 1e-9
_GAP = QT_TRANSLATE_NOOP("backprop", "largest gap to the numerical derivative")
_MEAN = QT_TRANSLATE_NOOP("backprop", "mean difference, the largest of 3 seeds")
_CHECKED = QT_TRANSLATE_NOOP("backprop", "numbers checked, the least")
_SIGMOID_GAP = QT_TRANSLATE_NOOP("backprop", "largest |∂L/∂x − y (1 − y)|")
_DIFFERENCE_GAP = QT_TRANSLATE_NOOP("backprop", "largest |∂L/∂a − (y − t)|")
_HANDED = QT_TRANSLATE_NOOP("backprop", "∂L/∂(+)")


def _finals(*names: str) -> Measure:
    def measure(trials: Trials) -> Sequence[float]:
        return [trials.only.final(name) for name in names]

    return measure


def _sigmoid(trials: Trials) -> Sequence[float]:
    """Return how far the graph's derivative is from y (1 − y), over all x, and at x = 0."""
    gaps = [
        abs(trial.final("derivative.x") - trial.final("L") * (1 - trial.final("L")))
        for trial in trials
    ]
    return [max(gaps), trials["0"][0].final("derivative.x")]


def _softmax(trials: Trials) -> Sequence[float]:
    """Return how far the scores' gradient is from y − t, over the three right classes."""
    gaps = []
    for right, name in enumerate(_TARGETS):
        trial = trials[name][0]
        for k in range(len(_TARGETS)):
            wanted = trial.final(f"y{k + 1}") - float(k == right)
            gaps.append(abs(trial.final(f"dscore.{k + 1}") - wanted))
    return [max(gaps)]


def _rules(trials: Trials) -> Sequence[float]:
    """Return what + was handed and hands to either side, and by what × multiplies."""
    trial = trials.only
    labels = trial.array("labels").tolist()
    edges, totals = trial.array("edges"), trial.array("totals")[:, 0]
    plus = labels.index("+")
    first, second = (int(source) for source, target in edges if target == plus)
    apple, number = labels.index("apple"), labels.index("apple_num")
    return [
        float(totals[plus]), float(totals[first]), float(totals[second]),
        float(totals[apple] / totals[first]), float(totals[number] / totals[first]),
    ]  # fmt: skip


def _check(trials: Trials) -> Sequence[float]:
    """Return the largest mean difference of the seeds, and the least count of numbers checked."""
    return [max(trials.finals("difference")), min(trials.finals("checked"))]


def _checks(name: str, statement: Text, preset: str, count: int) -> Claim:
    expected = (at_most(_MEAN, LIMIT), at_least(_CHECKED, count))
    return Claim(name, "5.7.3", statement, preset, _check, expected, seeds=SEEDS)


_TARGETS = ("0", "1", "2")
_XS = ("-5", "-1", "0", "1", "5")

CLAIMS: tuple[Claim, ...] = (
    Claim(
        "buy_apple",
        "5.1.3",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Two apples at 100 with a tax of 10 % cost 220, and the derivatives by the price, the "
            "number and the tax are 2.2, 110 and 200.",
        ),
        "book",
        _finals("L", "derivative.apple", "derivative.apple_num", "derivative.tax", "difference"),
        (
            equal("L", 220.0, EXACT),
            equal("∂L/∂apple", 2.2, EXACT),
            equal("∂L/∂apple_num", 110.0, EXACT),
            equal("∂L/∂tax", 200.0, EXACT),
            at_most(_GAP, 1e-6),
        ),
    ),
    Claim(
        "buy_apple_orange",
        "5.4.2",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Two apples at 100 and three oranges at 150 cost 715 with tax, and the derivatives are "
            "2.2, 110, 3.3, 165 and 650.",
        ),
        "apple_orange",
        _finals(
            "L", "derivative.apple", "derivative.apple_num", "derivative.orange",
            "derivative.orange_num", "derivative.tax", "difference",
        ),
        (
            equal("L", 715.0, EXACT),
            equal("∂L/∂apple", 2.2, EXACT),
            equal("∂L/∂apple_num", 110.0, EXACT),
            equal("∂L/∂orange", 3.3, EXACT),
            equal("∂L/∂orange_num", 165.0, EXACT),
            equal("∂L/∂tax", 650.0, EXACT),
            at_most(_GAP, 1e-6),
        ),
    ),
    Claim(
        "plus_and_times",
        "5.3",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Backward, + hands the derivative on to both inputs as it is, and × multiplies it by "
            "the other input.",
        ),
        "apple_orange",
        _rules,
        (
            equal(_HANDED, 1.1, EXACT),
            equal(QT_TRANSLATE_NOOP("backprop", "+ to the apples"), 1.1, EXACT),
            equal(QT_TRANSLATE_NOOP("backprop", "+ to the oranges"), 1.1, EXACT),
            equal(QT_TRANSLATE_NOOP("backprop", "× to the price, its factor"), 2.0, EXACT),
            equal(QT_TRANSLATE_NOOP("backprop", "× to the number, its factor"), 100.0, EXACT),
        ),
    ),
    Claim(
        "relu_blocks",
        "5.5.1",
        QT_TRANSLATE_NOOP(
            "backprop",
            "ReLU lets the derivative through where its input was above 0, and blocks it where it "
            "was below.",
        ),
        "relu",
        _finals("derivative.x1", "derivative.x2"),
        (equal("∂L/∂x1", 2.0, EXACT), equal("∂L/∂x2", 0.0)),
    ),
    Claim(
        "sigmoid_apart",
        "5.5.2",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Backward through × −1, exp, + 1 and ÷, the sigmoid's derivative comes out as "
            "y (1 − y).",
        ),
        "sigmoid",
        _sigmoid,
        (at_most(_SIGMOID_GAP, 1e-12), equal("∂L/∂x, x = 0", 0.25, 1e-12)),
        variants={x: {"x": float(x)} for x in _XS},
    ),
    Claim(
        "softmax_with_loss",
        "5.6.3",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Softmax with cross-entropy hands back y − t, whichever class is right.",
        ),
        "affine_softmax",
        _softmax,
        (at_most(_DIFFERENCE_GAP, 1e-12),),
        variants={name: {"target": int(name)} for name in _TARGETS},
    ),
    _checks(
        "check_two_layer",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Backprop equals the numerical gradient for the two-layer network: in float64 the mean "
            "difference is below 1e−7 (over 3 seeds, 260 numbers each).",
        ),
        "check_two_layer",
        250,
    ),
    _checks(
        "check_conv",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Backprop equals the numerical gradient for a convolutional network: in float64 the "
            "mean difference is below 1e−7 (over 3 seeds, 216 numbers each).",
        ),
        "check_conv",
        200,
    ),
    _checks(
        "check_batchnorm",
        QT_TRANSLATE_NOOP(
            "backprop",
            "Backprop equals the numerical gradient with batch normalisation: in float64 the mean "
            "difference is below 1e−7 (over 3 seeds, 490 numbers each).",
        ),
        "check_batchnorm",
        470,
    ),
)  # fmt: skip
