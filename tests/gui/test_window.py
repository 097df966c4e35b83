"""The window: tabs built when opened, keys, files, and an end that leaves nothing running."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from fishlab.experiment import Run
from fishlab.experiment.export import write_json
from fishlab.gui.app import create_window
from fishlab.gui.main_window import MainWindow
from fishlab.labs import LABS

from .toys import Count, CountParams, Square, SquareParams

Maker = Callable[..., MainWindow]


class Other(Square):
    """A second tab."""

    id = "other"


@pytest.fixture
def window(make_window: Maker, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setitem(
        sys.modules, "fishlab.gui.views.other", sys.modules["fishlab.gui.views.toy"]
    )
    monkeypatch.setattr(
        sys.modules["fishlab.gui.views.toy"],
        "OtherView",
        sys.modules["fishlab.gui.views.toy"].ToyView,
        raising=False,
    )
    return make_window(Square(), Other())


def test_names_that_outside_checks_use(window: MainWindow) -> None:
    tabs = window.findChild(QTabWidget, "labs")
    assert tabs is not None
    page = window.findChild(QWidget, "lab:toy")
    assert page is not None
    for name in ("run", "pause", "step", "step_back", "reset", "export", "preset", "param:x"):
        assert page.findChild(QWidget, name) is not None, name


def test_a_page_is_built_when_its_tab_is_opened(window: MainWindow) -> None:
    assert window.findChild(QWidget, "lab:other") is None
    window.tabs.setCurrentIndex(1)
    assert window.findChild(QWidget, "lab:other") is not None


def test_keys_turn_the_tabs(window: MainWindow, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_2, control)
    assert window.tabs.currentIndex() == 1
    qtbot.keyClick(window, Qt.Key.Key_1, control)
    assert window.tabs.currentIndex() == 0
    qtbot.keyClick(window, Qt.Key.Key_Tab, control)
    assert window.tabs.currentIndex() == 1
    qtbot.keyClick(window, Qt.Key.Key_Tab, control)
    assert window.tabs.currentIndex() == 0
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()


def test_the_lesson_stays_open_from_tab_to_tab(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.page.shows_panel
    window.tabs.setCurrentIndex(1)
    assert window.page.shows_panel
    qtbot.keyClick(window, Qt.Key.Key_F1)
    window.tabs.setCurrentIndex(0)
    assert not window.page.shows_panel


def test_progress_is_painted_with_all_the_rest_and_not_on_its_own(
    make_window: Maker, qtbot: QtBot
) -> None:
    window = make_window(Count())
    window.show()
    window.page.player.play()
    qtbot.waitUntil(lambda: window.page.player.state == "done")
    qtbot.wait(20)
    painted: list[QEvent] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(event)
            return False

    watch = Watch()
    bar = window.status.progress
    assert bar.isVisible()
    bar.installEventFilter(watch)
    bar.setValue(0)
    assert painted  # so Qt does if it is let
    painted.clear()
    window._refresh_status()
    assert not painted
    assert bar.value() == bar.maximum()
    qtbot.waitUntil(lambda: bool(painted))


def test_the_status_line_tells_state_and_progress(make_window: Maker, qtbot: QtBot) -> None:
    window = make_window(Count())
    status = window.status
    qtbot.waitUntil(lambda: status.state.text() == "Paused")
    window.page.player.play()
    qtbot.waitUntil(lambda: status.state.text() == "Done")
    assert status.progress.value() == status.progress.maximum()


def saved_run(folder: Path) -> Path:
    run = Run(Square(), SquareParams(x=3.0, power=3), 5)
    run.execute()
    path = folder / "run.json"
    write_json(path, run)
    return path


def drop(window: MainWindow, path: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(QPoint(50, 50)), action, mime, buttons, keys)
    event.ignore()
    window.dropEvent(event)
    return event.isAccepted()


def test_a_saved_run_is_opened_by_dropping_it(window: MainWindow, tmp_path: Path) -> None:
    window.tabs.setCurrentIndex(1)
    assert drop(window, saved_run(tmp_path))
    assert window.tabs.currentIndex() == 0
    assert window.page.params == SquareParams(x=3.0, power=3)
    assert window.page.seed == 5


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("not JSON", "is not a saved run"),
        ("[]", "is not a saved run"),
        (json.dumps({"lab": "ladder", "params": {}, "seed": 0}), "no lab named ladder"),
        (json.dumps({"lab": "toy", "params": {"x": 99}, "seed": 0}), "outside the range"),
        (json.dumps({"lab": "toy", "params": {"w": 1}, "seed": 0}), "no such parameter"),
    ],
)
def test_a_wrong_file_is_explained_and_changes_nothing(
    window: MainWindow, tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "run.json"
    path.write_text(content)
    window.open_run(path)
    verdict = window.page.findChild(QWidget, "verdict")
    assert sentence in verdict.text()  # type: ignore[union-attr]
    assert window.page.params == SquareParams()


def test_closing_in_the_middle_of_a_run_cancels_and_joins_it(
    make_window: Maker, qtbot: QtBot
) -> None:
    lab = Count()
    window = make_window(lab)
    page = window.page
    page.load(CountParams(steps=1_000_000), 0, play=True)
    qtbot.waitUntil(lambda: page.player.position > 0)
    window.close()
    assert page.player.run is not None
    assert page.player.run.outcome is not None
    assert page.player.run.outcome.kind == "cancelled"
    assert lab.closed == 2  # the run, and the one that waited before it


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_the_window_of_every_lab_opens_and_says_who_it_is(lab, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    window = create_window("en", "light")
    qtbot.addWidget(window)
    window.show()
    page = window.show_lab(lab.id)
    qtbot.waitUntil(lambda: page.player.state in ("done", "paused", "failed"), timeout=20_000)
    assert page.player.state != "failed", page.verdict.findChild(QWidget, "verdict").text()
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.objectName():
            told = widget.accessibleName() or widget.toolTip() or getattr(widget, "text", str)()
            assert told or widget.objectName().startswith("qt_"), widget.objectName()
    window.close()


def test_the_program_closes_by_itself_with_status_0(tmp_path: Path) -> None:
    environment = os.environ | {"FISHLAB_CLOSE_AFTER": "0.2", "FISHLAB_HOME": str(tmp_path)}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "fishlab", "--size", "900x600"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if "plugin does not support" not in line]
    assert (done.returncode, lines) == (0, [])
    assert (tmp_path / "config" / "fishlab.ini").is_file()
