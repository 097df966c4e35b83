"""What chapter 7 says of convolution, pooling and learned filters, each to be run and judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most, equal

from .cnn_params import RECIPE

_SIZES: Mapping[str, Mapping[str, Any]] = {
    "4, 3": {"image_size": 4},
    "7, 3, S 2": {"image_size": 7, "stride": 2},
    "4, 3, P 1": {"image_size": 4, "pad": 1},
    "8, 5": {"image_size": 8, "filter_size": 5},
    "8, 5, P 3, S 3": {"image_size": 8, "filter_size": 5, "pad": 3, "stride": 3},
    "8, 3, S 2": {"image_size": 8, "stride": 2},
}
"""H, FH, padding and stride; in the last one the division does not work out."""

_LAYOUTS: Mapping[str, Mapping[str, Any]] = {
    "1": {"filters": 1},
    "2": {"filters": 3, "channels": 3, "image_size": 8, "pad": 2, "bias": 3},
    "3": {"filters": 2, "channels": 2, "image_size": 7, "filter_size": 4, "stride": 3},
    "4": {"timed": True},
}

_SHIFTED = tuple(range(0, 1000, 200))
"""Each run looks at 200 digits from that one on: together they are all of the sample's."""


def _output(trials: Trials) -> list[float]:
    """Return the numbers of the one run's output, row by row."""
    return [float(value) for value in trials.only.array("output").ravel()]


def _sizes(trials: Trials) -> list[float]:
    return [trials[name][0].final("OH") for name in _SIZES]


def _differences(trials: Trials) -> list[float]:
    """Return the largest difference of im2col and of the fast layer, over all runs."""
    return [max(trial.final(f"difference.{way}") for trial in trials) for way in ("im2col", "fast")]


def _shift(trials: Trials) -> list[float]:
    plain, pooled = (
        float(np.mean([trial.final(f"mean.{kind}") for trial in trials]))
        for kind in ("plain", "pooled")
    )
    return [plain, pooled - plain]


def _structure(trials: Trials) -> list[float]:
    """Return the highest value before and the lowest after learning."""
    return [
        max(trial.final("structure.before") for trial in trials),
        min(trial.final("structure") for trial in trials),
    ]


def _saliency(trials: Trials) -> list[float]:
    times = [trial.final("inside") / trial.final("outside") for trial in trials]
    lost = [trial.final("occlusion.inside") - trial.final("occlusion.outside") for trial in trials]
    return [float(np.median(times)), float(np.mean(lost))]


CLAIMS = (
    Claim(
        "convolution_example",
        "7.2.2",
        QT_TRANSLATE_NOOP("cnn", "The book's 4×4 image and 3×3 filter give 15, 16, 6, 15"),
        "book",
        _output,
        (equal("y₁₁", 15.0), equal("y₁₂", 16.0), equal("y₂₁", 6.0), equal("y₂₂", 15.0)),
    ),
    Claim(
        "convolution_bias",
        "7.2.2",
        QT_TRANSLATE_NOOP("cnn", "A bias of 3 is added to every cell: 18, 19, 9, 18"),
        "bias",
        _output,
        (equal("y₁₁", 18.0), equal("y₁₂", 19.0), equal("y₂₁", 9.0), equal("y₂₂", 18.0)),
    ),
    Claim(
        "convolution_padding",
        "7.2.3",
        QT_TRANSLATE_NOOP("cnn", "With a padding of 1 the 4×4 output begins 7, 12, 10, 2"),
        "padding",
        lambda trials: [*trials.only.array("output")[0], trials.only.final("OH")],
        (
            equal("y₁₁", 7.0),
            equal("y₁₂", 12.0),
            equal("y₁₃", 10.0),
            equal("y₁₄", 2.0),
            equal("OH", 4.0),
        ),
    ),
    Claim(
        "output_size",
        "7.2.4",
        QT_TRANSLATE_NOOP(
            "cnn",
            "The output has (H + 2P − FH)/S + 1 rows, rounded down where the division leaves a "
            "remainder",
        ),
        "book",
        _sizes,
        tuple(
            equal(f"OH({name})", value)
            for name, value in zip(_SIZES, (2.0, 3.0, 4.0, 4.0, 4.0, 3.0), strict=True)
        ),
        variants=_SIZES,
    ),
    Claim(
        "im2col_equals_loops",
        "7.4",
        QT_TRANSLATE_NOOP(
            "cnn", "Convolution by im2col and by the fast layer equals that by nested loops"
        ),
        "im2col",
        _differences,
        (
            at_most(QT_TRANSLATE_NOOP("cnn", "im2col − loops"), 1e-10),
            at_most(QT_TRANSLATE_NOOP("cnn", "fast layer − loops"), 1e-10),
        ),
        variants=_LAYOUTS,
    ),
    Claim(
        "max_pooling",
        "7.3",
        QT_TRANSLATE_NOOP("cnn", "Max pooling of the book's image gives 2, 3, 4, 2"),
        "pooling",
        _output,
        (equal("y₁₁", 2.0), equal("y₁₂", 3.0), equal("y₂₁", 4.0), equal("y₂₂", 2.0)),
    ),
    Claim(
        "pooling_forgives_a_shift",
        "7.3.1",
        QT_TRANSLATE_NOOP(
            "cnn",
            "Pooling forgives a shift by one pixel: over 1,000 digits more of the numbers stay as "
            "they were with pooling than without",
        ),
        "shift",
        _shift,
        (
            at_most(QT_TRANSLATE_NOOP("cnn", "share without"), 0.45),
            at_least(QT_TRANSLATE_NOOP("cnn", "gain by pooling"), 0.08),
        ),
        variants={str(index): {"index": index} for index in _SHIFTED},
    ),
    Claim(
        "filters_gain_structure",
        "7.6.1",
        QT_TRANSLATE_NOOP(
            "cnn",
            "First-layer filters gain structure by learning: neighbouring weights come to agree "
            "(over 3 seeds)",
        ),
        "filters",
        _structure,
        (
            at_most(QT_TRANSLATE_NOOP("cnn", "highest before"), 0.1),
            at_least(QT_TRANSLATE_NOOP("cnn", "lowest after"), 0.3),
        ),
        seeds=(0, 1, 2),
    ),
    Claim(
        "saliency_on_the_digit",
        "7.6",
        QT_TRANSLATE_NOOP(
            "cnn",
            "The network looks at the digit: its score depends more on pixels in the box of the "
            "ink, and only patches there cost probability (over 12 digits)",
        ),
        "saliency",
        _saliency,
        (
            at_least(QT_TRANSLATE_NOOP("cnn", "inside / outside"), 1.5),
            at_least(QT_TRANSLATE_NOOP("cnn", "probability lost"), 0.005),
        ),
        variants={str(index): {"index": index} for index in range(12)},
    ),
    Claim(
        "simple_convnet_accuracy",
        "7.5",
        QT_TRANSLATE_NOOP(
            "cnn", "From scratch, SimpleConvNet reads at least 98.9 % of MNIST's test digits"
        ),
        "filters",
        lambda trials: [trials.only.final("final_accuracy")],
        (at_least(QT_TRANSLATE_NOOP("cnn", "accuracy"), 0.989),),
        variants={"": {"training": RECIPE, "data": "mnist"}},
        slow=True,
    ),
)
