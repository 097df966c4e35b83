"""What chapter 4 says of losses and gradients, each to be run and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Claim,
    Trials,
    at_least,
    at_most,
    equal,
)
from fishlab.experiment.claims import Measure

_MSE = QT_TRANSLATE_NOOP("gradients", "mean squared error")
_CE = QT_TRANSLATE_NOOP("gradients", "cross-entropy")
_DISTANCE = QT_TRANSLATE_NOOP("gradients", "distance from the minimum")
_MOVED = QT_TRANSLATE_NOOP("gradients", "distance from the start")
_READS = QT_TRANSLATE_NOOP("gradients", "largest part, reading W")
_CLOSED = QT_TRANSLATE_NOOP("gradients", "largest part, closing over y")
_BEST = QT_TRANSLATE_NOOP("gradients", "least error, central ÷ forward")
_FALL_FORWARD = QT_TRANSLATE_NOOP("gradients", "forward: error at h = 1e-2 ÷ at 1e-3")
_FALL_CENTRAL = QT_TRANSLATE_NOOP("gradients", "central: error at h = 1e-2 ÷ at 1e-3")
_LOSS = QT_TRANSLATE_NOOP("gradients", "loss")
_MEAN_DIFFERENCE = QT_TRANSLATE_NOOP("gradients", "mean difference")
_RELATIVE = QT_TRANSLATE_NOOP("gradients", "difference ÷ gradient, in the mean")
_PASSES = QT_TRANSLATE_NOOP("gradients", "forward passes")

SEEDS = (0, 1, 2)
_POINTS: Mapping[str, Mapping[str, Any]] = {
    "(3, 4)": {"x0": 3.0, "x1": 4.0, "steps": 1},
    "(0, 2)": {"x0": 0.0, "x1": 2.0, "steps": 1},
    "(3, 0)": {"x0": 3.0, "x1": 0.0, "steps": 1},
}


def _finals(*names: str) -> Measure:
    def measure(trials: Trials) -> Sequence[float]:
        return [trials.only.final(name) for name in names]

    return measure


def _at_points(trials: Trials) -> Sequence[float]:
    """Return both parts of the gradient at each of the points."""
    return [
        float(trials[point][0].series(name)[0])
        for point in _POINTS
        for name in ("gradient0", "gradient1")
    ]


def _distance(trials: Trials) -> Sequence[float]:
    return [float(np.hypot(trials.only.final("x0"), trials.only.final("x1")))]


def _differences(trials: Trials) -> Sequence[float]:
    """Return the ratio of the best errors, and by how much each falls from h = 1e-2 to 1e-3."""
    trial = trials.only
    h = trial.array("h")
    best = trial.final("best_error.central") / trial.final("best_error.forward")
    first, second = (int(np.abs(np.log(h / size)).argmin()) for size in (1e-2, 1e-3))
    falls = [trial.array(n)[first] / trial.array(n)[second] for n in ("forward", "central")]
    return [best, *(float(fall) for fall in falls)]


def _net(trials: Trials) -> Sequence[float]:
    """Return the scores, the loss and dW as they are before the first step."""
    frame = trials.only.history.frame(0)
    assert frame is not None  # a run of one step is not long enough to lose its first frame
    return [*frame.arrays["scores"], frame.scalars["loss"], *frame.arrays["dW"].ravel()]


def _batch(trials: Trials) -> Sequence[float]:
    return [trials.only.final("ce") - float(trials.only.array("ce").mean())]


def _agreement(trials: Trials) -> Sequence[float]:
    """Return the largest mean difference, and the largest by the mean size of the gradient."""
    sizes = [float(np.abs(trial.array("backprop")).mean()) for trial in trials]
    means = trials.finals("difference")
    return [float(means.max()), float((means / sizes).max())]


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "losses_right",
        "4.2.1, 4.2.2",
        QT_TRANSLATE_NOOP(
            "gradients",
            "With 0.6 at the right class 2, the mean squared error is 0.0975 and the cross-entropy "
            "0.5108.",
        ),
        "losses",
        _finals("mse", "ce"),
        (equal(_MSE, 0.0975, 1e-12), equal(_CE, 0.510825457099338, 1e-12)),
    ),
    Claim(
        "losses_wrong",
        "4.2.1, 4.2.2",
        QT_TRANSLATE_NOOP(
            "gradients",
            "With 0.6 at the wrong class 7, the mean squared error is 0.5975 and the cross-entropy "
            "2.3026: both larger.",
        ),
        "losses_wrong",
        _finals("mse", "ce"),
        (equal(_MSE, 0.5975, 1e-12), equal(_CE, 2.302584092994546, 1e-12)),
    ),
    Claim(
        "loss_of_batch",
        "4.2.4",
        QT_TRANSLATE_NOOP("gradients", "The loss of a batch is the mean of its samples' losses."),
        "losses_batch",
        _batch,
        (equal(QT_TRANSLATE_NOOP("gradients", "batch loss − mean of the three"), 0.0, 1e-12),),
    ),
    Claim(
        "slope_at_5",
        "4.3.2",
        QT_TRANSLATE_NOOP("gradients", "The slope of 0.01x² + 0.1x at x = 5 is 0.2."),
        "tangent5",
        _finals("slope", "exact"),
        (equal("f′(5)", 0.1999999999990898, 1e-12), equal("f′(5)", 0.2, 1e-6)),
    ),
    Claim(
        "slope_at_10",
        "4.3.2",
        QT_TRANSLATE_NOOP("gradients", "The slope of 0.01x² + 0.1x at x = 10 is 0.3."),
        "tangent10",
        _finals("slope", "exact"),
        (equal("f′(10)", 0.2999999999986347, 1e-12), equal("f′(10)", 0.3, 1e-6)),
    ),
    Claim(
        "central_beats_forward",
        "4.3.1",
        QT_TRANSLATE_NOOP(
            "gradients",
            "The central difference beats the forward one: its best error is smaller by far, and a "
            "tenth of h divides its error by 100, not 10.",
        ),
        "step_size",
        _differences,
        (at_most(_BEST, 0.05), equal(_FALL_FORWARD, 10.0, 0.2), equal(_FALL_CENTRAL, 100.0, 2.0)),
    ),
    Claim(
        "gradient_of_bowl",
        "4.4",
        QT_TRANSLATE_NOOP(
            "gradients",
            "The gradient of x₀² + x₁² is (6, 8) at (3, 4), (0, 4) at (0, 2) and (6, 0) at (3, 0).",
        ),
        "book",
        _at_points,
        tuple(
            equal(f"∂f/∂x{'₀₁'[k % 2]}{list(_POINTS)[k // 2]}", value, 1e-6)
            for k, value in enumerate((6.0, 8.0, 0.0, 4.0, 6.0, 0.0))
        ),
        variants=_POINTS,
    ),
    Claim(
        "descent_arrives",
        "4.4.1",
        QT_TRANSLATE_NOOP(
            "gradients",
            "Gradient descent from (−3, 4) with η = 0.1 is at the minimum of x₀² + x₁² after 100 "
            "steps.",
        ),
        "book",
        _distance,
        (at_most(_DISTANCE, 1e-8),),
    ),
    Claim(
        "large_rate_explodes",
        "4.4.1",
        QT_TRANSLATE_NOOP("gradients", "With η = 10 the same descent explodes."),
        "lr10",
        _distance,
        (at_least(_DISTANCE, 1e10),),
    ),
    Claim(
        "tiny_rate_stays",
        "4.4.1",
        QT_TRANSLATE_NOOP("gradients", "With η = 1e-10 the same descent stays at (−3, 4)."),
        "lr_tiny",
        _finals("distance"),
        (at_most(_MOVED, 1e-6),),
    ),
    Claim(
        "simple_net_numbers",
        "4.4.2",
        QT_TRANSLATE_NOOP(
            "gradients",
            "The network of one 2 × 3 matrix has the book's scores, loss and gradient dW.",
        ),
        "simple_net",
        _net,
        (
            equal("a₀", 1.05414809, 1e-7),
            equal("a₁", 0.63071653, 1e-7),
            equal("a₂", 1.1328074, 1e-7),
            equal(_LOSS, 0.92806853663411326, 1e-6),
            equal("dW₀₀", 0.21924763, 1e-6),
            equal("dW₀₁", 0.14356247, 1e-6),
            equal("dW₀₂", -0.36281009, 1e-6),
            equal("dW₁₀", 0.32887144, 1e-6),
            equal("dW₁₁", 0.2153437, 1e-6),
            equal("dW₁₂", -0.54421514, 1e-6),
        ),
        variants={"": {"steps": 1}},
    ),
    Claim(
        "closure_trap",
        "4.4.2",
        QT_TRANSLATE_NOOP(
            "gradients",
            "A loss that closes over a computed y has a numerical gradient of exactly zero; one "
            "that reads W has not.",
        ),
        "trap",
        _finals("reads", "closed"),
        (at_least(_READS, 0.5), equal(_CLOSED, 0.0)),
    ),
    Claim(
        "numerical_equals_backprop",
        "4.5.2, 5.7.3",
        QT_TRANSLATE_NOOP(
            "gradients",
            "In float64 the numerical gradient of TwoLayerNet and backpropagation's differ by less "
            "than 1e-7 in the mean (over 3 seeds).",
        ),
        "check",
        _agreement,
        (at_most(_MEAN_DIFFERENCE, 1e-7), at_most(_RELATIVE, 1e-5)),
        seeds=SEEDS,
    ),
    Claim(
        "numerical_passes",
        "4.5",
        QT_TRANSLATE_NOOP(
            "gradients",
            "The numerical gradient takes two forward passes for every number of the network: "
            "1,220 for 49-10-10.",
        ),
        "check",
        _finals("passes"),
        (equal(_PASSES, 1220.0),),
    ),
)
