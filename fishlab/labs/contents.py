"""The table of contents: what each lab is called, which chapter it is, and what it shows.

The window shows all of it before it imports more than the lab that is open: together the labs are
over a hundred modules.
"""

from typing import NamedTuple

from fishlab.text import QT_TRANSLATE_NOOP, Text


class Entry(NamedTuple):
    """The words of one lab. id: also the name of its module; chapter: such as "3.2, 3.5"."""

    id: str
    title: Text
    chapter: str
    summary: Text


PERCEPTRON = Entry(
    "perceptron",
    QT_TRANSLATE_NOOP("perceptron", "Perceptron"),
    "2",
    QT_TRANSLATE_NOOP(
        "perceptron",
        "Logic gates from a line in the plane: drag it, let it learn, see why XOR needs two layers",
    ),
)

ACTIVATIONS = Entry(
    "activations",
    QT_TRANSLATE_NOOP("activations", "Activation functions"),
    "3.2, 3.5, 6.2",
    QT_TRANSLATE_NOOP(
        "activations",
        "Activation functions with their derivatives, softmax and its overflow, and why linear "
        "layers need something nonlinear between them",
    ),
)

FORWARD = Entry(
    "forward",
    QT_TRANSLATE_NOOP("forward", "Forward pass"),
    "3.3–3.6",
    QT_TRANSLATE_NOOP(
        "forward",
        "The product of two matrices cell by cell, the three-layer network unit by unit, and a "
        "batch of digits by its shapes",
    ),
)

GRADIENTS = Entry(
    "gradients",
    QT_TRANSLATE_NOOP("gradients", "Gradients"),
    "4",
    QT_TRANSLATE_NOOP(
        "gradients",
        "Loss functions, numerical differentiation, gradient descent on a field of arrows, and "
        "what a numerical gradient costs beside backpropagation",
    ),
)

BACKPROP = Entry(
    "backprop",
    QT_TRANSLATE_NOOP("backprop", "Backpropagation"),
    "5",
    QT_TRANSLATE_NOOP(
        "backprop",
        "Computational graphs of the book or of one's own, walked forward and backward one node at "
        "a time; a network's layers and shapes; and the gradient check",
    ),
)

OPTIMIZERS = Entry(
    "optimizers",
    QT_TRANSLATE_NOOP("optimizers", "Optimizers"),
    "6.1",
    QT_TRANSLATE_NOOP(
        "optimizers",
        "A race of SGD, Momentum, AdaGrad, Adam and five more down a surface of the book, a famous "
        "one, or one that the reader types",
    ),
)

INITIALIZATION = Entry(
    "initialization",
    QT_TRANSLATE_NOOP("initialization", "Initialization"),
    "6.2, 6.3",
    QT_TRANSLATE_NOOP(
        "initialization",
        "Activations and gradients through the layers for any first weights, and who learns from "
        "them, with and without batch normalization",
    ),
)

TRAINING = Entry(
    "training",
    QT_TRANSLATE_NOOP("training", "Training"),
    "4.5, 5.7, 6.4, 6.5",
    QT_TRANSLATE_NOOP(
        "training",
        "A network of one's own design learns digits, or to part points of the plane; overfitting "
        "and its cures side by side; a random search for learning rate and weight decay",
    ),
)

CNN = Entry(
    "cnn",
    QT_TRANSLATE_NOOP("cnn", "Convolution"),
    "7",
    QT_TRANSLATE_NOOP(
        "cnn",
        "Convolution cell by cell, as a matrix product, pooling, filters while they learn, feature "
        "maps of any picture, and what a network looks at",
    ),
)

DEPTH = Entry(
    "depth",
    QT_TRANSLATE_NOOP("depth", "Deeper"),
    "8",
    QT_TRANSLATE_NOOP(
        "depth",
        "Layers, shapes and parameters of any stack, how far small filters see, augmentation and "
        "what it gains, half precision, and the deep network from scratch",
    ),
)

DIGITS = Entry(
    "digits",
    QT_TRANSLATE_NOOP("digits", "Reading digits"),
    "3.6, 7, 8",
    QT_TRANSLATE_NOOP(
        "digits",
        "Draw a digit and watch a network read it, layer by layer; browse the test digits and the "
        "mistakes, and train on your own hand",
    ),
)

CONTENTS = (
    PERCEPTRON,
    ACTIVATIONS,
    FORWARD,
    GRADIENTS,
    BACKPROP,
    OPTIMIZERS,
    INITIALIZATION,
    TRAINING,
    CNN,
    DEPTH,
    DIGITS,
)
"""Every lab, in the order of the book."""
