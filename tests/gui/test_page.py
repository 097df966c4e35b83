"""The page: form, picture and run are always about the same settings."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fishlab.experiment import Frames, Lab, Params
from fishlab.gui import player
from fishlab.gui.page import LabPage

from .toys import Count, CountParams, Square, SquareParams, ToyView

Maker = Callable[[Lab], LabPage]


class Desk:
    """A page over a toy lab, and hands."""

    def __init__(self, page: LabPage, qtbot: QtBot) -> None:
        assert isinstance(page.view, ToyView)
        self.page = page
        self.view = page.view
        self.player = page.player
        self.qtbot = qtbot

    def find(self, name: str) -> Any:
        widget = self.page.findChild(QWidget, name)
        assert widget is not None, name
        return widget

    def click(self, name: str) -> None:
        assert self.find(name).isEnabled(), f"{name} cannot be clicked"
        self.find(name).click()

    def wait_state(self, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.player.state == state)

    def wait_frame(self, number: int) -> None:
        """Wait until frame `number` is on show."""

        def there() -> bool:
            return self.player.position == number

        self.qtbot.waitUntil(there)

    def key(self, key: Qt.Key, target: QWidget | None = None) -> None:
        self.qtbot.keyClick(target or self.page, key)

    @property
    def result(self) -> float:
        return self.view.frames[-1].scalars["result"]

    @property
    def step(self) -> int:
        return self.view.frames[-1].step


@pytest.fixture
def square(make_page: Maker, qtbot: QtBot) -> Desk:
    desk = Desk(make_page(Square()), qtbot)
    desk.wait_state("done")
    return desk


@pytest.fixture
def count(make_page: Maker, qtbot: QtBot) -> Desk:
    desk = Desk(make_page(Count()), qtbot)
    desk.wait_frame(0)
    return desk


# A static lab follows its settings


def test_a_static_lab_shows_its_picture_at_once(square: Desk) -> None:
    assert square.result == 4.0
    assert square.view.params[-1] == SquareParams()


def test_typing_dragging_and_choosing_all_lead_to_the_same_place(square: Desk) -> None:
    square.find("param:x").setValue(3.0)
    square.qtbot.waitUntil(lambda: square.result == 9.0)
    square.view.drag({"x": 1 / 3})
    square.qtbot.waitUntil(lambda: square.result == pytest.approx(1 / 9, abs=1e-15))
    assert square.find("param:x").value() == 1 / 3
    assert square.page.params == SquareParams(x=1 / 3)
    square.find("preset").setCurrentIndex(1)
    square.qtbot.waitUntil(lambda: square.result == 27.0)
    assert square.find("param:power").value() == 3
    assert square.find("seed").value() == 7
    assert square.view.params[-1] == SquareParams(x=3.0, power=3)


def test_a_drag_of_many_points_ends_at_the_last_one(square: Desk) -> None:
    for k in range(200):
        square.view.drag({"x": k / 100})
    square.qtbot.waitUntil(lambda: square.result == pytest.approx(1.99**2, abs=1e-12))
    square.wait_state("done")


class Slow(Square):
    """Each run waits for its turn; a change of x is a hand on the picture."""

    def __init__(self) -> None:
        self.turns = threading.Semaphore(1)

    def still_tells(self, before: Params, params: Params) -> bool:
        return before.differing(params) == {"x"}

    def run(self, params: SquareParams, rng: np.random.Generator) -> Frames:
        self.turns.acquire(timeout=10)
        yield from super().run(params, rng)


@pytest.mark.parametrize(
    ("change", "first", "second"),
    [({"x": 5.0}, [9.0], [9.0, 25.0]), ({"power": 3}, [], [27.0])],
    ids=["a hand", "another setting"],
)
def test_a_hand_faster_than_the_lab_sees_what_was_found_on_its_way(
    make_page: Maker, qtbot: QtBot, change: dict[str, Any], first: list[float], second: list[float]
) -> None:
    lab = Slow()
    desk = Desk(make_page(lab), qtbot)
    desk.wait_state("done")
    desk.view.frames.clear()

    def seen() -> list[float]:
        return [frame.scalars["result"] for frame in desk.view.frames]

    desk.view.drag({"x": 3.0})
    qtbot.wait(50)  # the worker is at it
    desk.view.drag(change)
    lab.turns.release()
    qtbot.wait(100)
    assert seen() == first
    lab.turns.release()
    desk.wait_state("done")
    qtbot.waitUntil(lambda: seen() == second)


def test_a_hidden_page_draws_nothing_and_catches_up(count: Desk) -> None:
    count.page.hide()
    drawn = len(count.view.frames)
    count.click("run")
    count.wait_state("done")
    count.wait_frame(4)
    assert len(count.view.frames) == drawn
    assert count.find("verdict").text() == "now at 4"
    count.page.show()
    assert count.step == 4


def test_a_picture_is_drawn_in_parts_only_while_the_run_tells_of_a_frame(count: Desk) -> None:
    page, held = count.page, []
    page.player.set_rate(None)
    page.player.shown.connect(lambda run, frame: held.append(page.view.put_off is not None))
    page.load(CountParams(steps=1_000_000), 0, play=True)
    count.qtbot.waitUntil(lambda: any(held))
    count.qtbot.waitUntil(lambda: not page.player._runner.is_drawing)
    held.clear()
    page.player.show_anew()  # nobody would come to draw the second part
    assert page.player.at_full_speed
    assert held == [False]


def test_the_preset_chooser_says_when_the_reader_went_his_own_way(square: Desk) -> None:
    assert square.find("preset").currentIndex() == 0
    square.view.drag({"x": 5.0})
    assert square.find("preset").currentIndex() == -1
    square.view.drag({"x": 2.0})
    assert square.find("preset").currentIndex() == 0
    assert square.find("hint").text() == "Look at the number"


def test_a_senseless_edit_of_the_picture_is_explained_and_changes_nothing(square: Desk) -> None:
    square.view.drag({"x": 99.0})
    assert "outside the range" in square.find("verdict").text()
    assert square.page.params == SquareParams()
    square.view.drag({"x": 5.0})
    assert square.find("verdict").text() == ""


def test_the_same_seed_gives_the_same_run_and_another_another(square: Desk) -> None:
    def random() -> float:
        square.wait_state("done")
        return square.view.frames[-1].scalars["random"]

    first = random()
    square.click("run")
    assert random() == first
    square.find("seed").setValue(1)
    square.qtbot.waitUntil(lambda: random() != first)
    square.find("seed").setValue(0)
    square.qtbot.waitUntil(lambda: random() == first)


def test_a_bug_is_reported_and_the_next_edit_works_again(square: Desk) -> None:
    square.find("param:title").setText("bug")
    square.wait_state("failed")
    square.qtbot.waitUntil(lambda: "a bug" in square.find("verdict").text())
    assert square.find("copy_report").isVisible()
    square.click("copy_report")
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    square.find("param:title").setText("fish")
    square.wait_state("done")
    square.qtbot.waitUntil(lambda: square.find("verdict").text() == "")
    assert not square.find("copy_report").isVisible()


def test_a_static_lab_has_nothing_to_step_through(square: Desk) -> None:
    for name in ("pause", "step", "step_back"):
        assert not square.find(name).isEnabled()
    assert not square.find("scrub").isVisible()
    assert "follows every change" in square.find("follows").text()
    assert square.find("follows").isVisible()


# A long lab: run, pause, step, back, scrub, reset


def test_a_complaint_stands_alone_and_the_findings_come_back(count: Desk) -> None:
    count.page.verdict.complain("No such file")
    assert count.find("verdict").text() == "⚠ No such file"
    count.page.verdict.complain("")
    assert count.find("verdict").text() == "now at 0"


def test_a_long_lab_waits_at_its_first_frame(count: Desk) -> None:
    assert not count.find("follows").isVisible()
    assert count.player.state == "paused"
    assert count.player.count == 1
    assert count.find("verdict").text() == "now at 0"


def test_run_goes_to_the_end(count: Desk) -> None:
    count.click("run")
    count.wait_state("done")
    count.wait_frame(4)
    assert count.view.frames[-1].scalars["total"] == 5.0
    assert count.find("verdict").text() == "now at 4"
    assert count.find("place").text() == "5 of 5"


def test_step_shows_one_frame_more_and_back_one_less(count: Desk) -> None:
    for number in (1, 2, 3):
        count.click("step")
        count.wait_frame(number)
        assert count.player.state == "paused"
    count.click("step_back")
    count.click("step_back")
    assert count.step == 1
    assert count.player.count == 4
    count.click("step")  # one that was there already
    assert count.step == 2
    assert count.player.count == 4
    count.click("step")
    count.click("step")  # and one more
    count.wait_frame(4)
    assert count.player.count == 5


def test_run_from_the_past_goes_on_from_the_newest_frame(count: Desk) -> None:
    count.click("step")
    count.wait_frame(1)
    count.click("step_back")
    assert count.step == 0
    count.click("run")
    count.wait_state("done")
    count.wait_frame(4)
    assert count.player.count == 5


def test_scrubbing_pauses_and_shows_that_frame(count: Desk) -> None:
    count.click("run")
    count.wait_state("done")
    count.wait_frame(4)
    count.find("scrub").setValue(2)
    assert count.step == 2
    assert count.find("place").text() == "3 of 5"
    assert count.find("verdict").text() == "now at 2"


def test_pause_holds_a_fast_run_and_run_goes_on(count: Desk) -> None:
    count.find("preset").setCurrentIndex(1)
    count.click("run")
    count.qtbot.waitUntil(lambda: count.player.position > 0)
    count.click("pause")
    held = 0
    while count.player.count != held:  # the worker may be in the middle of a frame
        held = count.player.count
        count.qtbot.wait(50)
    count.qtbot.waitUntil(lambda: count.player.position == held - 1)
    count.qtbot.wait(50)
    assert count.player.count == held
    count.click("run")
    count.qtbot.waitUntil(lambda: count.player.count > held)


def test_looking_back_is_not_disturbed_by_a_frame_on_its_way(count: Desk) -> None:
    count.find("preset").setCurrentIndex(1)
    count.click("run")
    scrub = count.find("scrub")
    count.qtbot.waitUntil(lambda: scrub.maximum() > 100)
    # Near the newest: the run is fast, and keeps only its last frames. On a slow machine it may
    # have dropped this one meanwhile; the oldest that is left then stands for it.
    target = scrub.maximum() - 50
    scrub.setValue(target)
    count.qtbot.wait(60)
    assert count.step == max(target, count.player.first)
    assert count.player.state == "paused"


def test_reset_cancels_and_stands_at_the_beginning(count: Desk) -> None:
    count.find("preset").setCurrentIndex(1)
    count.click("run")
    count.qtbot.waitUntil(lambda: count.player.position > 0)
    cleared = count.view.cleared
    run = count.player.run
    assert run is not None
    count.click("reset")
    count.wait_frame(0)
    assert count.player.state == "paused"
    assert count.player.count == 1
    assert count.view.cleared == cleared + 1
    count.qtbot.waitUntil(lambda: run.outcome is not None)
    assert run.outcome is not None
    assert run.outcome.kind == "cancelled"


def test_a_live_change_reaches_the_running_run(count: Desk) -> None:
    run = count.player.run
    count.find("param:stride").setValue(10.0)
    count.click("step")
    count.wait_frame(1)
    assert count.player.run is run
    assert count.view.frames[-1].scalars["total"] == 11.0
    assert run is not None
    assert run.history.changes == ((0, {"stride": 10.0}),)


def test_another_change_begins_anew_and_late_frames_of_the_old_run_are_dropped(
    count: Desk,
) -> None:
    count.find("preset").setCurrentIndex(1)
    count.click("run")
    count.qtbot.waitUntil(lambda: count.player.position > 0)
    old = count.player.run
    count.find("param:steps").setValue(3)
    assert count.player.run is not old
    shown = len(count.view.frames)
    count.wait_state("done")
    count.wait_frame(2)
    assert [frame.total for frame in count.view.frames[shown:]] == [3] * (
        len(count.view.frames) - shown
    )


def test_a_failure_says_why_and_offers_the_way_back(count: Desk) -> None:
    count.find("param:fail_at").setValue(2)
    count.wait_frame(0)
    count.click("run")
    count.wait_state("failed")
    count.qtbot.waitUntil(lambda: "cannot go beyond 2" in count.find("verdict").text())
    assert not count.find("copy_report").isVisible()  # no bug, nothing to report
    count.click("step_back")
    assert count.step == 0
    count.click("reset_failed")
    count.wait_frame(0)
    assert count.player.state == "paused"


def test_speed_is_kept_to(count: Desk) -> None:
    count.find("speed").setCurrentIndex(count.find("speed").findData(1.0))
    count.click("run")
    count.qtbot.wait(100)
    assert count.player.count <= 2
    count.find("speed").setCurrentIndex(count.find("speed").findData(None))
    count.wait_state("done")


# Keys


def test_keys_run_step_and_reset(count: Desk) -> None:
    count.key(Qt.Key.Key_Right)
    count.wait_frame(1)
    count.key(Qt.Key.Key_Left)
    assert count.step == 0
    count.key(Qt.Key.Key_R)
    count.wait_frame(0)
    assert count.player.count == 1
    count.key(Qt.Key.Key_Space)
    count.wait_state("done")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("param:steps", {Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_Left, Qt.Key.Key_Right}),
        ("preset", {Qt.Key.Key_Space, Qt.Key.Key_R}),
        ("scrub", {Qt.Key.Key_Left, Qt.Key.Key_Right}),
        ("step", set()),
    ],
)
def test_a_focused_field_keeps_its_own_keys(count: Desk, name: str, kept: set[Qt.Key]) -> None:
    heard: list[Qt.Key] = []
    for shortcut in count.page.findChildren(QShortcut):
        shortcut.activated.disconnect()
        key = Qt.Key(shortcut.key()[0].key())
        shortcut.activated.connect(lambda key=key: heard.append(key))
    widget = count.find(name)
    widget.setEnabled(True)
    widget.setFocus()
    count.qtbot.waitUntil(widget.hasFocus)
    keys = {Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_Left, Qt.Key.Key_Right}
    for key in keys:
        count.key(key, widget)
        if isinstance(widget, QComboBox):
            widget.hidePopup()
    assert set(heard) == keys - kept


# Export and the clipboard


def test_a_run_at_full_speed_is_told_of_now_and_then_and_at_its_end(
    count: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player, "TELLING", 1e9)
    told: list[int] = []
    count.player.changed.connect(lambda: told.append(count.player.position))
    count.player.set_rate(None)
    count.page.load(CountParams(steps=1_000_000), 0, play=True)
    shown = len(count.view.frames)
    count.qtbot.waitUntil(lambda: len(count.view.frames) > shown + 20)
    assert len(told) < 10
    count.click("pause")
    count.qtbot.waitUntil(lambda: count.player.position == count.player.count - 1)
    place = count.find("place").text()
    assert place == f"{count.player.position + 1} of {count.player.count}"


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Return a way to say what the reader answers to "Save as"."""

    def answer(name: str) -> Path:
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
        return path

    return answer


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv", "npz", "json"])
def test_every_export_writes_its_file(
    count: Desk, answers: Callable[[str], Path], ending: str
) -> None:
    count.click("run")
    count.wait_state("done")
    said: list[str] = []
    count.page.told.connect(said.append)
    path = answers(f"count.{ending}")
    getattr(count.page.exports, ending).trigger()
    count.qtbot.waitUntil(lambda: bool(said))
    assert path.stat().st_size > 0
    assert str(path) in said[0]
    begin = path.read_bytes()[:5]
    expected = {"png": b"\x89PNG\r", "pdf": b"%PDF-", "svg": b"<?xml", "csv": b"step,"}
    assert begin == expected.get(ending, begin)


