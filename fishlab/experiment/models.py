"""The program's models: name -> network, how it is trained, and the weights shipped for it.

`mlp3` is the three-layer network of chapter 3.6, `two_layer` that of chapters 4 and 5,
`simple_convnet` that of chapter 7 and `deep_convnet` that of chapter 8.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from fishlab import paths
from fishlab.datasets.augmentation import Augmentation
from fishlab.engine import DeepConvNet, MultiLayerNet, SimpleConvNet, TwoLayerNet
from fishlab.engine.network import Network
from fishlab.engine.weights import load_weights
from fishlab.text import QT_TRANSLATE_NOOP, Text


@dataclass(frozen=True)
class Recipe:
    """How `fishlab train` trains a model: Adam, its rate falling to zero along a half cosine.

    augmentation: applied to every mini-batch, so that no image is seen twice alike.
    """

    epochs: int
    lr: float
    augmentation: Augmentation
    batch_size: int = 100


@dataclass(frozen=True)
class Model:
    """A network by name. `build(rng)` makes it with fresh weights."""

    id: str
    title: Text
    build: Callable[[np.random.Generator], Network]
    recipe: Recipe

    @property
    def weights(self) -> Path:
        """Where the shipped weights are."""
        return paths.resources() / "weights" / f"{self.id}.npz"


# Hand-drawn digits differ from MNIST in slant, size and pen more than MNIST's do among themselves;
# a network with room for it learns all of that. The small dense ones have little room: half.
_STRONG = Augmentation(shift=2, rotate=15, scale=0.15, shear=0.25, elastic=1.2, thickness=1)
_GENTLE = Augmentation(shift=1, rotate=6, scale=0.08, shear=0.1)

MODELS: Mapping[str, Model] = MappingProxyType(
    {
        model.id: model
        for model in (
            Model(
                "mlp3",
                QT_TRANSLATE_NOOP("models", "Three-layer network (784-50-100-10)"),
                lambda rng: MultiLayerNet(
                    784, [50, 100], 10, activation="sigmoid", weight_init_std="sigmoid", rng=rng
                ),
                Recipe(40, 0.003, _GENTLE),
            ),
            Model(
                "two_layer",
                QT_TRANSLATE_NOOP("models", "Two-layer network (784-50-10)"),
                lambda rng: TwoLayerNet(784, 50, 10, rng=rng),
                Recipe(25, 0.003, _GENTLE),
            ),
            Model(
                "simple_convnet",
                QT_TRANSLATE_NOOP("models", "SimpleConvNet (one convolution)"),
                lambda rng: SimpleConvNet(rng=rng),
                Recipe(15, 0.001, _STRONG),
            ),
            Model(
                "deep_convnet",
                QT_TRANSLATE_NOOP("models", "DeepConvNet (six convolutions)"),
                lambda rng: DeepConvNet(rng=rng),
                Recipe(20, 0.001, _STRONG),
            ),
        )
    }
)


def find_model(name: str) -> Model:
    """Return the model of that name; raise KeyError naming the known ones."""
    if name not in MODELS:
        raise KeyError(f"there is no model {name!r}; known are {', '.join(MODELS)}")
    return MODELS[name]


def load_model(name: str, weights: Path | str | None = None) -> Network:
    """Return a network of that name with the shipped weights, or with those of a file.

    weights: an .npz written by `fishlab train` or one of the book's .pkl files.

    Raises KeyError for an unknown name, WeightsError for a file that does not fit.
    """
    model = find_model(name)
    network = model.build(np.random.default_rng(0))
    network.load_params(model.weights if weights is None else weights)
    return network


@cache
def shared_model(name: str) -> Network:
    """Return `load_model(name)`, loaded once for the whole program; not to be trained further."""
    return load_model(name)


def weights_meta(path: Path | str) -> Mapping[str, Any]:
    """Return what stands beside the arrays of a weights file: accuracy, data, seed, command."""
    return load_weights(path).meta
