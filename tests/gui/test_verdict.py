"""The line under the picture: several sentences read as a text."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fishlab.experiment import QT_TRANSLATE_NOOP, Names, message
from fishlab.gui import language
from fishlab.gui.verdict_bar import VerdictBar

FOUND = QT_TRANSLATE_NOOP("toy", "now at {count}")
ENDED = QT_TRANSLATE_NOOP("toy", "All four are right.")


@pytest.fixture
def bar(qtbot: QtBot) -> VerdictBar:
    made = VerdictBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def in_chinese() -> Iterator[None]:
    language.use("zh_CN")
    yield
    language.use("en")


def text(bar: VerdictBar) -> str:
    label = bar.findChild(QLabel, "verdict")
    assert isinstance(label, QLabel)
    return label.text()


def test_one_finding_stands_as_it_is(bar: VerdictBar) -> None:
    bar.show_run((message(FOUND, count=1),), None)
    assert text(bar) == "now at 1"


def test_of_several_findings_each_ends_in_a_stop(bar: VerdictBar) -> None:
    bar.show_run((message(FOUND, count=1), message(ENDED), message(FOUND, count=2)), None)
    assert text(bar) == "now at 1. All four are right. now at 2."


@pytest.mark.usefixtures("in_chinese")
def test_chinese_sentences_end_in_the_chinese_stop(bar: VerdictBar) -> None:
    bar.show_run((message(FOUND, count=1), message(FOUND, count=2)), None)
    assert text(bar) == "now at 1。now at 2。"


def test_the_room_of_two_lines_is_kept_from_one_run_to_the_next(bar: VerdictBar) -> None:
    bar.resize(400, 40)
    bar.show()
    bar.begin()
    kept = bar.minimumSizeHint().height()
    label = bar.findChild(QLabel, "verdict")
    assert isinstance(label, QLabel)
    line = label.fontMetrics().boundingRect(text(bar) or "x").height()
    for findings, lines in ((3, 1), (7, 2)):
        bar.show_run((message(ENDED),) * findings, None)
        assert label.heightForWidth(400) // line == lines
        assert bar.minimumSizeHint().height() == kept
        bar.begin()
        assert bar.minimumSizeHint().height() == kept


def test_names_in_a_row_are_parted_as_the_language_does(bar: VerdictBar) -> None:
    said = message(QT_TRANSLATE_NOOP("toy", "Lowest: {names}"), names=Names(["SGD", "x1", "Adam"]))
    assert str(said) == "Lowest: SGD, x1, Adam"
    bar.show_run((said,), None)
    assert text(bar) == "Lowest: SGD, x1, Adam"
    language.use("zh_CN")
    try:
        bar.retranslate()
        assert text(bar) == "Lowest: SGD、x1、Adam"
    finally:
        language.use("en")
    again = pickle.loads(pickle.dumps(said.values["names"]))
    assert (again, again.each) == ("SGD, x1, Adam", ("SGD", "x1", "Adam"))
