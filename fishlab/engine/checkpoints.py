"""Checkpoints: everything that the rest of a training depends on, in one .npz without pickles.

That is: parameters; the optimizer's memory and settings; what the layers carry from batch to batch
(batch normalisation's running statistics); the state of every random generator (shuffling,
dropout); the order of the epoch that is under way; and the curves so far.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.weights import Weights, WeightsError, load_weights, save_weights

if TYPE_CHECKING:
    from fishlab.engine.trainer import Trainer

Array = NDArray[Any]

CURVES = ("train_loss_list", "train_acc_list", "test_acc_list")
RUNNING = ("running_mean", "running_var")


def write_checkpoint(trainer: Trainer, path: str | os.PathLike[str]) -> None:
    """Save the state of a trainer. Raises WeightsError."""
    state = _state(trainer)
    save_weights(path, state.arrays, state.meta)


def read_checkpoint(trainer: Trainer, path: str | os.PathLike[str]) -> None:
    """Give a trainer the saved state. Raises WeightsError, and then nothing has been changed."""
    saved, before = load_weights(path), _state(trainer)
    identity = saved.meta.get("checkpoint")
    if not isinstance(identity, dict):
        raise WeightsError(f"{path}: holds weights, but no checkpoint; load it as weights instead")
    for name, value in _identity(trainer).items():
        given = identity.get(name)
        if given != value:
            raise WeightsError(
                f"{path}: saved with {name} {given}, here it is {value}; choose the same settings"
            )
    try:
        _take_over(trainer, saved)
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        _take_over(trainer, before)
        raise WeightsError(
            f"{path}: the checkpoint is damaged ({error}); use an earlier one"
        ) from None


def _state(trainer: Trainer) -> Weights:
    """Copies of everything that changes while training."""
    arrays = {f"params/{name}": np.array(value) for name, value in trainer.network.params.items()}
    for name, layer in _layers(trainer.network):
        for statistic in RUNNING:
            if getattr(layer, statistic, None) is not None:
                arrays[f"{statistic}/{name}"] = np.array(getattr(layer, statistic))
    settings = {}
    for name, value in trainer.optimizer.state_dict().items():
        if isinstance(value, np.ndarray):
            arrays[f"optimizer/{name}"] = value
        else:
            settings[name] = value
    for name in CURVES:
        arrays[f"curves/{name}"] = np.array(getattr(trainer, name), dtype=np.float64)
    arrays["order"] = trainer.order
    meta = {
        "checkpoint": _identity(trainer),
        "iteration": trainer.iteration,
        "lr": trainer.lr,
        "optimizer": settings,
        "generators": [_plain(rng.bit_generator.state) for rng in _generators(trainer)],
    }
    return Weights(arrays, meta)


def _take_over(trainer: Trainer, state: Weights) -> None:
    """Set everything that `_state` collects."""
    arrays, meta = state.arrays, state.meta
    order, iteration = arrays["order"].astype(np.intp), int(meta["iteration"])
    if iteration < 0 or (iteration and sorted(order) != list(range(trainer.train_size))):
        raise ValueError("the order of the samples is none")
    for name, value in trainer.network.params.items():
        np.copyto(value, arrays[f"params/{name}"].reshape(value.shape))
    for name, layer in _layers(trainer.network):
        for statistic in RUNNING:
            if hasattr(layer, statistic):
                setattr(layer, statistic, arrays.get(f"{statistic}/{name}"))
    memory = {
        name.removeprefix("optimizer/"): value
        for name, value in arrays.items()
        if name.startswith("optimizer/")
    }
    trainer.lr = float(meta["lr"])
    trainer.optimizer.load_state_dict({**meta["optimizer"], **memory})
    for name in CURVES:
        setattr(trainer, name, arrays[f"curves/{name}"].tolist())
    trainer.order, trainer.iteration = order, iteration
    for rng, saved in zip(_generators(trainer), meta["generators"], strict=True):
        rng.bit_generator.state = saved


def _identity(trainer: Trainer) -> dict[str, Any]:
    """What must be the same where a checkpoint was written and where it is taken up."""
    params = trainer.network.params
    return {
        "optimizer": type(trainer.optimizer).__name__,
        "samples": trainer.train_size,
        "batch size": trainer.mini_batch_size,
        "parameters": {name: f"{value.dtype}{list(value.shape)}" for name, value in params.items()},
    }


def _layers(network: Any) -> Iterator[tuple[str, Any]]:
    """The network's layers by name; without `layers` it has nothing but its parameters."""
    return iter(getattr(network, "layers", {}).items())


def _generators(trainer: Trainer) -> list[np.random.Generator]:
    """The trainer's random generator and those of its layers, each once, in a fixed order."""
    found = [trainer.rng]
    for _, layer in _layers(trainer.network):
        rng = getattr(layer, "rng", None)
        if isinstance(rng, np.random.Generator) and all(rng is not other for other in found):
            found.append(rng)
    return found


def _plain(value: Any) -> Any:
    """A generator's state in the types of JSON."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else value
