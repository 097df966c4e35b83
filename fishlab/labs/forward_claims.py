"""What the book says of forward passes (3.3 to 3.6), each sentence to be run and judged."""

from __future__ import annotations

from collections.abc import Sequence

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most, equal


def _product(trials: Trials) -> Sequence[float]:
    return trials.only.array("product").ravel().tolist()


def _outputs(trials: Trials) -> Sequence[float]:
    return [trials.only.final("y.1"), trials.only.final("y.2")]


def _softmax(trials: Trials) -> Sequence[float]:
    y1, y2 = _outputs(trials)
    a1, a2 = trials.only.final("a.3.1"), trials.only.final("a.3.2")
    return [y1 + y2, float((y1 < y2) == (a1 < a2))]


CLAIMS = (
    Claim(
        "product_2x2",
        "3.3.2",
        QT_TRANSLATE_NOOP("forward", "(1 2; 3 4) times (5 6; 7 8) is (19 22; 43 50)"),
        "matrices",
        _product,
        (equal("c₁₁", 19), equal("c₁₂", 22), equal("c₂₁", 43), equal("c₂₂", 50)),
    ),
    Claim(
        "product_2x3_3x2",
        "3.3.2",
        QT_TRANSLATE_NOOP("forward", "(1 2 3; 4 5 6) times (1 2; 3 4; 5 6) is (22 28; 49 64)"),
        "rectangular",
        _product,
        (equal("c₁₁", 22), equal("c₁₂", 28), equal("c₂₁", 49), equal("c₂₂", 64)),
    ),
    Claim(
        "layer_is_a_product",
        "3.3.3",
        QT_TRANSLATE_NOOP("forward", "The input (1, 2) times (1 3 5; 2 4 6) gives (5, 11, 17)"),
        "vector",
        _product,
        (equal("y₁", 5), equal("y₂", 11), equal("y₃", 17)),
    ),
    Claim(
        "three_layer_network",
        "3.4.3",
        QT_TRANSLATE_NOOP(
            "forward", "The three-layer network makes (0.31682708, 0.69627909) of (1, 0.5)"
        ),
        "book",
        _outputs,
        (equal("y₁", 0.31682708, 5e-9), equal("y₂", 0.69627909, 5e-9)),
    ),
    Claim(
        "softmax_output",
        "3.5.3",
        QT_TRANSLATE_NOOP(
            "forward", "With softmax the outputs add up to 1, and the order of the sums is kept"
        ),
        "softmax",
        _softmax,
        (
            equal("y₁ + y₂", 1.0, 1e-12),
            equal(QT_TRANSLATE_NOOP("forward", "order kept (1: yes)"), 1.0),
        ),
    ),
    Claim(
        "batch_reads_alike",
        "3.6.3",
        QT_TRANSLATE_NOOP(
            "forward", "A batch of 100 digits is read as they are one by one, and mostly right"
        ),
        "batch",
        lambda trials: [trials.only.final("difference"), trials.only.final("accuracy")],
        (
            at_most(QT_TRANSLATE_NOOP("forward", "largest difference of scores"), 1e-4),
            at_least(QT_TRANSLATE_NOOP("forward", "accuracy"), 0.93),
        ),
    ),
)
