"""The presets of the race: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .optimizers_params import ALL, OptimizersParams
from .optimizers_surfaces import DIGITS, TYPED

FIRST_ORDER = ALL[:7]

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("optimizers", "Book: four optimizers on x²/20 + y² (6.1)"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "SGD zigzags between the steep walls, Momentum rolls like a ball, AdaGrad's steps "
            "shrink, Adam is a little of both. Drag the ring to start elsewhere.",
        ),
        OptimizersParams(),
    ),
    Preset(
        "all_nine",
        QT_TRANSLATE_NOOP("optimizers", "All nine on the book's surface"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Newton is there in one step: on a parabola the curvature tells all. AdaDelta has "
            "hardly left, because it first has to learn how long a step may be.",
        ),
        OptimizersParams(competitors=ALL, steps=60),
    ),
    Preset(
        "saddle",
        QT_TRANSLATE_NOOP("optimizers", "Saddle: gradient 0, and no minimum"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "From x = 0 no one feels a slope along x: SGD and AdaGrad come to rest on the saddle "
            "for good. Now drag the start a hair to the side.",
        ),
        OptimizersParams(
            surface="saddle", x0=0.0, y0=2.0, steps=60, competitors=("sgd", "adagrad"),
            lr_sgd=0.1, lr_adagrad=1.0,
        ),
    ),
    Preset(
        "off_saddle",
        QT_TRANSLATE_NOOP("optimizers", "Saddle, started a hair beside"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "All feel the slope in the end. Who is first to leave the saddle, and who waits there "
            "longest?",
        ),
        OptimizersParams(
            surface="saddle", x0=0.01, y0=2.0, steps=60, competitors=FIRST_ORDER,
            lr_sgd=0.05, lr_momentum=0.05, lr_nesterov=0.05, lr_adagrad=0.5, lr_rmsprop=0.05,
            lr_adam=0.1,
        ),
    ),
    Preset(
        "left_minimum",
        QT_TRANSLATE_NOOP("optimizers", "Two minima, from the left"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "All go down to x = −4, the lower minimum; along y, where y⁴ is flat, they creep. Drag "
            "the ring across the crest at x = 0: which minimum will they find?",
        ),
        OptimizersParams(
            surface="two_minima", x0=-1.0, y0=1.5, steps=120, competitors=FIRST_ORDER[:5] + ALL[6:],
            lr_sgd=0.003, lr_momentum=0.001, lr_nesterov=0.001, lr_adagrad=0.8, lr_rmsprop=0.05,
            lr_adam=0.2,
        ),
    ),
    Preset(
        "right_minimum",
        QT_TRANSLATE_NOOP("optimizers", "Two minima, from the right"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Downhill from here is x = 2, and there they stay, although x = −4 lies far lower: "
            "the loss does not reach 0.",
        ),
        OptimizersParams(
            surface="two_minima", x0=0.6, y0=1.5, steps=120, competitors=FIRST_ORDER[:5] + ALL[6:],
            lr_sgd=0.003, lr_momentum=0.001, lr_nesterov=0.001, lr_adagrad=0.5, lr_rmsprop=0.03,
            lr_adam=0.1,
        ),
    ),
    Preset(
        "too_large",
        QT_TRANSLATE_NOOP("optimizers", "Too large a rate: SGD oscillates"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "On x² + y² a step multiplies x and y by 1 − 2η. At η = 0.9 this is −0.8: SGD jumps "
            "over the minimum every time and closes in slowly. Try 0.5, then 1.",
        ),
        OptimizersParams(
            surface="bowl", x0=-4.0, y0=2.0, steps=30, competitors=("sgd",), lr_sgd=0.9
        ),
    ),
    Preset(
        "diverges",
        QT_TRANSLATE_NOOP("optimizers", "Far too large a rate: SGD runs away"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "At η = 1 it would jump to and fro for ever; at 1.1 every jump is 1.2 times as long "
            "as the last, until SGD is out of the race.",
        ),
        OptimizersParams(
            surface="bowl", x0=-0.4, y0=0.2, steps=100, competitors=("sgd", "adam"), lr_sgd=1.1
        ),
    ),
    Preset(
        "nesterov",
        QT_TRANSLATE_NOOP("optimizers", "Nesterov against Momentum"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Same rate, same momentum. Nesterov looks one step ahead: it overshoots the minimum "
            "less and swings for a shorter time.",
        ),
        OptimizersParams(
            steps=100, competitors=("momentum", "nesterov"), lr_momentum=0.1, lr_nesterov=0.1
        ),
    ),
    Preset(
        "forgets",
        QT_TRANSLATE_NOOP("optimizers", "AdaGrad never forgets, RMSprop does"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "AdaGrad remembers every slope it met, and what it makes of a slope only shrinks. "
            "RMSprop forgets the steep start: near the end slopes are small, yet its steps are "
            "not.",
        ),
        OptimizersParams(
            steps=100, competitors=("adagrad", "rmsprop"), lr_rmsprop=0.1, rmsprop_decay=0.9
        ),
    ),
    Preset(
        "rosenbrock",
        QT_TRANSLATE_NOOP("optimizers", "Rosenbrock: all nine in the banana"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Into the valley is easy, along it is hard. Newton and BFGS feel the bend; the others "
            "creep. Look at the loss on the right.",
        ),
        OptimizersParams(
            surface="rosenbrock", x0=-1.5, y0=2.0, steps=500, competitors=ALL,
            lr_sgd=0.001, lr_momentum=0.0005, lr_nesterov=0.0005, lr_adagrad=0.5,
            lr_rmsprop=0.01, lr_adadelta=10.0, lr_adam=0.1,
        ),
    ),
    Preset(
        "himmelblau",
        QT_TRANSLATE_NOOP("optimizers", "Himmelblau: one start, different minima"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Four minima, all of height 0. Those who rescale x and y separately (AdaGrad, "
            "RMSprop, AdaDelta, Adam) go to another one than the rest. Drag the ring a little.",
        ),
        OptimizersParams(
            surface="himmelblau", x0=0.0, y0=-1.0, steps=100, competitors=ALL,
            lr_sgd=0.01, lr_momentum=0.005, lr_nesterov=0.005, lr_adagrad=1.0, lr_rmsprop=0.05,
            lr_adadelta=10.0, lr_adam=0.3,
        ),
    ),
    Preset(
        "beale",
        QT_TRANSLATE_NOOP("optimizers", "Beale: a plateau between steep edges"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "A rate that is safe at the steep edge crawls on the plateau. BFGS arrives within "
            "twenty steps; Newton, where the ground hardly bends, is sent far out of the picture.",
        ),
        OptimizersParams(
            surface="beale", x0=-1.5, y0=-2.0, steps=300, competitors=ALL,
            lr_sgd=0.003, lr_momentum=0.001, lr_nesterov=0.001, lr_adagrad=0.8, lr_rmsprop=0.05,
            lr_adadelta=10.0, lr_adam=0.2,
        ),
    ),
    Preset(
        "rastrigin",
        QT_TRANSLATE_NOOP("optimizers", "Rastrigin: caught in the nearest pit"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "A pit at every whole number, and only the one at (0, 0) is the lowest. Most are "
            "caught next to the start; the long leaps of Newton and BFGS end elsewhere, but no "
            "lower.",
        ),
        OptimizersParams(
            surface="rastrigin", x0=-2.3, y0=1.6, steps=150, competitors=ALL,
            lr_sgd=0.003, lr_momentum=0.004, lr_nesterov=0.004, lr_adagrad=0.5, lr_rmsprop=0.05,
            lr_adadelta=10.0, lr_adam=0.3,
        ),
    ),
    Preset(
        "digits",
        QT_TRANSLATE_NOOP("optimizers", "Book: the race on digits (6.1.8)"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Four networks with the same first weights see the same batches of 128 digits. SGD "
            "learns slowest of the four, and at first AdaGrad falls fastest.",
        ),
        OptimizersParams(
            surface=DIGITS, steps=300, lr_sgd=0.01, lr_momentum=0.01, lr_adagrad=0.01,
            lr_adam=0.001,
        ),
    ),
    Preset(
        "typed",
        QT_TRANSLATE_NOOP("optimizers", "A function of one's own"),
        QT_TRANSLATE_NOOP(
            "optimizers",
            "Change the formula in the form: its gradient is found exactly, node by node, as in "
            "chapter 5. Dragging the ring shows which hollow catches whom.",
        ),
        OptimizersParams(
            surface=TYPED, x0=3.4, y0=2.8, steps=100, competitors=ALL, lr_sgd=0.3,
            lr_momentum=0.1, lr_nesterov=0.1, lr_adagrad=1.0, lr_rmsprop=0.05, lr_adadelta=10.0,
            lr_adam=0.3,
        ),
    ),
)  # fmt: skip
