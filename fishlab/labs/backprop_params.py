"""What can be set in the backprop lab; `mode` says which of its three pictures is shown."""

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

from .backprop_typed import expression_complaint, values_complaint

MODES = (
    Choice("graph", QT_TRANSLATE_NOOP("backprop", "A computational graph")),
    Choice("layers", QT_TRANSLATE_NOOP("backprop", "A network's layers")),
    Choice("check", QT_TRANSLATE_NOOP("backprop", "The gradient check")),
)
GRAPHS = (
    Choice("buy_apple", QT_TRANSLATE_NOOP("backprop", "Buying apples")),
    Choice("buy_apple_orange", QT_TRANSLATE_NOOP("backprop", "Buying apples and oranges")),
    Choice("sigmoid", QT_TRANSLATE_NOOP("backprop", "Sigmoid, taken apart")),
    Choice("relu", QT_TRANSLATE_NOOP("backprop", "Two ReLUs")),
    Choice("affine_softmax", QT_TRANSLATE_NOOP("backprop", "Affine, softmax and loss")),
    Choice("typed", QT_TRANSLATE_NOOP("backprop", "An expression of one's own")),
)
NETWORKS = (
    Choice("two_layer", QT_TRANSLATE_NOOP("backprop", "Two layers, ReLU")),
    Choice("sigmoid_net", QT_TRANSLATE_NOOP("backprop", "Two layers, sigmoid")),
    Choice("batchnorm", QT_TRANSLATE_NOOP("backprop", "Three layers with batch normalisation")),
    Choice("conv", QT_TRANSLATE_NOOP("backprop", "SimpleConvNet, convolutional")),
)
MISTAKES = (
    Choice("none", QT_TRANSLATE_NOOP("backprop", "none")),
    Choice("sum", QT_TRANSLATE_NOOP("backprop", "not divided by the batch size")),
    Choice("bias", QT_TRANSLATE_NOOP("backprop", "gradient of b1 forgotten")),
    Choice("transposed", QT_TRANSLATE_NOOP("backprop", "last W: two columns mixed up")),
)
BOOK_X = ((1.0, 0.5),)
BOOK_W = ((0.1, 0.3, 0.5), (0.2, 0.4, 0.6))
BOOK_B = ((0.1, 0.2, 0.3),)
"""The first layer of the three-layer network of 3.4, as the affine layer here."""
LARGEST = 100.0
MAX_SAMPLES = 2

