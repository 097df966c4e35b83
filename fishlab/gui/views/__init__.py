"""One view a lab. `make_view` finds it by the lab's id, importing only that view's module."""

from __future__ import annotations

from importlib import import_module

from fishlab.experiment import Lab

from .base import View


def make_view(lab: Lab) -> View:
    """Return a new view of `lab`: class `<Id>View` of the module named after the lab."""
    module = import_module(f"{__name__}.{lab.id}")
    view: View = getattr(module, f"{lab.id.title()}View")(lab)
    return view
