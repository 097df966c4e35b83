"""What a scalar is called where a reader sees it, and in which unit it is.

A lab names its scalars for programs: `loss.sgd`, `milliseconds.loops`. A reader sees the words of
each part, in the reader's language. A part that has none here may be the value of one of the lab's
choices, and is called as that choice is; else it stands as it is (`W1`, `Conv2`, a number).
"""

from __future__ import annotations

from collections.abc import Mapping

from fishlab.text import QT_TRANSLATE_NOOP, Text

from .lab import Lab

UNITS: Mapping[str, str] = {
    "seconds": "s",
    "milliseconds": "ms",
    "bytes": "B",
    "megabytes": "MB",
    "memory": "MB",
}
"""Units of the scalars whose first part this is; the others are counts, shares or plain numbers."""

WORDS: Mapping[str, Text] = {
    "accuracy": QT_TRANSLATE_NOOP("quantities", "accuracy"),
    "agreement": QT_TRANSLATE_NOOP("quantities", "read alike"),
    "all": QT_TRANSLATE_NOOP("quantities", "all"),
    "backprop": QT_TRANSLATE_NOOP("quantities", "backpropagation"),
    "backward": QT_TRANSLATE_NOOP("quantities", "size on the way back"),
    "before": QT_TRANSLATE_NOOP("quantities", "before"),
    "best_error": QT_TRANSLATE_NOOP("quantities", "smallest error"),
    "best_h": QT_TRANSLATE_NOOP("quantities", "best h"),
    "bytes": QT_TRANSLATE_NOOP("quantities", "size of the weights"),
    "ce": QT_TRANSLATE_NOOP("quantities", "cross-entropy error"),
    "certainty": QT_TRANSLATE_NOOP("quantities", "probability of the answer"),
    "chance": QT_TRANSLATE_NOOP("quantities", "probability of the right class"),
    "changed": QT_TRANSLATE_NOOP("quantities", "with augmentation"),
    "checked": QT_TRANSLATE_NOOP("quantities", "derivatives checked"),
    "closed": QT_TRANSLATE_NOOP("quantities", "largest gradient, loss of an old y"),
    "column": QT_TRANSLATE_NOOP("quantities", "column"),
    "correct": QT_TRANSLATE_NOOP("quantities", "read correctly"),
    "dead": QT_TRANSLATE_NOOP("quantities", "dead units"),
    "derivative": QT_TRANSLATE_NOOP("quantities", "derivative"),
    "difference": QT_TRANSLATE_NOOP("quantities", "difference"),
    "digit": QT_TRANSLATE_NOOP("quantities", "digit"),
    "distance": QT_TRANSLATE_NOOP("quantities", "distance"),
    "dscore": QT_TRANSLATE_NOOP("quantities", "derivative of the score"),
    "epoch": QT_TRANSLATE_NOOP("quantities", "epoch"),
    "error": QT_TRANSLATE_NOOP("quantities", "error"),
    "errors": QT_TRANSLATE_NOOP("quantities", "errors of the pass"),
    "exact": QT_TRANSLATE_NOOP("quantities", "exact"),
    "fast": QT_TRANSLATE_NOOP("quantities", "the engine's convolution"),
    "field": QT_TRANSLATE_NOOP("quantities", "receptive field"),
    "final_accuracy": QT_TRANSLATE_NOOP("quantities", "accuracy at the end"),
    "firing": QT_TRANSLATE_NOOP("quantities", "share above 0"),
    "gap": QT_TRANSLATE_NOOP("quantities", "training minus test accuracy"),
    "gradient_std": QT_TRANSLATE_NOOP("quantities", "spread of the gradient"),
    "half": QT_TRANSLATE_NOOP("quantities", "half precision"),
    "held": QT_TRANSLATE_NOOP("quantities", "accuracy on my digits held back"),
    "inside": QT_TRANSLATE_NOOP("quantities", "inside the ink's box"),
    "jump": QT_TRANSLATE_NOOP("quantities", "cells from one neighbour to the next"),
    "kinks": QT_TRANSLATE_NOOP("quantities", "kinks passed over"),
    "label": QT_TRANSLATE_NOOP("quantities", "label"),
    "largest": QT_TRANSLATE_NOOP("quantities", "largest difference"),
    "loops": QT_TRANSLATE_NOOP("quantities", "loops"),
    "loss": QT_TRANSLATE_NOOP("quantities", "loss"),
    "lr": QT_TRANSLATE_NOOP("quantities", "learning rate"),
    "max_difference": QT_TRANSLATE_NOOP("quantities", "largest difference"),
    "mean": QT_TRANSLATE_NOOP("quantities", "mean"),
    "megabytes": QT_TRANSLATE_NOOP("quantities", "size of the weights"),
    "memory": QT_TRANSLATE_NOOP("quantities", "memory for one image"),
    "milliseconds": QT_TRANSLATE_NOOP("quantities", "time"),
    "mse": QT_TRANSLATE_NOOP("quantities", "mean squared error"),
    "multiplications": QT_TRANSLATE_NOOP("quantities", "multiplications"),
    "near_zero": QT_TRANSLATE_NOOP("quantities", "weights near 0"),
    "numerical": QT_TRANSLATE_NOOP("quantities", "numerical derivative"),
    "occlusion": QT_TRANSLATE_NOOP("quantities", "occlusion"),
    "outside": QT_TRANSLATE_NOOP("quantities", "outside the ink's box"),
    "own": QT_TRANSLATE_NOOP("quantities", "accuracy on my digits"),
    "parameters": QT_TRANSLATE_NOOP("quantities", "parameters"),
    "passes": QT_TRANSLATE_NOOP("quantities", "passes through the network"),
    "plain": QT_TRANSLATE_NOOP("quantities", "unchanged"),
    "pooled": QT_TRANSLATE_NOOP("quantities", "pooled"),
    "probability": QT_TRANSLATE_NOOP("quantities", "probability"),
    "reached": QT_TRANSLATE_NOOP("quantities", "networks that learn"),
    "read": QT_TRANSLATE_NOOP("quantities", "digits read"),
    "reads": QT_TRANSLATE_NOOP("quantities", "largest gradient, loss that reads W"),
    "right": QT_TRANSLATE_NOOP("quantities", "read correctly"),
    "rms_difference": QT_TRANSLATE_NOOP("quantities", "mean difference"),
    "row": QT_TRANSLATE_NOOP("quantities", "row"),
    "saturated": QT_TRANSLATE_NOOP("quantities", "saturated outputs"),
    "score": QT_TRANSLATE_NOOP("quantities", "score"),
    "seconds": QT_TRANSLATE_NOOP("quantities", "time"),
    "share": QT_TRANSLATE_NOOP("quantities", "share of the plane"),
    "single": QT_TRANSLATE_NOOP("quantities", "single precision"),
    "single_parameters": QT_TRANSLATE_NOOP("quantities", "parameters of the one large filter"),
    "slope": QT_TRANSLATE_NOOP("quantities", "slope"),
    "smooth": QT_TRANSLATE_NOOP("quantities", "smoothed loss"),
    "std": QT_TRANSLATE_NOOP("quantities", "standard deviation"),
    "structure": QT_TRANSLATE_NOOP("quantities", "structure of the filters"),
    "sum": QT_TRANSLATE_NOOP("quantities", "sum"),
    "target": QT_TRANSLATE_NOOP("quantities", "digit asked about"),
    "test": QT_TRANSLATE_NOOP("quantities", "test accuracy"),
    "test_accuracy": QT_TRANSLATE_NOOP("quantities", "test accuracy"),
    "test_loss": QT_TRANSLATE_NOOP("quantities", "test loss"),
    "train": QT_TRANSLATE_NOOP("quantities", "training accuracy"),
    "train_accuracy": QT_TRANSLATE_NOOP("quantities", "training accuracy"),
    "train_loss": QT_TRANSLATE_NOOP("quantities", "training loss"),
    "trial": QT_TRANSLATE_NOOP("quantities", "trial"),
    "unchanged": QT_TRANSLATE_NOOP("quantities", "share left as it was"),
    "unexplained": QT_TRANSLATE_NOOP("quantities", "share that no linear layer explains"),
    "validation_accuracy": QT_TRANSLATE_NOOP("quantities", "validation accuracy"),
    "value": QT_TRANSLATE_NOOP("quantities", "value"),
    "weight_std": QT_TRANSLATE_NOOP("quantities", "spread of the weights"),
    "with": QT_TRANSLATE_NOOP("quantities", "with Batch Norm"),
    "without": QT_TRANSLATE_NOOP("quantities", "without Batch Norm"),
    "wrong": QT_TRANSLATE_NOOP("quantities", "points on the wrong side"),
}
"""What a part of a scalar's name means in every lab that has it."""

