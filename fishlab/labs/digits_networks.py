"""The networks of the digits lab, and what each of their layers answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import softmax
from fishlab.engine.network import Network
from fishlab.experiment.own_weights import loaded

# A layer's answer is shown after these have been at work on it; dropout does nothing when asked.
_FINISHING = ("Relu", "Sigmoid", "Tanh", "LeakyRelu", "BatchNormalization")
Array = NDArray[Any]


@dataclass(frozen=True)
class Reader:
    """A network that reads digits. key: what it was made from; equal keys read alike."""

    network: Network
    key: tuple[Any, ...]

    def probabilities(self, images: Array) -> Array:
        """Return (N, 10) for images (N, 28, 28)."""
        answer: Array = softmax(self.network.predict(images))
        return answer

    def answers(self, image: Array) -> dict[str, Array]:
        """Return what the network answers to one image (28, 28), inside and in the end.

        "probabilities" (10,) and "layer.<name>" for each layer, in order, (C, H, W) or (D,). A
        layer and its activation are one: "layer.Conv1+Relu1".
        """
        trace = self.network.trace(image[np.newaxis])
        shown: dict[str, Array] = {}
        title = ""
        last = None
        for name, answer in trace.items():
            kind = type(self.network.layers[name]).__name__
            last = answer[0]
            if kind == "Dropout":
                continue
            if title and kind in _FINISHING:
                del shown[title]
                number = name.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
                title = f"{title}+{kind}{number}"
            else:
                title = f"layer.{name}"
            shown[title] = last
        assert last is not None
        return {"probabilities": softmax(last), **shown}


def reader_of(model: str, weights: str) -> Reader:
    """Return the reader of `model`; own weights that do not exist give the shipped ones.

    Raises LabError if the file of weights is missing or damaged.
    """
    found = loaded(model, weights)
    return Reader(found.network, found.key)


def last_parameters(params: Mapping[str, NDArray[Any]], count: int = 2) -> dict[str, NDArray[Any]]:
    """Return the weights and biases of the last `count` layers that have any."""
    layers = sorted({int(name[1:]) for name in params if name[0] == "W"})[-count:]
    names = [f"{letter}{layer}" for layer in layers for letter in "Wb"]
    return {name: params[name] for name in names}
