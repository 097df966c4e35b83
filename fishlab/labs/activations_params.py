"""What can be set in the activations lab; `mode` says which of its three pictures is shown."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    choice,
    choices,
    flag,
    real,
    whole,
)

from .activations_functions import BETWEEN, FUNCTIONS, Shape

MAX_CLASSES = 5
MAX_DEPTH = 8

MODES = (
    Choice("functions", QT_TRANSLATE_NOOP("activations", "Functions")),
    Choice("softmax", QT_TRANSLATE_NOOP("activations", "Softmax")),
    Choice("linear", QT_TRANSLATE_NOOP("activations", "Linear layers collapse")),
)
PRECISIONS = (
    Choice("float64", QT_TRANSLATE_NOOP("activations", "double (float64)")),
    Choice("float32", QT_TRANSLATE_NOOP("activations", "single (float32)")),
)
_MODE = QT_TRANSLATE_NOOP("activations", "Show")
_MODE_HELP = QT_TRANSLATE_NOOP(
    "activations", "Activation functions, softmax, or what happens without an activation function"
)
_FUNCTIONS = QT_TRANSLATE_NOOP("activations", "Activation functions")
_FUNCTIONS_HELP = QT_TRANSLATE_NOOP("activations", "Any set of them is drawn in one picture")
_DERIVATIVE = QT_TRANSLATE_NOOP("activations", "Derivatives below")
_DERIVATIVE_HELP = QT_TRANSLATE_NOOP(
    "activations",
    "Draw f′(x) under f(x): the factor by which a gradient is multiplied on its way back",
)
_REACH = QT_TRANSLATE_NOOP("activations", "x from −r to r")
_REACH_HELP = QT_TRANSLATE_NOOP("activations", "How far the picture reaches to the left and right")
_THRESHOLD = QT_TRANSLATE_NOOP("activations", "Saturated below |f′|")
_THRESHOLD_HELP = QT_TRANSLATE_NOOP(
    "activations",
    "Where the derivative has fallen under this for good, the curve is marked; 0 marks nothing",
)
_LEAKY_SLOPE = QT_TRANSLATE_NOOP("activations", "Leaky slope")
_LEAKY_SLOPE_HELP = QT_TRANSLATE_NOOP(
    "activations", "Slope of leaky ReLU left of 0; at 0 it is ReLU, at 1 the identity"
)
_ELU_ALPHA = QT_TRANSLATE_NOOP("activations", "ELU α")
_ELU_ALPHA_HELP = QT_TRANSLATE_NOOP("activations", "ELU falls towards −α on the left")
_SHARPNESS = QT_TRANSLATE_NOOP("activations", "Sharpness β")
_SHARPNESS_HELP = QT_TRANSLATE_NOOP(
    "activations", "β of SiLU (swish) and softplus: the larger it is, the closer they are to ReLU"
)
_X = QT_TRANSLATE_NOOP("activations", "x of the vertical line")
_X_HELP = QT_TRANSLATE_NOOP(
    "activations", "Where the functions are read; the line can be dragged in the picture too"
)
_CLASSES = QT_TRANSLATE_NOOP("activations", "Classes")
_CLASSES_HELP = QT_TRANSLATE_NOOP("activations", "How many scores softmax is given")
_SCORE_HELP = QT_TRANSLATE_NOOP(
    "activations", "The score of this class; its bar in the picture can be dragged too"
)
_A1 = QT_TRANSLATE_NOOP("activations", "Score a₁")
_A2 = QT_TRANSLATE_NOOP("activations", "Score a₂")
_A3 = QT_TRANSLATE_NOOP("activations", "Score a₃")
_A4 = QT_TRANSLATE_NOOP("activations", "Score a₄")
_A5 = QT_TRANSLATE_NOOP("activations", "Score a₅")
_CONSTANT = QT_TRANSLATE_NOOP("activations", "Constant C added")
_CONSTANT_HELP = QT_TRANSLATE_NOOP(
    "activations", "Added to every score: on paper it changes nothing, in a computer it may"
)
_TEMPERATURE = QT_TRANSLATE_NOOP("activations", "Temperature T")
_TEMPERATURE_HELP = QT_TRANSLATE_NOOP(
    "activations", "Scores are divided by T: small is decided, large is undecided, 1 is the book's"
)
_SUBTRACT = QT_TRANSLATE_NOOP("activations", "Subtract the maximum")
_SUBTRACT_HELP = QT_TRANSLATE_NOOP(
    "activations", "Subtract the largest score before the exponential, against overflow"
)
_PRECISION = QT_TRANSLATE_NOOP("activations", "Precision")
_PRECISION_HELP = QT_TRANSLATE_NOOP(
    "activations", "exp overflows above 709.78 in double and above 88.72 in single precision"
)
_DEPTH = QT_TRANSLATE_NOOP("activations", "Layers")
_DEPTH_HELP = QT_TRANSLATE_NOOP("activations", "How many affine layers stand in a row")
_BETWEEN = QT_TRANSLATE_NOOP("activations", "Between the layers")
_BETWEEN_HELP = QT_TRANSLATE_NOOP(
    "activations", "The activation function after every layer but the last"
)


@dataclass(frozen=True)
class ActivationsParams(Params):
    """Everything that can be set; `mode` says which of it matters."""

    mode: str = choice("functions", _MODE, MODES, help=_MODE_HELP)

    functions: tuple[str, ...] = choices(
        ("step", "sigmoid", "relu"), _FUNCTIONS, FUNCTIONS, help=_FUNCTIONS_HELP,
        when=("mode", ("functions",)),
    )  # fmt: skip
    derivative: bool = flag(
        False, _DERIVATIVE, help=_DERIVATIVE_HELP, when=("mode", ("functions",))
    )
    reach: float = real(
        5.0, _REACH, minimum=2.0, maximum=20.0, step=0.5, help=_REACH_HELP,
        when=("mode", ("functions",)),
    )  # fmt: skip
    threshold: float = real(
        0.0, _THRESHOLD, minimum=0.0, maximum=0.3, step=0.01, help=_THRESHOLD_HELP,
        when=("mode", ("functions",)),
    )  # fmt: skip
    x: float = real(
        1.0, _X, minimum=-20.0, maximum=20.0, step=0.1, help=_X_HELP, when=("mode", ("functions",))
    )

    classes: int = whole(
        3, _CLASSES, minimum=2, maximum=MAX_CLASSES, help=_CLASSES_HELP,
        when=("mode", ("softmax",)),
    )  # fmt: skip
    a1: float = real(
        0.3, _A1, minimum=-10.0, maximum=10.0, step=0.1, help=_SCORE_HELP,
        when=("mode", ("softmax",)),
    )  # fmt: skip
    a2: float = real(
        2.9, _A2, minimum=-10.0, maximum=10.0, step=0.1, help=_SCORE_HELP,
        when=("mode", ("softmax",)),
    )  # fmt: skip
    a3: float = real(
        4.0, _A3, minimum=-10.0, maximum=10.0, step=0.1, help=_SCORE_HELP,
        when=("classes", (3, 4, 5)),
    )  # fmt: skip
    a4: float = real(
        1.0, _A4, minimum=-10.0, maximum=10.0, step=0.1, help=_SCORE_HELP,
        when=("classes", (4, 5)),
    )  # fmt: skip
    a5: float = real(
        -2.0, _A5, minimum=-10.0, maximum=10.0, step=0.1, help=_SCORE_HELP,
        when=("classes", (5,)),
    )  # fmt: skip
    constant: float = real(
        0.0, _CONSTANT, minimum=-1000.0, maximum=1000.0, step=1.0, help=_CONSTANT_HELP,
        when=("mode", ("softmax",)),
    )  # fmt: skip
    temperature: float = real(
        1.0, _TEMPERATURE, minimum=0.1, maximum=10.0, logarithmic=True, help=_TEMPERATURE_HELP,
        when=("mode", ("softmax",)),
    )  # fmt: skip
    subtract_max: bool = flag(True, _SUBTRACT, help=_SUBTRACT_HELP, when=("mode", ("softmax",)))

    depth: int = whole(
        4, _DEPTH, minimum=1, maximum=MAX_DEPTH, help=_DEPTH_HELP, when=("mode", ("linear",))
    )
    between: str = choice(
        "identity", _BETWEEN, BETWEEN, help=_BETWEEN_HELP, when=("mode", ("linear",))
    )

    precision: str = choice(
        "float64", _PRECISION, PRECISIONS, help=_PRECISION_HELP,
        when=("mode", ("softmax", "linear")),
    )  # fmt: skip
    leaky_slope: float = real(
        0.01, _LEAKY_SLOPE, minimum=0.0, maximum=1.0, step=0.01, help=_LEAKY_SLOPE_HELP
    )
    elu_alpha: float = real(
        1.0, _ELU_ALPHA, minimum=0.1, maximum=3.0, step=0.1, help=_ELU_ALPHA_HELP
    )
    sharpness: float = real(
        1.0, _SHARPNESS, minimum=0.1, maximum=10.0, logarithmic=True, help=_SHARPNESS_HELP
    )

    def shows(self, name: str) -> bool:
        """Hide the shape of a function that is not in the picture."""
        shaped = {"leaky_slope": {"leaky_relu"}, "elu_alpha": {"elu"},
                  "sharpness": {"silu", "softplus"}}  # fmt: skip
        if name in shaped:
            return bool(shaped[name] & self.shown_functions())
        return super().shows(name)

    def shown_functions(self) -> set[str]:
        """Return the names of the activation functions that the picture makes use of."""
        if self.mode == "functions":
            return set(self.functions)
        return {self.between} if self.mode == "linear" else set()

    def scores(self) -> tuple[float, ...]:
        """Return the scores of the classes in use."""
        return (self.a1, self.a2, self.a3, self.a4, self.a5)[: self.classes]

    @property
    def shape(self) -> Shape:
        """The adjustable part of the functions."""
        return Shape(self.leaky_slope, self.elu_alpha, self.sharpness)
