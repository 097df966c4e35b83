"""What the book says of networks that read digits, each to be run and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most, equal

_ACCURACY = QT_TRANSLATE_NOOP("digits", "accuracy")
_STEPS: Mapping[str, Mapping[str, Any]] = {
    "without": {},
    "with": {"box": True, "antialias": True, "centre": True},
}


def _accuracy(trials: Trials) -> Sequence[float]:
    return [trials.only.final("accuracy")]


def _read(trials: Trials) -> Sequence[float]:
    """Return what is read with the steps, and how sure the network is of 7 with and without."""
    without, normalized = trials["without"][0], trials["with"][0]
    sure = [float(trial.array("probabilities")[7]) for trial in (normalized, without)]
    return [normalized.final("digit"), *sure]


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "digits_mlp3",
        "3.6.2",
        QT_TRANSLATE_NOOP(
            "digits",
            "The three-layer network 784-50-100-10 reads at least 93 % of the bundled test digits.",
        ),
        "confusion",
        _accuracy,
        (at_least(_ACCURACY, 0.93),),
    ),
    Claim(
        "digits_deep",
        "8.1.1",
        QT_TRANSLATE_NOOP(
            "digits", "The deep network reads at least 99 % of the bundled test digits."
        ),
        "confusion",
        _accuracy,
        (at_least(_ACCURACY, 0.99),),
        variants={"": {"model": "deep_convnet"}},
    ),
    Claim(
        "digits_deep_mnist",
        "8.1.1",
        QT_TRANSLATE_NOOP(
            "digits", "The deep network reads at least 99.3 % of MNIST's 10,000 test digits."
        ),
        "confusion",
        _accuracy,
        (at_least(_ACCURACY, 0.993),),
        variants={"": {"model": "deep_convnet", "data": "mnist"}},
        slow=True,
    ),
    Claim(
        "digits_normalisation",
        "8.1",
        QT_TRANSLATE_NOOP(
            "digits",
            "A small seven in the corner of the paper is read as one only after it is cropped, "
            "scaled and centred like MNIST's digits.",
        ),
        "no_centring",
        _read,
        (
            equal(QT_TRANSLATE_NOOP("digits", "read as"), 7),
            at_least(QT_TRANSLATE_NOOP("digits", "probability of 7 with"), 0.99),
            at_most(QT_TRANSLATE_NOOP("digits", "probability of 7 without"), 0.5),
        ),
        variants=_STEPS,
    ),
)
