"""What can be set in the gradients lab; `mode` says which of its seven pictures is shown."""

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

from .gradients_functions import (
    CURVE_CHOICES,
    CURVES,
    SURFACE_CHOICES,
    SURFACES,
    TYPED,
    curve_complaint,
    surface_complaint,
)

CLASSES = 10
SAMPLES = 3
ANSWERS = (
    (0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0),
    (0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0),
    (0.0, 0.05, 0.05, 0.7, 0.0, 0.1, 0.0, 0.05, 0.05, 0.0),
)
"""The book's two answers (4.2.1), and a third so that a batch has three."""
BOOK_WEIGHTS = ((0.47355232, 0.9977393, 0.84668094), (0.85557411, 0.03563661, 0.69422093))
"""W of 4.4.2, as the book printed it."""

MODES = (
    Choice("field", QT_TRANSLATE_NOOP("gradients", "Gradient descent")),
    Choice("losses", QT_TRANSLATE_NOOP("gradients", "Loss functions")),
    Choice("tangent", QT_TRANSLATE_NOOP("gradients", "Slope and tangent")),
    Choice("step_size", QT_TRANSLATE_NOOP("gradients", "How small should h be?")),
    Choice("simple_net", QT_TRANSLATE_NOOP("gradients", "A network of one matrix")),
    Choice("trap", QT_TRANSLATE_NOOP("gradients", "The closure trap")),
    Choice("check", QT_TRANSLATE_NOOP("gradients", "Numerical against backprop")),
)
DIFFERENCES = (
    Choice("central", QT_TRANSLATE_NOOP("gradients", "central (f(x+h) − f(x−h)) / 2h")),
    Choice("forward", QT_TRANSLATE_NOOP("gradients", "forward (f(x+h) − f(x)) / h")),
)
PRECISIONS = (
    Choice("float64", QT_TRANSLATE_NOOP("gradients", "double (float64)")),
    Choice("float32", QT_TRANSLATE_NOOP("gradients", "single (float32)")),
)
WEIGHTS = (
    Choice("book", QT_TRANSLATE_NOOP("gradients", "as printed in the book")),
    Choice("random", QT_TRANSLATE_NOOP("gradients", "random, from the seed")),
)
MISTAKES = (
    Choice("none", QT_TRANSLATE_NOOP("gradients", "none")),
    Choice("sum", QT_TRANSLATE_NOOP("gradients", "not divided by the batch size")),
    Choice("bias", QT_TRANSLATE_NOOP("gradients", "gradient of b1 forgotten")),
)

