"""The networks of the digits lab, loaded once, and the weights trained on one's own digits."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab import paths
from fishlab.engine import ShapeError, softmax
from fishlab.engine.network import Network
from fishlab.engine.weights import WeightsError, load_weights, save_weights
from fishlab.experiment import QT_TRANSLATE_NOOP, LabError, message
from fishlab.experiment.models import MODELS, find_model, load_model

_UNUSABLE = QT_TRANSLATE_NOOP("digits", "The network cannot be loaded: {reason}")

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


def own_weights_path(model: str) -> Path:
    """Where the weights are kept that were trained on the reader's own digits."""
    return paths.user_data() / "digits" / f"{model}.npz"


def keep_own_weights(model: str, flat: NDArray[Any]) -> None:
    """Keep trained parameters, given as one vector, for `weights="own"`. Raises WeightsError."""
    params = find_model(model).build(np.random.default_rng(0)).params
    if flat.shape != params.flat.shape:
        raise ShapeError(f"{model}: {flat.shape} parameters do not fit {params.flat.shape}")
    params.flat[...] = flat
    path = own_weights_path(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_weights(path, params, {"model": model, "data": "own digits"})


def adopt_weights(path: Path) -> str:
    """Keep the weights of a file for `weights="own"`; return the model that they are of.

    They take the place of those kept before. Raises WeightsError if no model has such weights.
    """
    model = model_of_weights(path)
    keep_own_weights(model, load_model(model, path).params.flat)
    return model


def model_of_weights(path: Path) -> str:
    """Return the model that the weights in a file are of. Raises WeightsError if it is none."""
    load_weights(path)  # says what is wrong with the file itself
    for model in MODELS:
        with suppress(WeightsError, ShapeError):
            load_model(model, path)
            return model
    raise WeightsError(f"{path}: not the weights of one of {', '.join(MODELS)}")


def kept_weights(model: str, weights: str) -> Path | None:
    """Return the file of own weights, or None for the shipped ones, which also stand in."""
    path = own_weights_path(model)
    return path if weights == "own" and path.is_file() else None


class Readers:
    """Readers by model and weights, each loaded when it is first asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers: dict[tuple[str, str], Reader] = {}

    def get(self, model: str, weights: str) -> Reader:
        """Return the reader of `model`; own weights that do not exist give the shipped ones.

        Raises LabError if the file of weights is missing or damaged.
        """
        path = kept_weights(model, weights)
        key = (model, "shipped") if path is None else (model, "own", path.stat().st_mtime_ns)
        with self._lock:
            reader = self._readers.get(key[:2])
            if reader is None or reader.key != key:
                reader = self._readers[key[:2]] = Reader(fresh_network(model, path), key)
            return reader


def fresh_network(model: str, path: Path | None) -> Network:
    """Return a network of its own, to be trained or read with. Raises LabError."""
    try:
        return load_model(model, path)
    except (WeightsError, ShapeError, OSError) as error:
        raise LabError(message(_UNUSABLE, reason=str(error))) from error


def last_parameters(params: Mapping[str, NDArray[Any]], count: int = 2) -> dict[str, NDArray[Any]]:
    """Return the weights and biases of the last `count` layers that have any."""
    layers = sorted({int(name[1:]) for name in params if name[0] == "W"})[-count:]
    names = [f"{letter}{layer}" for layer in layers for letter in "Wb"]
    return {name: params[name] for name in names}
