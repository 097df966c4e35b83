"""Files that are no runs of FishLab's: weights, a picture of a digit, a table of points.

Wherever in the window they are dropped, they go to the lab that has a use for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .translation import shown, translate

if TYPE_CHECKING:
    from .main_window import MainWindow

Settings = Mapping[str, Any]


def _weights(window: MainWindow, path: Path) -> tuple[str, Settings]:
    from fishlab.labs.digits import Digits

    lab = window.lab("digits")
    assert isinstance(lab, Digits)
    model = lab.adopt_weights(path)
    return "digits", {"mode": "draw", "model": model, "weights": "own"}


def _picture(window: MainWindow, path: Path) -> tuple[str, Settings]:
    from fishlab.labs.digits import Digits

    lab = window.lab("digits")
    assert isinstance(lab, Digits)
    return "digits", {"mode": "draw", "picture": lab.picture_of_file(str(path)), "strokes": ()}


def _points(window: MainWindow, path: Path) -> tuple[str, Settings]:
    # Whoever looks at points in the training lab wants these there.
    if window.page.lab.id == "training" and getattr(window.page.params, "mode", "") == "points":
        return "training", _points_to_part(window, path)
    from fishlab.labs.perceptron import PerceptronLab

    lab = window.lab("perceptron")
    assert isinstance(lab, PerceptronLab)
    points = lab.points_of_file(str(path))
    return "perceptron", {"mode": "learn", "gate": "points", "points": points}


def _points_to_part(window: MainWindow, path: Path) -> Settings:
    from fishlab.labs.training import TrainingLab
    from fishlab.labs.training_params import OWN_POINTS

    lab = window.lab("training")
    assert isinstance(lab, TrainingLab)
    return {"pattern": OWN_POINTS, "points": lab.points_of_file(str(path))}


_WAYS: Mapping[str, Callable[[MainWindow, Path], tuple[str, Settings]]] = {
    **dict.fromkeys((".npz", ".pkl"), _weights),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"), _picture),
    **dict.fromkeys((".csv", ".txt"), _points),
}
FOREIGN = tuple(_WAYS)
"""Endings of such files."""


def open_foreign(window: MainWindow, path: Path) -> str:
    """Show what is in such a file in its lab; return "", or what is wrong with the file."""
    way = _WAYS.get(path.suffix.lower())
    if way is None:
        return translate("window", "{path} is not a saved run of FishLab", path=path)
    try:
        name, settings = way(window, path)
    except (ValueError, OSError) as error:
        return translate(
            "window", "Not a saved run of FishLab, and of no other use: {reason}", reason=error
        )
    page = window.show_lab(name)
    page.enter_class(None)
    page.load(page.params.replace(**settings), page.seed)
    if "weights" in settings:
        field = page.lab.params.specs()["model"]
        title = next(c.label for c in field.choices if c.value == settings["model"])
        window.tell(translate("window", "Your weights are in use: {model}", model=shown(title)))
    return ""
