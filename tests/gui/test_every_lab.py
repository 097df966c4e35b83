"""Every lab, through its real page: what a reader can do to any of them, whatever it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab, Preset, Spec, reproduce
from fishlab.gui import language
from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.labs import LABS
from fishlab.labs.contents import CONTENTS

# Enough for the first frame of the slowest setting on a busy machine.
PATIENCE = 30_000
CASES = [pytest.param(lab, id=lab.id) for lab in LABS]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


class Shows(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.fixture
def shows(qapp: QApplication, window: MainWindow) -> Iterator[Shows]:
    shows = Shows()
    qapp.installEventFilter(shows)
    yield shows
    qapp.removeEventFilter(shows)


def opened(window: MainWindow, lab: Lab) -> LabPage:
    page = window.show_lab(lab.id)
    page.player.set_rate(None)
    return page


def wait_for_frames(qtbot: QtBot, page: LabPage, count: int = 1) -> None:
    """Wait until so many frames are there, or the run has ended with fewer."""
    player = page.player
    qtbot.waitUntil(
        lambda: (player.count >= count and player.position >= 0) or player.state in ENDED,
        timeout=PATIENCE,
    )
    if player.state == "failed":
        # What is not at hand (full MNIST, a file) is told in a sentence; a bug has a report.
        assert not player.run.outcome.report
    else:
        qtbot.waitUntil(lambda: player.position >= 0, timeout=PATIENCE)


ENDED = ("done", "failed", "cancelled")


def ends(name: str, spec: Spec) -> list[Any]:
    """Both ends of a parameter: its smallest and largest value, or every choice."""
    if spec.kind in ("float", "int"):
        return [spec.minimum, spec.maximum]
    if spec.kind == "bool":
        return [False, True]
    if spec.kind == "choice":
        return [choice.value for choice in spec.choices]
    if spec.kind == "choices":
        return [(), tuple(choice.value for choice in spec.choices)]
    if spec.kind == "rows":
        return [()]
    return [""]


def test_eleven_labs_in_the_order_of_the_book():
    assert [lab.id for lab in LABS] == [
        "perceptron",
        "activations",
        "forward",
        "gradients",
        "backprop",
        "optimizers",
        "initialization",
        "training",
        "cnn",
        "depth",
        "digits",
    ]


@pytest.mark.parametrize("lab", CASES)
def test_a_lab_opens_alone_and_its_panel_has_source_and_script(
    qtbot, window, shows, lab, tmp_path, monkeypatch
):
    """One window for all of it: to build one takes longer than to look at it."""
    page = opened(window, lab)
    page.show_panel(True)
    assert shows.seen == []
    qtbot.waitUntil(page.hasFocus)
    look_at_source(page)
    look_at_script(qtbot, page, tmp_path / "mine", monkeypatch)


def look_at_source(page: LabPage) -> None:
    """The panel shows the source of all that the lab runs."""
    lab, code = page.lab, page.panel.code
    assert len(lab.code) >= 2
    for index, name in enumerate(lab.code, 1):
        code.chooser.setCurrentIndex(index)
        assert f" {name.rsplit('.', 1)[1]}" in code.text.toPlainText()[:200]
    code.chooser.setCurrentIndex(0)


def look_at_script(
    qtbot: QtBot, page: LabPage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The script beside the lab follows the settings, is saved and copied."""
    lab, code = page.lab, page.panel.code
    page.panel.tabs.setCurrentWidget(code)
    qtbot.waitUntil(code.isVisible)
    for preset in lab.presets[-2:]:
        page.load(preset.params, 5)
        text = lab.script(preset.params, 5)
        assert code.text.toPlainText() == text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    code.save.click()
    assert path.with_suffix(".py").read_text(encoding="utf-8") == text
    code.copy.click()
    assert QApplication.clipboard().text() == text