_OWN: Mapping[str, Mapping[str, Text]] = {
    "backprop": {"forward": QT_TRANSLATE_NOOP("quantities", "size on the way forward")},
    "cnn": {
        "im2col": QT_TRANSLATE_NOOP("quantities", "im2col"),
        "plain": QT_TRANSLATE_NOOP("quantities", "not pooled"),
    },
    "depth": {"plain": QT_TRANSLATE_NOOP("quantities", "without augmentation")},
    "gradients": {
        "forward": QT_TRANSLATE_NOOP("quantities", "forward difference"),
        "central": QT_TRANSLATE_NOOP("quantities", "central difference"),
        "forward32": QT_TRANSLATE_NOOP("quantities", "forward difference, single precision"),
        "central32": QT_TRANSLATE_NOOP("quantities", "central difference, single precision"),
        "numerical": QT_TRANSLATE_NOOP("quantities", "numerical gradient"),
    },
}
"""What a part means in one lab alone."""


def unit_of(name: str) -> str:
    """Return the unit of a scalar, "" if it has none."""
    return UNITS.get(name.partition(".")[0], "")


def words_of(lab: Lab, name: str) -> list[Text | str]:
    """Return what the parts of a scalar's name are called, to be shown one after the other."""
    choices = {
        choice.value: choice.label
        for spec in lab.params.specs().values()
        for choice in spec.choices
    }
    known: Mapping[str, Text] = {**choices, **WORDS, **_OWN.get(lab.id, {})}
    return [known.get(part, part) for part in name.replace("_derivative", ".derivative").split(".")]
