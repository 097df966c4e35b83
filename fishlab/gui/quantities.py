"""A scalar's name as a reader sees it: its words in the reader's language, and its unit."""

from __future__ import annotations

from fishlab.experiment import Lab
from fishlab.experiment.quantities import unit_of, words_of
from fishlab.text import Text

from .translation import shown


def title_of(lab: Lab, scalar: str) -> str:
    """Return what a scalar of that lab is called: “loss · SGD”, “time · loops (ms)”."""
    words = " · ".join(
        shown(word) if isinstance(word, Text) else word for word in words_of(lab, scalar)
    )
    unit = unit_of(scalar)
    return f"{words} ({unit})" if unit else words