@pytest.mark.parametrize("lab", CASES)
def test_a_claim_tried_in_the_window_gives_the_numbers_of_the_command_line(qtbot, window, lab):
    claim = lab.claims[0]
    page = opened(window, lab)
    page.show_panel(True)
    panel = page.panel.claims
    judged = []
    panel.errands.done.connect(lambda tried, verdict: judged.append((tried, verdict)))
    with qtbot.waitSignal(panel.errands.ended, timeout=60_000):
        panel.rows[claim.id].attempt.click()
    ((tried, verdict),) = judged
    assert tried is claim
    assert verdict.holds
    assert verdict.obtained == reproduce(lab, claim).obtained
    assert panel.rows[claim.id].result.text().startswith("✓")


@pytest.mark.parametrize("lab", CASES)
def test_every_preset_shows_something_and_steps_on_and_back(qtbot, window, shows, lab):
    page = opened(window, lab)
    for preset in lab.presets:
        show_preset(qtbot, page, preset.id)
        assert shows.seen == [], preset.id


def show_preset(qtbot: QtBot, page: LabPage, preset: str) -> None:
    """Choose it, and step on and back."""
    chooser = page.preset_box.combo
    # Another one first, so that choosing it is a change even if it is the first.
    chooser.setCurrentIndex((chooser.findData(preset) + 1) % chooser.count())
    chooser.setCurrentIndex(chooser.findData(preset))
    assert page.params == page.lab.preset(preset).params
    wait_for_frames(qtbot, page)
    if page.player.is_static:
        return
    page.player.pause()
    page.player.prepare()
    wait_for_frames(qtbot, page)
    assert page.player.position == 0
    qtbot.keyClick(page, Qt.Key.Key_Right)
    wait_for_frames(qtbot, page, 2)
    qtbot.waitUntil(
        lambda: page.player.position == 1 or page.player.state in ENDED, timeout=PATIENCE
    )
    if page.player.count > 1:
        qtbot.keyClick(page, Qt.Key.Key_Left)
        qtbot.waitUntil(lambda: page.player.position == 0)
        qtbot.keyClick(page, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: page.player.position == 1)


def first_shown(lab: Lab) -> Iterator[tuple[Preset, str, Spec]]:
    """Each parameter once, with the first preset that shows it."""
    seen = set()
    for preset in lab.presets:
        for name, spec in lab.params.specs().items():
            if preset.params.shows(name) and name not in seen:
                seen.add(name)
                yield preset, name, spec


@pytest.mark.parametrize("lab", CASES)
def test_every_parameter_at_both_ends(qtbot, window, lab):
    page = opened(window, lab)
    for preset, name, spec in first_shown(lab):
        for value in ends(name, spec):
            page.load(preset.params, preset.seed)
            page._view_edited({name: value})
            if page.player.params == preset.params:
                continue  # refused with a sentence, or it was that value
            page.player.play()
            wait_for_frames(qtbot, page, 2)
    page.player.prepare()


@pytest.mark.parametrize("lab", CASES)
def test_the_default_run_goes_on_in_another_language_and_theme_and_is_reset(qtbot, window, lab):
    page = opened(window, lab)
    page.player.play()
    wait_for_frames(qtbot, page, 2)
    window.choose_language("zh_CN")
    window.choose_theme("dark")
    ground = page.grab().toImage().pixelColor(4, page.height() - 4)
    assert ground.lightness() < 64
    qtbot.waitUntil(lambda: window.tabs.tabText(LABS.index(lab)) != str(lab.title))
    wait_for_frames(qtbot, page, page.player.count + 1)
    window.choose_theme("light")
    window.choose_language("en")
    assert language.current() == "en"
    qtbot.waitUntil(lambda: window.tabs.tabText(LABS.index(lab)) == str(lab.title))
    wait_for_frames(qtbot, page, page.player.count + 1)
    page.player.pause()
    qtbot.keyClick(page, Qt.Key.Key_R)
    wait_for_frames(qtbot, page)
    assert page.player.position == 0
