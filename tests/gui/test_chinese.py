"""The window in Chinese: wherever one looks, no English sentence is left."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableWidget,
    QTabWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fishlab.engine.weights import save_weights
from fishlab.gui import pictures
from fishlab.gui.about import about_text, shortcuts_text
from fishlab.gui.foreign import open_foreign
from fishlab.gui.headless import settle
from fishlab.gui.main_window import MainWindow
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.labs import LABS
from fishlab.labs.contents import CONTENTS

from .outside import Drawing
from .reach import interactive, modes, name_of, path

PATIENCE = 10_000
CASES = [pytest.param(lab, id=lab.id) for lab in LABS]
SENTENCE = re.compile(r"[A-Za-z]{2,}(?:[ ,;:]+[A-Za-z]{2,}){2,}")
"""Three words in a row; names, keys and formulas have fewer."""
NAMES = ("Deep Learning from Scratch", "exp log sin cos tanh sqrt abs max min relu sigmoid")
"""What is called so in Chinese too: the book, and the functions that can be typed."""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.choose_language("zh_CN")
    window.show()
    yield window
    window.close()


def english(texts: Iterator[str]) -> list[str]:
    """Return the texts in which there is an English sentence."""
    found = []
    for text in texts:
        plain = html.unescape(re.sub(r"<[^>]+>", " ", text))
        for name in NAMES:
            plain = plain.replace(name, "")
        if SENTENCE.search(plain):
            found.append(plain)
    return found


def texts_of(top: QWidget) -> Iterator[str]:
    """Everything that is written on the widgets in `top`, or that they say when asked."""
    for widget in top.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            for k in range(widget.count()):
                yield widget.itemText(k)
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabWidget):
            for k in range(widget.count()):
                yield from (widget.tabText(k), widget.tabToolTip(k))
        elif isinstance(widget, QMenu):
            for action in widget.actions():
                yield action.text()
        elif isinstance(widget, QTableWidget):
            yield from cells_of(widget)
        elif isinstance(widget, QTextBrowser):
            yield from widget.toPlainText().splitlines()
        elif isinstance(widget, pg.PlotWidget):
            yield from written_in(widget)


def tofu(texts: list[str]) -> set[str]:
    """Return the characters for which no font has a drawing."""
    characters = {k for text in texts for k in text if k.isprintable()}
    return {k for k in characters if 0 in glyphs(k)}


def glyphs(character: str) -> list[int]:
    """Return the drawings that a character is made of; 0 is the empty box."""
    layout = QTextLayout(character, QApplication.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]


def is_cut(widget: QWidget) -> bool:
    """True if there is too little room for what is written on one line."""
    if not widget.isVisible() or not isinstance(widget, (QLabel, QPushButton, QCheckBox)):
        return False
    if not widget.text() or (isinstance(widget, QLabel) and widget.wordWrap()):
        return False
    return widget.sizeHint().width() > widget.width() + 1


def cells_of(table: QTableWidget) -> Iterator[str]:
    """Headers and cells of a table."""
    rows, columns = range(table.rowCount()), range(table.columnCount())
    items = [table.horizontalHeaderItem(k) for k in columns]
    items += [table.verticalHeaderItem(k) for k in rows]
    items += [table.item(row, column) for row in rows for column in columns]
    for item in items:
        if item is not None:
            yield from (item.text(), item.toolTip())


def written_in(plot: pg.PlotWidget) -> Iterator[str]:
    """Titles, legends and words of a plot, seen or not."""
    for item in plot.scene().items():
        if isinstance(item, pg.TextItem):
            yield item.toPlainText()
        elif isinstance(item, pg.LabelItem):
            yield item.text
        elif isinstance(item, pg.AxisItem):
            yield item.labelText


@pytest.mark.parametrize("lab", CASES)
def test_every_mode_of_every_lab_speaks_chinese(qtbot, window, lab, tmp_path):
    page = window.show_lab(lab.id)
    player = page.player
    for mode in modes(lab):
        if mode is not None:
            page._view_edited({"mode": mode})
        player.play()
        qtbot.waitUntil(lambda: player.position >= 0 or player.state == "failed", timeout=PATIENCE)
        player.pause()
        settle()
        texts = list(texts_of(page))
        assert english(iter(texts)) == [], mode
        assert tofu(texts) == set(), mode
        assert [path(widget) for widget in page.findChildren(QWidget) if is_cut(widget)] == [], mode
        # What is painted is in no widget, but in the drawing.
        pictures.render(page.view, tmp_path / "view.svg")
        words = Drawing(tmp_path / "view.svg").words
        assert english(text for text, _ in words) == [], mode
        room = QRectF(page.view.rect()).adjusted(-1, -1, 1, 1)
        assert [text for text, area in words if not room.contains(area)] == [], mode
        nameless = [path(widget) for widget in interactive(page) if not name_of(widget)]
        tipless = [path(widget) for widget in interactive(page) if not widget.toolTip()]
        assert (nameless, tipless) == ([], []), mode


def test_the_lessons_claims_and_menus_speak_chinese(qtbot, window):
    for lab in LABS:
        page = window.show_lab(lab.id)
        page.show_panel(True)
        assert english(texts_of(page.panel)) == [], lab.id
        for preset in lab.presets:
            page._preset_chosen(preset)
            assert english(texts_of(page.preset_box)) == [], preset.id
            assert english(texts_of(page.form)) == [], preset.id
    assert english(texts_of(window.menuBar())) == []
    assert english(window.tabs.tabText(k) for k in range(window.tabs.count())) == []
    # Below the sentences stand names of packages, licences and folders.
    sentences, _, _ = about_text().partition("<table")
    assert english(iter((shortcuts_text(), sentences))) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.png", b"no picture", "不是可以读取的图片"),
        ("empty.csv", b"", "文件是空的"),
        ("points.csv", b"0.2,0.3,7\n", "第 1 行：标签应为 0 或 1"),
        ("words.csv", b"x1,x2,label\na,b,c\n", "第 2 行：应为三个数"),
        ("other.npz", None, "不是 mlp3、two_layer"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_chinese(
    window: MainWindow, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is None:
        save_weights(path, {"W1": np.zeros((2, 3))}, {})
    else:
        path.write_bytes(content)
    sentence = open_foreign(window, path)
    assert said in sentence
    assert english([sentence.replace(str(path), "")]) == []


def test_what_is_wrong_with_a_picture_is_said_in_chinese_on_the_pad(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "notes.bin").write_bytes(b"no picture")
    paper = window.show_lab("digits").view.reading.paper
    paper.take_file(str(tmp_path / "notes.bin"))
    assert "不是可以读取的图片" in paper.note.text()


def test_a_sentence_is_found():
    assert english(iter(("线性 <b>fires above</b> the line", "ReLU、SGD 与 Adam"))) != []
    assert english(iter(("ReLU、SGD 与 Adam", "Deep Learning from Scratch", "Ctrl+Shift+C"))) == []
