"""The convolution lab's presets: settings with a sentence that says what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .cnn_params import (
    DIGITS,
    FILTERS,
    FIRST,
    IM2COL,
    MAPS,
    POOLING,
    SALIENCY,
    CnnParams,
)

BOOK_POOLED = ((0.0, 0.0, 2.0, 1.0), (0.0, 3.0, 1.0, 4.0))
"""Where the book's image for pooling (7.3) differs from that for convolution (7.2)."""

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("cnn", "The book's convolution"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "Nine products, one sum, one cell of the output; then the window moves on. Click into "
            "image or filter to change a number.",
        ),
        CnnParams(),
    ),
    Preset(
        "bias",
        QT_TRANSLATE_NOOP("cnn", "With a bias of 3"),
        QT_TRANSLATE_NOOP("cnn", "One bias for the whole filter: 3 is added to every cell."),
        CnnParams(bias=3),
    ),
    Preset(
        "padding",
        QT_TRANSLATE_NOOP("cnn", "Padding keeps the size"),
        QT_TRANSLATE_NOOP(
            "cnn", "A ring of zeros around the 4 × 4 image: the output is 4 × 4 again."
        ),
        CnnParams(pad=1),
    ),
    Preset(
        "stride",
        QT_TRANSLATE_NOOP("cnn", "Stride 2"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "7 × 7, moving by 2: (7 − 3)/2 + 1 = 3. Make the image 8 large, and the division does "
            "not work out any more.",
        ),
        CnnParams(image_size=7, stride=2),
    ),
    Preset(
        "channels",
        QT_TRANSLATE_NOOP("cnn", "Three channels"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "The filter is as deep as the image: 27 products are added up to one number, and the "
            "output has one channel.",
        ),
        CnnParams(channels=3),
    ),
    Preset(
        "im2col",
        QT_TRANSLATE_NOOP("cnn", "Windows as rows"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "Move over a row of the column matrix or a cell of the output: its window lights up in "
            "the image, its row in the product.",
        ),
        CnnParams(mode=IM2COL),
    ),
    Preset(
        "loops",
        QT_TRANSLATE_NOOP("cnn", "Loops against a product"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "The same numbers three ways: nested loops, im2col with one matrix product, and the "
            "fast layer. Compare the times.",
        ),
        CnnParams(mode=IM2COL, timed=True),
    ),
    Preset(
        "pooling",
        QT_TRANSLATE_NOOP("cnn", "The book's max pooling"),
        QT_TRANSLATE_NOOP(
            "cnn", "Of each 2 × 2 window only the largest number stays; nothing is learned here."
        ),
        CnnParams(mode=POOLING, cells=BOOK_POOLED),
    ),
    Preset(
        "average",
        QT_TRANSLATE_NOOP("cnn", "Average pooling"),
        QT_TRANSLATE_NOOP("cnn", "The mean of each window; every cell has the same share in it."),
        CnnParams(mode=POOLING, cells=BOOK_POOLED, kind="average"),
    ),
    Preset(
        "shift",
        QT_TRANSLATE_NOOP("cnn", "A shift by one pixel"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "The digit moves one pixel to the right: how much of the output stays as it was, with "
            "and without pooling? Try a window of 1 and the average.",
        ),
        CnnParams(mode=POOLING, source=DIGITS),
    ),
    Preset(
        "filters",
        QT_TRANSLATE_NOOP("cnn", "Filters gain structure"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "Thirty filters begin as noise. Watch edges and blobs appear while the loss falls, and "
            "the agreement of neighbouring weights rise.",
        ),
        CnnParams(mode=FILTERS),
    ),
    Preset(
        "maps",
        QT_TRANSLATE_NOOP("cnn", "What each layer answers"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "Click a map to enlarge it, then move over it: the frame in the digit is what that one "
            "cell sees.",
        ),
        CnnParams(mode=MAPS),
    ),
    Preset(
        "maps_deep",
        QT_TRANSLATE_NOOP("cnn", "Six convolutions deep"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "From edges to parts of digits: the deeper the layer, the coarser its maps and the "
            "wider the window that each cell sees.",
        ),
        CnnParams(mode=MAPS, model="deep_convnet", index=4),
    ),
    Preset(
        "picture",
        QT_TRANSLATE_NOOP("cnn", "Filters on any picture"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "The thirty learned filters over a sheet of 64 digits. Drop a PNG or JPEG here to see "
            "what they make of a photograph.",
        ),
        CnnParams(mode=MAPS, show=FIRST),
    ),
    Preset(
        "saliency",
        QT_TRANSLATE_NOOP("cnn", "Where the network looks"),
        QT_TRANSLATE_NOOP(
            "cnn",
            "Pixels on which the score depends, and patches without which the digit is not "
            "recognised. Ask for another digit's score to see what speaks for it.",
        ),
        CnnParams(mode=SALIENCY, model="deep_convnet"),
    ),
)
