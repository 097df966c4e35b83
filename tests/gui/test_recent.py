"""The recent files: opened and saved ones, newest first; what is gone is grey; the list is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fishlab.experiment.classroom import Classroom, write_classroom
from fishlab.gui.main_window import MainWindow
from fishlab.gui.settings import Settings

from .test_window import saved_run
from .toys import Square, SquareParams

Maker = Callable[..., MainWindow]


@pytest.fixture
def window(make_window: Maker) -> MainWindow:
    return make_window(Square())


def entries(window: MainWindow) -> list[QAction]:
    """The files that the menu lists when it is opened now."""
    menu = window.files.recent
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.data()]


def names(window: MainWindow) -> list[str]:
    return [Path(action.data()).name for action in entries(window)]


def class_file(folder: Path, number: int = 0) -> Path:
    path = folder / f"class{number}.fishlab"
    write_classroom(path, Classroom("toy", {}))
    return path


def test_what_is_opened_comes_first_and_stands_once(window: MainWindow, tmp_path: Path) -> None:
    run, lesson = saved_run(tmp_path), class_file(tmp_path)
    for path in (run, lesson, run):
        window.open_run(path)
    assert names(window) == ["run.json", "class0.fishlab"]


def test_a_choice_opens_the_file(window: MainWindow, tmp_path: Path) -> None:
    window.open_run(saved_run(tmp_path))
    window.page.form.edit({"x": 1.0})
    entries(window)[0].trigger()
    assert window.page.params == SquareParams(x=3.0, power=3)


def test_ten_are_kept_from_window_to_window(make_window: Maker, tmp_path: Path) -> None:
    window = make_window(Square())
    for number in range(12):
        window.open_run(class_file(tmp_path, number))
    window.close()
    assert names(make_window(Square())) == [f"class{n}.fishlab" for n in range(11, 1, -1)]


def test_what_could_not_be_opened_is_not_listed(window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    window.open_run(wrong)
    window.open_run(tmp_path / "gone.fishlab")
    assert names(window) == []


def test_a_file_that_is_gone_stands_grey(window: MainWindow, tmp_path: Path) -> None:
    path = saved_run(tmp_path)
    window.open_run(path)
    path.unlink()
    (entry,) = entries(window)
    assert not entry.isEnabled()
    assert "run.json (not found)" in entry.text()


def test_a_saved_run_is_listed_and_a_table_is_not(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    exports = window.page.exports
    qtbot.waitUntil(lambda: window.page.player.run is not None)
    for ending, save in (("json", exports.save_json), ("csv", exports.save_csv)):
        path = tmp_path / f"mine.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, p=path: (str(p), ""))
        with qtbot.waitSignal(exports.saved):
            save()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / "p.png"), ""))
    exports.save_png()
    assert names(window) == ["p.png", "mine.json"]


def test_the_list_can_be_cleared(window: MainWindow, tmp_path: Path) -> None:
    window.open_run(saved_run(tmp_path))
    assert names(window) == ["run.json"]
    window.files.recent.actions()[-1].trigger()
    assert names(window) == []
    assert [action.isEnabled() for action in window.files.recent.actions()] == [False]


def test_two_windows_share_the_list(make_window: Maker, tmp_path: Path) -> None:
    one, other = make_window(Square()), make_window(Square())
    one.open_run(class_file(tmp_path, 1))
    other.open_run(class_file(tmp_path, 2))
    assert names(one) == ["class2.fishlab", "class1.fishlab"]


@pytest.mark.parametrize("stored", ["", "no JSON", "{}", "[" * 5000, '[3, null, "", ["a"]]'])
def test_a_damaged_list_is_empty(window: MainWindow, stored: str) -> None:
    Settings().put("recent", stored)
    assert names(window) == []


def test_an_ampersand_in_a_name_is_no_key(window: MainWindow, tmp_path: Path) -> None:
    path = class_file(tmp_path).rename(tmp_path / "a&b.fishlab")
    window.open_run(path)
    assert "a&&b.fishlab" in entries(window)[0].text()
