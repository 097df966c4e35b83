"""What the book says of deep networks (chapter 8), each sentence to be run and judged."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Claim, Trials, at_least, at_most, equal
from fishlab.experiment.claims import Measure

_FIELD = QT_TRANSLATE_NOOP("depth", "field")
_PARAMETERS = QT_TRANSLATE_NOOP("depth", "parameters")
_SINGLE = QT_TRANSLATE_NOOP("depth", "parameters of the one large filter")


def _finals(*names: str) -> Measure:
    def measure(trials: Trials) -> Sequence[float]:
        return [trials.only.final(name) for name in names]

    return measure


def _gain(trials: Trials) -> Sequence[float]:
    gains = trials.finals("accuracy.changed") - trials.finals("accuracy.plain")
    return [float(gains.mean()), float(gains.min())]


def _half(trials: Trials) -> Sequence[float]:
    final = trials.only.final
    return [abs(final("accuracy.half") - final("accuracy.single")), final("agreement")]


def _mirrored(trials: Trials) -> Sequence[float]:
    """Return the share read right of the copies as they are, and of the mirrored.

    The latter apart for 0, 1 and 8, which look much the same in a mirror, and for all others.
    """
    right: dict[str, list[bool]] = {"as it is": [], "alike": [], "other": []}
    for trial in trials:
        images, label = trial.array("images"), int(trial.array("label"))
        for image, read in zip(images[1:], trial.array("read")[1:].tolist(), strict=True):
            mirrored = np.array_equal(image, images[0][:, ::-1])
            group = "as it is" if not mirrored else "alike" if label in (0, 1, 8) else "other"
            right[group].append(read == label)
    return [float(np.mean(right[group])) for group in ("as it is", "alike", "other")]


CLAIMS = (
    Claim(
        "two_3x3_see_5x5",
        "8.1.3",
        QT_TRANSLATE_NOOP(
            "depth", "Two 3 × 3 convolutions see as far as one 5 × 5, with 18 parameters for 25"
        ),
        "receptive",
        _finals("field", "parameters", "single_parameters"),
        (equal(_FIELD, 5), equal(_PARAMETERS, 18), equal(_SINGLE, 25)),
    ),
    Claim(
        "three_3x3_see_7x7",
        "8.1.3",
        QT_TRANSLATE_NOOP(
            "depth", "Three 3 × 3 convolutions see as far as one 7 × 7, with 27 parameters for 49"
        ),
        "three_layers",
        _finals("field", "parameters", "single_parameters"),
        (equal(_FIELD, 7), equal(_PARAMETERS, 27), equal(_SINGLE, 49)),
    ),
    Claim(
        "deep_has_fewer_parameters",
        "8.1.1",
        QT_TRANSLATE_NOOP(
            "depth",
            "The deep network of eight layers has 123,552 parameters, the simple one of chapter 7 "
            "433,890",
        ),
        "book",
        lambda trials: [float(trials.finals("parameters", name)[0]) for name in ("deep", "simple")],
        (
            equal(QT_TRANSLATE_NOOP("depth", "DeepConvNet"), 123_552),
            equal(QT_TRANSLATE_NOOP("depth", "SimpleConvNet"), 433_890),
        ),
        variants={"deep": {}, "simple": {"stack": "conv30k5p0 relu pool affine100 relu affine10"}},
    ),
    Claim(
        "vgg16_parameters",
        "8.2.2",
        QT_TRANSLATE_NOOP("depth", "VGG with 16 layers has 138,357,544 parameters"),
        "vgg16",
        _finals("parameters"),
        (equal(_PARAMETERS, 138_357_544),),
    ),
    Claim(
        "augmentation_helps",
        "8.1.2",
        QT_TRANSLATE_NOOP(
            "depth",
            "From 100 images a network learns more when they are changed a little every time (300 "
            "steps, over 3 seeds)",
        ),
        "few",
        _gain,
        (
            at_least(QT_TRANSLATE_NOOP("depth", "mean gain in test accuracy"), 0.02),
            at_least(QT_TRANSLATE_NOOP("depth", "smallest gain"), 0.0),
        ),
        variants={"": {"images": 100}},
        seeds=(0, 1, 2),
    ),
    Claim(
        "flipping_harms_digits",
        "8.1.2",
        QT_TRANSLATE_NOOP(
            "depth",
            "Mirroring is no augmentation for digits: of 40 test digits, all read right as they "
            "are, hardly any but the 0, 1 and 8 survive it",
        ),
        "flip",
        _mirrored,
        (
            at_least(QT_TRANSLATE_NOOP("depth", "read right, as they are"), 0.99),
            at_least(QT_TRANSLATE_NOOP("depth", "0, 1 and 8, mirrored"), 0.9),
            at_most(QT_TRANSLATE_NOOP("depth", "the others, mirrored"), 0.3),
        ),
        variants={str(number): {"digit": number} for number in range(40)},
    ),
    Claim(
        "half_precision_costs_nothing",
        "8.3.4",
        QT_TRANSLATE_NOOP(
            "depth",
            "Rounded to half precision, the trained deep network reads the 1,000 digits of the "
            "sample as well as before",
        ),
        "half",
        _half,
        (
            at_most(QT_TRANSLATE_NOOP("depth", "difference in accuracy"), 0.001),
            at_least(QT_TRANSLATE_NOOP("depth", "read alike"), 0.999),
        ),
    ),
    Claim(
        "deep_convnet_from_scratch",
        "8.1.1",
        QT_TRANSLATE_NOOP(
            "depth", "Trained from scratch on all of MNIST, the deep network reads 99.3 % or more"
        ),
        "scratch",
        _finals("final_accuracy"),
        (at_least(QT_TRANSLATE_NOOP("depth", "test accuracy"), 0.993),),
        variants={"": {"data": "mnist", "epochs": 6}},
        slow=True,
    ),
)
