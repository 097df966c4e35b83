"""The presets of the gradients lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .gradients_functions import TYPED
from .gradients_params import ANSWERS, GradientsParams

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("gradients", "Book: descent from (−3, 4), η = 0.1 (4.4.1)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "Every step follows the arrow under it and is 0.8 times as long as the last. Drag the "
            "ring to start elsewhere.",
        ),
        GradientsParams(),
    ),
    Preset(
        "lr10",
        QT_TRANSLATE_NOOP("gradients", "Too large a rate: η = 10 (4.4.1)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "Each step jumps over the minimum and lands 19 times as far out, to beyond 10¹³. Why "
            "does it stop there? Lower η until it comes back.",
        ),
        GradientsParams(lr=10.0),
    ),
    Preset(
        "lr_tiny",
        QT_TRANSLATE_NOOP("gradients", "Too small a rate: η = 1e-10 (4.4.1)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "A hundred steps, and it is still at (−3, 4). Raise η while it runs: the rate takes "
            "effect at once.",
        ),
        GradientsParams(lr=1e-10),
    ),
    Preset(
        "valley",
        QT_TRANSLATE_NOOP("gradients", "A long valley: the gradient points aside"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "The arrows point across the valley, not along it: x₁ is soon at 0, x₀ creeps. At "
            "which η do the steps begin to zigzag?",
        ),
        GradientsParams(surface="valley", x0=-4.5, x1=3.0, lr=0.3),
    ),
    Preset(
        "typed_surface",
        QT_TRANSLATE_NOOP("gradients", "Type one's own f(x0, x1)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "The descent finds the bottom of the dip in which it started. Drag the ring: how many "
            "bottoms are there?",
        ),
        GradientsParams(surface=TYPED, x0=0.6, x1=2.0, lr=0.3, steps=60),
    ),
    Preset(
        "losses",
        QT_TRANSLATE_NOOP("gradients", "Two losses: the right answer (4.2)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "0.0975 and 0.5108 as in the book. Drag bar 2 up and down: both losses follow, but "
            "cross-entropy soars as it nears 0. Click under a bar to make it the right one.",
        ),
        GradientsParams(mode="losses"),
    ),
    Preset(
        "losses_wrong",
        QT_TRANSLATE_NOOP("gradients", "Two losses: a wrong answer (4.2)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "The same ten numbers with 0.6 at 7, while 2 is right: 0.5975 and 2.3026. Both losses "
            "say that the first answer was better.",
        ),
        GradientsParams(mode="losses", answers=(ANSWERS[1], *ANSWERS[1:])),
    ),
    Preset(
        "losses_batch",
        QT_TRANSLATE_NOOP("gradients", "The loss of a batch (4.2.4)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "Three answers, one of them wrong: the loss is the mean of the three. Which bar must "
            "be dragged to lower it most?",
        ),
        GradientsParams(mode="losses", batch=True),
    ),
    Preset(
        "tangent5",
        QT_TRANSLATE_NOOP("gradients", "Tangent at x = 5: slope 0.2 (4.3.2)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "0.1999999999990898 as in the book: nearly 0.2. Drag the point along the curve, then "
            "make h large and see the tangent become a line through two points.",
        ),
        GradientsParams(mode="tangent"),
    ),
    Preset(
        "tangent10",
        QT_TRANSLATE_NOOP("gradients", "Tangent at x = 10: slope 0.3 (4.3.2)"),
        QT_TRANSLATE_NOOP(
            "gradients", "Farther right the curve is steeper: 0.2999999999986347, nearly 0.3."
        ),
        GradientsParams(mode="tangent", x=10.0),
    ),
    Preset(
        "secant",
        QT_TRANSLATE_NOOP("gradients", "Forward difference with a large h"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "The line leans to the side on which f was looked at. Change to the central "
            "difference: at the same h it is far nearer to the tangent.",
        ),
        GradientsParams(mode="tangent", function="cubic", x=1.0, h=1.5, difference="forward"),
    ),
    Preset(
        "step_size",
        QT_TRANSLATE_NOOP("gradients", "How small should h be? (4.3.1)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "From the right the error falls, ten times a decade (forward) or a hundred (central), "
            "until rounding lifts it again. The dashed line is the book's 1e-4: drag it.",
        ),
        GradientsParams(mode="step_size", function="exponential", x=1.0),
    ),
    Preset(
        "step_single",
        QT_TRANSLATE_NOOP("gradients", "The same in single precision"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "With seven digits rounding wins far earlier: at 1e-4 three of them are left. And "
            "h = 1e-50, the book's warning, is 0 in this precision.",
        ),
        GradientsParams(mode="step_size", function="exponential", x=1.0, single=True),
    ),
    Preset(
        "simple_net",
        QT_TRANSLATE_NOOP("gradients", "A network of one matrix (4.4.2)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "The book's W, x and dW. Step on: the column of the right class grows, the others "
            "shrink. Click another class to make it the right one.",
        ),
        GradientsParams(mode="simple_net"),
    ),
    Preset(
        "trap",
        QT_TRANSLATE_NOOP("gradients", "The closure trap: a gradient of all zeros"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "Step on: numerical_gradient moves each number of W up and down. Which of the two "
            "losses notices?",
        ),
        GradientsParams(mode="trap"),
    ),
    Preset(
        "check",
        QT_TRANSLATE_NOOP("gradients", "Numerical against backprop (4.5, 5.7.3)"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "Dot by dot on the diagonal: the same gradient. But count the forward passes, and "
            "compare the times.",
        ),
        GradientsParams(mode="check"),
    ),
    Preset(
        "check_mistake",
        QT_TRANSLATE_NOOP("gradients", "A mistake in backprop, found"),
        QT_TRANSLATE_NOOP(
            "gradients",
            "This is what the slow numerical gradient is kept for: one parameter leaves the "
            "diagonal. Which one, and why?",
        ),
        GradientsParams(mode="check", mistake="bias"),
    ),
)
