"""English quotation marks are narrow even in a font that is made for Chinese."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fishlab.gui import language
from fishlab.gui.app import application
from fishlab.gui.presentation import Presentation

CHINESE = "Noto Sans CJK SC"


def width_of(text: str, widget: QWidget | None = None) -> float:
    """Width of `text` in the font of the window or a widget, if that were the Chinese one."""
    font = QApplication.font() if widget is None else widget.font()
    font.setFamilies([CHINESE])
    return QFontMetricsF(font).horizontalAdvance(text)


@pytest.mark.usefixtures("qapp")
def test_quotation_marks_are_as_wide_as_the_language_has_them() -> None:
    if CHINESE not in QFontDatabase.families():
        pytest.skip("this machine does not have the font")
    application()
    quoted, plain = "“maximum”", "maximum"
    try:
        language.use("zh_CN")
        wide = width_of(quoted) - width_of(plain)
        language.use("en")
        narrow = width_of(quoted) - width_of(plain)
    finally:
        language.use("en")
    assert narrow < 0.7 * wide


def test_the_marks_of_a_widget_follow_the_language_and_stay_so_in_large_type(
    qtbot: QtBot,
) -> None:
    if CHINESE not in QFontDatabase.families():
        pytest.skip("this machine does not have the font")
    application()
    window, presentation = QWidget(), Presentation()
    qtbot.addWidget(window)
    label = QLabel("“maximum”", window)
    window.show()
    widths = []
    try:
        for name in ("en", "zh_CN", "en", "zh_CN"):
            language.use(name)
            presentation.show_large(True)
            presentation.show_large(False)
            widths.append(width_of("“”", label))
    finally:
        language.use("en")
    assert widths[0] == widths[2] < 0.7 * widths[1]
    assert widths[1] == widths[3]
