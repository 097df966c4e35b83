"""The presets of the backprop lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .backprop_params import BackpropParams

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("backprop", "Book: two apples and the tax (5.1)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "Forward the price becomes 220; backward the derivatives appear below the edges: one "
            "yen more for an apple costs 2.2 more in all. Drag a number with ↕ up or down.",
        ),
        BackpropParams(),
    ),
    Preset(
        "apple_orange",
        QT_TRANSLATE_NOOP("backprop", "Book: apples and oranges (5.4)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "715 in all. Watch what a node does on the way back: + hands on what it gets, × swaps "
            "its two inputs.",
        ),
        BackpropParams(graph="buy_apple_orange"),
    ),
    Preset(
        "relu",
        QT_TRANSLATE_NOOP("backprop", "ReLU: a switch (5.5.1)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "Both ReLUs are handed the same derivative; the one that got a number below zero lets "
            "nothing through. Drag x2 across zero.",
        ),
        BackpropParams(graph="relu"),
    ),
    Preset(
        "sigmoid",
        QT_TRANSLATE_NOOP("backprop", "The sigmoid taken apart (5.5.2)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "× −1, exp, + 1, ÷: four simple nodes, and what comes out at x is y (1 − y). Drag x: "
            "far from zero hardly anything gets through.",
        ),
        BackpropParams(graph="sigmoid"),
    ),
    Preset(
        "affine_softmax",
        QT_TRANSLATE_NOOP("backprop", "Affine, softmax and loss (5.6)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "The nodes carry matrices, and each derivative has the shape of its value. Softmax "
            "with loss hands back y − t: try another right class.",
        ),
        BackpropParams(graph="affine_softmax"),
    ),
    Preset(
        "typed",
        QT_TRANSLATE_NOOP("backprop", "An expression of one's own"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "x is used twice: its derivative comes back along two edges, and the two are added. "
            "Type any expression; its graph is built and differentiated exactly.",
        ),
        BackpropParams(graph="typed"),
    ),
    Preset(
        "layers",
        QT_TRANSLATE_NOOP("backprop", "TwoLayerNet, layer by layer (5.7)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "A batch of 100 digits walks down through the layers; the derivatives walk up again in "
            "the same shapes.",
        ),
        BackpropParams(mode="layers"),
    ),
    Preset(
        "layers_conv",
        QT_TRANSLATE_NOOP("backprop", "SimpleConvNet, layer by layer"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "Images keep their four axes until the affine layer flattens them; on the way back it "
            "gives them their axes again.",
        ),
        BackpropParams(mode="layers", network="conv", hidden=100, batch=100),
    ),
    Preset(
        "check_two_layer",
        QT_TRANSLATE_NOOP("backprop", "Gradient check: TwoLayerNet (5.7.3)"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "Backprop and the numerical gradient differ only behind the seventh decimal. Choose a "
            "mistake: which bars jump over the line?",
        ),
        BackpropParams(mode="check"),
    ),
    Preset(
        "check_conv",
        QT_TRANSLATE_NOOP("backprop", "Gradient check: convolutional network"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "Filters, biases and affine layers alike. With a larger h more and more ReLUs and "
            "maxima switch within reach, and more numbers have to be left out.",
        ),
        BackpropParams(mode="check", network="conv", hidden=20, entries=60, h=1e-6),
    ),
    Preset(
        "check_batchnorm",
        QT_TRANSLATE_NOOP("backprop", "Gradient check: batch normalisation"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "γ and β are checked too. The biases before a normalisation have the derivative 0: it "
            "subtracts them again.",
        ),
        BackpropParams(mode="check", network="batchnorm", samples=10, entries=60, h=1e-6),
    ),
    Preset(
        "check_mistake",
        QT_TRANSLATE_NOOP("backprop", "Gradient check: a mistake is found"),
        QT_TRANSLATE_NOOP(
            "backprop",
            "Two columns of the last gradient were mixed up. The network would still learn, only "
            "badly; the check sees at once where the mistake is.",
        ),
        BackpropParams(mode="check", network="sigmoid_net", mistake="transposed"),
    ),
)
