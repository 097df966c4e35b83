"""What the reader can set in the perceptron lab, and its presets."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Message,
    Params,
    Preset,
    Text,
    choice,
    flag,
    message,
    real,
    rows,
    whole,
    words,
)

MODES = (
    Choice("gate", QT_TRANSLATE_NOOP("perceptron", "One perceptron as a gate")),
    Choice("learn", QT_TRANSLATE_NOOP("perceptron", "Learning, sample by sample")),
    Choice("weights", QT_TRANSLATE_NOOP("perceptron", "All weights that make the gate")),
    Choice("stack", QT_TRANSLATE_NOOP("perceptron", "Two layers: XOR")),
    Choice("adder", QT_TRANSLATE_NOOP("perceptron", "Half adder")),
)
GATES = (
    Choice("AND", Text("perceptron", "AND")),
    Choice("NAND", Text("perceptron", "NAND")),
    Choice("OR", Text("perceptron", "OR")),
    Choice("XOR", Text("perceptron", "XOR")),
    Choice("own", QT_TRANSLATE_NOOP("perceptron", "own truth table")),
    Choice("points", QT_TRANSLATE_NOOP("perceptron", "own points")),
)
FORMS = (
    Choice("bias", QT_TRANSLATE_NOOP("perceptron", "bias:  w₁x₁ + w₂x₂ + b > 0")),
    Choice("theta", QT_TRANSLATE_NOOP("perceptron", "threshold:  w₁x₁ + w₂x₂ > θ")),
)
TABLES = {"AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1), "XOR": (0, 1, 1, 0)}
LINES = {"AND": (0.5, 0.5, -0.7), "NAND": (-0.5, -0.5, 0.7), "OR": (0.5, 0.5, -0.2)}
"""The book's w1, w2 and b."""
SPAN = 2.0

_LINE = ("mode", ("gate", "learn", "weights"))
_LEARN = ("mode", ("learn",))
_BAD_TABLE = QT_TRANSLATE_NOOP(
    "perceptron", "truth: four digits 0 or 1 are expected, for 00, 01, 10 and 11, not {given}"
)


def _check_table(text: str) -> Message | None:
    if len(text) == 4 and set(text) <= {"0", "1"}:
        return None
    return message(_BAD_TABLE, given=repr(text))


@dataclass(frozen=True)
class PerceptronParams(Params):
    """Mode, gate, the three numbers, how to learn, and points of one's own."""

    mode: str = choice("gate", QT_TRANSLATE_NOOP("perceptron", "Show"), MODES)
    gate: str = choice(
        "AND",
        QT_TRANSLATE_NOOP("perceptron", "Gate"),
        GATES,
        when=_LINE,
        help=QT_TRANSLATE_NOOP("perceptron", "What the perceptron should do"),
    )
    truth: str = words(
        "0001",
        QT_TRANSLATE_NOOP("perceptron", "Outputs for 00, 01, 10, 11"),
        maximum=4,
        check=_check_table,
        when=("gate", ("own",)),
    )
    w1: float = real(
        0.5, QT_TRANSLATE_NOOP("perceptron", "Weight w₁"), minimum=-SPAN, maximum=SPAN, step=0.05,
        when=_LINE,
    )  # fmt: skip
    w2: float = real(
        0.5, QT_TRANSLATE_NOOP("perceptron", "Weight w₂"), minimum=-SPAN, maximum=SPAN, step=0.05,
        when=_LINE,
    )  # fmt: skip
    b: float = real(
        -0.7,
        QT_TRANSLATE_NOOP("perceptron", "Bias b = −θ"),
        minimum=-SPAN,
        maximum=SPAN,
        step=0.05,
        when=_LINE,
        help=QT_TRANSLATE_NOOP("perceptron", "How easily it fires; the threshold is θ = −b"),
    )
    form: str = choice(
        "bias",
        QT_TRANSLATE_NOOP("perceptron", "Written with"),
        FORMS,
        when=_LINE,
        help=QT_TRANSLATE_NOOP("perceptron", "Two ways to write the same: θ = −b"),
    )
    learning_rate: float = real(
        0.1,
        QT_TRANSLATE_NOOP("perceptron", "Learning rate"),
        minimum=0.01,
        maximum=1.0,
        step=0.01,
        when=_LEARN,
        live=True,
        help=QT_TRANSLATE_NOOP("perceptron", "How far one wrong answer moves the weights"),
    )
    epochs: int = whole(
        30,
        QT_TRANSLATE_NOOP("perceptron", "At most this many epochs"),
        minimum=1,
        maximum=200,
        when=_LEARN,
        help=QT_TRANSLATE_NOOP("perceptron", "An epoch looks at every sample once"),
    )
    shuffle: bool = flag(
        False,
        QT_TRANSLATE_NOOP("perceptron", "Another order in each epoch"),
        when=_LEARN,
        help=QT_TRANSLATE_NOOP("perceptron", "Shuffle the samples, by the seed"),
    )
    points: tuple[tuple[float, ...], ...] = rows(
        (), QT_TRANSLATE_NOOP("perceptron", "Own points"), ("x1", "x2", "label"), maximum=500
    )


PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("perceptron", "AND, with the book's weights"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Drag the line, or its handle to turn it. As long as only (1, 1) lies on the coloured "
            "side it is an AND: infinitely many weights will do.",
        ),
        PerceptronParams(),
    ),
    Preset(
        "nand",
        QT_TRANSLATE_NOOP("perceptron", "NAND: all signs turned"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "The line is where it was for AND; only the side that fires is the other one.",
        ),
        PerceptronParams(gate="NAND", w1=-0.5, w2=-0.5, b=0.7),
    ),
    Preset(
        "or",
        QT_TRANSLATE_NOOP("perceptron", "OR: the same weights, another bias"),
        QT_TRANSLATE_NOOP(
            "perceptron", "Only b differs from AND: the line moved towards the corner (0, 0)."
        ),
        PerceptronParams(gate="OR", w1=0.5, w2=0.5, b=-0.2),
    ),
    Preset(
        "learn",
        QT_TRANSLATE_NOOP("perceptron", "It learns AND by itself"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Press Run, or go step by step. Only a wrong answer moves the line; after a whole "
            "epoch without one it has learned.",
        ),
        PerceptronParams(mode="learn", w1=0.0, w2=0.0, b=0.0),
    ),
    Preset(
        "xor",
        QT_TRANSLATE_NOOP("perceptron", "XOR: it never settles"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Run it as long as you like. Watch the weights come back to where they were: it goes "
            "round in a circle for ever.",
        ),
        PerceptronParams(mode="learn", gate="XOR", w1=0.0, w2=0.0, b=0.0),
    ),
    Preset(
        "weights",
        QT_TRANSLATE_NOOP("perceptron", "Where all ANDs live"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Every place in this plane is a pair of weights. Drag the dot through the region; "
            "change b and see the region move.",
        ),
        PerceptronParams(mode="weights"),
    ),
    Preset(
        "weights-xor",
        QT_TRANSLATE_NOOP("perceptron", "No weights make an XOR"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Whatever b you choose, nothing is shaded: the four conditions contradict each other.",
        ),
        PerceptronParams(mode="weights", gate="XOR", b=-0.2),
    ),
    Preset(
        "stack",
        QT_TRANSLATE_NOOP("perceptron", "XOR from NAND, OR and AND"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Left, the inputs, cut by two lines. Right, the same four points as the first layer "
            "hands them on: now one line is enough.",
        ),
        PerceptronParams(mode="stack"),
    ),
    Preset(
        "adder",
        QT_TRANSLATE_NOOP("perceptron", "A half adder"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Sum is XOR, carry is AND. From here it is only wiring to a whole computer.",
        ),
        PerceptronParams(mode="adder"),
    ),
    Preset(
        "points",
        QT_TRANSLATE_NOOP("perceptron", "Points of your own"),
        QT_TRANSLATE_NOOP(
            "perceptron",
            "Click to add a point that should fire, right-click for one that should not, click a "
            "point to take it away. Then run.",
        ),
        PerceptronParams(
            mode="learn",
            gate="points",
            w1=0.0,
            w2=0.0,
            b=0.0,
            points=((0.1, 0.9, 1), (0.3, 1.1, 1), (0.6, 0.8, 1), (0.4, 0.1, 0), (0.9, 0.3, 0)),
        ),
    ),
)
