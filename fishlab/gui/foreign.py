"""A file that is no run, opened in the window: shown in the lab that has a use for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fishlab.experiment.models import find_model
from fishlab.experiment.own_weights import adopt_weights
from fishlab.labs.foreign import FOREIGN, lab_for_file

from .translation import shown, told, translate

if TYPE_CHECKING:
    from .main_window import MainWindow


def _wanted_here(
    window: MainWindow, name: str, settings: Mapping[str, Any]
) -> tuple[str, Mapping[str, Any]]:
    """Stay in the lab that is open, if it can use such points or weights where it stands."""
    page = window.page
    if "points" in settings and page.lab.id == "training" and vars(page.params)["mode"] == "points":
        from fishlab.labs.training_params import OWN_POINTS

        return "training", {"pattern": OWN_POINTS, "points": settings["points"]}
    if "weights" in settings:
        here = page.lab.with_weights(page.params, settings["model"])
        return (name, settings) if here is None else (page.lab.id, here)
    return name, settings


def open_foreign(window: MainWindow, path: Path) -> str:
    """Show what is in such a file in its lab; return "", or what is wrong with the file."""
    if path.suffix.lower() not in FOREIGN:
        return translate("window", "{path} is not a saved run of FishLab", path=path)
    try:
        name, settings = lab_for_file(path)
    except (ValueError, OSError) as error:
        return translate(
            "window",
            "Not a saved run of FishLab, and of no other use: {reason}",
            reason=told(error),
        )
    try:
        model = adopt_weights(path) if "weights" in settings else None
    except (ValueError, OSError) as error:
        return told(error)  # the disk is full, say: the file is as it should be
    name, settings = _wanted_here(window, name, settings)
    page = window.show_lab(name)
    page.enter_class(None)
    page.load(page.params.replace(**settings), page.seed)
    if model is not None:
        title = shown(find_model(model).title)
        window.tell(translate("window", "Your weights are in use: {model}", model=title))
    return ""
