"""Words that change with every frame: they are read, they wrap, and they leave the layout alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from fishlab.gui.views.training_key import Key
from fishlab.gui.widgets.words import Words


class Layouts(QObject):
    """Counts how often a widget is laid out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt)
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


class Desk:
    """A row of one label in a window."""

    def __init__(self, qtbot: QtBot, label: QWidget, stretch: int = 0) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        row = QHBoxLayout(self.window)
        row.addWidget(label, stretch)
        if not stretch:
            row.addStretch(1)
        self.window.resize(500, 120)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.settle = lambda: qtbot.wait(1)
        self.settle()
        self.layouts = Layouts(self.window)


@pytest.fixture
def words() -> Words:
    return Words()


def test_words_of_the_same_width_ask_for_no_layout(qtbot: QtBot, words: Words) -> None:
    words.setText("Train  97.3%")
    desk = Desk(qtbot, words)
    before = words.grab().toImage()
    for number in range(10):
        words.setText(f"Train  97.{number}%")
        desk.settle()
    assert desk.layouts.count == 0
    assert words.text() == "Train  97.9%"
    assert words.grab().toImage() != before


def test_longer_words_get_their_room_and_much_shorter_ones_give_it_back(
    qtbot: QtBot, words: Words
) -> None:
    words.setText("9.9%")
    desk = Desk(qtbot, words)
    widths = [words.width()]
    for text in ("a hundred percent", "ninety percent", "0"):
        words.setText(text)
        desk.settle()
        widths.append(words.width())
        assert words.fontMetrics().horizontalAdvance(text) <= words.width()
    assert widths[0] < widths[1] == widths[2] > widths[3]
    assert desk.layouts.count == 2


def test_wrapped_words_take_the_lines_they_need(qtbot: QtBot) -> None:
    words = Words(wrapped=True)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    desk = Desk(qtbot, words, stretch=1)
    line = words.fontMetrics().height()
    words.setText("short")
    desk.settle()
    assert line <= words.heightForWidth(words.width()) < 2 * line
    words.setText("a sentence that is too long for one line " * 4)
    desk.settle()
    assert words.height() >= words.heightForWidth(words.width()) >= 2 * line


def test_letters_of_another_size_get_their_room(qtbot: QtBot, words: Words) -> None:
    words.setText("large letters")
    desk = Desk(qtbot, words)
    before = words.width()
    font = words.font()
    font.setPointSizeF(2 * font.pointSizeF())
    words.setFont(font)
    desk.settle()
    assert words.width() > 1.5 * before


def test_a_key_with_the_newest_numbers_asks_for_no_layout(qtbot: QtBot) -> None:
    key = Key()

    def entries(number: int) -> list[tuple[QPixmap | None, str]]:
        stroke = QPixmap(36, 20)
        stroke.fill("black")
        return [(stroke, f"Train  97.{number}%"), (None, "accuracy against the epoch")]

    key.show_entries(entries(0))
    desk = Desk(qtbot, key, stretch=1)
    inside = Layouts(key)
    for number in range(10):
        key.show_entries(entries(number))
        desk.settle()
    assert inside.count == desk.layouts.count == 0
    assert key.words() == ["Train  97.9%", "accuracy against the epoch"]
