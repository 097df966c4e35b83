"""A setting's value as a reader sees it: the words of a choice, in the reader's language."""

from __future__ import annotations

from typing import Any

from fishlab.experiment import Spec
from fishlab.text import Text

from .numbers import number
from .translation import shown


def value_words(value: Any, spec: Spec) -> str:
    """Return what `value` of that field is called."""
    labels = {choice.value: choice.label for choice in spec.choices}
    if isinstance(value, bool):
        return "✓" if value else "–"
    if spec.kind == "rows":
        return "; ".join(", ".join(f"{cell:g}" for cell in row) for row in value)
    if isinstance(value, tuple):
        return ", ".join(_word(labels.get(item, item)) for item in value)
    if isinstance(value, float):
        return number(value, 6)
    return _word(labels.get(value, value))


def _word(value: Any) -> str:
    return shown(value) if isinstance(value, Text) else str(value)
