"""What a command works with: a model by name, with shipped or given weights, and its digits."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from fishlab.engine.network import Network
from fishlab.engine.shapes import ShapeError
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS, load_model

from .console import CommandError, explained


def add_weights_option(parser: argparse.ArgumentParser) -> None:
    """Add `--weights FILE`."""
    parser.add_argument(
        "--weights", metavar="FILE", help="an .npz, or one of the book's .pkl files"
    )


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """Add `--data D`."""
    parser.add_argument(
        "--data",
        metavar="D",
        help="sample, mnist, own (your digits of the digits lab), or a folder: MNIST's four files, "
        "or labelled pictures, 7/any.png or 7-any.png (default: mnist if it is at hand)",
    )


def network(model: str, weights: str | None) -> Network:
    """Return the model with the weights of a file, or with those that came with the program."""
    if weights is None and not MODELS[model].weights.is_file():
        raise CommandError(
            f"no weights came with {model}; `fishlab train {model}` makes some, "
            "and --weights FILE takes them"
        )
    with explained(WeightsError, ShapeError):
        return load_model(model, weights)


def writable(path: Path) -> Path:
    """Return the path of a file to be written; refuse one that cannot be. Raises CommandError."""
    if not path.parent.is_dir():
        raise CommandError(f"{path}: there is no folder {path.parent}; make it first")
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise CommandError(f"{path} cannot be written; choose another place")
    return path
