"""Points of the plane with a label 0 or 1, from a table in a text file."""

from __future__ import annotations

import csv
import math
from pathlib import Path

from .errors import DataError

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
        raise DataError(f"{path.name}: there is nothing in this file")
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
            raise DataError(
                f"{path.name}, line {number}: three numbers x1, x2 and label were expected, "
                f"not {', '.join(cells)[:60]!r}"
            ) from None
        if label not in (0, 1) or not (math.isfinite(x1) and math.isfinite(x2)):
            raise DataError(f"{path.name}, line {number}: the label is 0 or 1, x1 and x2 finite")
        rows.append((x1, x2, label))
        if len(rows) > most:
            raise DataError(f"{path.name}: more than the {most} points that can be shown")
    if not rows:
        raise DataError(f"{path.name}: there is no row of three numbers x1, x2 and label")
    return tuple(rows)


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror})") from error
    if len(content) > MOST_BYTES:
        raise DataError(f"{path.name}: larger than the {MOST_BYTES // 1_000_000} MB allowed")
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError(f"{path.name}: this is no text file")
    for encoding in ENCODINGS:
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(f"{path.name}: its letters are in no encoding known here; save it as UTF-8")
