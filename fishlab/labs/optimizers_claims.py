"""What chapter 6.1 says of optimizers, each to be run and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Claim,
    Text,
    Trial,
    Trials,
    at_least,
    at_most,
    equal,
)
from fishlab.experiment.claims import Measure

from .optimizers_surfaces import SURFACES, Function, Values

SEEDS = (0, 1, 2)
_ON_DIGITS = ("sgd", "momentum", "adagrad", "adam")
"""Rows of the digits race, in the order of the lab's competitors."""

_RATES: Mapping[str, Mapping[str, Any]] = {
    f"{rate:g}": {"lr_sgd": rate} for rate in (0.4, 0.6, 0.9, 1.0, 1.1)
}
_FARTHEST = QT_TRANSLATE_NOOP("optimizers", "farthest in x")
_TIMES = QT_TRANSLATE_NOOP("optimizers", "SGD's loss ÷ the next, the least")


def _end(name: str) -> Measure:
    def measure(trials: Trials) -> Sequence[float]:
        return [trials.only.final(f"x.{name}"), trials.only.final(f"y.{name}")]

    return measure


def _after_30(name: str, chapter: str, statement: Text, x: float, y: float) -> Claim:
    return Claim(
        f"{name}_after_30",
        chapter,
        statement,
        "book",
        _end(name),
        (equal("x", x, 1e-6), equal("y", y, 1e-6)),
    )


def _on_saddle(trials: Trials) -> Sequence[float]:
    trial = trials.only
    return [
        np.hypot(trial.final(f"x.{name}"), trial.final(f"y.{name}")) for name in ("sgd", "adagrad")
    ]


def _from_side(minimum: float) -> Measure:
    """Return how many ran, and how far from `minimum` in x the farthest ended."""

    def measure(trials: Trials) -> Sequence[float]:
        ends = trials.only.array("trails")[:, -1, 0]
        return [len(ends), float(np.abs(ends - minimum).max())]

    return measure


def _path(trial: Trial, row: int = 0) -> Values:
    """Return the way of one competitor, (steps + 1, 2)."""
    path: Values = trial.array("trails")[row]
    return path


def _turns(trials: Trials) -> Sequence[float]:
    """Return at which share of the steps x changes its sign, and how near 0.6 and 0.9 come."""
    shares, ends = [], []
    for rate in ("0.4", "0.6", "0.9"):
        x = _path(trials[rate][0])[:, 0]
        shares.append(float((x[1:] * x[:-1] < 0).mean()))
        ends.append(abs(float(x[-1])))
    return [*shares, *ends[1:]]


def _fails(trials: Trials) -> Sequence[float]:
    """Return how many times its first distance SGD is from the minimum in the end."""
    paths = (_path(trials[rate][0]) for rate in ("1", "1.1"))
    return [float(np.linalg.norm(path[-1]) / np.linalg.norm(path[0])) for path in paths]


def _own_rates(path: Values, gradient: Values) -> Values:
    """Return by what each slope was multiplied to make the step, (steps, 2)."""
    rates: Values = -np.diff(path, axis=0) / gradient
    return rates


def _shrinking(trials: Trials) -> Sequence[float]:
    """Return AdaGrad's largest growth from step to step; RMSprop's last rate by its least."""
    slope = Function(SURFACES["valley"].expression).gradient
    adagrad, rmsprop = (
        _own_rates(path, np.array([slope(point) for point in path[:-1]]))
        for path in (_path(trials.only, row) for row in (0, 1))
    )
    return [
        float((adagrad[1:] / adagrad[:-1]).max()),
        float((rmsprop[-1] / rmsprop.min(axis=0)).min()),
    ]


def _overshoot(trials: Trials) -> Sequence[float]:
    """Return how far Nesterov goes beyond x = 0, and how far by Momentum's."""
    momentum, nesterov = (float(_path(trials.only, row)[:, 0].max()) for row in (0, 1))
    return [nesterov, nesterov / momentum]


def _on_digits(trials: Trials) -> Sequence[float]:
    """Return SGD's smoothed loss by the largest of the others, the least over all seeds."""
    ends = [trial.array("gaps")[:, -1] for trial in trials]
    return [min(float(end[0] / end[1:].max()) for end in ends)]


