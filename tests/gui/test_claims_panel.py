"""The claims beside the picture: tried in a thread, judged as on the command line, cancelled."""

from __future__ import annotations

import threading
from typing import ClassVar

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Claim,
    Frame,
    Frames,
    Lab,
    LabError,
    Params,
    Preset,
    at_least,
    equal,
    message,
    reproduce,
)
from fishlab.gui import language
from fishlab.gui.claims_panel import ClaimsPanel
from fishlab.gui.page import PANEL_WIDTH
from fishlab.labs import LABS

SAID = QT_TRANSLATE_NOOP("toy", "Luck is above a half")
TROUBLE = QT_TRANSLATE_NOOP("toy", "there is no paper")


class Lottery(Lab):
    id = "lottery"
    title = summary = SAID
    chapter = "0"
    params = Params
    presets: ClassVar = (Preset("book", SAID, SAID, Params(), seed=5),)
    claims = (
        Claim(
            "luck", "0.1", SAID, "book", lambda t: (t.only.final("luck"),), (at_least("luck", 0.5),)
        ),
        Claim("wrong", "0.2", SAID, "book", lambda t: (1.0,), (equal("x", 2.0),)),
        Claim("never", "0.3", SAID, "book", lambda t: 1 / 0, (equal("x", 2.0),)),
        Claim("long", "0.4", SAID, "book", lambda t: (1.0,), (equal("x", 1.0),), slow=True),
    )

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        yield Frame(0, {"luck": rng.uniform()})


class Endless(Lottery):
    claims = (Claim("endless", "0.5", SAID, "book", lambda t: (0.0,), (equal("x", 0.0),)),)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        step = 0
        while True:
            step += 1
            yield Frame(step)


class Unable(Lottery):
    claims = (Claim("unable", "0.6", SAID, "book", lambda t: (0.0,), (equal("x", 0.0),)),)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        raise LabError(message(TROUBLE))
        yield


TIE = "\N{NO-BREAK SPACE}"
"""A sign and its number stay on one line."""


@pytest.fixture
def make(qtbot: QtBot):
    panels = []

    def made(lab: Lab) -> ClaimsPanel:
        panel = ClaimsPanel(lab)
        qtbot.addWidget(panel)
        panel.retranslate()
        panel.resize(360, 600)
        panel.show()
        panels.append(panel)
        return panel

    yield made
    for panel in panels:
        panel.shutdown()
        panel.close()


def press(qtbot: QtBot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_window_obtains_the_same_numbers_as_the_command_line(qtbot, make):
    lab = Lottery()
    panel = make(lab)
    told = []
    panel.errands.done.connect(lambda claim, result: told.append(result))
    with qtbot.waitSignal(panel.errands.ended):
        press(qtbot, panel.rows["luck"].attempt)
    (verdict,) = told
    assert verdict.obtained == reproduce(lab, lab.claims[0]).obtained
    assert panel.rows["luck"].result.text().startswith(f"✓ Holds: luck{TIE}={TIE}0.8")


def test_try_all_leaves_the_long_ones_out_and_tells_of_each(qtbot, make, monkeypatch):
    bugs = []
    monkeypatch.setattr(threading, "excepthook", lambda told: bugs.append(told.exc_type))
    panel = make(Lottery())
    with qtbot.waitSignal(panel.errands.ended):
        press(qtbot, panel.try_all)
    words = {name: row.result.text() for name, row in panel.rows.items()}
    assert words["luck"].startswith("✓")
    assert words["wrong"] == f"✗ Does not hold: x{TIE}={TIE}1"
    assert "ZeroDivisionError" in words["never"]
    assert words["long"] == ""
    assert panel.try_all.isEnabled()
    assert bugs == [ZeroDivisionError]


def test_a_run_that_fails_is_told_with_its_reason(qtbot, make):
    panel = make(Unable())
    with qtbot.waitSignal(panel.errands.ended):
        press(qtbot, panel.try_all)
    assert panel.rows["unable"].result.text() == "⚠ there is no paper"


def test_cancel_ends_a_claim_that_would_never_end(qtbot, make):
    panel = make(Endless())
    press(qtbot, panel.rows["endless"].attempt)
    qtbot.waitUntil(lambda: panel.rows["endless"].result.text() == "Being tried …")
    with qtbot.waitSignal(panel.errands.ended):
        press(qtbot, panel.cancel)
    assert panel.rows["endless"].result.text() == ""
    assert "fishlab-errands" not in [thread.name for thread in threading.enumerate()]


def test_closing_ends_it_too(qtbot, make):
    panel = make(Endless())
    press(qtbot, panel.try_all)
    panel.shutdown()
    assert "fishlab-errands" not in [thread.name for thread in threading.enumerate()]


def test_show_asks_for_the_preset(qtbot, make):
    panel = make(Lottery())
    with qtbot.waitSignal(panel.preset_wanted) as asked:
        press(qtbot, panel.rows["wrong"].show_preset)
    assert asked.args == ["book"]


@pytest.mark.parametrize("name", ["en", "zh_CN"])
def test_no_claim_is_wider_than_the_panel(qtbot, name):
    language.use(name)
    for lab in LABS:
        panel = ClaimsPanel(lab)
        qtbot.addWidget(panel)
        panel.retranslate()
        panel.resize(PANEL_WIDTH, 600)
        panel.show()
        area = panel.findChild(QScrollArea)
        qtbot.waitUntil(lambda area=area: area.widget().height() > 100)
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), lab.id
        panel.shutdown()
        panel.close()
