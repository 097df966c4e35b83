"""The perceptron's picture in its real page: dragging, clicking and typing stay in step."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot

from fishlab.gui.app import create_window
from fishlab.gui.page import LabPage
from fishlab.gui.theme import DARK
from fishlab.gui.views.perceptron import PerceptronView
from fishlab.gui.views.perceptron_table import RIGHT, WRONG

from .mouse import drag, pixel


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LabPage]:
    window = create_window("en", "light")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    page = window.show_lab("perceptron")
    window.show()
    qtbot.waitUntil(lambda: view_of(page).table.rowCount() == 4)
    qtbot.wait(50)  # the layout comes to rest
    yield page
    window.close()


def view_of(page: LabPage) -> PerceptronView:
    assert isinstance(page.view, PerceptronView)
    return page.view


def spin(page: LabPage, name: str) -> QDoubleSpinBox:
    box = page.findChild(QDoubleSpinBox, f"param:{name}")
    assert box is not None
    return box


def verdict(page: LabPage) -> str:
    label = page.findChild(QLabel, "verdict")
    assert label is not None
    return label.text()


def line_of(page: LabPage) -> tuple[float, float, float]:
    params = page.params
    return params.w1, params.w2, params.b


def choose(page: LabPage, preset: str) -> None:
    page.load(page.lab.preset(preset).params, 0)


def test_dragging_the_line_moves_b_the_box_and_the_table(page, qtbot):
    plane = view_of(page).plane
    # From AND's place towards the corner (0, 0): an OR.
    drag(plane, (0.9, 0.5), (0.45, 0.2))
    qtbot.waitUntil(lambda: page.params.b > -0.45)
    w1, w2, b = line_of(page)
    assert (w1, w2) == (0.5, 0.5)
    assert spin(page, "b").value() == pytest.approx(b, abs=0.01)
    table = view_of(page).table
    qtbot.waitUntil(lambda: table.item(1, 5).text() == WRONG)
    assert table.item(3, 5).text() == RIGHT
    assert "wrong at" in verdict(page)


def test_the_handle_turns_the_line_and_keeps_the_weights_length(page, qtbot):
    plane = view_of(page).plane
    place = plane.handle.pos()
    drag(plane, (place.x(), place.y()), (0.62, 1.05))
    qtbot.waitUntil(lambda: page.params.w1 != 0.5)
    w1, w2, _ = line_of(page)
    assert math.hypot(w1, w2) == pytest.approx(math.hypot(0.5, 0.5), rel=1e-6)
    assert w1 > 0.5 > w2
    assert spin(page, "w1").value() == pytest.approx(w1, abs=0.01)


def test_a_typed_number_moves_the_line(page, qtbot):
    box = spin(page, "b")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "-0.2")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.params.b == -0.2)
    view = view_of(page)
    middle = view.plane.handle.pos()
    # The handle lies on the line w1 x1 + w2 x2 + b = 0.
    assert 0.5 * middle.x() + 0.5 * middle.y() - 0.2 == pytest.approx(0, abs=1e-6)
    assert view.equation.text() == "0.5 x₁ + 0.5 x₂ − 0.2 > 0"


def test_the_threshold_form_says_the_same(page, qtbot):
    page.load(page.params.replace(form="theta"), 0)
    assert view_of(page).equation.text() == "0.5 x₁ + 0.5 x₂ > θ = 0.7"


def test_clicks_add_points_and_take_them_away(page, qtbot):
    page.load(page.lab.preset("points").params.replace(points=()), 0)
    qtbot.wait(50)
    plane, port = view_of(page).plane, view_of(page).plane.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=pixel(plane, 1.0, 1.0), delay=20)
    qtbot.waitUntil(lambda: len(page.params.points) == 1)
    QTest.mouseClick(port, Qt.MouseButton.RightButton, pos=pixel(plane, 0.0, 0.5), delay=20)
    qtbot.waitUntil(lambda: len(page.params.points) == 2)
    assert [row[2] for row in page.params.points] == [1, 0]
    assert page.params.points[0][:2] == pytest.approx((1, 1), abs=0.03)
    qtbot.waitUntil(lambda: view_of(page).table.rowCount() == 2)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=pixel(plane, 1.0, 1.0), delay=20)
    qtbot.waitUntil(lambda: len(page.params.points) == 1)


def test_xor_runs_to_its_verdict(page, qtbot):
    page.load(page.lab.preset("xor").params.replace(epochs=5), 0)
    page.player.play()
    qtbot.waitUntil(lambda: "does not settle" in verdict(page), timeout=10_000)
    assert "no line can do both" in verdict(page)


def test_the_dot_in_the_space_of_weights_can_be_dragged(page, qtbot):
    choose(page, "weights")
    space = view_of(page).space
    qtbot.waitUntil(space.isVisible)
    qtbot.wait(50)
    drag(space, (0.5, 0.5), (-1.0, 1.0))
    qtbot.waitUntil(lambda: page.params.w1 < -0.8)
    assert page.params.w2 == pytest.approx(1.0, abs=0.1)
    qtbot.waitUntil(lambda: "outside" in verdict(page))


def test_points_come_from_a_file_and_a_wrong_one_is_explained(page, qtbot, tmp_path):
    view = view_of(page)
    path = tmp_path / "points.csv"
    path.write_text("x1,x2,label\n0.2,0.3,0\n0.9,0.8,1\n", encoding="utf-8")
    view.own.take_csv(str(path))
    qtbot.waitUntil(lambda: page.params.gate == "points")
    assert page.params.points == ((0.2, 0.3, 0), (0.9, 0.8, 1))
    path.write_text("0.2,0.3,7\n", encoding="utf-8")
    view.own.take_csv(str(path))
    assert "line 1" in view.own.notice.text()
    assert len(page.params.points) == 2


def test_every_mode_survives_theme_and_language(page, qtbot):
    for preset in page.lab.presets:
        page.load(preset.params, preset.seed)
        qtbot.wait(30)
        page.apply_theme(DARK)
        page.retranslate()
        assert not page.grab().isNull()


def test_a_sum_too_small_for_three_decimals_is_not_shown_as_0(page, qtbot):
    params = page.lab.preset("book").params.replace(
        gate="points", w1=1.0, w2=0.0, b=-0.2, points=((0.2002, 0.5, 1), (0.2, 0.5, 0))
    )
    page.load(params, 0)
    table = view_of(page).table
    qtbot.waitUntil(lambda: table.rowCount() == 2 and table.item(1, 0).text() == "0.2")
    assert [table.item(row, 2).text() for row in (0, 1)] == ["0.0002", "0"]
    assert [table.item(row, 3).text() for row in (0, 1)] == ["1", "0"]


def test_the_half_adder_takes_the_place_of_the_plane_and_gives_it_back(page, qtbot):
    view = view_of(page)
    place = view.plane.geometry()
    beside = view.diagram.geometry()
    choose(page, "adder")
    qtbot.waitUntil(lambda: view.diagram.geometry().left() == place.left())
    assert view.diagram.width() == place.width()
    assert view.diagram.height() >= place.height()
    choose(page, "book")
    qtbot.waitUntil(lambda: view.plane.isVisible() and view.diagram.geometry() == beside)
    assert view.plane.geometry() == place