def test_a_forgotten_ending_is_added(count: Desk, answers: Callable[[str], Path]) -> None:
    path = answers("count")
    count.page.exports.json.trigger()
    written = path.with_name("count.json")
    count.qtbot.waitUntil(written.exists)


def test_an_export_that_fails_says_so(count: Desk, answers: Callable[[str], Path]) -> None:
    answers("no such folder/count.csv")
    count.page.exports.csv.trigger()
    count.qtbot.waitUntil(lambda: "could not be written" in count.find("verdict").text())


def test_settings_go_through_the_clipboard(square: Desk) -> None:
    square.view.drag({"x": 1 / 3, "minus": True})
    square.page.exports.copy_settings.trigger()
    line = QGuiApplication.clipboard().text()
    assert "\n" not in line
    assert json.loads(line)["params"]["x"] == 1 / 3
    pasted: list[Any] = []
    square.page.settings_pasted.connect(pasted.append)
    square.page.exports.paste_settings.trigger()
    assert SquareParams.from_json(pasted[0].params) == SquareParams(x=1 / 3, minus=True)
    QGuiApplication.clipboard().setText("[1, 2]")
    square.page.exports.paste_settings.trigger()
    assert "no settings" in square.find("verdict").text()


def test_the_command_names_what_differs_from_the_nearest_preset(square: Desk) -> None:
    square.view.drag({"x": -2.5, "title": "two words"})
    square.page.exports.copy_command.trigger()
    assert QGuiApplication.clipboard().text() == (
        "fishlab run toy --preset book --x=-2.5 '--title=two words' --seed 0 --out toy.png"
    )


def test_the_numbers_are_copied_as_a_table(count: Desk) -> None:
    count.click("step")
    count.wait_frame(1)
    count.page.exports.copy_data.trigger()
    assert QGuiApplication.clipboard().text() == "step\ttotal\n0\t1.0\n1\t2.0\n"


def test_the_picture_is_copied(square: Desk) -> None:
    square.page.exports.copy_picture.trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * square.view.width()


# Lesson and code


def test_lesson_and_code_open_beside_the_picture(square: Desk) -> None:
    square.click("show_lesson")
    square.find("code_chooser").setCurrentIndex(1)
    assert "def sigmoid" in square.find("code").toPlainText()
    assert square.find("lesson").toPlainText()
    square.click("show_lesson")
    assert not square.find("side_panel").isVisible()


def test_a_link_of_the_lesson_runs_its_preset(count: Desk) -> None:
    count.click("show_lesson")
    count.find("lesson").preset_wanted.emit("long")
    assert count.page.params == CountParams(steps=1_000_000)
    count.qtbot.waitUntil(lambda: count.player.position > 0)
