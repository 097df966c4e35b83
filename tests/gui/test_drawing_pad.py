"""The drawing pad under the hand: mouse, keys, clipboard and drops."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fishlab.gui.theme import LIGHT
from fishlab.gui.widgets.drawing import SIDE, Drawing, strokes_of
from fishlab.gui.widgets.drawing_pad import DrawingPad
from fishlab.gui.widgets.pen_curve import PenCurve

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
MIDDLE = QPoint(140, 140)


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.apply_theme(LIGHT)
    pad.retranslate()
    pad.resize(280, 280)
    pad.show()
    pad.setFocus()
    return pad


def draw(pad: DrawingPad, *points: tuple[int, int], button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(pad, button, NONE, QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, button, NONE, QPoint(*points[-1]))
    QGuiApplication.processEvents()


def ink_at(pad: DrawingPad, x: int, y: int) -> bool:
    """True if the paper is darker than half there, as it is painted."""
    return pad.grab().toImage().pixelColor(x, y).lightnessF() < 0.5


def test_a_line_is_seen_and_told_in_pad_units_whatever_the_size(pad: DrawingPad) -> None:
    pad.resize(560, 560)
    draw(pad, (100, 280), (300, 280), (460, 280))
    rows = pad.rows()
    assert rows[0][:3] == (0.0, 50.0, 140.0)
    assert rows[-1][:3] == (0.0, 230.0, 140.0)
    assert ink_at(pad, 280, 280)
    assert not ink_at(pad, 280, 400)


def test_distant_events_are_joined_without_gaps_or_corners(pad: DrawingPad) -> None:
    draw(pad, (40, 200), (140, 60), (240, 200))
    points = [row[1:3] for row in pad.rows()]
    steps = [math.dist(a, b) for a, b in pairwise(points[:-1])]
    assert max(steps) < pad.pen_width
    turns = [
        math.degrees(math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0]))
        for a, b, c in zip(points, points[1:], points[2:], strict=False)
    ]
    # The hand turned by more than 100 degrees; no single piece of the curve does.
    assert max(abs(turn) for turn in turns) < 30


def test_a_click_is_a_dot(pad: DrawingPad) -> None:
    draw(pad, (140, 140))
    assert len(pad.rows()) == 1
    assert ink_at(pad, 140, 140)


def test_many_moves_in_one_turn_of_the_loop_are_told_once(pad: DrawingPad) -> None:
    told: list[int] = []
    pad.changed.connect(lambda: told.append(len(pad.rows())))
    QTest.mousePress(pad, LEFT, NONE, QPoint(20, 20))
    QGuiApplication.processEvents()
    told.clear()
    for x in range(30, 200, 10):
        QTest.mouseMove(pad, QPoint(x, 20))
    assert told == []
    QGuiApplication.processEvents()
    assert told == [len(pad.rows())]
    QTest.mouseRelease(pad, LEFT, NONE, QPoint(190, 20))


def test_the_line_under_way_is_in_the_rows(pad: DrawingPad) -> None:
    QTest.mousePress(pad, LEFT, NONE, QPoint(20, 20))
    QTest.mouseMove(pad, QPoint(120, 20))
    assert pad.rows()[-1][1:3] == (120.0, 20.0)
    QTest.mouseRelease(pad, LEFT, NONE, QPoint(120, 20))


@pytest.mark.parametrize("by_button", [True, False])
def test_the_eraser_takes_ink_away(pad: DrawingPad, by_button: bool) -> None:
    draw(pad, (40, 140), (240, 140))
    assert ink_at(pad, 140, 140)
    pad.set_eraser(not by_button)
    draw(pad, (140, 60), (140, 220), button=RIGHT if by_button else LEFT)
    assert not ink_at(pad, 140, 140)
    assert ink_at(pad, 60, 140)
    assert [row[4] for row in pad.rows()][-1] == 1.0


def test_undo_and_redo_walk_through_lines_and_clearing(pad: DrawingPad) -> None:
    draw(pad, (40, 40), (240, 40))
    one = pad.rows()
    draw(pad, (40, 200), (240, 200))
    two = pad.rows()
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_empty()
    for expected in (two, one, ()):
        QTest.keyClick(pad, Qt.Key.Key_Z, CTRL)
        assert pad.rows() == expected
    assert not pad.can_undo
    for expected in (one, two, ()):
        QTest.keyClick(pad, Qt.Key.Key_Y, CTRL)
        assert pad.rows() == expected
    assert not pad.can_redo


def test_a_new_line_after_undo_ends_redo(pad: DrawingPad) -> None:
    draw(pad, (40, 40), (240, 40))
    pad.undo()
    draw(pad, (40, 90), (240, 90))
    pad.redo()
    assert pad.rows()[0][2] == 90.0


def test_what_is_undone_leaves_the_paper(pad: DrawingPad) -> None:
    draw(pad, (40, 140), (240, 140))
    pad.undo()
    assert not ink_at(pad, 140, 140)
    pad.redo()
    assert ink_at(pad, 140, 140)


def test_rows_restore_the_same_drawing(pad: DrawingPad, qtbot: QtBot) -> None:
    draw(pad, (40, 40), (200, 90), (60, 220))
    pad.set_pen_width(30)
    draw(pad, (140, 140), (150, 150), button=RIGHT)
    rows = pad.rows()
    assert Drawing(strokes_of(rows)).rows == rows
    other = DrawingPad()
    qtbot.addWidget(other)
    other.restore(rows, "")
    assert other.rows() == rows
    other.undo()
    assert other.is_empty()


def test_the_echo_of_what_was_told_changes_nothing(pad: DrawingPad) -> None:
    draw(pad, (40, 40), (200, 90))
    rows = pad.rows()
    pad.undo()
    pad.redo()
    QGuiApplication.processEvents()
    pad.restore(rows, "")
    assert pad.can_undo
    QTest.mousePress(pad, LEFT, NONE, MIDDLE)
    pad.restore((), "")
    QTest.mouseRelease(pad, LEFT, NONE, MIDDLE)
    assert len(pad.rows()) == len(rows) + 1


def test_the_mouse_may_leave_the_paper_but_no_point_does(pad: DrawingPad) -> None:
    draw(pad, (140, 140), (900, -300), (-500, 800))
    assert all(0 <= coordinate <= SIDE for row in pad.rows() for coordinate in row[1:3])


def test_the_hint_shows_only_on_empty_paper(pad: DrawingPad) -> None:
    empty = pad.grab().toImage()
    draw(pad, (4, 4))
    drawn = pad.grab().toImage()
    lower = [(x, y) for x in range(60, 220, 2) for y in range(120, 180, 2)]
    assert any(empty.pixelColor(*p) != empty.pixelColor(140, 230) for p in lower)
    assert all(drawn.pixelColor(*p) == drawn.pixelColor(140, 230) for p in lower)


def test_keys_change_tool_and_width(pad: DrawingPad) -> None:
    QTest.keyClick(pad, Qt.Key.Key_E)
    assert pad.eraser
    QTest.keyClick(pad, Qt.Key.Key_P)
    assert not pad.eraser
    width = pad.pen_width
    QTest.keyClick(pad, Qt.Key.Key_BracketRight)
    assert pad.pen_width > width
    QTest.keyClick(pad, Qt.Key.Key_BracketLeft)
    assert pad.pen_width == width


def test_the_keyboard_draws_too(pad: DrawingPad) -> None:
    for key in [Qt.Key.Key_Left] * 5 + [Qt.Key.Key_Space] + [Qt.Key.Key_Right] * 10:
        QTest.keyClick(pad, key)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    QTest.keyClick(pad, Qt.Key.Key_Down)
    rows = pad.rows()
    assert rows[0][1:3] == (100.0, 140.0)
    assert rows[-1][1:3] == (180.0, 140.0)
    assert ink_at(pad, 140, 140)


def test_digit_keys_tell_the_label(pad: DrawingPad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.label_typed) as signal:
        QTest.keyClick(pad, Qt.Key.Key_7)
    assert signal.args == [7]


def test_pasted_and_dropped_pictures_are_handed_on(
    pad: DrawingPad, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(pad.picture_offered) as pasted:
        QTest.keyClick(pad, Qt.Key.Key_V, CTRL)
    assert pasted.args[0].size() == image.size()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "seven.png"))])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    with qtbot.waitSignal(pad.file_offered) as dropped:
        pad.dropEvent(drop)
    assert Path(dropped.args[0]) == tmp_path / "seven.png"


def test_a_picture_gives_way_to_the_first_line_and_undo_brings_it_back(qtbot: QtBot) -> None:
    black = QImage(4, 4, QImage.Format.Format_RGB32)
    black.fill(Qt.GlobalColor.black)
    pad = DrawingPad(lambda text: black)
    qtbot.addWidget(pad)
    pad.apply_theme(LIGHT)
    pad.resize(280, 280)
    pad.set_picture("a picture")
    assert ink_at(pad, 30, 30)
    draw(pad, (200, 200), (250, 250))
    assert pad.drawing.picture == ""
    assert not ink_at(pad, 30, 30)
    pad.undo()
    assert pad.drawing.picture == "a picture"
    assert ink_at(pad, 30, 30)


def test_a_drawing_without_end_stops_growing(pad: DrawingPad) -> None:
    QTest.mousePress(pad, LEFT, NONE, MIDDLE)
    for k in range(1500):
        QTest.mouseMove(pad, QPoint(10 if k % 2 else 270, 140))
    QTest.mouseRelease(pad, LEFT, NONE, MIDDLE)
    assert 5000 < len(pad.rows()) < 7000


def test_the_curve_ends_where_the_pen_is_lifted() -> None:
    curve = PenCurve((0.0, 0.0))
    curve.move((50.0, 0.0))
    curve.move((50.0, 80.0))
    curve.finish()
    assert curve.line[0] == (0.0, 0.0)
    assert curve.line[-1] == (50.0, 80.0)
    assert curve.loose_end == ((50.0, 80.0),)


def test_a_trembling_hand_leaves_one_dot() -> None:
    curve = PenCurve((10.0, 10.0))
    for offset in (0.1, -0.2, 0.3):
        curve.move((10.0 + offset, 10.0))
    assert curve.line == ((10.0, 10.0),)
