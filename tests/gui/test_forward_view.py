"""The forward lab's pictures: cells and inputs that a hand can change, sums under the mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.forward import ForwardView
from fishlab.gui.views.forward_network import PER_UNIT
from fishlab.labs.forward import Forward

LAB = Forward()


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ForwardView]:
    view = ForwardView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


def show(view: ForwardView, params: Params, number: int = -1) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    view.show_params(params)
    view.show_frame(run.history.frames()[number], run.history)
    QApplication.processEvents()
    return run


@pytest.fixture
def edits(view: ForwardView) -> list[dict]:
    asked: list[dict] = []
    view.edited.connect(asked.append)
    return asked


def drag(widget, start: QPointF, up: float) -> None:
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, button, pos=start.toPoint())
    QTest.mouseMove(widget, start.toPoint() - QPoint(0, round(up)))
    QTest.mouseRelease(widget, button, pos=start.toPoint() - QPoint(0, round(up)))


def test_an_input_is_dragged(view, edits):
    show(view, LAB.preset("book").params)
    panel = view.panels["network"]
    drag(panel, panel.centre(0, 0), PER_UNIT)
    assert edits == [{"x1": 2.0}]


def test_a_weight_is_dragged_and_the_others_stay(view, edits):
    show(view, LAB.preset("book").params.replace(edges=((0, 0, 0, 0.9),)))
    panel = view.panels["network"]
    drag(panel, panel.label_place((2, 0, 1)), -PER_UNIT / 2)
    assert edits == [{"edges": ((0.0, 0.0, 0.0, 0.9), (2.0, 0.0, 1.0, -0.2))}]


def test_a_unit_that_was_computed_tells_its_sum(view):
    show(view, LAB.preset("book").params, 1)
    panel = view.panels["network"]
    assert panel.words_of(1, 0) == "0.1·1 + 0.2·0.5 + 0.1 = 0.3\nsigmoid: 0.574"
    assert panel.words_of(1, 1) == ""
    assert panel.unit_at(panel.centre(2, 1)) == (2, 1)
    assert panel.edge_at(panel.label_place((1, 2, 0))) == (1, 2, 0)
    assert panel.unit_at(QPointF(1, 1)) is None


@pytest.mark.parametrize("width", [608, 972, 1632])
def test_every_number_on_a_line_has_a_place_of_its_own(view, width):
    show(view, LAB.preset("book").params)
    panel = view.panels["network"]
    panel.resize(width, 640)
    boxes = [panel._label_box(edge) for edge in panel.edges()]
    for k, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:k])


def test_the_lit_row_meets_the_lit_column(view):
    show(view, LAB.preset("rectangular").params, 2)
    sheet = view.panels["matrix"].sheet
    assert sheet.block("a").lit == ((0, 0, 1, 3),)
    assert sheet.block("b").lit == ((0, 1, 3, 1),)
    assert sheet.block("product").framed == ((0, 1, 1, 1),)
    assert view.panels["matrix"].sum.text() == "1·2 + 2·4 + 3·6 = <b>28</b>"


def test_a_cell_is_changed_by_a_click(view, edits):
    show(view, LAB.preset("matrices").params)
    sheet = view.panels["matrix"].sheet
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.centre_of("b", 1, 0))
    assert edits == [{"b": "5 6; 8 8"}]


def test_a_clash_shows_no_product(view):
    show(view, LAB.preset("misfit").params)
    assert [block.name for block in view.panels["matrix"].sheet.blocks] == ["a", "b"]


def test_a_batch_shows_its_shapes_and_digits_in_both_themes(view):
    show(view, LAB.preset("batch").params.replace(digits=3))
    panel = view.panels["batch"]
    assert panel.shapes._shapes[0] == (3, 784)
    assert panel.digits.count == 3
    assert panel._words(0).startswith("label ")
    view.apply_theme(DARK)
    view.retranslate()
    picture = panel.shapes.grab().toImage()
    colours = {picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 3)}
    assert len(colours) > 4
