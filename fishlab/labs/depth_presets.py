"""The presets of the depth lab: what to try, and what to look for."""

from __future__ import annotations

from fishlab.experiment import QT_TRANSLATE_NOOP, Preset

from .depth_params import ALEXNET, AUGMENT, FEW, HALF, RECEPTIVE, SCRATCH, VGG16
from .depth_params import DepthParams as P

PRESETS = (
    Preset(
        "book",
        QT_TRANSLATE_NOOP("depth", "Book: the deep network (8.1.1)"),
        QT_TRANSLATE_NOOP(
            "depth",
            "Nearly half of the parameters are in one affine layer, and all the work is in the "
            "convolutions. Change a word, and see what moves.",
        ),
        P(),
    ),
    Preset(
        "simple",
        QT_TRANSLATE_NOOP("depth", "SimpleConvNet of chapter 7"),
        QT_TRANSLATE_NOOP(
            "depth",
            "One convolution, and three and a half times the parameters of the deep network.",
        ),
        P(stack="conv30k5p0 relu pool affine100 relu affine10"),
    ),
    Preset(
        "lenet",
        QT_TRANSLATE_NOOP("depth", "LeNet, 1998 (7.6.1)"),
        QT_TRANSLATE_NOOP("depth", "The ancestor: sigmoid, and subsampling where pooling is now."),
        P(
            stack="conv6k5p2 sigmoid pool conv16k5p0 sigmoid pool affine120 sigmoid affine84 "
            "sigmoid affine10"
        ),
    ),
    Preset(
        "alexnet",
        QT_TRANSLATE_NOOP("depth", "AlexNet, 2012 (7.6.2)"),
        QT_TRANSLATE_NOOP(
            "depth",
            "ReLU, dropout and 62 million parameters, here without its split over two graphics "
            "processors. The first convolution makes large steps: what does that save?",
        ),
        P(stack=ALEXNET, side=227, channels=3),
    ),
    Preset(
        "vgg16",
        QT_TRANSLATE_NOOP("depth", "VGG with 16 layers, 2014 (8.2.2)"),
        QT_TRANSLATE_NOOP(
            "depth",
            "Only 3 × 3 filters, and 138 million parameters. In which single layer are most of "
            "them?",
        ),
        P(stack=VGG16, side=224, channels=3),
    ),
    Preset(
        "receptive",
        QT_TRANSLATE_NOOP("depth", "Two 3 × 3 see as far as one 5 × 5 (8.1.3)"),
        QT_TRANSLATE_NOOP(
            "depth",
            "18 parameters instead of 25. Move over the cells of the last map, and see what each "
            "depends on.",
        ),
        P(mode=RECEPTIVE),
    ),
    Preset(
        "three_layers",
        QT_TRANSLATE_NOOP("depth", "Three 3 × 3 see as far as one 7 × 7"),
        QT_TRANSLATE_NOOP(
            "depth", "27 instead of 49: the deeper, the more is saved, and each layer adds a bend."
        ),
        P(mode=RECEPTIVE, layers=3),
    ),
    Preset(
        "pooled",
        QT_TRANSLATE_NOOP("depth", "With pooling, they see farther still"),
        QT_TRANSLATE_NOOP(
            "depth",
            "Every pooling doubles the steps of what follows, so that each layer adds twice as "
            "much to the field as the one before it. Move over the maps in between as well.",
        ),
        P(mode=RECEPTIVE, layers=3, pooling=True),
    ),
    Preset(
        "augment",
        QT_TRANSLATE_NOOP("depth", "Many digits out of one (8.1.2)"),
        QT_TRANSLATE_NOOP(
            "depth",
            "Pull the strengths up until you no longer read the digit yourself: that is too much "
            "for the network as well.",
        ),
        P(mode=AUGMENT),
    ),
    Preset(
        "flip",
        QT_TRANSLATE_NOOP("depth", "Mirrored: is it still a digit?"),
        QT_TRANSLATE_NOOP(
            "depth", "What helps with photos harms here: a mirrored 9 is read as anything but a 9."
        ),
        P(mode=AUGMENT, flip=True, shift=0.0, rotate=0.0, scale=0.0, shear=0.0, elastic=0.0),
    ),
    Preset(
        "few",
        QT_TRANSLATE_NOOP("depth", "200 images, changed or not (8.1.2)"),
        QT_TRANSLATE_NOOP(
            "depth",
            "The plain network soon knows its images by heart: its loss goes to 0, its accuracy "
            "stays. The other never sees the same image twice.",
        ),
        P(mode=FEW),
    ),
    Preset(
        "half",
        QT_TRANSLATE_NOOP("depth", "Half precision costs nothing (8.3.4)"),
        QT_TRANSLATE_NOOP("depth", "Half the memory, three digits that count: who notices?"),
        P(mode=HALF),
    ),
    Preset(
        "scratch",
        QT_TRANSLATE_NOOP("depth", "The deep network from scratch"),
        QT_TRANSLATE_NOOP(
            "depth",
            "The recipe of the weights that come with the program, on the sample; with all of "
            "MNIST a few epochs give 99.3 %.",
        ),
        P(mode=SCRATCH),
    ),
)
