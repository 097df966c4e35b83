"""What the book says of deep networks (chapter 8), each sentence to be run and judged."""

from __future__ import annotations

from collections.abc import Sequence

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


def _flipped(trials: Trials) -> Sequence[float]:
    return [
        float(trials.finals("right", "as it is").mean()),
        float(trials.finals("right", "mirrored").mean()),
    ]


CLAIMS = (
    Claim(
        "two-3x3-see-5x5",
        "8.1.3",
        QT_TRANSLATE_NOOP(
            "depth", "Two 3 × 3 convolutions see as far as one 5 × 5, with 18 parameters for 25"
        ),
        "receptive",
        _finals("field", "parameters", "single_parameters"),
        (equal(_FIELD, 5), equal(_PARAMETERS, 18), equal(_SINGLE, 25)),
    ),
    Claim(
        "three-3x3-see-7x7",
        "8.1.3",
        QT_TRANSLATE_NOOP(
            "depth", "Three 3 × 3 convolutions see as far as one 7 × 7, with 27 parameters for 49"
        ),
        "three_layers",
        _finals("field", "parameters", "single_parameters"),
        (equal(_FIELD, 7), equal(_PARAMETERS, 27), equal(_SINGLE, 49)),
    ),
    Claim(
        "deep-has-fewer-parameters",
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
        "vgg16-parameters",
        "8.2.2",
        QT_TRANSLATE_NOOP("depth", "VGG with 16 layers has 138,357,544 parameters"),
        "vgg16",
        _finals("parameters"),
        (equal(_PARAMETERS, 138_357_544),),
    ),
    Claim(
        "augmentation-helps",
        "8.1.2",
        QT_TRANSLATE_NOOP(
            "depth",
            "From 200 images a network learns more when they are changed a little every time (300 "
            "steps, 3 seeds)",
        ),
        "few",
        _gain,
        (
            at_least(QT_TRANSLATE_NOOP("depth", "mean gain in test accuracy"), 0.02),
            at_least(QT_TRANSLATE_NOOP("depth", "smallest gain"), 0.0),
        ),
        seeds=(0, 1, 2),
    ),
    Claim(
        "flipping-harms-digits",
        "8.1.2",
        QT_TRANSLATE_NOOP(
            "depth",
            "Mirroring is no augmentation for digits: a 9, always read right as it is, is misread "
            "where it is mirrored, in half of the copies (5 seeds)",
        ),
        "flip",
        _flipped,
        (
            at_least(QT_TRANSLATE_NOOP("depth", "read right, not mirrored"), 1.0),
            at_most(QT_TRANSLATE_NOOP("depth", "read right, half mirrored"), 0.75),
        ),
        variants={"as it is": {"flip": False}, "mirrored": {"flip": True}},
        seeds=(0, 1, 2, 3, 4),
    ),
    Claim(
        "half-precision-costs-nothing",
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
        "deep-convnet-from-scratch",
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
