"""The lesson beside the picture, in narrow room and in wide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab
from fishlab.gui.lesson import Lesson
from fishlab.labs import LABS


def settle() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_no_formula_is_wider_than_the_lesson(qtbot: QtBot, lab: Lab) -> None:
    lesson = Lesson(lab)
    qtbot.addWidget(lesson)
    lesson.resize(900, 700)
    lesson.show()
    lesson.retranslate()
    settle()
    for width in (360, 262):
        lesson.resize(width, 700)
        settle()
        assert lesson.horizontalScrollBar().maximum() == 0, width


def test_a_formula_grows_again_with_the_room(qtbot: QtBot) -> None:
    lesson = Lesson(next(lab for lab in LABS if lab.id == "optimizers"))
    qtbot.addWidget(lesson)
    lesson.resize(900, 700)
    lesson.show()
    lesson.retranslate()
    settle()

    def widest() -> int:
        names = [name for name in lesson.toHtml().split('"') if name.startswith("formula:")]
        drawn = [lesson.document().resource(2, name) for name in names]
        return max(image.width() for image in drawn if isinstance(image, QImage))

    wide = widest()
    lesson.resize(262, 700)
    settle()
    narrow = widest()
    lesson.resize(900, 700)
    settle()
    assert narrow < wide == widest()
