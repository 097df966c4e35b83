"""The first window says how to begin, once; the about box says on what the program stands."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from fishlab import __version__, paths
from fishlab.gui import language
from fishlab.gui.app import create_window
from fishlab.gui.main_window import MainWindow


def opened(qtbot: QtBot, **options: bool) -> MainWindow:
    window = create_window("en", "light", **options)
    qtbot.addWidget(window)
    window.show()
    return window


def hint(window: MainWindow) -> QLabel:
    found = window.findChild(QLabel, "hint_text")
    assert isinstance(found, QLabel)
    return found


def test_the_first_window_says_how_to_begin_and_the_second_does_not(qtbot: QtBot) -> None:
    first = opened(qtbot)
    assert hint(first).isVisible()
    assert "Try this" in hint(first).text()
    first.close()
    second = opened(qtbot)
    assert not hint(second).isVisible()
    second.close()


def test_the_hint_goes_by_its_button_and_gives_its_room_to_the_lab(qtbot: QtBot) -> None:
    window = opened(qtbot)
    height = window.tabs.height()
    button = window.findChild(QPushButton, "hint_button")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not hint(window).isVisible()
    qtbot.waitUntil(lambda: window.tabs.height() > height)
    window.close()


def test_a_picture_of_the_window_has_no_hint(qtbot: QtBot) -> None:
    window = opened(qtbot, hint=False)
    assert not hint(window).isVisible()
    window.close()


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_about_box_names_versions_licences_and_folders(qtbot: QtBot, lang: str) -> None:
    window = opened(qtbot)
    language.use(lang)
    window.show_about()
    box = window.findChild(QMessageBox)
    assert box is not None
    text = re.sub("<[^>]*>", " ", box.text())
    assert f"FishLab {__version__}" in text
    for package in ("numpy", "PySide6-Essentials", "pyqtgraph", "pillow"):
        assert re.search(rf"{package}\s+{re.escape(metadata.version(package))}\s+\w", text), package
    assert "LGPL" in text
    assert "MIT" in text
    assert str(paths.user_data()) in text
    box.close()
    window.close()
