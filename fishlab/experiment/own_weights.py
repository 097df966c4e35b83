"""The reader's own weights, beside those that came with the program, wherever a model is used.

Two kinds are kept for each model, apart from each other: what was trained on one's own digits, and
what came from a file (dropped on the window, `fishlab data weights FILE`, or written there by
`fishlab train --out`). Neither ever takes the place of the other.
"""

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
from fishlab.engine.network import Network
from fishlab.engine.shapes import ShapeError
from fishlab.engine.weights import WeightsError, load_weights, save_weights
from fishlab.text import QT_TRANSLATE_NOOP, Message, Names, ToldError, message

from .lab import LabError
from .models import MODELS, find_model, load_model, shared_model
from .params import Choice

SHIPPED, OWN, FILE = "shipped", "own", "file"
WEIGHT_CHOICES = (
    Choice(SHIPPED, QT_TRANSLATE_NOOP("models", "as shipped")),
    Choice(OWN, QT_TRANSLATE_NOOP("models", "trained on my digits")),
    Choice(FILE, QT_TRANSLATE_NOOP("models", "from my file")),
)
"""What a lab with a model lets the reader choose from."""
LABEL = QT_TRANSLATE_NOOP("models", "Weights")
HELP = QT_TRANSLATE_NOOP(
    "models",
    "As shipped, or your own: trained on your digits in the digits lab, or from a file of weights "
    "that you drop on the window",
)

_UNUSABLE = QT_TRANSLATE_NOOP("models", "The network cannot be loaded: {reason}")
_NO_MODEL = QT_TRANSLATE_NOOP("models", "{path}: not the weights of one of {models}")
_MISSING = {
    OWN: QT_TRANSLATE_NOOP(
        "models",
        "You have not trained this network on your digits yet: the shipped weights stand in",
    ),
    FILE: QT_TRANSLATE_NOOP(
        "models",
        "No file with weights for this network was dropped on the window yet: the shipped weights "
        "stand in",
    ),
}


class NoModelError(ToldError, WeightsError):
    """A file of weights that are none of our models'."""


@dataclass(frozen=True)
class Loaded:
    """A network, not to be trained further. key: equal keys mean equal weights."""

    network: Network
    key: tuple[Any, ...]


def own_path(model: str, kind: str) -> Path:
    """Return where the weights of a kind, OWN or FILE, are kept for a model."""
    folder = {OWN: "digits", FILE: "weights"}[kind]
    return paths.user_data() / folder / f"{model}.npz"


def kept_weights(model: str, kind: str) -> Path | None:
    """Return the file of the reader's weights, or None for the shipped ones, which stand in too."""
    path = None if kind == SHIPPED else own_path(model, kind)
    return path if path is not None and path.is_file() else None


def missing_weights(model: str, kind: str) -> tuple[Message, ...]:
    """Return what to tell if the shipped weights stand in for those that were asked for."""
    if kind == SHIPPED or kept_weights(model, kind) is not None:
        return ()
    return (message(_MISSING[kind]),)


def keep_weights(model: str, kind: str, flat: NDArray[Any], meta: Mapping[str, Any]) -> None:
    """Keep parameters, given as one vector. Raises WeightsError, ShapeError or OSError."""
    params = find_model(model).build(np.random.default_rng(0)).params
    if flat.shape != params.flat.shape:
        raise ShapeError(f"{model}: {flat.shape} parameters do not fit {params.flat.shape}")
    params.flat[...] = flat
    path = own_path(model, kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_weights(path, params, {**meta, "model": model})


def model_of_weights(path: Path) -> str:
    """Return the model that the weights in a file are of. Raises WeightsError if it is none."""
    return _recognised(path)[0]


def adopt_weights(path: Path) -> str:
    """Keep the weights of a file for all labs; return the model that they are of.

    They take the place of those of an earlier file. Raises WeightsError if no model has such
    weights.
    """
    model, flat, meta = _recognised(path)
    keep_weights(model, FILE, flat, {**meta, "file": path.name})
    return model


def _recognised(path: Path) -> tuple[str, NDArray[Any], Mapping[str, Any]]:
    """Return model, parameters as one vector, and what the file says of itself."""
    meta = load_weights(path).meta  # says what is wrong with the file itself
    for model in MODELS:
        with suppress(WeightsError, ShapeError):
            return model, load_model(model, path).params.flat, meta
    raise NoModelError(message(_NO_MODEL, path=path, models=Names(MODELS)))


_lock = threading.Lock()
_loaded: dict[tuple[str, str], Loaded] = {}


def loaded(model: str, kind: str) -> Loaded:
    """Return a model with weights of a kind, loaded once and again when its file has changed.

    Raises LabError if the file is damaged, or missing where it came with the program.
    """
    path = kept_weights(model, kind)
    if path is None:
        try:
            return Loaded(shared_model(model), (model, SHIPPED))
        except WeightsError as error:
            raise LabError(message(_UNUSABLE, reason=str(error))) from error
    with _lock:
        stat = path.stat()
        key = (model, kind, str(path), stat.st_ino, stat.st_mtime_ns)
        known = _loaded.get((model, kind))
        if known is None or known.key != key:
            known = _loaded[model, kind] = Loaded(fresh_network(model, kind), key)
        return known


def fresh_network(model: str, kind: str) -> Network:
    """Return a network of its own, that may be changed. Raises LabError."""
    try:
        return load_model(model, kept_weights(model, kind))
    except (WeightsError, ShapeError, OSError) as error:
        raise LabError(message(_UNUSABLE, reason=str(error))) from error