CLAIMS: tuple[Claim, ...] = (
    _after_30(
        "sgd",
        "6.1.3",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "SGD with η = 0.95 is at (−0.350393, 0.084782) after 30 updates on x²/20 + y² from "
            "(−7, 2).",
        ),
        -0.350393,
        0.084782,
    ),
    _after_30(
        "momentum",
        "6.1.4",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Momentum with η = 0.1 is at (0.896414, 0.088086) after 30 updates on x²/20 + y² from "
            "(−7, 2).",
        ),
        0.896414,
        0.088086,
    ),
    _after_30(
        "adagrad",
        "6.1.5",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "AdaGrad with η = 1.5 is at (−0.120162, 0) after 30 updates on x²/20 + y² from "
            "(−7, 2).",
        ),
        -0.120162,
        0.0,
    ),
    _after_30(
        "adam",
        "6.1.6",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Adam with η = 0.3 is at (0.136007, 0.318245) after 30 updates on x²/20 + y² from "
            "(−7, 2).",
        ),
        0.136007,
        0.318245,
    ),
    Claim(
        "saddle_stops",
        "6.1.7",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "On y² − x², started at x = 0, SGD and AdaGrad stop on the saddle (0, 0), which is no "
            "minimum.",
        ),
        "saddle",
        _on_saddle,
        tuple(
            at_most(name, 1e-4)
            for name in (
                QT_TRANSLATE_NOOP("optimizers", "SGD's distance"),
                QT_TRANSLATE_NOOP("optimizers", "AdaGrad's distance"),
            )
        ),
    ),
    *(
        Claim(
            claim_id,
            "6.1.7",
            statement,
            preset,
            _from_side(minimum),
            (equal(QT_TRANSLATE_NOOP("optimizers", "optimizers"), 8), at_most(_FARTHEST, 0.01)),
        )
        for claim_id, preset, minimum, statement in (
            (
                "left_minimum",
                "left_minimum",
                -4.0,
                QT_TRANSLATE_NOOP(
                    "optimizers",
                    "On y⁴ + 3x⁴ + 8x³ − 48x² all who start at x = −1 go to the minimum at x = −4.",
                ),
            ),
            (
                "right_minimum",
                "right_minimum",
                2.0,
                QT_TRANSLATE_NOOP(
                    "optimizers",
                    "On y⁴ + 3x⁴ + 8x³ − 48x² all who start at x = 0.6 go to the minimum at x = 2, "
                    "although it is not the lowest.",
                ),
            ),
        )
    ),
    Claim(
        "sgd_oscillates",
        "6.1.7",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "On x² + y² SGD with a rate above 0.5 jumps over the minimum at every step, and below "
            "1 gets there all the same.",
        ),
        "too_large",
        _turns,
        (
            equal(QT_TRANSLATE_NOOP("optimizers", "jumps at 0.4"), 0),
            equal(QT_TRANSLATE_NOOP("optimizers", "jumps at 0.6"), 1),
            equal(QT_TRANSLATE_NOOP("optimizers", "jumps at 0.9"), 1),
            at_most(QT_TRANSLATE_NOOP("optimizers", "|x| at 0.6"), 0.01),
            at_most(QT_TRANSLATE_NOOP("optimizers", "|x| at 0.9"), 0.01),
        ),
        variants=_RATES,
    ),
    Claim(
        "sgd_fails",
        "6.1.7",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "On x² + y² SGD does not converge from a rate of 1 on: at 1 it stays as far away as it "
            "was, at 1.1 it runs away.",
        ),
        "too_large",
        _fails,
        (
            equal(QT_TRANSLATE_NOOP("optimizers", "distance ÷ start at 1"), 1, 1e-9),
            at_least(QT_TRANSLATE_NOOP("optimizers", "distance ÷ start at 1.1"), 100),
        ),
        variants=_RATES,
    ),
    Claim(
        "adagrad_shrinks",
        "6.1.5",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "What AdaGrad makes of a slope only shrinks from step to step; RMSprop forgets old "
            "slopes, and its steps for a slope grow again.",
        ),
        "forgets",
        _shrinking,
        (
            at_most(QT_TRANSLATE_NOOP("optimizers", "AdaGrad's largest growth"), 1, 1e-9),
            at_least(QT_TRANSLATE_NOOP("optimizers", "RMSprop: last ÷ least"), 2),
        ),
    ),
    Claim(
        "nesterov_overshoots_less",
        "6.1.4",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "With the same rate and momentum Nesterov overshoots the minimum less than Momentum.",
        ),
        "nesterov",
        _overshoot,
        (
            at_least(QT_TRANSLATE_NOOP("optimizers", "Nesterov's overshoot"), 0),
            at_most(QT_TRANSLATE_NOOP("optimizers", "Nesterov ÷ Momentum"), 0.85),
        ),
    ),
    Claim(
        "digits_beat_sgd",
        "6.1.8",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "On digits Momentum, AdaGrad and Adam learn faster than SGD: after 300 steps its loss "
            "is more than twice that of each (over 3 seeds).",
        ),
        "digits",
        _on_digits,
        (at_least(_TIMES, 2),),
        variants={"": {"steps": 300, "competitors": _ON_DIGITS}},
        seeds=SEEDS,
    ),
    Claim(
        "digits_beat_sgd_book",
        "6.1.8",
        QT_TRANSLATE_NOOP(
            "optimizers",
            "The same with the book's 2,000 steps (over 3 seeds).",
        ),
        "digits",
        _on_digits,
        (at_least(_TIMES, 2),),
        variants={"": {"steps": 2000, "competitors": _ON_DIGITS}},
        seeds=SEEDS,
        slow=True,
    ),
)
