"""What can be set in the depth lab: a stack of layers, how far they see, pictures to change."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.datasets import Augmentation
from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    ParamsError,
    choice,
    flag,
    real,
    whole,
    words,
)
from fishlab.experiment.own_weights import HELP, LABEL, SHIPPED, WEIGHT_CHOICES

from .depth_language import StackError, complaint, parsed, table

STACK, RECEPTIVE, AUGMENT, FEW, HALF, SCRATCH = (
    "stack", "receptive", "augment", "few", "half", "scratch"
)  # fmt: skip
MODES = (
    Choice(STACK, QT_TRANSLATE_NOOP("depth", "Layers, shapes and parameters")),
    Choice(RECEPTIVE, QT_TRANSLATE_NOOP("depth", "How far small filters see")),
    Choice(AUGMENT, QT_TRANSLATE_NOOP("depth", "Augmentation, previewed")),
    Choice(FEW, QT_TRANSLATE_NOOP("depth", "Learning from few images")),
    Choice(HALF, QT_TRANSLATE_NOOP("depth", "Half precision against single")),
    Choice(SCRATCH, QT_TRANSLATE_NOOP("depth", "The deep network from scratch")),
)
MODELS = (
    Choice("deep_convnet", QT_TRANSLATE_NOOP("depth", "DeepConvNet (six convolutions)")),
    Choice("simple_convnet", QT_TRANSLATE_NOOP("depth", "SimpleConvNet (one convolution)")),
)
DATA = (
    Choice("sample", QT_TRANSLATE_NOOP("depth", "the sample (5,000 digits)")),
    Choice("mnist", QT_TRANSLATE_NOOP("depth", "all of MNIST (60,000 digits)")),
)
DEEP = "conv16 conv16 pool conv32 conv32p2 pool conv64 conv64 pool affine50 relu dropout affine10"
ALEXNET = (
    "conv96k11p0s4 relu pool3s2 conv256k5p2 relu pool3s2 conv384 relu conv384 relu conv256 relu "
    "pool3s2 affine4096 relu dropout affine4096 relu dropout affine1000"
)
VGG16 = (
    "conv64 conv64 pool conv128 conv128 pool conv256 conv256 conv256 pool conv512 conv512 conv512 "
    "pool conv512 conv512 conv512 pool affine4096 relu dropout affine4096 relu dropout affine1000"
)
_STRENGTH = QT_TRANSLATE_NOOP(
    "depth", "At most so much, drawn anew for every image; 0 leaves it out"
)
_CHANGES = (AUGMENT, FEW)
_READING = ("mode", (AUGMENT, HALF))


@dataclass(frozen=True)
class DepthParams(Params):
    """The book's deep network (8.1.1) as a table by default."""

    mode: str = choice(
        STACK,
        QT_TRANSLATE_NOOP("depth", "Show"),
        MODES,
        help=QT_TRANSLATE_NOOP("depth", "Which of the chapter's pictures to look at"),
    )
    stack: str = words(
        DEEP,
        QT_TRANSLATE_NOOP("depth", "Layers"),
        maximum=1500,
        check=complaint,
        help=QT_TRANSLATE_NOOP(
            "depth",
            "conv16 (16 filters; k5 size, p2 padding, s2 stride: conv16k5p0), pool (pool3s2), "
            "affine50, relu, dropout",
        ),
        when=("mode", (STACK,)),
    )
    side: int = whole(
        28,
        QT_TRANSLATE_NOOP("depth", "Side of the image"),
        minimum=4,
        maximum=512,
        help=QT_TRANSLATE_NOOP("depth", "Pixels in each direction"),
        when=("mode", (STACK,)),
    )
    channels: int = whole(
        1,
        QT_TRANSLATE_NOOP("depth", "Channels"),
        minimum=1,
        maximum=64,
        help=QT_TRANSLATE_NOOP("depth", "1 for grey, 3 for colour; here every layer has as many"),
        when=("mode", (STACK, RECEPTIVE)),
    )
    kernel: int = whole(
        3,
        QT_TRANSLATE_NOOP("depth", "Side of the small filters"),
        minimum=2,
        maximum=5,
        help=QT_TRANSLATE_NOOP("depth", "Each layer looks at so many cells across and down"),
        when=("mode", (RECEPTIVE,)),
    )
    layers: int = whole(
        2,
        QT_TRANSLATE_NOOP("depth", "Layers of them"),
        minimum=1,
        maximum=4,
        help=QT_TRANSLATE_NOOP("depth", "One after the other"),
        when=("mode", (RECEPTIVE,)),
    )
    stride: int = whole(
        1,
        QT_TRANSLATE_NOOP("depth", "Stride"),
        minimum=1,
        maximum=3,
        help=QT_TRANSLATE_NOOP("depth", "How far every filter moves from one cell to the next"),
        when=("mode", (RECEPTIVE,)),
    )
    pooling: bool = flag(
        False,
        QT_TRANSLATE_NOOP("depth", "Pooling 2 × 2 after each"),
        help=QT_TRANSLATE_NOOP("depth", "Halves the map, and doubles what each cell sees"),
        when=("mode", (RECEPTIVE,)),
    )
    digit: int = whole(
        0,
        QT_TRANSLATE_NOOP("depth", "Number of the digit"),
        minimum=0,
        maximum=999,
        help=QT_TRANSLATE_NOOP("depth", "Which of the sample's test digits is changed"),
        when=("mode", (AUGMENT,)),
    )
    images: int = whole(
        200,
        QT_TRANSLATE_NOOP("depth", "Images to learn from"),
        minimum=50,
        maximum=2000,
        help=QT_TRANSLATE_NOOP("depth", "The fewer, the more it helps to change them"),
        when=("mode", (FEW,)),
    )
    shift: float = real(
        2.0,
        QT_TRANSLATE_NOOP("depth", "Shift, pixels"),
        minimum=0.0,
        maximum=8.0,
        step=0.5,
        help=_STRENGTH,
        when=("mode", _CHANGES),
    )
    rotate: float = real(
        10.0,
        QT_TRANSLATE_NOOP("depth", "Rotation, degrees"),
        minimum=0.0,
        maximum=180.0,
        step=5.0,
        help=_STRENGTH,
        when=("mode", _CHANGES),
    )
    scale: float = real(
        0.1,
        QT_TRANSLATE_NOOP("depth", "Scaling, part of the size"),
        minimum=0.0,
        maximum=0.6,
        step=0.05,
        help=_STRENGTH,
        when=("mode", _CHANGES),
    )
    shear: float = real(
        0.1,
        QT_TRANSLATE_NOOP("depth", "Shear"),
        minimum=0.0,
        maximum=0.8,
        step=0.05,
        help=_STRENGTH,
        when=("mode", _CHANGES),
    )
    elastic: float = real(
        0.5,
        QT_TRANSLATE_NOOP("depth", "Elastic distortion"),
        minimum=0.0,
        maximum=4.0,
        step=0.25,
        help=_STRENGTH,
        when=("mode", _CHANGES),
    )
    noise: float = real(
        0.0,
        QT_TRANSLATE_NOOP("depth", "Noise"),
        minimum=0.0,
        maximum=0.8,
        step=0.05,
        help=_STRENGTH,
        when=("mode", _CHANGES),
    )
    flip: bool = flag(
        False,
        QT_TRANSLATE_NOOP("depth", "Mirror half of them"),
        help=QT_TRANSLATE_NOOP("depth", "A mirrored cat is a cat; a mirrored 2 is no 2"),
        when=("mode", _CHANGES),
    )
    model: str = choice(
        "deep_convnet",
        QT_TRANSLATE_NOOP("depth", "Network"),
        MODELS,
        help=QT_TRANSLATE_NOOP("depth", "The trained network that reads the digits"),
        when=_READING,
    )
    weights: str = choice(SHIPPED, LABEL, WEIGHT_CHOICES, help=HELP, when=_READING)
    lr: float = real(
        0.001,
        QT_TRANSLATE_NOOP("depth", "Learning rate"),
        minimum=1e-5,
        maximum=0.1,
        logarithmic=True,
        live=True,
        help=QT_TRANSLATE_NOOP("depth", "Of Adam; may be changed while they learn"),
        when=("mode", (FEW,)),
    )
    steps: int = whole(
        300,
        QT_TRANSLATE_NOOP("depth", "Steps"),
        minimum=1,
        maximum=1500,
        help=QT_TRANSLATE_NOOP("depth", "Updates of both networks, 50 images each"),
        when=("mode", (FEW,)),
    )
    data: str = choice(
        "sample",
        QT_TRANSLATE_NOOP("depth", "Digits"),
        DATA,
        help=QT_TRANSLATE_NOOP("depth", "What it learns from"),
        when=("mode", (SCRATCH,)),
    )
    epochs: int = whole(
        2,
        QT_TRANSLATE_NOOP("depth", "Epochs"),
        minimum=1,
        maximum=30,
        help=QT_TRANSLATE_NOOP("depth", "How often it sees every digit"),
        when=("mode", (SCRATCH,)),
    )

    def check(self) -> None:
        """Raise ParamsError if a layer of the stack does not fit what the one before leaves."""
        try:
            table(parsed(self.stack), self.channels, self.side)
        except StackError as error:
            raise ParamsError("stack", error.message) from None

    def augmentation(self) -> Augmentation:
        """Return the changes that are asked for."""
        return Augmentation(
            shift=self.shift, rotate=self.rotate, scale=self.scale, shear=self.shear,
            elastic=self.elastic, noise=self.noise, flip=self.flip,
        )  # fmt: skip