_MODE = QT_TRANSLATE_NOOP("gradients", "Show")
_MODE_HELP = QT_TRANSLATE_NOOP("gradients", "Which experiment of chapter 4 is in the picture")
_ANSWERS = QT_TRANSLATE_NOOP("gradients", "Answers y")
_ANSWERS_HELP = QT_TRANSLATE_NOOP("gradients", "Three answers of ten numbers from 0 to 1")
_BATCH = QT_TRANSLATE_NOOP("gradients", "A batch of three")
_BATCH_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Three answers, and the mean of their losses, as in section 4.2.4"
)
_NORMALISE = QT_TRANSLATE_NOOP("gradients", "Make y add up to 1")
_NORMALISE_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Divide the ten numbers by their sum before the loss, as probabilities"
)
_LABEL = QT_TRANSLATE_NOOP("gradients", "Right class t")
_LABEL_2 = QT_TRANSLATE_NOOP("gradients", "Right class of the 2nd")
_LABEL_3 = QT_TRANSLATE_NOOP("gradients", "Right class of the 3rd")
_LABEL_HELP = QT_TRANSLATE_NOOP(
    "gradients", "The class that should have been answered; click under a bar to choose it"
)
_FUNCTION = QT_TRANSLATE_NOOP("gradients", "Function")
_FUNCTION_HELP = QT_TRANSLATE_NOOP("gradients", "The function whose slope is looked for")
_CURVE = QT_TRANSLATE_NOOP("gradients", "f(x)")
_CURVE_HELP = QT_TRANSLATE_NOOP(
    "gradients",
    "Numbers, x, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu "
    "sigmoid",
)
_X = QT_TRANSLATE_NOOP("gradients", "x")
_X_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Where the slope is taken; the point can be dragged along the curve too"
)
_H = QT_TRANSLATE_NOOP("gradients", "h")
_H_HELP = QT_TRANSLATE_NOOP("gradients", "How far to the side f is looked at; the book takes 1e-4")
_DIFFERENCE = QT_TRANSLATE_NOOP("gradients", "Difference")
_DIFFERENCE_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Which two points of the curve the drawn line goes through"
)
_SINGLE = QT_TRANSLATE_NOOP("gradients", "Single precision too")
_SINGLE_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Add the two curves with every number rounded to single precision (float32)"
)
_SURFACE = QT_TRANSLATE_NOOP("gradients", "Surface")
_SURFACE_HELP = QT_TRANSLATE_NOOP("gradients", "The function of two variables to walk down")
_EXPRESSION = QT_TRANSLATE_NOOP("gradients", "f(x0, x1)")
_EXPRESSION_HELP = QT_TRANSLATE_NOOP(
    "gradients",
    "Numbers, x0, x1, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu "
    "sigmoid",
)
_X0 = QT_TRANSLATE_NOOP("gradients", "Start x₀")
_X1 = QT_TRANSLATE_NOOP("gradients", "Start x₁")
_START_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Where the descent begins; drag the ring or click into the picture"
)
_LR = QT_TRANSLATE_NOOP("gradients", "Learning rate η")
_LR_HELP = QT_TRANSLATE_NOOP("gradients", "One step is −η times the gradient")
_STEPS = QT_TRANSLATE_NOOP("gradients", "Steps")
_STEPS_HELP = QT_TRANSLATE_NOOP("gradients", "How many steps are taken")
_INPUT_1 = QT_TRANSLATE_NOOP("gradients", "Input x₁")
_INPUT_2 = QT_TRANSLATE_NOOP("gradients", "Input x₂")
_INPUT_HELP = QT_TRANSLATE_NOOP("gradients", "One of the two numbers that the network is given")
_TARGET = QT_TRANSLATE_NOOP("gradients", "Right class")
_TARGET_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Which of the three classes is right, counted from 0; click one in the picture"
)
_WEIGHTS = QT_TRANSLATE_NOOP("gradients", "Weights W")
_WEIGHTS_HELP = QT_TRANSLATE_NOOP("gradients", "The 2 × 3 numbers that the network begins with")
_NET_LR_HELP = QT_TRANSLATE_NOOP("gradients", "Each step takes η times the gradient from W")
_HIDDEN = QT_TRANSLATE_NOOP("gradients", "Hidden neurons")
_HIDDEN_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Every weight more costs the numerical gradient two forward passes more"
)
_BATCH_SIZE = QT_TRANSLATE_NOOP("gradients", "Digits in the batch")
_BATCH_SIZE_HELP = QT_TRANSLATE_NOOP("gradients", "How many digits the loss is the mean of")
_PRECISION = QT_TRANSLATE_NOOP("gradients", "Precision")
_PRECISION_HELP = QT_TRANSLATE_NOOP(
    "gradients", "In single precision the difference of two losses has few digits left"
)
_MISTAKE = QT_TRANSLATE_NOOP("gradients", "Mistake in backprop")
_MISTAKE_HELP = QT_TRANSLATE_NOOP(
    "gradients", "Put an error in by intention and see whether the check finds it"
)
_NOT_ANSWERS = QT_TRANSLATE_NOOP(
    "gradients", "answers: {samples} rows of {classes} numbers from 0 to 1 were expected"
)

_CURVE_MODES = ("tangent", "step_size")
_NET_MODES = ("simple_net", "trap")


