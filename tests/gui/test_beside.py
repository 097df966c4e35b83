"""What stands at the side of a picture goes below it where the room is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from fishlab.gui.widgets.beside import Beside
from fishlab.gui.widgets.plot import Plot

SIDE = 300


class Desk:
    """A picture with a table and a chart."""

    def __init__(self, qtbot: QtBot) -> None:
        self.main, self.table, self.chart = QLabel("picture"), QTableWidget(2, 2), Plot()
        self.whole = Beside(self.main, (self.table, self.chart), SIDE)
        qtbot.addWidget(self.whole)
        self.whole.show()

    def resize(self, width: int) -> None:
        self.whole.resize(width, 600)
        for _ in range(3):
            QCoreApplication.processEvents()

    @property
    def below(self) -> bool:
        return self.place(self.chart)[1] >= self.main.geometry().bottom()

    def place(self, part: QTableWidget | Plot) -> tuple[int, int]:
        at = part.mapTo(self.whole, part.rect().topLeft())
        return at.x(), at.y()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_with_room_the_parts_stand_at_the_side_under_each_other(desk: Desk) -> None:
    desk.resize(1000)
    assert not desk.below
    assert desk.place(desk.table)[0] == desk.place(desk.chart)[0] > desk.main.geometry().right()
    assert desk.table.width() == SIDE


def test_without_room_the_parts_stand_below_next_to_each_other(desk: Desk) -> None:
    desk.resize(550)
    assert desk.below
    assert desk.main.width() == 550
    assert desk.place(desk.table)[0] < desk.place(desk.chart)[0]
    assert desk.table.width() >= desk.chart.width() > 100


def test_they_come_back_to_the_side(desk: Desk) -> None:
    desk.resize(550)
    desk.resize(1000)
    assert not desk.below


def test_a_very_wide_window_gives_the_side_its_share(desk: Desk) -> None:
    desk.resize(2000)
    assert SIDE < desk.table.width() < 700


def test_without_the_picture_the_parts_have_all_the_room(desk: Desk) -> None:
    desk.resize(1000)
    desk.main.hide()
    desk.whole.arrange()
    desk.resize(1001)
    assert desk.chart.width() == 1001
