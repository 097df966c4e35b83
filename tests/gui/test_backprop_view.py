"""The graph can be seen, read under the mouse, and changed by a hand on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.backprop import BackpropView
from fishlab.gui.views.backprop_check import CheckPanel
from fishlab.gui.views.backprop_graph import GraphPanel
from fishlab.gui.views.backprop_layers import LayersPanel
from fishlab.gui.views.backprop_picture import GraphPicture
from fishlab.labs.backprop import BackpropLab
from fishlab.labs.backprop_params import BackpropParams

LAB = BackpropLab()


@pytest.fixture
def view(qapp: QApplication) -> Iterator[BackpropView]:
    view = BackpropView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def edits(view: BackpropView) -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    asked: list[dict[str, Any]] = []
    view.edited.connect(asked.append)
    return asked


def show(view: BackpropView, params: Params, step: int | None = None) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    frame = run.history.last if step is None else run.history.frames()[step]
    assert frame is not None
    view.show_params(params)
    view.show_frame(frame, run.history)
    for _ in range(3):
        QApplication.processEvents()
    return run


def preset(name: str, **changes: Any) -> Params:
    return LAB.preset(name).params.replace(**changes)


def picture(view: BackpropView) -> GraphPicture:
    panel = view.panel(GraphPanel)
    assert isinstance(panel, GraphPanel)
    return panel.picture


def table(view: BackpropView) -> list[list[str]]:
    panel = view.panel(GraphPanel)
    assert isinstance(panel, GraphPanel)
    numbers = panel.table
    return [
        [numbers.item(row, column).text() for column in range(numbers.columnCount())]
        for row in range(numbers.rowCount())
    ]


def drag(where: GraphPicture, start: QPointF, by: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(where, left, pos=start.toPoint())
    QTest.mouseMove(where, start.toPoint() + by / 2)
    QTest.mouseMove(where, start.toPoint() + by)
    QTest.mouseRelease(where, left, pos=start.toPoint() + by)


def test_book_numbers_stand_at_the_edges_and_in_the_table(view: BackpropView) -> None:
    show(view, preset("book"))
    texts = picture(view).texts()
    for text in ("↕ 100", "↕ 2", "↕ 1.1", "200", "L = 220"):
        assert text in texts
    for text in ("← 2.2 ✓", "← 110 ✓", "← 200 ✓", "← 1.1 ✓", "← 1"):
        assert any(text in written for written in texts), text
    assert [row[:4] for row in table(view)] == [
        ["apple", "100", "2.2", "2.2"],
        ["apple_num", "2", "110", "110"],
        ["tax", "1.1", "200", "200"],
    ]
    assert all("✓" in row[4] for row in table(view))


def test_what_is_not_known_yet_is_not_shown(view: BackpropView) -> None:
    show(view, preset("book"), 1)
    texts = picture(view).texts()
    assert "200" in texts
    assert not any(text.startswith(("L =", "←")) for text in texts)
    assert table(view)[0] == ["apple", "100", "–", "–", "–"]


def test_a_number_is_dragged_up_and_down(view: BackpropView, edits: list[dict[str, Any]]) -> None:
    show(view, preset("book"))
    drag(picture(view), picture(view).cell_of("apple").center(), QPoint(0, -40))
    assert edits[-1] == {"apple": 150.0, "stepwise": False}
    drag(picture(view), picture(view).cell_of("apple_num").center(), QPoint(0, 12))
    assert edits[-1]["apple_num"] == -1.0
    drag(picture(view), picture(view).cell_of("tax").center(), QPoint(0, -4000))
    assert edits[-1]["tax"] == 10.0


def test_a_typed_variable_and_a_matrix_are_dragged(
    view: BackpropView, edits: list[dict[str, Any]]
) -> None:
    show(view, preset("typed", stepwise=False))
    drag(picture(view), picture(view).cell_of("y").center(), QPoint(0, -20))
    assert edits[-1] == {"values": "x = 2, y = 1"}
    show(view, preset("affine_softmax", stepwise=False))
    drag(picture(view), picture(view).cell_of("W", 4).center(), QPoint(0, -40))
    (rows,) = edits[-1].values()
    assert rows == [[0.1, 0.3, 0.5], [0.2, 1.4, 0.6]]
    BackpropParams().replace(**edits[-1])
    spot = picture(view).cell_of("t", 0).center().toPoint()
    QTest.mouseClick(picture(view), Qt.MouseButton.LeftButton, pos=spot)
    assert edits[-1] == {"target": 0}


def test_a_node_is_moved_and_put_back(view: BackpropView, edits: list[dict[str, Any]]) -> None:
    show(view, preset("book"))
    where = picture(view)
    before = where.box_of("tax").center()
    drag(where, before, QPoint(60, 40))
    moved = where.box_of("tax").center() - before
    assert (round(moved.x()), round(moved.y())) == (60, 40)
    # The next frame, and other values of the same graph, leave it there.
    show(view, preset("book", apple=120.0))
    assert where.box_of("tax").center() != before
    QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=QPoint(5, where.height() - 5))
    assert where.box_of("tax").center() == before
    assert edits == []
    drag(where, before, QPoint(60, 40))
    show(view, preset("apple_orange"))
    show(view, preset("book"))
    assert where.box_of("tax").center() == before


@pytest.mark.parametrize(
    "name", [p.id for p in LAB.presets if p.params.to_json()["mode"] == "graph"]
)
def test_numbers_do_not_cover_each_other_nor_nodes(view: BackpropView, name: str) -> None:
    show(view, preset(name))
    placed = picture(view)._placed()
    cells = (*placed.values, *placed.derivatives, *placed.sums)
    ground = picture(view).rect()
    for number, cell in enumerate(cells):
        area = cell.area.adjusted(1, 1, -1, -1)
        assert ground.contains(area.toAlignedRect()), cell.text
        for box in placed.boxes:
            assert not box.intersects(area), cell.text
        for other in cells[:number]:
            assert not other.area.adjusted(1, 1, -1, -1).intersects(area), (cell.text, other.text)


def test_a_node_tells_what_is_known_of_it(view: BackpropView) -> None:
    show(view, preset("sigmoid"))
    where = picture(view)
    QTest.mouseMove(where, where.box_of("exp").center().toPoint())
    QApplication.processEvents()
    node = picture(view)._label("exp")
    told = where.reading(node)
    assert "value 0.36787944" in told
    assert "derivative −0.53444665" in told
    assert "✓" in told
    assert "derivative 0.19661193" in where.accessibleDescription()


def test_layers_show_shapes_both_ways(view: BackpropView) -> None:
    show(view, preset("layers_conv", batch=20))
    panel = view.panel(LayersPanel)
    assert isinstance(panel, LayersPanel)
    assert panel.isVisible()
    texts = panel.picture.texts()
    assert sum(text.startswith("(20, 30, 24, 24)") for text in texts) == 4
    assert any("W (30, 1, 5, 5)  b (30)" in text for text in texts)
    assert "L = 2.30" in " ".join(texts)


def test_check_has_a_bar_for_each_parameter(view: BackpropView) -> None:
    show(view, preset("check_mistake", entries=20))
    panel = view.panel(CheckPanel)
    assert isinstance(panel, CheckPanel)
    rows = [
        [panel.table.item(row, column).text() for column in range(4)]
        for row in range(panel.table.rowCount())
    ]
    assert [row[0] for row in rows] == ["W1", "b1", "W2", "b2"]
    assert rows[0][1] == "(784, 50)"
    assert [row[3][-1] for row in rows] == ["✓", "✓", "≠", "✓"]
    assert "W2: mean difference" in panel._read_bar(-9.0, 2.0)
    assert panel._read_bar(-9.0, 4.1).startswith("all")
    frame = panel.frame
    assert frame is not None
    first = (float(frame.arrays["backprop"][0]), float(frame.arrays["numeric"][0]))
    assert panel._read_dot(*first)


def test_theme_language_and_clearing_under_a_shown_frame(view: BackpropView) -> None:
    for name in ("typed", "layers", "check_two_layer"):
        show(view, preset(name, entries=5))
        light = view.grab().toImage().pixelColor(3, 200).lightness()
        view.apply_theme(DARK)
        QApplication.processEvents()
        dark = view.grab().toImage().pixelColor(3, 200).lightness()
        assert dark < light - 80
        view.apply_theme(LIGHT)
    language = Shouting()
    QApplication.installTranslator(language)
    try:
        view.retranslate()
        check = view.panel(CheckPanel)
        assert isinstance(check, CheckPanel)
        assert check.table.horizontalHeaderItem(0).text() == "PARAMETER"
        assert picture(view).accessibleName() == "COMPUTATIONAL GRAPH"
    finally:
        QApplication.removeTranslator(language)
    view.clear()
    QApplication.processEvents()
    assert table(view) == []


class Shouting(QTranslator):
    """A language of capital letters."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt names it so)
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return source.upper() if context == "backprop" and "{" not in source else ""
