"""Columns of a table: as wide as their titles need, else alike, and a number under its title."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem


def side_of(column: int, words: int = 1) -> Qt.AlignmentFlag:
    """Words, in the first `words` columns, stand on the left, numbers on the right."""
    side = Qt.AlignmentFlag.AlignLeft if column < words else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def write_titles(table: QTableWidget, titles: Sequence[str], words: int = 1) -> None:
    """Give each column its title, on the side on which its cells are written."""
    table.setColumnCount(len(titles))
    for column, title in enumerate(titles):
        item = QTableWidgetItem(title)
        item.setTextAlignment(side_of(column, words))
        table.setHorizontalHeaderItem(column, item)


def share_width(table: QTableWidget, tight: Collection[int] = ()) -> None:
    """Spread the width of `table` over its columns; a `tight` one gets what its texts need."""
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns = range(table.columnCount())
    needs = [header.sectionSizeHint(column) for column in columns]
    for column in tight:
        needs[column] = max(needs[column], table.sizeHintForColumn(column))
    for column, width in zip(columns, shared(needs, table.viewport().width(), tight), strict=True):
        header.resizeSection(column, width)


def shared(needs: Sequence[int], room: int, tight: Collection[int] = ()) -> list[int]:
    """Return a width for each column, at least what it needs if there is room for all.

    Columns that need no more are alike; `tight` ones get no more than they need.
    """
    if not needs or sum(needs) >= room:
        return [need * room // max(sum(needs), 1) for need in needs]
    given = {column: needs[column] for column in tight}
    while len(given) < len(needs):
        rest = [column for column in range(len(needs)) if column not in given]
        alike = (room - sum(given.values())) // len(rest)
        wide = [column for column in rest if needs[column] > alike]
        given.update({column: needs[column] for column in wide} if wide else
                     dict.fromkeys(rest, alike))  # fmt: skip
    widths = [given[column] for column in range(len(needs))]
    # Whole pixels leave a few over.
    widths[-1] += room - sum(widths)
    return widths
