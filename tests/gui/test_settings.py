"""What comes back next time, and that a damaged file costs nothing but itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fishlab import paths
from fishlab.gui import language
from fishlab.gui.app import create_window
from fishlab.gui.main_window import MainWindow
from fishlab.gui.settings import Settings

from .toys import Square, SquareParams

Maker = Callable[..., MainWindow]


def file() -> Path:
    return paths.user_config() / "fishlab.ini"


def test_a_lab_comes_back_as_it_was_left(make_window: Maker) -> None:
    left = SquareParams(x=1 / 3, title='a; "b" 中', points=((1.5, -2.0),), drawing=((0.0, 1.0),))
    window = make_window(Square())
    window.page.load(left, 12)
    window.close()
    again = make_window(Square())
    assert again.page.params == left
    assert again.page.seed == 12


def test_the_size_comes_back(make_window: Maker) -> None:
    window = make_window(Square())
    window.resize(790, 701)
    window.close()
    again = make_window(Square())
    assert (again.width(), again.height()) == (790, 701)


def test_the_open_lesson_comes_back(make_window: Maker, qtbot: QtBot) -> None:
    window = make_window(Square())
    qtbot.keyClick(window, Qt.Key.Key_F1)
    window.close()
    assert make_window(Square()).page.shows_panel


def test_language_theme_and_tab_come_back(qapp) -> None:  # type: ignore[no-untyped-def]
    window = create_window("en", "light")
    window.choose_language("zh_CN")
    window.choose_theme("dark")
    window.tabs.setCurrentIndex(1)
    window.close()
    language.use("en")
    again = create_window()
    assert language.current() == "zh_CN"
    assert again._dresser.theme.name == "dark"
    assert again.tabs.currentIndex() == 1
    again.close()


def test_an_option_of_the_command_line_goes_before_what_was_kept(qapp) -> None:  # type: ignore[no-untyped-def]
    Settings().put("language", "zh_CN")
    window = create_window("en", "dark")
    assert language.current() == "en"
    assert window._dresser.theme.name == "dark"
    window.close()


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe garbage \x80\x81",
        b"[labs]\ntoy=not json\n",
        b'[labs]\ntoy="[1, 2]"\n',
        b'[labs]\ntoy="{\\"params\\": {\\"x\\": 99}, \\"seed\\": 0}"\n',
        b'[labs]\ntoy="{\\"params\\": {}, \\"seed\\": -1}"\n',
        b'[labs]\ntoy="{\\"params\\": {}, \\"seed\\": true}"\n',
        b"[General]\ngeometry=nonsense\ntab=@Invalid()\nlanguage=xx\ntheme=pink\n",
        b"[General]\ngeometry=@ByteArray(short)\n",
    ],
)
def test_a_damaged_file_counts_as_not_there(make_window: Maker, content: bytes) -> None:
    file().parent.mkdir(parents=True)
    file().write_bytes(content)
    window = make_window(Square())
    assert window.page.params == SquareParams()
    assert (window.width(), window.height()) == (1280, 800)
    window.close()


def test_a_folder_that_cannot_be_written_costs_the_settings_only(make_window: Maker) -> None:
    file().parent.parent.mkdir(parents=True, exist_ok=True)
    file().parent.write_text("a file where the folder should be")
    window = make_window(Square())
    window.page.load(SquareParams(x=3.0), 0)
    window.close()
    assert file().parent.is_file()


def test_two_windows_keep_what_each_of_them_has_changed(make_window: Maker) -> None:
    left, right = make_window(Square()), make_window(Square())
    right.page.load(SquareParams(x=3.0), 4)
    right.close()
    left.close()  # the lab was only looked at here
    again = make_window(Square())
    assert (again.page.params, again.page.seed) == (SquareParams(x=3.0), 4)


def test_two_processes_keep_what_each_of_them_has_put() -> None:
    """Both have read the file before either writes."""
    code = """
import sys
from fishlab.gui.settings import Settings
settings = Settings()
print(settings.text("shared"), flush=True)
sys.stdin.readline()
settings.put("theirs", "2")
settings.save()
"""
    Settings().put("shared", "0")
    Settings().save()
    ours = Settings()
    assert ours.text("shared") == "0"
    theirs = subprocess.Popen(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with theirs:
        assert theirs.stdout is not None
        assert theirs.stdout.readline() == "0\n"
        ours.put("ours", "1")
        ours.save()
        theirs.communicate("\n", timeout=60)
    ours.put("later", "3")
    ours.save()
    lines = file().read_text(encoding="utf-8").splitlines()
    assert {"shared=0", "ours=1", "theirs=2", "later=3"} <= set(lines)
    assert ours.text("theirs") == "2"
