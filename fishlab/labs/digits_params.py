"""What the reader can set in the digits lab.

The drawing (`strokes`, in pad units 0 … 280) and the picture are parameters like all others: a
saved run, a preset or a line of JSON brings them back.
"""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    Text,
    choice,
    flag,
    real,
    rows,
    whole,
    words,
)
from fishlab.experiment.models import MODELS
from fishlab.experiment.own_weights import HELP, LABEL, SHIPPED, WEIGHT_CHOICES

from .digits_picture import MAX_TEXT, check_picture

MODES = (
    Choice("draw", QT_TRANSLATE_NOOP("digits", "Draw a digit")),
    Choice("test", QT_TRANSLATE_NOOP("digits", "Test digits")),
    Choice("confusion", QT_TRANSLATE_NOOP("digits", "Confusion matrix")),
    Choice("own", QT_TRANSLATE_NOOP("digits", "Train on my digits")),
)
DATA = (
    Choice("sample", QT_TRANSLATE_NOOP("digits", "1,000 bundled test digits")),
    Choice("mnist", QT_TRANSLATE_NOOP("digits", "all 10,000 of MNIST")),
)
LABELS = (
    Choice("any", QT_TRANSLATE_NOOP("digits", "any")),
    *(Choice(str(digit), Text("digits", str(digit))) for digit in range(10)),
)
LAYERS = (
    Choice("last", QT_TRANSLATE_NOOP("digits", "the last two")),
    Choice("all", QT_TRANSLATE_NOOP("digits", "all")),
)
_DRAW = ("mode", ("draw",))
_TEST = ("mode", ("test",))
_OWN = ("mode", ("own",))


@dataclass(frozen=True)
class DigitsParams(Params):
    """Mode, network, normalisation, what to browse, how to train, and the drawing itself."""

    mode: str = choice("draw", QT_TRANSLATE_NOOP("digits", "Show"), MODES)
    model: str = choice(
        "deep_convnet",
        QT_TRANSLATE_NOOP("digits", "Network"),
        tuple(Choice(model.id, model.title) for model in MODELS.values()),
        help=QT_TRANSLATE_NOOP("digits", "The network that reads the digits"),
    )
    weights: str = choice(SHIPPED, LABEL, WEIGHT_CHOICES, help=HELP)
    box: bool = flag(
        True,
        QT_TRANSLATE_NOOP("digits", "Crop to the ink"),
        help=QT_TRANSLATE_NOOP(
            "digits",
            "Step 1: cut the box around the ink out and fit it into 20 × 20; otherwise the whole "
            "paper is shrunk to 28 × 28",
        ),
        when=_DRAW,
    )
    antialias: bool = flag(
        True,
        QT_TRANSLATE_NOOP("digits", "Scale with grey levels"),
        help=QT_TRANSLATE_NOOP(
            "digits", "Step 2: a pixel half covered is half grey; otherwise it is black or white"
        ),
        when=_DRAW,
    )
    centre: bool = flag(
        True,
        QT_TRANSLATE_NOOP("digits", "Centre the mass"),
        help=QT_TRANSLATE_NOOP(
            "digits", "Step 3: put the centre of mass of the ink where MNIST has it"
        ),
        when=_DRAW,
    )
    data: str = choice(
        "sample",
        QT_TRANSLATE_NOOP("digits", "Test digits"),
        DATA,
        when=("mode", ("test", "confusion")),
    )
    label: str = choice("any", QT_TRANSLATE_NOOP("digits", "Only the digit"), LABELS, when=_TEST)
    only_wrong: bool = flag(
        False,
        QT_TRANSLATE_NOOP("digits", "Only those read wrongly"),
        help=QT_TRANSLATE_NOOP(
            "digits", "The network reads all test digits first, which takes a moment"
        ),
        when=_TEST,
    )
    index: int = whole(
        0,
        QT_TRANSLATE_NOOP("digits", "Number"),
        minimum=0,
        maximum=9_999,
        help=QT_TRANSLATE_NOOP("digits", "Which of the digits chosen above, counted from 0"),
        when=_TEST,
    )
    layers: str = choice(
        "last",
        QT_TRANSLATE_NOOP("digits", "Layers to train"),
        LAYERS,
        help=QT_TRANSLATE_NOOP(
            "digits", "The last layers judge what the first ones see; the first see well already"
        ),
        when=_OWN,
    )
    steps: int = whole(60, QT_TRANSLATE_NOOP("digits", "Steps"), minimum=1, maximum=1000, when=_OWN)
    lr: float = real(
        0.001,
        QT_TRANSLATE_NOOP("digits", "Learning rate"),
        minimum=1e-5,
        maximum=0.1,
        logarithmic=True,
        live=True,
        help=QT_TRANSLATE_NOOP("digits", "Of Adam"),
        when=_OWN,
    )
    remember: float = real(
        0.5,
        QT_TRANSLATE_NOOP("digits", "Share of MNIST"),
        minimum=0.0,
        maximum=0.9,
        step=0.1,
        help=QT_TRANSLATE_NOOP(
            "digits", "How much of each mini-batch are MNIST's digits; at 0 the network forgets"
        ),
        when=_OWN,
    )
    hold_back: bool = flag(
        False,
        QT_TRANSLATE_NOOP("digits", "Hold every fifth back"),
        help=QT_TRANSLATE_NOOP(
            "digits", "Digits held back are not trained on: they tell what was really learned"
        ),
        when=_OWN,
    )
    strokes: tuple[tuple[float, ...], ...] = rows(
        (),
        QT_TRANSLATE_NOOP("digits", "Pen strokes"),
        ("stroke", "x", "y", "width", "erase"),
    )
    picture: str = words(
        "",
        QT_TRANSLATE_NOOP("digits", "Picture"),
        maximum=MAX_TEXT,
        check=check_picture,
        hidden=True,
    )
    pen_width: float = real(
        14.0,
        QT_TRANSLATE_NOOP("digits", "Pen width"),
        minimum=4.0,
        maximum=48.0,
        hidden=True,
    )
    edition: int = whole(
        0,
        QT_TRANSLATE_NOOP("digits", "Edition of my digits"),
        minimum=0,
        maximum=1_000_000_000,
        hidden=True,
    )
