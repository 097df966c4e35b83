"""Words and numbers of the reader's own in a script: as literals, whatever they may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from textwrap import fill, indent
from typing import TYPE_CHECKING

from fishlab.datasets.augmentation import Augmentation
from fishlab.experiment.own_weights import kept_weights

if TYPE_CHECKING:
    from fishlab.datasets import Stroke

COLUMNS = 90
"""No piece of a literal is longer, as it is written."""
_WIDTH = 96


def literal(text: str) -> str:
    """Return the text as a Python literal, in pieces of a line each if it is long."""
    pieces = [""]
    for character in text:
        if len(repr(pieces[-1] + character)) > COLUMNS:
            pieces.append("")
        pieces[-1] += character
    written = [_quoted(piece) for piece in pieces]
    return written[0] if len(written) == 1 else "(\n    " + "\n    ".join(written) + "\n)"


def model_text(model: str, weights: str) -> str:
    """Return what load_model is given: a name, and the file of own weights if they are used."""
    path = kept_weights(model, weights)
    if path is None:
        return f'"{model}"'
    written = literal(str(path))
    if len(written) <= COLUMNS // 2:
        return f'"{model}", {written}'
    written = indent(written, "    ")
    return f'\n    "{model}",\n{written},\n'


def rows(table: Iterable[Sequence[float]]) -> str:
    """Return the inner lines of np.array([…]): a row of the table is a line, or some if long."""
    return "\n".join(
        fill(
            f"        [{', '.join(map(_number, row))}],",
            _WIDTH,
            subsequent_indent=" " * 9,
            break_on_hyphens=False,
        )
        for row in table
    )


def drawn(strokes: Iterable[Stroke]) -> str:
    """Return the inner lines of a list of strokes: of each the points, the width, whether it rubs.

    Points share lines: a drawing has hundreds of them.
    """
    return "\n".join(
        fill(
            f"    ({[tuple(point) for point in stroke.points.tolist()]}, "
            f"{float(stroke.width)}, {stroke.erase}),",
            _WIDTH,
            subsequent_indent=" " * 6,
            break_on_hyphens=False,
        )
        for stroke in strokes
    )


def call(augmentation: Augmentation, indent: int = 0) -> str:
    """Return the call that makes this augmentation, with room in front of it for a name.

    What it leaves out is not named.
    """
    given = [
        f"{field.name}={getattr(augmentation, field.name)!r}"
        for field in fields(augmentation)
        if getattr(augmentation, field.name) != field.default
    ]
    text = f"Augmentation({', '.join(given)})"
    width = _WIDTH - indent - len("augmentation = ")
    return fill(text, width, subsequent_indent=" " * (indent + 4), break_on_hyphens=False)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e6 else repr(value)


def _quoted(text: str) -> str:
    """Return the text in the quotes of this project, unless that would need a backslash."""
    return f'"{text}"' if repr(text) == f"'{text}'" and '"' not in text else repr(text)