_MODE = QT_TRANSLATE_NOOP("backprop", "Show")
_MODE_HELP = QT_TRANSLATE_NOOP("backprop", "Which experiment of chapter 5 is in the picture")
_GRAPH = QT_TRANSLATE_NOOP("backprop", "Graph")
_GRAPH_HELP = QT_TRANSLATE_NOOP("backprop", "Which calculation is drawn as a graph of nodes")
_STEPWISE = QT_TRANSLATE_NOOP("backprop", "One node at a time")
_STEPWISE_HELP = QT_TRANSLATE_NOOP(
    "backprop", "Walk forward and then backward node by node; without it, show the end at once"
)
_APPLE = QT_TRANSLATE_NOOP("backprop", "apple: price")
_APPLE_NUM = QT_TRANSLATE_NOOP("backprop", "apple_num: how many")
_ORANGE = QT_TRANSLATE_NOOP("backprop", "orange: price")
_ORANGE_NUM = QT_TRANSLATE_NOOP("backprop", "orange_num: how many")
_TAX = QT_TRANSLATE_NOOP("backprop", "tax: factor")
_X = QT_TRANSLATE_NOOP("backprop", "x")
_X1 = QT_TRANSLATE_NOOP("backprop", "x1")
_X2 = QT_TRANSLATE_NOOP("backprop", "x2")
_W = QT_TRANSLATE_NOOP("backprop", "w")
_INPUT_HELP = QT_TRANSLATE_NOOP(
    "backprop", "A value of the graph; in the picture, drag its number up or down"
)
_EXPRESSION = QT_TRANSLATE_NOOP("backprop", "Expression")
_EXPRESSION_HELP = QT_TRANSLATE_NOOP(
    "backprop",
    "Names, numbers, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu "
    "sigmoid",
)
_VALUES = QT_TRANSLATE_NOOP("backprop", "Values")
_VALUES_HELP = QT_TRANSLATE_NOOP(
    "backprop", "Of the expression's variables, such as x = 2, y = 3; one without a value is 1"
)
_SAMPLES_X = QT_TRANSLATE_NOOP("backprop", "X: one row a sample")
_WEIGHTS = QT_TRANSLATE_NOOP("backprop", "W: 2 × 3")
_BIAS = QT_TRANSLATE_NOOP("backprop", "B: 3")
_MATRIX_HELP = QT_TRANSLATE_NOOP("backprop", "In the picture, drag a number up or down")
_TARGET = QT_TRANSLATE_NOOP("backprop", "Right class t")
_TARGET_HELP = QT_TRANSLATE_NOOP("backprop", "Which of the three classes is right, from 0")
_NETWORK = QT_TRANSLATE_NOOP("backprop", "Network")
_NETWORK_HELP = QT_TRANSLATE_NOOP("backprop", "The network that digits walk through")
_HIDDEN = QT_TRANSLATE_NOOP("backprop", "Hidden neurons")
_HIDDEN_HELP = QT_TRANSLATE_NOOP("backprop", "In each hidden layer that is fully connected")
_BATCH = QT_TRANSLATE_NOOP("backprop", "Batch size N")
_BATCH_HELP = QT_TRANSLATE_NOOP("backprop", "How many digits walk through the network at once")
_SAMPLES = QT_TRANSLATE_NOOP("backprop", "Digits")
_SAMPLES_HELP = QT_TRANSLATE_NOOP("backprop", "How many digits the loss is the mean of")
_ENTRIES = QT_TRANSLATE_NOOP("backprop", "Numbers to check")
_ENTRIES_HELP = QT_TRANSLATE_NOOP(
    "backprop", "At most so many of each parameter, drawn at random; each costs four forward passes"
)
_H = QT_TRANSLATE_NOOP("backprop", "h")
_H_HELP = QT_TRANSLATE_NOOP(
    "backprop", "How far each number is moved to either side; the book takes 1e-4"
)
_MISTAKE = QT_TRANSLATE_NOOP("backprop", "Mistake in backprop")
_MISTAKE_HELP = QT_TRANSLATE_NOOP("backprop", "Spoil the gradient, and see the check notice it")

_ROWS = QT_TRANSLATE_NOOP("backprop", "{name}: {wanted} rows were expected, not {given}")
_LARGE = QT_TRANSLATE_NOOP("backprop", "{name}: numbers from −{largest} to {largest} were expected")

_APPLES = ("buy_apple", "buy_apple_orange")
_NET_MODES = ("layers", "check")


