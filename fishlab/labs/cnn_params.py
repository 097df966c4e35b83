"""What can be set in the convolution lab; `mode` says which of its pictures is shown."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    ParamsError,
    choice,
    flag,
    message,
    real,
    rows,
    whole,
    words,
)
from fishlab.experiment.models import find_model
from fishlab.experiment.own_weights import HELP, LABEL, SHIPPED, WEIGHT_CHOICES

LARGEST = 99
"""A cell holds −99 … 99: more would not fit into its square."""
MOST_CHANNELS, MOST_CELLS, MOST_WEIGHTS = 3, 8, 5

CONVOLUTION, IM2COL, POOLING = "convolution", "im2col", "pooling"
FILTERS, MAPS, SALIENCY = "filters", "maps", "saliency"

MODES = (
    Choice(CONVOLUTION, QT_TRANSLATE_NOOP("cnn", "Convolution, cell by cell")),
    Choice(IM2COL, QT_TRANSLATE_NOOP("cnn", "im2col: convolution as a product")),
    Choice(POOLING, QT_TRANSLATE_NOOP("cnn", "Pooling")),
    Choice(FILTERS, QT_TRANSLATE_NOOP("cnn", "Filters that learn")),
    Choice(MAPS, QT_TRANSLATE_NOOP("cnn", "Feature maps")),
    Choice(SALIENCY, QT_TRANSLATE_NOOP("cnn", "Saliency: what the network looks at")),
)
KINDS = (
    Choice("max", QT_TRANSLATE_NOOP("cnn", "Maximum")),
    Choice("average", QT_TRANSLATE_NOOP("cnn", "Average")),
)
CELLS, DIGITS = "cells", "digits"
POOLED = (
    Choice(CELLS, QT_TRANSLATE_NOOP("cnn", "A few cells")),
    Choice(DIGITS, QT_TRANSLATE_NOOP("cnn", "A handwritten digit")),
)
DATA = (
    Choice("sample", QT_TRANSLATE_NOOP("cnn", "Sample (5,000 digits)")),
    Choice("mnist", QT_TRANSLATE_NOOP("cnn", "All of MNIST (60,000 digits)")),
)
SHORT, RECIPE = "short", "recipe"
TRAININGS = (
    Choice(SHORT, QT_TRANSLATE_NOOP("cnn", "So many steps of Adam")),
    Choice(RECIPE, QT_TRANSLATE_NOOP("cnn", "The whole recipe of the shipped weights")),
)
MODELS = tuple(Choice(name, find_model(name).title) for name in ("simple_convnet", "deep_convnet"))
DIGIT, DRAWING, FILE = "digit", "drawing", "file"
SOURCES = (
    Choice(DIGIT, QT_TRANSLATE_NOOP("cnn", "A test digit")),
    Choice(DRAWING, QT_TRANSLATE_NOOP("cnn", "A drawing of one's own")),
    Choice(FILE, QT_TRANSLATE_NOOP("cnn", "A picture of one's own")),
)
LAYERS, FIRST = "layers", "first"
SHOWN = (
    Choice(LAYERS, QT_TRANSLATE_NOOP("cnn", "Every layer, for one digit")),
    Choice(FIRST, QT_TRANSLATE_NOOP("cnn", "The first filters on a whole picture")),
)
FIRST_MODEL = "simple_convnet"
"""Whose first filters go over a whole picture."""
PREDICTED = "predicted"
CLASSES = (
    Choice(PREDICTED, QT_TRANSLATE_NOOP("cnn", "the digit that is read")),
    Choice("0", QT_TRANSLATE_NOOP("cnn", "0")),
    Choice("1", QT_TRANSLATE_NOOP("cnn", "1")),
    Choice("2", QT_TRANSLATE_NOOP("cnn", "2")),
    Choice("3", QT_TRANSLATE_NOOP("cnn", "3")),
    Choice("4", QT_TRANSLATE_NOOP("cnn", "4")),
    Choice("5", QT_TRANSLATE_NOOP("cnn", "5")),
    Choice("6", QT_TRANSLATE_NOOP("cnn", "6")),
    Choice("7", QT_TRANSLATE_NOOP("cnn", "7")),
    Choice("8", QT_TRANSLATE_NOOP("cnn", "8")),
    Choice("9", QT_TRANSLATE_NOOP("cnn", "9")),
)

_BAD_CELL = QT_TRANSLATE_NOOP(
    "cnn",
    "{name}: a cell is channel, row, column (whole numbers from 0) and a value from −99 to 99",
)

_SLIDING = ("mode", (CONVOLUTION, IM2COL))
_POOLING = ("mode", (POOLING,))
_IM2COL = ("mode", (IM2COL,))
_FILTERS = ("mode", (FILTERS,))
_MAPS = ("mode", (MAPS,))
_SALIENCY = ("mode", (SALIENCY,))
_SEEING = ("mode", (MAPS, SALIENCY))


@dataclass(frozen=True)
class CnnParams(Params):
    """Everything that can be set.

    cells, weights: what was painted over the book's image and filter, see `cnn_cells`.
    """

    mode: str = choice(
        CONVOLUTION,
        QT_TRANSLATE_NOOP("cnn", "Show"),
        MODES,
        help=QT_TRANSLATE_NOOP("cnn", "Which of the chapter's pictures to look at"),
    )

    source: str = choice(
        CELLS,
        QT_TRANSLATE_NOOP("cnn", "Image"),
        POOLED,
        help=QT_TRANSLATE_NOOP("cnn", "What is pooled: cells that can be changed, or a digit"),
        when=_POOLING,
    )
    image_size: int = whole(
        4,
        QT_TRANSLATE_NOOP("cnn", "Size of the image"),
        minimum=3,
        maximum=MOST_CELLS,
        help=QT_TRANSLATE_NOOP("cnn", "H and W, without the padding"),
        when=("mode", (CONVOLUTION, IM2COL, POOLING)),
    )
    channels: int = whole(
        1,
        QT_TRANSLATE_NOOP("cnn", "Channels"),
        minimum=1,
        maximum=MOST_CHANNELS,
        help=QT_TRANSLATE_NOOP(
            "cnn", "C: image and filter have as many; their products are added up (7.2.5)"
        ),
        when=_SLIDING,
    )
    filter_size: int = whole(
        3,
        QT_TRANSLATE_NOOP("cnn", "Size of the filter"),
        minimum=1,
        maximum=MOST_WEIGHTS,
        help=QT_TRANSLATE_NOOP("cnn", "FH and FW"),
        when=_SLIDING,
    )
    filters: int = whole(
        2,
        QT_TRANSLATE_NOOP("cnn", "Filters"),
        minimum=1,
        maximum=3,
        help=QT_TRANSLATE_NOOP("cnn", "FN: each is one column of the product (7.2.6)"),
        when=_IM2COL,
    )
    pad: int = whole(
        0,
        QT_TRANSLATE_NOOP("cnn", "Padding"),
        minimum=0,
        maximum=3,
        help=QT_TRANSLATE_NOOP("cnn", "P: rings of zeros around the image (7.2.3)"),
        when=_SLIDING,
    )
    stride: int = whole(
        1,
        QT_TRANSLATE_NOOP("cnn", "Stride"),
        minimum=1,
        maximum=4,
        help=QT_TRANSLATE_NOOP("cnn", "S: how far the window moves at a time (7.2.4)"),
        when=_SLIDING,
    )
    bias: int = whole(
        0,
        QT_TRANSLATE_NOOP("cnn", "Bias"),
        minimum=-9,
        maximum=9,
        help=QT_TRANSLATE_NOOP("cnn", "One number, added to every cell of the output"),
        when=_SLIDING,
    )
    timed: bool = flag(
        False,
        QT_TRANSLATE_NOOP("cnn", "Race against the loops"),
        help=QT_TRANSLATE_NOOP(
            "cnn",
            "Convolve four digits with eight 5×5 filters by nested loops, by im2col and with the "
            "fast layer; the times are this computer's",
        ),
        when=_IM2COL,
    )

    kind: str = choice(
        "max",
        QT_TRANSLATE_NOOP("cnn", "Pooling by"),
        KINDS,
        help=QT_TRANSLATE_NOOP("cnn", "The largest number of a window, or the mean of all"),
        when=_POOLING,
    )
    pool_size: int = whole(
        2,
        QT_TRANSLATE_NOOP("cnn", "Size of the window"),
        minimum=1,
        maximum=4,
        help=QT_TRANSLATE_NOOP("cnn", "A window of 1 is no pooling at all"),
        when=_POOLING,
    )
    pool_stride: int = whole(
        2,
        QT_TRANSLATE_NOOP("cnn", "Stride of the window"),
        minimum=1,
        maximum=4,
        help=QT_TRANSLATE_NOOP("cnn", "Usually as large as the window"),
        when=_POOLING,
    )
    shift: int = whole(
        1,
        QT_TRANSLATE_NOOP("cnn", "Shift to the right"),
        minimum=0,
        maximum=4,
        help=QT_TRANSLATE_NOOP(
            "cnn", "Pixels by which the second image is shifted, to see what pooling makes of it"
        ),
        when=_POOLING,
    )

    training: str = choice(
        SHORT,
        QT_TRANSLATE_NOOP("cnn", "Training"),
        TRAININGS,
        help=QT_TRANSLATE_NOOP(
            "cnn", "The recipe varies the digits and lowers the rate; it takes minutes, not seconds"
        ),
        when=_FILTERS,
    )
    data: str = choice(
        "sample",
        QT_TRANSLATE_NOOP("cnn", "Digits"),
        DATA,
        help=QT_TRANSLATE_NOOP("cnn", "MNIST has to be on this computer: see “fishlab data”"),
        when=_FILTERS,
    )
    steps: int = whole(
        150,
        QT_TRANSLATE_NOOP("cnn", "Steps"),
        minimum=1,
        maximum=2000,
        help=QT_TRANSLATE_NOOP("cnn", "Mini-batches of 100 digits"),
        when=("training", (SHORT,)),
    )
    lr: float = real(
        0.001,
        QT_TRANSLATE_NOOP("cnn", "Learning rate"),
        minimum=1e-5,
        maximum=0.1,
        logarithmic=True,
        live=True,
        help=QT_TRANSLATE_NOOP("cnn", "Of Adam; may be changed while it learns"),
        when=("training", (SHORT,)),
    )
    epochs: int = whole(
        15,
        QT_TRANSLATE_NOOP("cnn", "Epochs"),
        minimum=1,
        maximum=15,
        help=QT_TRANSLATE_NOOP("cnn", "How often every digit is seen; the shipped weights saw 15"),
        when=("training", (RECIPE,)),
    )

    model: str = choice(
        "simple_convnet",
        QT_TRANSLATE_NOOP("cnn", "Network"),
        MODELS,
        help=QT_TRANSLATE_NOOP("cnn", "The trained network that is looked into"),
        when=_SEEING,
    )
    # `weights` are those painted over the book's filter.
    network_weights: str = choice(SHIPPED, LABEL, WEIGHT_CHOICES, help=HELP, when=_SEEING)
    show: str = choice(
        LAYERS,
        QT_TRANSLATE_NOOP("cnn", "Look at"),
        SHOWN,
        help=QT_TRANSLATE_NOOP(
            "cnn", "A filter is not bound to 28 × 28 pixels: it can go over any picture (7.6.1)"
        ),
        when=_MAPS,
    )
    picture: str = choice(
        DIGIT,
        QT_TRANSLATE_NOOP("cnn", "Picture"),
        SOURCES,
        help=QT_TRANSLATE_NOOP("cnn", "A picture may also be dropped on the view"),
        when=_SEEING,
    )
    index: int = whole(
        0,
        QT_TRANSLATE_NOOP("cnn", "Number of the digit"),
        minimum=0,
        maximum=999,
        help=QT_TRANSLATE_NOOP("cnn", "Which of the sample's 1,000 test digits"),
        when=("mode", (POOLING, MAPS, SALIENCY)),
    )
    path: str = words(
        "",
        QT_TRANSLATE_NOOP("cnn", "File of the picture"),
        maximum=1000,
        help=QT_TRANSLATE_NOOP("cnn", "A PNG or JPEG; the button in the view opens one too"),
        when=("picture", (FILE,)),
    )
    target: str = choice(
        PREDICTED,
        QT_TRANSLATE_NOOP("cnn", "Score of"),
        CLASSES,
        help=QT_TRANSLATE_NOOP(
            "cnn", "The class whose score is differentiated by the pixels of the digit"
        ),
        when=_SALIENCY,
    )

    cells: tuple[tuple[float, ...], ...] = rows(
        (),
        QT_TRANSLATE_NOOP("cnn", "Painted cells"),
        ("channel", "row", "column", "value"),
        maximum=MOST_CHANNELS * MOST_CELLS**2,
    )
    weights: tuple[tuple[float, ...], ...] = rows(
        (),
        QT_TRANSLATE_NOOP("cnn", "Painted weights"),
        ("channel", "row", "column", "value"),
        maximum=MOST_CHANNELS * MOST_WEIGHTS**2,
    )

    strokes: tuple[tuple[float, ...], ...] = rows(
        (),
        QT_TRANSLATE_NOOP("cnn", "Pen strokes"),
        ("stroke", "x", "y", "width", "erase"),
    )

    def check(self) -> None:
        """Raise ParamsError for a painted cell that is none."""
        for name in ("cells", "weights"):
            for *place, value in getattr(self, name):
                whole_place = all(k == int(k) >= 0 for k in place)
                if not whole_place or abs(value) > LARGEST:
                    raise ParamsError(name, message(_BAD_CELL, name=name))

    def shows(self, name: str) -> bool:
        """Hide what belongs to the other picture of a mode."""
        if name == "image_size" and self.mode == POOLING:
            return self.source == CELLS
        if name == "index":
            if self.mode == POOLING:
                return self.source == DIGITS
            return super().shows(name) and self.picture == DIGIT
        if name == "model" and self.mode == MAPS:
            return self.show == LAYERS
        return super().shows(name)
