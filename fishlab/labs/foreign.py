"""Files that are no runs of FishLab's: weights, a picture of a digit, a table of points.

Whichever way they come into the program, they go to the lab that has a use for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Settings = Mapping[str, Any]

WEIGHTS = (".npz", ".pkl")
PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")
POINTS = (".csv", ".txt")


def lab_for_file(path: Path) -> tuple[str, Settings]:
    """Return the id of the lab that can use such a file, and the settings that show it there.

    Weights are recognised, not adopted. Raises ValueError or OSError that says what is wrong with
    the file, KeyError if its ending is none of `FOREIGN`.
    """
    return _WAYS[path.suffix.lower()](path)


def _weights(path: Path) -> tuple[str, Settings]:
    from fishlab.experiment.own_weights import FILE, model_of_weights

    return "digits", {"mode": "draw", "model": model_of_weights(path), "weights": FILE}


def _picture(path: Path) -> tuple[str, Settings]:
    from .digits_picture import grey_of_file, picture_text

    picture = picture_text(grey_of_file(str(path)))
    return "digits", {"mode": "draw", "picture": picture, "strokes": ()}


def _points(path: Path) -> tuple[str, Settings]:
    from fishlab.datasets.points import read_points

    return "perceptron", {"mode": "learn", "gate": "points", "points": read_points(str(path))}


# A lab is imported for the file that needs it: the window only wants to know the endings.
_WAYS: Mapping[str, Callable[[Path], tuple[str, Settings]]] = {
    **dict.fromkeys(WEIGHTS, _weights),
    **dict.fromkeys(PICTURES, _picture),
    **dict.fromkeys(POINTS, _points),
}
FOREIGN = tuple(_WAYS)
"""Endings of such files."""
