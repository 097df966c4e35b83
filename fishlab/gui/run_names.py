"""The name that a run is kept under until the reader gives it another."""

from __future__ import annotations

from collections.abc import Collection

from fishlab.experiment import Lab, Params
from fishlab.experiment.kept import tidy

from .translation import shown, translate
from .values import value_words

MOST, LONGEST = 3, 20
"""So many settings are named, each with so many letters of its value."""


def proposed_name(lab: Lab, params: Params, seed: int, taken: Collection[str]) -> str:
    """Return a name, not yet `taken`, that says in what these settings differ from the book's.

    It has the words that the form has, and leaves out what the form does not show.
    """
    differing = lab.presets[0].params.differing(params)
    parts = [
        f"{shown(spec.label)} {_shortened(value_words(getattr(params, name), spec))}"
        for name, spec in params.specs().items()
        if name in differing and not spec.hidden and params.shows(name)
    ]
    name = tidy(" · ".join([*parts[:MOST], translate("runs", "seed {seed}", seed=seed)]))
    if name not in taken:
        return name
    return next(n for k in range(2, len(taken) + 3) if (n := f"{name} ({k})") not in taken)


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
