"""The Chinese translation: complete, up to date, and on every widget after a switch."""

from __future__ import annotations

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QTableWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from fishlab import paths
from fishlab.gui import language
from fishlab.gui.app import create_window
from fishlab.gui.lesson import lesson_text
from fishlab.gui.main_window import MainWindow
from fishlab.labs import LABS

CATALOGUE = paths.resources() / "i18n" / "fishlab_zh_CN.ts"
PLACEHOLDER = re.compile(r"\{\w*\}")


def load_tool() -> ModuleType:
    file = Path(__file__).resolve().parents[2] / "tools" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries() -> Iterator[tuple[str, str, ET.Element]]:
    """Yield (context, English, translation element)."""
    for context in ET.parse(CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            name, source = context.findtext("name", ""), message.findtext("source", "")
            yield name, source, translation


def test_the_catalogue_is_what_the_sources_say(tmp_path: Path) -> None:
    copy = tmp_path / CATALOGUE.name
    shutil.copy(CATALOGUE, copy)
    load_tool().extract(copy)
    assert copy.read_text(encoding="utf-8") == CATALOGUE.read_text(encoding="utf-8"), (
        "run python tools/translations.py"
    )


def test_nothing_is_unfinished_or_out_of_use() -> None:
    wrong = [
        (context, source)
        for context, source, translation in entries()
        if translation.get("type") or not (translation.text or "").strip()
    ]
    assert wrong == []


def test_every_placeholder_is_kept() -> None:
    for _, source, translation in entries():
        assert sorted(PLACEHOLDER.findall(source)) == sorted(
            PLACEHOLDER.findall(translation.text or "")
        ), source


def test_the_compiled_translation_is_the_catalogue(tmp_path: Path) -> None:
    compiled = tmp_path / "fishlab_zh_CN.qm"
    load_tool().release(CATALOGUE, compiled)
    assert compiled.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes(), (
        "run python tools/translations.py"
    )


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_every_lesson_is_there_in_both_languages(lab) -> None:  # type: ignore[no-untyped-def]
    presets = {preset.id for preset in lab.presets}
    texts = []
    for name in ("en", "zh_CN"):
        language.use(name)
        text = lesson_text(lab)
        texts.append(text)
        assert set(re.findall(r"\(preset:(\w+)\)", text)) <= presets
        for formula in re.findall(r"\(formula:(\w+)\)", text):
            assert (paths.resources() / "formulas" / f"{formula}.svg").is_file(), formula
    assert texts[0] != texts[1]
    assert re.search(r"[一-鿿]", texts[1])


# Live


def words(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Yield (whose, text) of every word that a reader, or a screen reader, may meet."""
    for widget in [window, *window.findChildren(QWidget)]:
        whose = f"{type(widget).__name__} {widget.objectName()}"
        yield whose, widget.toolTip()
        yield whose, widget.accessibleName()
        for name in ("text", "title", "placeholderText"):
            if callable(getattr(widget, name, None)):
                yield whose, getattr(widget, name)()
        if isinstance(widget, QComboBox):
            yield from ((whose, widget.itemText(k)) for k in range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from ((whose, widget.tabText(k)) for k in range(widget.count()))
            yield from ((whose, widget.tabToolTip(k)) for k in range(widget.count()))
        if isinstance(widget, QTableWidget):
            heads = (widget.horizontalHeaderItem(k) for k in range(widget.columnCount()))
            yield from ((whose, head.text()) for head in heads if head is not None)
        if isinstance(widget, QMenu):
            yield from ((whose, action.text()) for action in widget.actions())
    yield from (("action", action.text()) for action in window.findChildren(QAction))


def switch(window: MainWindow, name: str) -> None:
    window.choose_language(name)
    QCoreApplication.processEvents()  # Qt posts the news of the new language


def test_a_switch_reaches_every_word_of_every_page(qtbot: QtBot) -> None:
    sources = {
        (source.replace("&", ""), (translation.text or "").replace("&", ""))
        for _, source, translation in entries()
    }
    # Names that are the same in both languages tell nothing.
    english = {source for source, chinese in sources if source != chinese}
    english -= {chinese for _, chinese in sources}
    window = create_window("en", "light")
    qtbot.addWidget(window)
    window.show()
    pages = [window.show_lab(lab.id) for lab in LABS]
    for page in pages:
        page.show_panel(True)
    at_rest = ("done", "paused", "failed")
    qtbot.waitUntil(lambda: all(page.player.state in at_rest for page in pages), timeout=20_000)
    qtbot.wait(100)  # the status bar has heard of it
    before = {text for _, text in words(window)} & english
    assert len(before) > 100  # so that an empty walk is no success
    switch(window, "zh_CN")
    left = {(whose, text) for whose, text in words(window) if text.replace("&", "") in english}
    assert left == set()
    assert page.shows_panel
    switch(window, "en")
    assert before <= {text for _, text in words(window)}
    window.close()


def test_qts_own_dialogs_are_translated_too() -> None:
    language.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    language.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [(["zh-Hans-CN", "en"], "zh_CN"), (["en-GB"], "en"), (["de-DE"], "en"), ([], "en")],
)
def test_the_first_language_is_the_systems(
    monkeypatch: pytest.MonkeyPatch, wanted: list[str], chosen: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802 (Qt)
            return wanted

    monkeypatch.setattr(language.QLocale, "system", staticmethod(System))
    assert language.system_language() == chosen


def test_the_tool_finds_calls_with_values_and_over_several_lines() -> None:
    found = "\n".join(load_tool().marked_sentences())
    assert "translate('export', 'Saved {path}')" in found
    assert "QT_TRANSLATE_NOOP('params', '{name}: a number was expected, not {given}')" in found