@dataclass(frozen=True)
class BackpropParams(Params):
    """The book's two apples by default."""

    mode: str = choice("graph", _MODE, MODES, help=_MODE_HELP)
    graph: str = choice("buy_apple", _GRAPH, GRAPHS, help=_GRAPH_HELP, when=("mode", ("graph",)))
    expression: str = words(
        "x**2 * y + exp(-x)", _EXPRESSION, maximum=200, help=_EXPRESSION_HELP,
        check=expression_complaint, when=("graph", ("typed",)),
    )  # fmt: skip
    values: str = words(
        "x = 2, y = 0.5", _VALUES, maximum=500, help=_VALUES_HELP, check=values_complaint,
        when=("graph", ("typed",)),
    )  # fmt: skip
    apple: float = real(
        100.0, _APPLE, minimum=-1000.0, maximum=1000.0, step=5.0, help=_INPUT_HELP,
        when=("graph", _APPLES),
    )  # fmt: skip
    apple_num: float = real(
        2.0, _APPLE_NUM, minimum=-100.0, maximum=100.0, step=1.0, help=_INPUT_HELP,
        when=("graph", _APPLES),
    )  # fmt: skip
    orange: float = real(
        150.0, _ORANGE, minimum=-1000.0, maximum=1000.0, step=5.0, help=_INPUT_HELP,
        when=("graph", ("buy_apple_orange",)),
    )  # fmt: skip
    orange_num: float = real(
        3.0, _ORANGE_NUM, minimum=-100.0, maximum=100.0, step=1.0, help=_INPUT_HELP,
        when=("graph", ("buy_apple_orange",)),
    )  # fmt: skip
    tax: float = real(
        1.1, _TAX, minimum=-10.0, maximum=10.0, step=0.05, help=_INPUT_HELP,
        when=("graph", _APPLES),
    )  # fmt: skip
    x: float = real(
        1.0, _X, minimum=-20.0, maximum=20.0, step=0.1, help=_INPUT_HELP,
        when=("graph", ("sigmoid",)),
    )  # fmt: skip
    x1: float = real(
        1.5, _X1, minimum=-100.0, maximum=100.0, step=0.1, help=_INPUT_HELP,
        when=("graph", ("relu",)),
    )  # fmt: skip
    x2: float = real(
        -0.8, _X2, minimum=-100.0, maximum=100.0, step=0.1, help=_INPUT_HELP,
        when=("graph", ("relu",)),
    )  # fmt: skip
    w: float = real(
        2.0, _W, minimum=-100.0, maximum=100.0, step=0.1, help=_INPUT_HELP,
        when=("graph", ("relu",)),
    )  # fmt: skip
    X: tuple[tuple[float, ...], ...] = rows(
        BOOK_X, _SAMPLES_X, ("x1", "x2"), maximum=MAX_SAMPLES, help=_MATRIX_HELP,
        when=("graph", ("affine_softmax",)),
    )  # fmt: skip
    W: tuple[tuple[float, ...], ...] = rows(
        BOOK_W, _WEIGHTS, ("1", "2", "3"), maximum=2, help=_MATRIX_HELP,
        when=("graph", ("affine_softmax",)),
    )  # fmt: skip
    B: tuple[tuple[float, ...], ...] = rows(
        BOOK_B, _BIAS, ("1", "2", "3"), maximum=1, help=_MATRIX_HELP,
        when=("graph", ("affine_softmax",)),
    )  # fmt: skip
    target: int = whole(
        2, _TARGET, minimum=0, maximum=2, help=_TARGET_HELP, when=("graph", ("affine_softmax",))
    )
    network: str = choice(
        "two_layer", _NETWORK, NETWORKS, help=_NETWORK_HELP, when=("mode", _NET_MODES)
    )
    hidden: int = whole(
        50, _HIDDEN, minimum=1, maximum=200, help=_HIDDEN_HELP, when=("mode", _NET_MODES)
    )
    batch: int = whole(
        100, _BATCH, minimum=2, maximum=100, help=_BATCH_HELP, when=("mode", ("layers",))
    )
    samples: int = whole(
        3, _SAMPLES, minimum=2, maximum=10, help=_SAMPLES_HELP, when=("mode", ("check",))
    )
    entries: int = whole(
        100, _ENTRIES, minimum=1, maximum=1000, logarithmic=True, help=_ENTRIES_HELP,
        when=("mode", ("check",)),
    )  # fmt: skip
    h: float = real(
        1e-4, _H, minimum=1e-9, maximum=1e-1, logarithmic=True, help=_H_HELP,
        when=("mode", ("check",)),
    )  # fmt: skip
    mistake: str = choice("none", _MISTAKE, MISTAKES, help=_MISTAKE_HELP, when=("mode", ("check",)))
    stepwise: bool = flag(True, _STEPWISE, help=_STEPWISE_HELP, when=("mode", ("graph",)))

    def check(self) -> None:
        """Refuse matrices of another shape, and numbers far too large."""
        for name, wanted in (("X", None), ("W", 2), ("B", 1)):
            table = getattr(self, name)
            if not table or wanted not in (None, len(table)):
                expected = wanted or f"1…{MAX_SAMPLES}"
                raise ParamsError(
                    name, message(_ROWS, name=name, wanted=expected, given=len(table))
                )
            if any(abs(number) > LARGEST for row in table for number in row):
                raise ParamsError(name, message(_LARGE, name=name, largest=f"{LARGEST:g}"))
