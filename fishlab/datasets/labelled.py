"""A folder of labelled pictures: digits of one's own from a scanner, a phone or a drawing program.

A picture's label is the folder it lies in, `7/anything.png`, or the first sign of its own name,
`7-anything.png`. Every picture becomes 28 × 28 as MNIST's digits are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError
from .normalization import normalize_picture
from .pictures import open_picture

_NONE = QT_TRANSLATE_NOOP(
    "data",
    "{folder}: no labelled pictures; put them into folders named 0 to 9, "
    "or begin their names with the digit and a hyphen: 7-mine.png",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "data", "{folder}: {count:,} pictures are more than the {most:,} allowed"
)
_OF_ONE = QT_TRANSLATE_NOOP("data", "{path}: {reason}")
_UNREADABLE = QT_TRANSLATE_NOOP("data", "{folder}: cannot be read ({reason})")

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp")
MOST = 70_000
"""As many as MNIST has."""

Labelled = tuple[Path, int]


def labelled_pictures(folder: Path | str) -> list[Labelled]:
    """Return the pictures of a folder and their labels, in the order of their names.

    Pictures whose name tells no label are passed over. Raises DataError if none is left, or if
    there are more than `MOST`.
    """
    folder = Path(folder)
    found = list(_found(folder))
    if not found:
        raise DataError(message(_NONE, folder=folder))
    if len(found) > MOST:
        raise DataError(message(_TOO_MANY, folder=folder, count=len(found), most=MOST))
    return found


def has_labelled(folder: Path) -> bool:
    """True if there is a labelled picture in the folder. Raises DataError if it cannot be read."""
    return any(True for _ in _found(folder))


def read_digit(path: Path | str) -> NDArray[np.float32]:
    """Return one picture as MNIST would have it: (28, 28), ink 0 … 1.

    Raises DataError, which names the picture.
    """
    picture = open_picture(path)
    try:
        return np.asarray(normalize_picture(picture), np.float32)
    except DataError as error:
        raise DataError(message(_OF_ONE, path=path, reason=error.message)) from None


def _found(folder: Path) -> Iterator[Labelled]:
    try:
        yield from _by_folder(folder)
        yield from _by_name(folder)
    except OSError as error:
        raise DataError(message(_UNREADABLE, folder=folder, reason=error.strerror)) from error


def _by_folder(folder: Path) -> Iterator[Labelled]:
    for label in range(10):
        inside = folder / str(label)
        if inside.is_dir():
            yield from ((path, label) for path in _pictures(inside))


def _by_name(folder: Path) -> Iterator[Labelled]:
    for path in _pictures(folder):
        # Not 2024-05-01.png: a digit alone, or before a hyphen or an underscore.
        if re.match(r"[0-9]([-_]|$)", path.stem):
            yield path, int(path.name[0])


def _pictures(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in ENDINGS and p.is_file())
