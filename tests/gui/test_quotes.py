"""English quotation marks are narrow even in a font that is made for Chinese."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from fishlab.gui import language
from fishlab.gui.app import application

CHINESE = "Noto Sans CJK SC"


def width_of(text: str) -> float:
    """Width of `text` in the window's font, if that were the Chinese one."""
    font = QApplication.font()
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
