"""What chapter 2 says of perceptrons, each to be run and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most, equal

from .perceptron_params import LINES, TABLES

_GATES: Mapping[str, Mapping[str, Any]] = {
    gate: {"gate": gate, "w1": w1, "w2": w2, "b": b} for gate, (w1, w2, b) in LINES.items()
}
"""AND, NAND and OR with the book's weights."""

_LEARNED: Mapping[str, Mapping[str, Any]] = {
    f"{gate}, {rate}": {"gate": gate, "learning_rate": rate}
    for gate in LINES
    for rate in (0.1, 1.0)
}
_ORDERS: Mapping[str, Mapping[str, Any]] = {
    "in order": {"epochs": 200},
    "shuffled": {"epochs": 200, "shuffle": True},
    "shuffled, fast": {"epochs": 200, "shuffle": True, "learning_rate": 1.0},
}
_BIASES: Mapping[str, Mapping[str, Any]] = {
    f"b = {b:g}": {"b": float(b)} for b in np.linspace(-2.0, 2.0, 17)
}
_WRONG_AS = (
    QT_TRANSLATE_NOOP("perceptron", "wrong as AND"),
    QT_TRANSLATE_NOOP("perceptron", "wrong as NAND"),
    QT_TRANSLATE_NOOP("perceptron", "wrong as OR"),
)
_WRONG = QT_TRANSLATE_NOOP("perceptron", "wrong outputs")


def _gates(trials: Trials) -> Sequence[float]:
    return [trials[gate][0].final("wrong") for gate in LINES]


def _learns(trials: Trials) -> Sequence[float]:
    """Return the errors of the last epochs, all together, and the largest number of epochs."""
    errors = [trial.array("errors") for trial in trials]
    return [sum(int(course[-1]) for course in errors), max(len(course) for course in errors)]


def _never(trials: Trials) -> Sequence[float]:
    """Return the fewest errors that any epoch had, and the fewest epochs of any run."""
    errors = [trial.array("errors") for trial in trials]
    return [min(int(course.min()) for course in errors), min(len(course) for course in errors)]


def _largest_share(trials: Trials) -> Sequence[float]:
    return [max(trial.final("share") for trial in trials)]


def _stacked(trials: Trials) -> Sequence[float]:
    outputs = trials.only.array("outputs")
    return [int((outputs != np.array(TABLES["XOR"])).sum())]


def _added(trials: Trials) -> Sequence[float]:
    """Return how often 2 × carry + sum is not x₁ + x₂."""
    total, carry = trials.only.array("results").T
    return [int((2 * carry + total != trials.only.array("points").sum(axis=1)).sum())]


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "perceptron_gates",
        "2.3",
        QT_TRANSLATE_NOOP(
            "perceptron",
            "With the book's weights and biases one perceptron is an AND, a NAND and an OR: all "
            "four outputs of each are right.",
        ),
        "book",
        _gates,
        tuple(equal(name, 0) for name in _WRONG_AS),
        variants=_GATES,
    ),
    Claim(
        "perceptron_learns",
        "2.3",
        QT_TRANSLATE_NOOP(
            "perceptron",
            "The perceptron rule learns AND, NAND and OR from weights of 0 within ten epochs, at "
            "learning rates of 0.1 and of 1.",
        ),
        "learn",
        _learns,
        (
            equal(QT_TRANSLATE_NOOP("perceptron", "errors at last"), 0),
            at_most(QT_TRANSLATE_NOOP("perceptron", "epochs"), 10),
        ),
        variants=_LEARNED,
    ),
    Claim(
        "perceptron_xor_never_settles",
        "2.4.1",
        QT_TRANSLATE_NOOP(
            "perceptron",
            "A single perceptron cannot learn XOR: in 200 epochs not one goes by without an error, "
            "in order or shuffled (over 3 seeds).",
        ),
        "xor",
        _never,
        (
            at_least(QT_TRANSLATE_NOOP("perceptron", "fewest errors in an epoch"), 1),
            equal(QT_TRANSLATE_NOOP("perceptron", "epochs"), 200),
        ),
        variants=_ORDERS,
        seeds=(0, 1, 2),
    ),
    Claim(
        "perceptron_xor_no_weights",
        "2.4.1",
        QT_TRANSLATE_NOOP(
            "perceptron",
            "No weights make one perceptron an XOR: of 25,921 pairs of weights none does, at any "
            "of 17 biases from −2 to 2.",
        ),
        "weights-xor",
        _largest_share,
        (equal(QT_TRANSLATE_NOOP("perceptron", "largest share"), 0),),
        variants=_BIASES,
    ),
    Claim(
        "perceptron_xor_stacked",
        "2.5.2",
        QT_TRANSLATE_NOOP(
            "perceptron", "NAND and OR in a first layer and AND in a second are an XOR."
        ),
        "stack",
        _stacked,
        (equal(_WRONG, 0),),
    ),
    Claim(
        "perceptron_half_adder",
        "2.6",
        QT_TRANSLATE_NOOP(
            "perceptron", "Perceptrons can add: XOR gives the sum of two digits, AND the carry."
        ),
        "adder",
        _added,
        (equal(_WRONG, 0),),
    ),
)
