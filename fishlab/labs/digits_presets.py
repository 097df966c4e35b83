"""The presets of the digits lab: what to try, and what to look for."""

from __future__ import annotations

import math

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .digits_params import DigitsParams

Line = tuple[tuple[float, float], ...]
Rows = tuple[tuple[float, ...], ...]


def _arc(
    cx: float, cy: float, rx: float, ry: float, start: float, end: float, pieces: int = 40
) -> Line:
    """Part of an ellipse; angles in degrees, 0 to the right, 90 down."""
    angles = [math.radians(start + (end - start) * k / pieces) for k in range(pieces + 1)]
    return tuple((round(cx + rx * math.cos(a), 2), round(cy + ry * math.sin(a), 2)) for a in angles)


def _drawn(*lines: Line, width: float = 14.0) -> Rows:
    return tuple(
        (float(number), x, y, width, 0.0) for number, line in enumerate(lines) for x, y in line
    )


# A three of the usual size in the middle, a five, and a small seven down in the right corner.
THREE = _drawn(
    (*_arc(136, 96, 42, 40, 200, 450), *_arc(134, 180, 52, 46, -90, 160)),
)
FIVE = _drawn(
    ((186.0, 60.0), (106.0, 62.0), (100.0, 126.0), *_arc(136, 172, 54, 52, 228, 510)),
)
SMALL_SEVEN = _drawn(
    ((196.0, 178.0), (250.0, 176.0), (240.0, 200.0), (226.0, 226.0), (214.0, 258.0)), width=8.0
)

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("digits", "Book: the deep network reads (8.1)"),
        QT_TRANSLATE_NOOP(
            "digits",
            "Draw a digit, slowly, and watch the bars: after how much of it is the network sure?",
        ),
        DigitsParams(),
    ),
    Preset(
        "mlp3",
        QT_TRANSLATE_NOOP("digits", "Book: the three-layer network (3.6)"),
        QT_TRANSLATE_NOOP(
            "digits",
            "784-50-100-10 and no convolution. Write it a one with a foot, or a seven with a bar: "
            "how easily is it led astray?",
        ),
        DigitsParams(model="mlp3", strokes=THREE),
    ),
    Preset(
        "simple_convnet",
        QT_TRANSLATE_NOOP("digits", "Book: one convolution (7.5)"),
        QT_TRANSLATE_NOOP(
            "digits",
            "30 filters of 5 × 5. Click the first layer below: which filters see edges, which see "
            "surfaces?",
        ),
        DigitsParams(model="simple_convnet", strokes=FIVE),
    ),
    Preset(
        "layers",
        QT_TRANSLATE_NOOP("digits", "Into the deep network, layer by layer"),
        QT_TRANSLATE_NOOP(
            "digits",
            "From layer to layer the maps get smaller and sparser: from strokes to parts to the "
            "ten scores. Click one to enlarge it.",
        ),
        DigitsParams(strokes=FIVE),
    ),
    Preset(
        "no_centring",
        QT_TRANSLATE_NOOP("digits", "What the normalisation is worth"),
        QT_TRANSLATE_NOOP(
            "digits",
            "A small seven in the corner, shrunk with the whole paper. Switch the steps on below, "
            "one by one: which one mends the reading?",
        ),
        DigitsParams(box=False, antialias=False, centre=False, strokes=SMALL_SEVEN, pen_width=8.0),
    ),
    Preset(
        "test",
        QT_TRANSLATE_NOOP("digits", "Browse the test digits"),
        QT_TRANSLATE_NOOP(
            "digits",
            "None of these was ever trained on. Go through them, and compare the layers' answers "
            "to two different fours.",
        ),
        DigitsParams(mode="test"),
    ),
    Preset(
        "confusion",
        QT_TRANSLATE_NOOP("digits", "Confusion matrix of the small network"),
        QT_TRANSLATE_NOOP(
            "digits",
            "Off the diagonal are the mistakes. Click a red cell and judge for yourself: would you "
            "have read them better?",
        ),
        DigitsParams(mode="confusion", model="mlp3"),
    ),
    Preset(
        "mistakes",
        QT_TRANSLATE_NOOP("digits", "Only the mistakes"),
        QT_TRANSLATE_NOOP(
            "digits",
            "What the small network reads wrongly, one by one. Then choose the deep network: how "
            "many are left?",
        ),
        DigitsParams(mode="test", model="mlp3", only_wrong=True),
    ),
    Preset(
        "own",
        QT_TRANSLATE_NOOP("digits", "Train on my own digits"),
        QT_TRANSLATE_NOOP(
            "digits",
            "First draw: with the pad in focus, the keys 0 … 9 keep a digit under that label. "
            "Then train, and see what changes.",
        ),
        DigitsParams(mode="own", model="mlp3", layers="all"),
    ),
    Preset(
        "forgetting",
        QT_TRANSLATE_NOOP("digits", "Forgetting"),
        QT_TRANSLATE_NOOP(
            "digits",
            "The same training without a share of MNIST: your digits are learned, and MNIST's "
            "are forgotten.",
        ),
        DigitsParams(mode="own", model="mlp3", layers="all", remember=0.0, lr=0.01),
    ),
)
