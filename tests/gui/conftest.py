"""What every test of the window stands on: nothing of it is left behind.

Qt's warnings fail a test (qt_log_level_fail in pyproject.toml), and so do a thread of ours that
still runs and a timer that still ticks when it is over.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab
from fishlab.gui import language
from fishlab.gui.app import application
from fishlab.gui.garbage import Sweeper
from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.gui.theme import LIGHT
from fishlab.labs.contents import Entry

from .toys import give_view

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A platform without a screen can neither size nor raise windows, and says so every time."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program sets it up."""
    return application()


# The engine's own pool lives as long as the process.
OURS = ("fishlab-runner", "fishlab-export", "fishlab-errands")


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    # As in the program: garbage collected in the middle of a look at all widgets takes the menus
    # and lists with it that Qt has made for a window, and PySide goes on to speak of them.
    gc.disable()
    language.use("en")
    before = set(visible(qapp))
    yield
    qapp.findChild(Sweeper).sweep()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [t.name for t in threading.enumerate() if t.name in OURS]
    assert not set(visible(qapp)) - before
    for window in set(qapp.topLevelWidgets()) - before:
        assert not [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    language.use("en")
    gc.enable()  # for the tests without a window, which sweep nothing themselves


def visible(app: QApplication) -> list[QWidget]:
    return [window for window in app.topLevelWidgets() if window.isVisible()]


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def make_page(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Lab], LabPage]]:
    """Return a maker of shown pages over a toy lab; they are shut down after the test."""
    give_view(monkeypatch)
    pages: list[LabPage] = []

    def make(lab: Lab) -> LabPage:
        page = LabPage(lab, settings)
        qtbot.addWidget(page)
        page.apply_theme(LIGHT)
        page.retranslate()
        page.begin()
        page.resize(1000, 700)
        pages.append(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield make
    for page in pages:
        page.shutdown()
        page.close()


@pytest.fixture
def make_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., MainWindow]]:
    """Return a maker of windows over the given labs; they are closed after the test."""
    give_view(monkeypatch)
    windows: list[MainWindow] = []

    def make(*labs: Lab) -> MainWindow:
        contents = [Entry(lab.id, lab.title, lab.chapter, lab.summary) for lab in labs]
        find = {lab.id: lab for lab in labs}.__getitem__
        window = MainWindow(contents, Settings(), Dresser("light"), find)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in windows:
        window.close()
