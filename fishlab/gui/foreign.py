"""Files that are no runs of FishLab's: weights, a picture of a digit, a table of points.

Wherever in the window they are dropped, they go to the lab that has a use for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fishlab.experiment.models import find_model
from fishlab.experiment.own_weights import FILE, adopt_weights

from .translation import shown, translate

if TYPE_CHECKING:
    from .main_window import MainWindow

Found = tuple[str, Mapping[str, Any], str]
"""A lab, what is to be set there, and what to tell the reader."""


def _weights(window: MainWindow, path: Path) -> Found:
    """Stay in the lab that is open if its picture is made by a network with such weights."""
    model = adopt_weights(path)
    page = window.page
    settings = page.lab.with_weights(page.params, model)
    told = translate(
        "window", "Your weights are in use: {model}", model=shown(find_model(model).title)
    )
    if settings is None:
        return "digits", {"mode": "draw", "model": model, "weights": FILE}, told
    return page.lab.id, settings, told


def _picture(window: MainWindow, path: Path) -> Found:
    from fishlab.labs.digits import Digits

    lab = window.lab("digits")
    assert isinstance(lab, Digits)
    picture = lab.picture_of_file(str(path))
    return "digits", {"mode": "draw", "picture": picture, "strokes": ()}, ""


def _points(window: MainWindow, path: Path) -> Found:
    from fishlab.labs.perceptron import PerceptronLab

    lab = window.lab("perceptron")
    assert isinstance(lab, PerceptronLab)
    points = lab.points_of_file(str(path))
    return "perceptron", {"mode": "learn", "gate": "points", "points": points}, ""


_WAYS: Mapping[str, Callable[[MainWindow, Path], Found]] = {
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
        name, settings, told = way(window, path)
    except (ValueError, OSError) as error:
        return translate(
            "window", "Not a saved run of FishLab, and of no other use: {reason}", reason=error
        )
    page = window.show_lab(name)
    page.enter_class(None)
    page.load(page.params.replace(**settings), page.seed)
    if told:
        window.tell(told)
    return ""
