"""How a script of the training lab writes a network, its cure and its optimizer."""

from __future__ import annotations

from textwrap import fill

from fishlab.engine.optimizers import OPTIMIZERS

from .training_layers import CLASSES, INPUTS, sizes
from .training_networks import Cure, own_cure
from .training_params import TrainingParams


def network_lines(
    params: TrainingParams, cure: str, inputs: int = INPUTS, classes: int = CLASSES
) -> str:
    """Return the lines that make `network` from `rng`."""
    first = f"{inputs}, {sizes(params.hidden)}, {classes}, {params.activation!r}, {params.init!r}"
    more = f"{cure}, rng=rng" if cure else "rng=rng"
    line = f"network = MultiLayerNet({first}, {more})"
    if len(line) > 96:
        more = fill(more, 90, initial_indent=" " * 4, subsequent_indent=" " * 4)
        line = f"network = MultiLayerNet(\n    {first},\n{more},\n)"
    return requoted(line)


def own_arguments(params: TrainingParams) -> str:
    """Return what the reader chose against overfitting as arguments; nothing for what is off."""
    cure = own_cure(params)
    if not params.batchnorm:
        del cure["use_batchnorm"]
    return ", ".join(f"{name}={value!r}" for name, value in cure.items())


def cure_dict(cure: Cure) -> str:
    """Return a dict as it is written inside of another one, in several lines if it has more."""
    if len(cure) <= 2:
        return repr(cure)
    lines = "".join(f"        {name!r}: {value!r},\n" for name, value in cure.items())
    return f"{{\n{lines}    }}"


def engine_names(params: TrainingParams, *more: str) -> str:
    """Return what is to be imported of the engine, as ruff sorts it: constants, then classes."""
    names = sorted(
        ["MultiLayerNet", optimizer_class(params)], key=lambda name: (name != "SGD", name)
    )
    return ", ".join([*names, *more])


def optimizer_class(params: TrainingParams) -> str:
    """Return the name of its class."""
    return OPTIMIZERS[params.optimizer].__name__


def optimizer_call(params: TrainingParams, lr: str = "") -> str:
    """Return what makes the optimizer. lr: instead of the rate, a name."""
    return f"{optimizer_class(params)}(lr={lr or params.lr})"


def requoted(text: str) -> str:
    """Return the text with the quotes of this project; nothing in it was typed by the reader."""
    return text.replace("'", '"')
