"""The presets of the activations lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .activations_params import ActivationsParams

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("activations", "Book: step, sigmoid and ReLU (3.2)"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Move the mouse over the picture: near 0 the step jumps, the sigmoid passes smoothly "
            "through 0.5, and ReLU starts to rise.",
        ),
        ActivationsParams(),
    ),
    Preset(
        "saturation",
        QT_TRANSLATE_NOOP("activations", "Derivatives and saturation (6.2)"),
        QT_TRANSLATE_NOOP(
            "activations",
            "The sigmoid's derivative is never more than 0.25 and dies away on both sides; ReLU's "
            "is 1 on the whole right side. Drag the vertical line into a hatched bar.",
        ),
        ActivationsParams(
            functions=("sigmoid", "tanh", "relu"), derivative=True, reach=6.0, threshold=0.05, x=5.0
        ),
    ),
    Preset(
        "dead_relu",
        QT_TRANSLATE_NOOP("activations", "Dead ReLU and its later cousins"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Left of 0 ReLU sends back no gradient at all. Which of the others still send some "
            "at x = −2, and which at x = −5?",
        ),
        ActivationsParams(
            functions=("relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish"),
            derivative=True,
            threshold=0.01,
            leaky_slope=0.1,
            x=-2.0,
        ),
    ),
    Preset(
        "bounded",
        QT_TRANSLATE_NOOP("activations", "Squashing functions compared"),
        QT_TRANSLATE_NOOP(
            "activations",
            "All of these stay between two values. Of the smooth ones tanh saturates first and "
            "softsign, whose derivative falls off as 1/x², last.",
        ),
        ActivationsParams(
            functions=("step", "sigmoid", "tanh", "softsign", "hard_sigmoid"),
            derivative=True,
            reach=8.0,
            threshold=0.05,
            x=3.0,
        ),
    ),
    Preset(
        "sharpness",
        QT_TRANSLATE_NOOP("activations", "Softplus and SiLU become ReLU"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Move the sharpness β from 0.1 to 10: the smooth curves close in on ReLU, and their "
            "derivatives on its step.",
        ),
        ActivationsParams(
            functions=("relu", "silu", "softplus"), derivative=True, sharpness=2.0, x=0.0
        ),
    ),
    Preset(
        "softmax",
        QT_TRANSLATE_NOOP("activations", "Book: softmax (3.5)"),
        QT_TRANSLATE_NOOP(
            "activations",
            "(0.3, 2.9, 4.0) become 0.018, 0.245 and 0.737: they add up to 1, and their order is "
            "that of the scores. Drag a bar on the left.",
        ),
        ActivationsParams(mode="softmax"),
    ),
    Preset(
        "overflow",
        QT_TRANSLATE_NOOP("activations", "Book: softmax overflows (3.5.2)"),
        QT_TRANSLATE_NOOP(
            "activations",
            "exp(1010) is more than a computer can hold: ∞ / ∞ is not a number. Now switch "
            "“Subtract the maximum” on.",
        ),
        ActivationsParams(
            mode="softmax", a1=10.0, a2=0.0, a3=-10.0, constant=1000.0, subtract_max=False
        ),
    ),
    Preset(
        "shifted",
        QT_TRANSLATE_NOOP("activations", "Book: the overflow mended (3.5.2)"),
        QT_TRANSLATE_NOOP(
            "activations",
            "The largest exponent is now 0, nothing can overflow, and the result is right. Move "
            "C: the probabilities stay where they are.",
        ),
        ActivationsParams(mode="softmax", a1=10.0, a2=0.0, a3=-10.0, constant=1000.0),
    ),
    Preset(
        "temperature",
        QT_TRANSLATE_NOOP("activations", "Temperature: decided or undecided"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Lower T: the winner takes everything. Raise T: all become alike. The order never "
            "changes.",
        ),
        ActivationsParams(mode="softmax", classes=5, temperature=3.0),
    ),
    Preset(
        "collapse",
        QT_TRANSLATE_NOOP("activations", "Linear layers are one layer (3.2.6)"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Add layers: the net is turned and stretched again and again, and still one matrix "
            "does it all, to the last digits of the computer.",
        ),
        ActivationsParams(mode="linear", depth=6),
    ),
    Preset(
        "bend",
        QT_TRANSLATE_NOOP("activations", "With ReLU between the layers"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Now every layer folds the net, and no single layer can do the same. With leaky ReLU, "
            "move the slope towards 1 and see the folds vanish.",
        ),
        ActivationsParams(mode="linear", depth=3, between="relu"),
        seed=4,
    ),
    Preset(
        "tanh",
        QT_TRANSLATE_NOOP("activations", "With tanh between the layers"),
        QT_TRANSLATE_NOOP(
            "activations",
            "Straight lines become curves, and each layer bends them further. Compare the variance "
            "that the best single layer misses with 1, 2, 4 and 8 layers.",
        ),
        ActivationsParams(mode="linear", depth=3, between="tanh"),
        seed=10,
    ),
)
