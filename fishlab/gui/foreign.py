"""A file that is no run, opened in the window: shown in the lab that has a use for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fishlab.labs.foreign import FOREIGN, lab_for_file

from .translation import shown, translate

if TYPE_CHECKING:
    from .main_window import MainWindow


def _wanted_here(
    window: MainWindow, name: str, settings: Mapping[str, Any]
) -> tuple[str, Mapping[str, Any]]:
    """Points stay in the training lab, if it is points that are looked at there."""
    page = window.page
    if "points" in settings and page.lab.id == "training" and vars(page.params)["mode"] == "points":
        from fishlab.labs.training_params import OWN_POINTS

        return "training", {"pattern": OWN_POINTS, "points": settings["points"]}
    return name, settings


def open_foreign(window: MainWindow, path: Path) -> str:
    """Show what is in such a file in its lab; return "", or what is wrong with the file."""
    if path.suffix.lower() not in FOREIGN:
        return translate("window", "{path} is not a saved run of FishLab", path=path)
    try:
        name, settings = _wanted_here(window, *lab_for_file(path))
        if "weights" in settings:
            from fishlab.labs.digits_networks import adopt_weights

            adopt_weights(path)
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