@dataclass(frozen=True)
class GradientsParams(Params):
    """The book's descent from (−3, 4) by default; `mode` says which fields matter."""

    mode: str = choice("field", _MODE, MODES, help=_MODE_HELP)

    answers: tuple[tuple[float, ...], ...] = rows(
        ANSWERS, _ANSWERS, tuple(f"y{k}" for k in range(CLASSES)), maximum=SAMPLES,
        help=_ANSWERS_HELP, when=("mode", ("losses",)),
    )  # fmt: skip
    batch: bool = flag(False, _BATCH, help=_BATCH_HELP, when=("mode", ("losses",)))
    normalise: bool = flag(False, _NORMALISE, help=_NORMALISE_HELP, when=("mode", ("losses",)))
    label: int = whole(
        2, _LABEL, minimum=0, maximum=9, help=_LABEL_HELP, when=("mode", ("losses",))
    )
    label2: int = whole(
        2, _LABEL_2, minimum=0, maximum=9, help=_LABEL_HELP, when=("batch", (True,))
    )
    label3: int = whole(
        3, _LABEL_3, minimum=0, maximum=9, help=_LABEL_HELP, when=("batch", (True,))
    )

    function: str = choice(
        "quadratic", _FUNCTION, CURVE_CHOICES, help=_FUNCTION_HELP, when=("mode", _CURVE_MODES)
    )
    curve: str = words(
        "x * sin(x) / 2", _CURVE, maximum=500, help=_CURVE_HELP, check=curve_complaint,
        when=("function", (TYPED,)),
    )  # fmt: skip
    x: float = real(
        5.0, _X, minimum=-20.0, maximum=20.0, step=0.1, help=_X_HELP, when=("mode", _CURVE_MODES)
    )
    h: float = real(
        1e-4, _H, minimum=1e-14, maximum=5.0, logarithmic=True, help=_H_HELP,
        when=("mode", _CURVE_MODES),
    )  # fmt: skip
    difference: str = choice(
        "central", _DIFFERENCE, DIFFERENCES, help=_DIFFERENCE_HELP, when=("mode", ("tangent",))
    )
    single: bool = flag(False, _SINGLE, help=_SINGLE_HELP, when=("mode", ("step_size",)))

    surface: str = choice(
        "bowl", _SURFACE, SURFACE_CHOICES, help=_SURFACE_HELP, when=("mode", ("field",))
    )
    expression: str = words(
        "sin(x0) * cos(x1) + (x0**2 + x1**2) / 20", _EXPRESSION, maximum=500,
        help=_EXPRESSION_HELP, check=surface_complaint, when=("surface", (TYPED,)),
    )  # fmt: skip
    x0: float = real(
        -3.0, _X0, minimum=-10.0, maximum=10.0, step=0.1, help=_START_HELP,
        when=("mode", ("field",)),
    )  # fmt: skip
    x1: float = real(
        4.0, _X1, minimum=-10.0, maximum=10.0, step=0.1, help=_START_HELP,
        when=("mode", ("field",)),
    )  # fmt: skip
    lr: float = real(
        0.1, _LR, minimum=1e-10, maximum=100.0, logarithmic=True, live=True, help=_LR_HELP,
        when=("mode", ("field",)),
    )  # fmt: skip

    input1: float = real(
        0.6, _INPUT_1, minimum=-5.0, maximum=5.0, step=0.1, help=_INPUT_HELP,
        when=("mode", _NET_MODES),
    )  # fmt: skip
    input2: float = real(
        0.9, _INPUT_2, minimum=-5.0, maximum=5.0, step=0.1, help=_INPUT_HELP,
        when=("mode", _NET_MODES),
    )  # fmt: skip
    target: int = whole(
        2, _TARGET, minimum=0, maximum=2, help=_TARGET_HELP, when=("mode", _NET_MODES)
    )
    weights: str = choice("book", _WEIGHTS, WEIGHTS, help=_WEIGHTS_HELP, when=("mode", _NET_MODES))
    net_lr: float = real(
        0.1, _LR, minimum=1e-3, maximum=100.0, logarithmic=True, live=True, help=_NET_LR_HELP,
        when=("mode", ("simple_net",)),
    )  # fmt: skip
    steps: int = whole(
        100, _STEPS, minimum=1, maximum=1000, help=_STEPS_HELP,
        when=("mode", ("field", "simple_net")),
    )  # fmt: skip

    hidden: int = whole(
        10, _HIDDEN, minimum=1, maximum=50, help=_HIDDEN_HELP, when=("mode", ("check",))
    )
    batch_size: int = whole(
        3, _BATCH_SIZE, minimum=1, maximum=100, help=_BATCH_SIZE_HELP, when=("mode", ("check",))
    )
    precision: str = choice(
        "float64", _PRECISION, PRECISIONS, help=_PRECISION_HELP, when=("mode", ("check",))
    )
    mistake: str = choice("none", _MISTAKE, MISTAKES, help=_MISTAKE_HELP, when=("mode", ("check",)))

    def check(self) -> None:
        """Refuse answers that are no three rows of ten numbers between 0 and 1."""
        right = len(self.answers) == SAMPLES
        if not right or any(not 0.0 <= y <= 1.0 for row in self.answers for y in row):
            raise ParamsError("answers", message(_NOT_ANSWERS, samples=SAMPLES, classes=CLASSES))

    @property
    def labels(self) -> tuple[int, ...]:
        """The right classes of the answers in use."""
        return (self.label, self.label2, self.label3) if self.batch else (self.label,)

    def curve_text(self) -> str:
        """Return the expression of f(x)."""
        return self.curve if self.function == TYPED else CURVES[self.function].expression

    def surface_text(self) -> str:
        """Return the expression of f(x0, x1)."""
        return self.expression if self.surface == TYPED else SURFACES[self.surface]
