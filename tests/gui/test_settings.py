"""What comes back next time, and that a damaged file costs nothing but itself."""

from __future__ import annotations

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
