"""Points of the plane with a label 0 or 1, from a table in a text file."""

from __future__ import annotations

import csv
import math
from pathlib import Path

from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError

_EMPTY = QT_TRANSLATE_NOOP("data", "{name}: there is nothing in this file")
_NOT_NUMBERS = QT_TRANSLATE_NOOP(
    "data", "{name}, line {line}: three numbers x1, x2 and label were expected, not {given}"
)
_OTHER_NUMBERS = QT_TRANSLATE_NOOP(
    "data", "{name}, line {line}: the label is 0 or 1, x1 and x2 finite"
)
_TOO_MANY = QT_TRANSLATE_NOOP("data", "{name}: more than the {most} points that can be shown")
_NO_ROW = QT_TRANSLATE_NOOP("data", "{name}: there is no row of three numbers x1, x2 and label")
_UNREADABLE = QT_TRANSLATE_NOOP("data", "{name}: cannot be read ({reason})")
_TOO_LARGE = QT_TRANSLATE_NOOP("data", "{name}: larger than the {most} MB allowed")
_NO_TEXT = QT_TRANSLATE_NOOP("data", "{name}: this is no text file")
_NO_ENCODING = QT_TRANSLATE_NOOP(
    "data", "{name}: its letters are in no encoding known here; save it as UTF-8"
)

MOST_BYTES = 1_000_000
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")

Rows = tuple[tuple[float, float, float], ...]


def read_points(path: Path | str, most: int = 500) -> Rows:
    """Return the rows (x1, x2, label) of a CSV file; a first line of titles is passed over.

    Separators , ; and tab are understood, and the encodings UTF-8, UTF-16 and GB 18030.

    Raises DataError that names the line that is wrong.
    """
    path = Path(path)
    lines = _decoded(path).splitlines()
    if not lines:
        raise DataError(message(_EMPTY, name=path.name))
    separator = max(",;\t", key=lines[-1].count)
    rows: list[tuple[float, float, float]] = []
    for number, cells in enumerate(csv.reader(lines, delimiter=separator), start=1):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            x1, x2, label = (float(cell) for cell in cells)
        except ValueError:
            if number == 1:
                continue
            given = repr(", ".join(cells)[:60])
            said = message(_NOT_NUMBERS, name=path.name, line=number, given=given)
            raise DataError(said) from None
        if label not in (0, 1) or not (math.isfinite(x1) and math.isfinite(x2)):
            raise DataError(message(_OTHER_NUMBERS, name=path.name, line=number))
        rows.append((x1, x2, label))
        if len(rows) > most:
            raise DataError(message(_TOO_MANY, name=path.name, most=most))
    if not rows:
        raise DataError(message(_NO_ROW, name=path.name))
    return tuple(rows)


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(message(_UNREADABLE, name=path.name, reason=error.strerror)) from error
    if len(content) > MOST_BYTES:
        raise DataError(message(_TOO_LARGE, name=path.name, most=MOST_BYTES // 1_000_000))
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError(message(_NO_TEXT, name=path.name))
    for encoding in ENCODINGS:
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(message(_NO_ENCODING, name=path.name))
