"""Columns of the tables of numbers: every title can be read, and nothing is left over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from fishlab.gui.views.gradients_numbers import Numbers
from fishlab.gui.views.perceptron_table import Table
from fishlab.gui.widgets.columns import shared

GATE = ["x₁", "x₂", "sum", "output", "wanted", ""]
GRAPH = ["input", "value", "derivative, by backprop", "numerical derivative", "difference"]


@pytest.mark.parametrize(("kind", "titles", "width"), [(Table, GATE, 240), (Numbers, GRAPH, 560)])
def test_titles_are_not_cut_where_room_is_narrow(
    qtbot: QtBot, kind: type[Table] | type[Numbers], titles: list[str], width: int
) -> None:
    table = kind()
    qtbot.addWidget(table)
    table.set_header(titles)
    table.show_rows([["0"] * len(titles)])
    table.resize(width, 100)
    table.show()
    QCoreApplication.processEvents()
    header = table.horizontalHeader()
    metrics = header.fontMetrics()
    for column, title in enumerate(titles):
        assert header.sectionSize(column) >= metrics.horizontalAdvance(title), title
    assert header.length() == table.viewport().width()


def test_columns_that_need_no_more_are_alike() -> None:
    assert shared([10, 10, 10], 99) == [33, 33, 33]
    assert shared([10, 60, 10], 100) == [20, 60, 20]
    assert shared([30, 10, 10], 100, tight=(0,)) == [30, 35, 35]
    assert sum(shared([10, 10, 10], 101)) == 101


def test_too_little_room_is_shared_by_need() -> None:
    assert shared([100, 50], 75) == [50, 25]


def test_a_number_stands_under_its_title(qtbot: QtBot) -> None:
    table = Numbers()
    qtbot.addWidget(table)
    table.set_header(["input", "value"])
    table.show_rows([["apple", "100"]])
    for column in range(2):
        title, cell = table.horizontalHeaderItem(column), table.item(0, column)
        assert title is not None
        assert cell is not None
        across = Qt.AlignmentFlag.AlignHorizontal_Mask
        assert Qt.AlignmentFlag(title.textAlignment()) & across == cell.textAlignment() & across


def test_a_truth_table_is_no_higher_than_its_rows(qtbot: QtBot) -> None:
    table = Table()
    qtbot.addWidget(table)
    table.set_header(GATE)
    table.show_rows([["0"] * 6] * 4)
    table.resize(300, 900)
    rows = sum(table.rowHeight(row) for row in range(4))
    assert table.height() < rows + 2 * table.horizontalHeader().sizeHint().height()
