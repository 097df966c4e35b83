"""The chooser: words that do not fit say so, and can be read whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from fishlab.gui.chooser import Chooser
from fishlab.gui.editors import Unwheeled

LONG = "A long valley: the gradient does not point at the minimum"


def chooser(qtbot: QtBot, width: int) -> Chooser:
    made = Chooser(Unwheeled(), letters=8)
    qtbot.addWidget(made)
    made.addItems([LONG, "Short"])
    made.setToolTip("Settings made ready")
    made.resize(width, 26)
    made.show()
    return made


def tip(made: Chooser) -> str:
    place = QPoint(4, 4)
    QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, place, made.mapToGlobal(place)))
    return QToolTip.text()


def test_words_that_do_not_fit_end_in_an_ellipsis_and_stand_whole_in_the_tip(qtbot: QtBot) -> None:
    narrow = chooser(qtbot, 200)

    assert narrow.written.endswith("…")
    assert LONG.startswith(narrow.written[:-1])
    assert tip(narrow) == f"{LONG}\nSettings made ready"


def test_words_that_fit_stand_as_they_are(qtbot: QtBot) -> None:
    assert chooser(qtbot, 600).written == LONG
    narrow = chooser(qtbot, 200)
    narrow.setCurrentText("Short")
    assert narrow.written == "Short"
    assert tip(narrow) == "Settings made ready"


def test_the_list_is_wide_enough_for_every_line(qtbot: QtBot) -> None:
    narrow = chooser(qtbot, 200)
    narrow.showPopup()
    try:
        assert narrow.view().viewport().width() >= narrow.fontMetrics().horizontalAdvance(LONG)
    finally:
        narrow.hidePopup()


def test_without_a_choice_the_placeholder_is_written(qtbot: QtBot) -> None:
    made = chooser(qtbot, 600)
    made.setPlaceholderText("my own settings")
    made.setCurrentIndex(-1)
    assert made.written == "my own settings"
