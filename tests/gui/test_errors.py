"""What nobody caught: a bar in its lab, a report, a line in the log; and the window goes on."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fishlab import paths
from fishlab.gui import error_log
from fishlab.gui.app import create_window
from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.views import perceptron
from fishlab.labs import LABS

from .toys import Count, CountParams, Frame, Frames

Told = list[str]


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Stand-ins for the hooks of the test tools, which would fail the test; what they are told."""
    told: Told = []

    def left(kind: type[BaseException], error: BaseException, trace: object) -> None:
        told.append(f"slot: {error}")

    def ended(args: threading.ExceptHookArgs) -> None:
        told.append(f"thread: {args.exc_value}")

    def lost(args: sys.UnraisableHookArgs) -> None:
        told.append(f"unraisable: {args.exc_value}")

    monkeypatch.setattr(sys, "excepthook", left)
    monkeypatch.setattr(threading, "excepthook", ended)
    monkeypatch.setattr(sys, "unraisablehook", lost)
    return told


@pytest.fixture
def window(before: Told, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window, with its real labs."""
    window = create_window("en", "light")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def words(page: QWidget) -> str:
    return page.findChild(QWidget, "verdict").text()  # type: ignore[union-attr]


def failed(qtbot: QtBot, page: LabPage, what: str) -> None:
    """Wait for the bar with a sentence, advice, and two buttons."""
    qtbot.waitUntil(lambda: what in words(page))
    assert "Reset this lab" in words(page)
    assert "\n" not in words(page)
    assert page.findChild(QWidget, "copy_report").isVisibleTo(page)
    assert page.findChild(QWidget, "reset_failed").isVisibleTo(page)


def is_calm(page: LabPage) -> bool:
    """True if a picture is shown, the run has come to rest, and no error is told."""
    shown = page.findChild(QWidget, "copy_report").isVisibleTo(page)
    player = page.player
    return not shown and player.position >= 0 and player.state in ("done", "paused")


def log() -> str:
    return paths.error_log().read_text(encoding="utf-8")


def test_a_view_that_raises_is_reported_in_its_lab_and_reset_goes_on(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, before: Told
) -> None:
    page, other = window.show_lab("optimizers"), window.open_page("perceptron")
    page.form.edit({"steps": 500})  # long enough not to be over before a slow machine draws it
    qtbot.waitUntil(lambda: is_calm(page) and is_calm(other))
    show = page.view.show_frame

    def broken(*arguments: object) -> None:
        raise IndexError("no such curve")

    page.view.show_frame = broken  # type: ignore[method-assign]
    page.player.play()
    failed(qtbot, page, "IndexError: no such curve")
    assert page.player.state == "paused"  # not thirty reports a second
    assert set(before) == {"slot: no such curve"}
    page.findChild(QWidget, "copy_report").click()
    report = QGuiApplication.clipboard().text()
    for part in ("FishLab", "PySide6", "lab optimizers", "seed", "Traceback", "in broken"):
        assert part in report
    assert report.strip() in log()

    assert words(other) == "" or "IndexError" not in words(other)
    other.form.edit({"w1": 0.25})
    qtbot.waitUntil(lambda: is_calm(other))

    page.view.show_frame = show  # type: ignore[method-assign]
    page.findChild(QWidget, "reset_failed").click()
    qtbot.waitUntil(lambda: is_calm(page))
    page.player.play()
    qtbot.waitUntil(lambda: page.player.position > 1)
    assert "IndexError" not in words(page)


def test_an_error_told_late_is_not_held_against_the_run_after_it(
    window: MainWindow, qtbot: QtBot, before: Told
) -> None:
    """On a slow machine Reset is clicked between an error and the window's hearing of it."""
    page = window.show_lab("optimizers")
    page.form.edit({"steps": 500})
    qtbot.waitUntil(lambda: is_calm(page))
    show = page.view.show_frame

    def broken(*arguments: object) -> None:
        raise IndexError("no such curve")

    page.view.show_frame = broken  # type: ignore[method-assign]
    page.player.show_anew()
    assert before == ["slot: no such curve"]
    page.view.show_frame = show  # type: ignore[method-assign]
    page.findChild(QWidget, "reset").click()
    page.player.play()
    qtbot.waitUntil(lambda: page.player.position > 1)
    assert "no such curve" in log()
    assert "IndexError" not in words(page)


def test_a_lab_that_raises_is_reported_and_reset_goes_on(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.show_lab("perceptron")
    qtbot.waitUntil(lambda: is_calm(page))

    def broken(self: object, *arguments: object) -> Frames:
        raise KeyError("w3")
        yield

    with monkeypatch.context() as patch:
        patch.setattr(type(page.lab), "run", broken)
        page.player.prepare()
        failed(qtbot, page, "KeyError: 'w3'")
        page.findChild(QWidget, "reset_failed").click()
        failed(qtbot, page, "KeyError: 'w3'")
        assert "in broken" in log()
        qtbot.waitUntil(lambda: is_calm(window.open_page("activations")))
    page.findChild(QWidget, "reset_failed").click()
    qtbot.waitUntil(lambda: is_calm(page))
    assert "w3" not in words(page)


def test_a_slot_that_raises_is_reported_in_its_lab_though_another_is_open(
    window: MainWindow, qtbot: QtBot, before: Told
) -> None:
    page = window.show_lab("perceptron")
    qtbot.waitUntil(lambda: is_calm(page))
    other = window.show_lab("activations")
    page.player.take = None  # type: ignore[assignment,method-assign]
    page.seed_box.setValue(3)
    failed(qtbot, page, "TypeError: 'NoneType' object is not callable")
    assert "TypeError" not in words(other)
    assert before == ["slot: 'NoneType' object is not callable"]
    del page.player.take
    page.seed_box.setValue(4)
    qtbot.waitUntil(lambda: is_calm(page))


def test_an_error_of_nobody_in_particular_is_shown_in_the_open_lab(
    window: MainWindow, qtbot: QtBot, before: Told
) -> None:
    page = window.show_lab("perceptron")
    qtbot.waitUntil(lambda: is_calm(page))

    def work() -> None:
        raise ArithmeticError("of a thread\nof two lines")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    failed(qtbot, page, "ArithmeticError: of a thread. ")

    class Dying:
        def __del__(self) -> None:
            raise BufferError("of a destructor")

    Dying()
    gc.collect()
    failed(qtbot, page, "BufferError: of a destructor")
    assert before == ["thread: of a thread\nof two lines", "unraisable: of a destructor"]
    assert "of a thread" in log()
    assert "of a destructor" in log()


def test_a_picture_that_cannot_be_painted_is_logged_once(
    window: MainWindow, qtbot: QtBot, before: Told
) -> None:
    class Torn(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            raise OverflowError("paint")

    page = window.show_lab("perceptron")
    qtbot.waitUntil(lambda: is_calm(page))
    torn = Torn(page)
    torn.resize(20, 20)
    torn.show()
    failed(qtbot, page, "OverflowError")
    for _ in range(3):
        told = len(before)
        torn.update()
        qtbot.waitUntil(lambda told=told: len(before) > told)  # type: ignore[misc]
    assert log().count("Traceback") == 1


def test_settings_of_last_time_that_cannot_be_shown_do_not_keep_the_window_shut(
    before: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, lab = Settings(), LABS[0]
    settings.put("tab", lab.id)
    settings.put_lab(lab, lab.presets[0].params, 0)
    settings.save()

    def broken(self: object, params: object) -> None:
        raise ValueError("from last time")

    with monkeypatch.context() as patch:
        patch.setattr(perceptron.PerceptronView, "show_params", broken)
        window = create_window("en", "light")
        qtbot.addWidget(window)
        window.show()
        failed(qtbot, window.page, "ValueError: from last time")
    window.page.findChild(QWidget, "reset_failed").click()
    qtbot.waitUntil(lambda: is_calm(window.page))
    window.close()


def test_a_page_that_cannot_be_built_leaves_a_bar_in_its_tab(
    before: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = perceptron.PerceptronView
    monkeypatch.setattr(perceptron, "PerceptronView", None)
    window = create_window("en", "light")
    qtbot.addWidget(window)
    window.show()
    tab = window.tabs.currentWidget()
    qtbot.waitUntil(lambda: "not callable" in words(tab))
    qtbot.waitUntil(lambda: is_calm(window.open_page("activations")))
    window.tabs.setCurrentIndex(1)
    window.tabs.setCurrentIndex(0)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: len(tab.findChildren(QWidget, "verdict")) == 1)

    monkeypatch.setattr(perceptron, "PerceptronView", whole)
    tab.findChild(QWidget, "reset_failed").click()
    qtbot.waitUntil(lambda: is_calm(window.page))
    qtbot.waitUntil(lambda: len(tab.findChildren(QWidget, "verdict")) == 1)
    window.close()


def test_a_window_gives_the_hooks_back(before: Told, qtbot: QtBot) -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    window = create_window("en", "light")
    qtbot.addWidget(window)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) != hooks
    window.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks


class Untidy(Count):
    """Raises when it is closed, as a lab does whose `finally` has a bug."""

    def run(self, params: CountParams, rng: object) -> Frames:  # type: ignore[override]
        try:
            yield Frame(0, {"total": 0.0})
            yield Frame(1, {"total": 0.0})
        finally:
            raise RuntimeError("while closing")


def test_a_lab_that_raises_while_it_closes_does_not_end_the_worker(
    make_page: Callable[..., LabPage], qtbot: QtBot
) -> None:
    page = make_page(Untidy())
    qtbot.waitUntil(lambda: page.player.position == 0)
    page.player.restart()
    failed(qtbot, page, "RuntimeError: while closing")
    page.player.prepare()
    qtbot.waitUntil(lambda: page.player.state == "paused" and page.player.position == 0)


def test_the_log_keeps_to_its_size_and_survives_a_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(40):
        error_log.record(f"{number} " + "x" * 60_000)
    files = list(paths.error_log().parent.glob("errors.log*"))
    assert len(files) == 1 + error_log.OLDER_FILES
    assert all(file.stat().st_size <= error_log.LARGEST for file in files)
    assert "39 x" in log()

    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FISHLAB_HOME", str(tmp_path / "file"))
    error_log.record("another")
    assert "could not be logged" in capsys.readouterr().err
