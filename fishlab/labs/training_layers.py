"""Hidden layers as the reader types them: "50", or "100 100 100"."""

from __future__ import annotations

import re
from itertools import pairwise

from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

INPUTS, CLASSES = 784, 10
MOST_LAYERS, MOST_UNITS, MOST_WEIGHTS = 10, 500, 500_000
"""Small enough that one update never keeps the reader waiting."""

_NOT_SIZES = QT_TRANSLATE_NOOP(
    "training", "Hidden layers: “{part}” is no number of units; write for example 100 100 50"
)
_UNITS = QT_TRANSLATE_NOOP("training", "Hidden layers: a layer has 1 to {most} units, not {given}")
_LAYERS = QT_TRANSLATE_NOOP(
    "training", "Hidden layers: {given} layers are more than the {most} allowed"
)
_WEIGHTS = QT_TRANSLATE_NOOP(
    "training", "Hidden layers: {given} weights are more than the {most} allowed"
)


def sizes(text: str) -> list[int]:
    """Return the units of each hidden layer; none for an empty text (softmax regression)."""
    return [int(part) for part in _parts(text)]


def complaint(text: str) -> Message | None:
    """Return what is wrong with `text` as hidden layers, or None if nothing is."""
    parts = _parts(text)
    for part in parts:
        # Longer numbers are wrong as well, and int() is slow with thousands of digits.
        if not re.fullmatch(r"[0-9]{1,6}", part):
            return message(_NOT_SIZES, part=part[:12])
        if not 1 <= int(part) <= MOST_UNITS:
            return message(_UNITS, most=MOST_UNITS, given=int(part))
    if len(parts) > MOST_LAYERS:
        return message(_LAYERS, given=len(parts), most=MOST_LAYERS)
    count = weights([int(part) for part in parts])
    if count > MOST_WEIGHTS:
        return message(_WEIGHTS, given=f"{count:,}", most=f"{MOST_WEIGHTS:,}")
    return None


def weights(hidden: list[int]) -> int:
    """Return how many weights a network with these hidden layers has, biases not counted."""
    return sum(inputs * outputs for inputs, outputs in pairwise([INPUTS, *hidden, CLASSES]))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,;，、-]+", text) if part]
