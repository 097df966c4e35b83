"""What can be set in the race: the surface, the start, who runs, and each runner's own settings."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    choice,
    choices,
    real,
    whole,
    words,
)

from .optimizers_surfaces import CHOICES, DIGITS, SURFACES, TYPED
from .optimizers_typed import complaint

COMPETITORS = (
    Choice("sgd", QT_TRANSLATE_NOOP("optimizers", "SGD")),
    Choice("momentum", QT_TRANSLATE_NOOP("optimizers", "Momentum")),
    Choice("nesterov", QT_TRANSLATE_NOOP("optimizers", "Nesterov")),
    Choice("adagrad", QT_TRANSLATE_NOOP("optimizers", "AdaGrad")),
    Choice("rmsprop", QT_TRANSLATE_NOOP("optimizers", "RMSprop")),
    Choice("adadelta", QT_TRANSLATE_NOOP("optimizers", "AdaDelta")),
    Choice("adam", QT_TRANSLATE_NOOP("optimizers", "Adam")),
    Choice("newton", QT_TRANSLATE_NOOP("optimizers", "Newton")),
    Choice("bfgs", QT_TRANSLATE_NOOP("optimizers", "BFGS")),
)
ALL = tuple(choice.value for choice in COMPETITORS)

# Competitor -> the settings of its engine class and the fields that hold them.
SETTINGS = {
    "sgd": {"lr": "lr_sgd"},
    "momentum": {"lr": "lr_momentum", "momentum": "momentum"},
    "nesterov": {"lr": "lr_nesterov", "momentum": "nesterov_momentum"},
    "adagrad": {"lr": "lr_adagrad"},
    "rmsprop": {"lr": "lr_rmsprop", "decay_rate": "rmsprop_decay"},
    "adadelta": {"lr": "lr_adadelta", "decay_rate": "adadelta_decay"},
    "adam": {"lr": "lr_adam", "beta1": "beta1", "beta2": "beta2"},
    "newton": {"damping": "damping"},
    "bfgs": {},
}

_ON_MAP = (*SURFACES, TYPED)

_SURFACE = QT_TRANSLATE_NOOP("optimizers", "Surface")
_SURFACE_HELP = QT_TRANSLATE_NOOP("optimizers", "The function whose lowest point is looked for")
_EXPRESSION = QT_TRANSLATE_NOOP("optimizers", "f(x, y)")
_EXPRESSION_HELP = QT_TRANSLATE_NOOP(
    "optimizers",
    "Numbers, x, y, pi, e, + - * / **, parentheses, exp log sin cos tanh sqrt abs max min relu "
    "sigmoid; its gradient is exact, by a computational graph",
)
_REACH = QT_TRANSLATE_NOOP("optimizers", "x and y from −r to r")
_REACH_HELP = QT_TRANSLATE_NOOP("optimizers", "How much of a typed surface the picture shows")
_X0 = QT_TRANSLATE_NOOP("optimizers", "Start x")
_Y0 = QT_TRANSLATE_NOOP("optimizers", "Start y")
_START_HELP = QT_TRANSLATE_NOOP(
    "optimizers", "All start here; click into the picture or drag the ring to move it"
)
_STEPS = QT_TRANSLATE_NOOP("optimizers", "Steps")
_STEPS_HELP = QT_TRANSLATE_NOOP("optimizers", "How many updates each competitor makes")
_COMPETITORS = QT_TRANSLATE_NOOP("optimizers", "In the race")
_COMPETITORS_HELP = QT_TRANSLATE_NOOP("optimizers", "Any set of them runs from the same start")
_LR_SGD = QT_TRANSLATE_NOOP("optimizers", "SGD: rate η")
_LR_MOMENTUM = QT_TRANSLATE_NOOP("optimizers", "Momentum: rate η")
_LR_NESTEROV = QT_TRANSLATE_NOOP("optimizers", "Nesterov: rate η")
_LR_ADAGRAD = QT_TRANSLATE_NOOP("optimizers", "AdaGrad: rate η")
_LR_RMSPROP = QT_TRANSLATE_NOOP("optimizers", "RMSprop: rate η")
_LR_ADADELTA = QT_TRANSLATE_NOOP("optimizers", "AdaDelta: rate η")
_LR_ADAM = QT_TRANSLATE_NOOP("optimizers", "Adam: rate η")
_LR_HELP = QT_TRANSLATE_NOOP("optimizers", "Learning rate: how far one step goes")
_LR_ADADELTA_HELP = QT_TRANSLATE_NOOP(
    "optimizers", "The paper has none: 1 is AdaDelta as published, and it starts very slowly"
)
_MOMENTUM = QT_TRANSLATE_NOOP("optimizers", "Momentum: α")
_NESTEROV_MOMENTUM = QT_TRANSLATE_NOOP("optimizers", "Nesterov: α")
_MOMENTUM_HELP = QT_TRANSLATE_NOOP(
    "optimizers", "How much of its velocity the ball keeps from step to step"
)
_RMSPROP_DECAY = QT_TRANSLATE_NOOP("optimizers", "RMSprop: decay ρ")
_ADADELTA_DECAY = QT_TRANSLATE_NOOP("optimizers", "AdaDelta: decay ρ")
_DECAY_HELP = QT_TRANSLATE_NOOP("optimizers", "How much of the old squared gradients is remembered")
_BETA1 = QT_TRANSLATE_NOOP("optimizers", "Adam: β₁")
_BETA1_HELP = QT_TRANSLATE_NOOP("optimizers", "How much of the mean gradient is remembered")
_BETA2 = QT_TRANSLATE_NOOP("optimizers", "Adam: β₂")
_DAMPING = QT_TRANSLATE_NOOP("optimizers", "Newton: damping")
_DAMPING_HELP = QT_TRANSLATE_NOOP(
    "optimizers", "The least curvature that is believed: larger makes shorter steps on flat ground"
)


@dataclass(frozen=True)
class OptimizersParams(Params):
    """The book's race by default: x²/20 + y² from (−7, 2), 30 steps, its four rates."""

    surface: str = choice("valley", _SURFACE, CHOICES, help=_SURFACE_HELP)
    expression: str = words(
        "sin(x) * cos(y) + (x**2 + y**2) / 20", _EXPRESSION, maximum=500, help=_EXPRESSION_HELP,
        check=complaint, when=("surface", (TYPED,)),
    )  # fmt: skip
    reach: float = real(
        5.0, _REACH, minimum=0.5, maximum=50.0, step=0.5, help=_REACH_HELP,
        when=("surface", (TYPED,)),
    )  # fmt: skip
    x0: float = real(
        -7.0, _X0, minimum=-50.0, maximum=50.0, step=0.1, help=_START_HELP,
        when=("surface", _ON_MAP),
    )  # fmt: skip
    y0: float = real(
        2.0, _Y0, minimum=-50.0, maximum=50.0, step=0.1, help=_START_HELP,
        when=("surface", _ON_MAP),
    )  # fmt: skip
    steps: int = whole(30, _STEPS, minimum=1, maximum=2000, help=_STEPS_HELP)
    competitors: tuple[str, ...] = choices(
        ("sgd", "momentum", "adagrad", "adam"), _COMPETITORS, COMPETITORS, help=_COMPETITORS_HELP
    )

    lr_sgd: float = real(
        0.95, _LR_SGD, minimum=1e-5, maximum=10.0, logarithmic=True, help=_LR_HELP, live=True
    )
    lr_momentum: float = real(
        0.1, _LR_MOMENTUM, minimum=1e-5, maximum=10.0, logarithmic=True, help=_LR_HELP, live=True
    )
    momentum: float = real(
        0.9, _MOMENTUM, minimum=0.0, maximum=0.999, step=0.01, help=_MOMENTUM_HELP, live=True
    )
    lr_nesterov: float = real(
        0.1, _LR_NESTEROV, minimum=1e-5, maximum=10.0, logarithmic=True, help=_LR_HELP, live=True
    )
    nesterov_momentum: float = real(
        0.9,
        _NESTEROV_MOMENTUM,
        minimum=0.0,
        maximum=0.999,
        step=0.01,
        help=_MOMENTUM_HELP,
        live=True,
    )
    lr_adagrad: float = real(
        1.5, _LR_ADAGRAD, minimum=1e-5, maximum=10.0, logarithmic=True, help=_LR_HELP, live=True
    )
    lr_rmsprop: float = real(
        0.1, _LR_RMSPROP, minimum=1e-5, maximum=10.0, logarithmic=True, help=_LR_HELP, live=True
    )
    rmsprop_decay: float = real(
        0.99, _RMSPROP_DECAY, minimum=0.0, maximum=0.999, step=0.01, help=_DECAY_HELP, live=True
    )
    lr_adadelta: float = real(
        1.0,
        _LR_ADADELTA,
        minimum=1e-5,
        maximum=1000.0,
        logarithmic=True,
        help=_LR_ADADELTA_HELP,
        live=True,
    )
    adadelta_decay: float = real(
        0.95, _ADADELTA_DECAY, minimum=0.0, maximum=0.999, step=0.01, help=_DECAY_HELP, live=True
    )
    lr_adam: float = real(
        0.3, _LR_ADAM, minimum=1e-5, maximum=10.0, logarithmic=True, help=_LR_HELP, live=True
    )
    beta1: float = real(
        0.9, _BETA1, minimum=0.0, maximum=0.999, step=0.01, help=_BETA1_HELP, live=True
    )
    beta2: float = real(
        0.999, _BETA2, minimum=0.0, maximum=0.9999, step=0.001, help=_DECAY_HELP, live=True
    )
    damping: float = real(
        1e-3, _DAMPING, minimum=1e-6, maximum=100.0, logarithmic=True, help=_DAMPING_HELP, live=True
    )

    def shows(self, name: str) -> bool:
        """Hide the settings of those who do not run."""
        owners = [who for who, fields in SETTINGS.items() if name in fields.values()]
        return super().shows(name) and all(who in self.competitors for who in owners)

    def settings(self, competitor: str) -> dict[str, float]:
        """Return the settings of one competitor, by the names its engine class gives them."""
        fields = SETTINGS[competitor]
        return {setting: getattr(self, field) for setting, field in fields.items()}

    @property
    def on_digits(self) -> bool:
        """True if networks learn digits, instead of points going down a surface."""
        return self.surface == DIGITS

    def function(self) -> str:
        """Return the expression of the surface (there is none on digits)."""
        return self.expression if self.surface == TYPED else SURFACES[self.surface].expression

    def region(self) -> tuple[float, float, float, float]:
        """Return (left, right, bottom, top) of the picture: the start is always in it."""
        if self.surface == TYPED:
            left, right, bottom, top = -self.reach, self.reach, -self.reach, self.reach
        else:
            left, right, bottom, top = SURFACES[self.surface].region
        margin = 1.08
        if self.x0 < left or self.x0 > right:
            left, right = min(left, margin * self.x0), max(right, margin * self.x0)
        if self.y0 < bottom or self.y0 > top:
            bottom, top = min(bottom, margin * self.y0), max(top, margin * self.y0)
        return left, right, bottom, top
