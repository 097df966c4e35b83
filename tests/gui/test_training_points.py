"""The plane of the training lab: what is seen of the points, read under the mouse, done by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.training import TrainingView
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_params import TrainingParams

from .mouse import pixel, send

LAB = TrainingLab()
BENT = LAB.preset("points_bend").params
OWN = LAB.preset("points_own").params.replace(epochs=20)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TrainingView]:
    view = TrainingView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def edits(view: TrainingView) -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    asked: list[dict[str, Any]] = []
    view.edited.connect(asked.append)
    return asked


def show(view: TrainingView, params: TrainingParams) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    assert run.history.last is not None
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    for _ in range(3):
        QApplication.processEvents()
    return run


def click(view: TrainingView, x1: float, x2: float, button: Qt.MouseButton = LEFT) -> None:
    plane = view.parting.plane
    at = pixel(plane, x1, x2)
    send(plane, QEvent.Type.MouseButtonPress, at, button, button)
    send(plane, QEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton)


def shade(view: TrainingView, x1: float, x2: float) -> tuple[int, int, int]:
    plane = view.parting.plane
    colour = plane.grab().toImage().pixelColor(pixel(plane, x1, x2))
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_two_sides_differ_in_shade_and_the_sure_ones_are_strong(view, theme):
    view.apply_theme(theme)
    show(view, BENT)
    red, _, blue = shade(view, 0.0, 0.62)
    ring = shade(view, 1.2, 1.2)
    assert ring[2] > ring[0] + 60  # blue, class 0
    inside = shade(view, 0.01, -0.01)
    assert inside[0] > inside[2] + 60  # orange, class 1
    assert abs(red - blue) < abs(ring[2] - ring[0])


def test_stepping_back_shows_the_plane_and_the_curves_as_they_were(view):
    run = show(view, BENT)
    plane = view.parting.plane
    before = plane.grab().toImage()
    first = run.history.frame(0)
    assert first is not None
    view.show_frame(first, run.history)
    QApplication.processEvents()
    assert plane.grab().toImage() != before
    assert len(view.parting.losses._lines["train"].getData()[0]) == 1
    assert len(plane._crosses.data) == (first.arrays["outputs"] != first.arrays["targets"]).sum()


def test_the_key_says_the_marks_and_the_newest_accuracies(view):
    frame = show(view, BENT).history.last
    assert f"Test  {100 * frame.scalars['test_accuracy']:.1f}%" in view.parting.key.words()
    assert len(view.parting.marks.words()) == 4
    show(view, OWN)
    assert [words.split()[0] for words in view.parting.key.words()] == ["Train"]


def test_the_mouse_reads_places_points_and_losses(view):
    frame = show(view, BENT).history.last
    plane = view.parting.plane
    lines = plane._read(1.2, 1.2).splitlines()
    assert lines[0] == "x₁ = 1.2, x₂ = 1.2"
    assert lines[1].startswith("class 1: ")
    held = int(frame.arrays["held_out"].argmax())
    lines = plane._read(*frame.arrays["points"][held]).splitlines()
    assert "the network says" in lines[1]
    assert lines[2] == "held out: it is not learned from"
    assert plane._read(9.0, 9.0) == ""
    assert view.parting.losses._read(40.0, 0.1).splitlines()[0] == "epoch 40"


def test_a_click_puts_down_a_point_and_a_click_on_it_takes_it_away(view, edits):
    show(view, OWN)
    click(view, 0.1, 1.1)
    click(view, -1.1, 0.1, RIGHT)
    points = [change["points"] for change in edits]
    assert points[0][:-1] == points[1][:-1] == OWN.points
    assert points[0][-1] == pytest.approx((0.1, 1.1, 1), abs=0.02)
    assert points[1][-1] == pytest.approx((-1.1, 0.1, 0), abs=0.02)
    click(view, *OWN.points[2][:2])
    assert edits[2] == {"points": OWN.points[:2] + OWN.points[3:]}


def test_drawn_points_stay_where_chance_has_put_them(view, edits):
    show(view, BENT)
    click(view, 0.1, 1.1)
    assert edits == []


def test_an_empty_plane_takes_its_first_point(view, edits):
    empty = OWN.replace(points=())
    show(view, empty)
    click(view, 0.5, 0.5)
    assert edits[0]["points"][0] == pytest.approx((0.5, 0.5, 1), abs=0.02)


def test_a_table_is_read_by_button_or_drop_and_a_wrong_one_is_explained(view, edits, tmp_path):
    show(view, BENT)
    path = tmp_path / "points.csv"
    path.write_text("x1,x2,label\n170,60,1\n150,45,0\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 90), *rest)
    QApplication.sendEvent(view.parting, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view.parting, QDropEvent(QPointF(50, 90), *rest))
    rows = ((170.0, 60.0, 1.0), (150.0, 45.0, 0.0))
    assert edits == [{"pattern": "own", "points": rows}]
    path.write_text("170,60,7\n", encoding="utf-8")
    view.parting.own.take_csv(str(path))
    assert "line 1" in view.parting.own.notice.text()
    assert view.parting.own.notice.isVisible()
    view.parting.own.clear_points.click()
    assert edits[1:] == [{"pattern": "own", "points": ()}]


def test_far_points_are_shown_in_their_own_units(view):
    show(view, OWN.replace(points=((170, 60, 1), (150, 45, 0), (165, 900, 1), (148, 50, 0))))
    (low1, high1), (low2, high2) = view.parting.plane.getViewBox().viewRange()
    assert low1 < 148 < 170 < high1
    assert low2 < 45 < 900 < high2
    assert high1 - low1 < 60
