"""Storms: a monkey at the window, and thousands of starts and cancels; nothing falls or piles up.

FISHLAB_MONKEY=SECONDS[:SEED] lets the monkey play for longer, or as it did when it broke something.
FISHLAB_THOROUGH=1 makes the full two thousand cycles and fifty thousand frames.
"""

from __future__ import annotations

import gc
import itertools
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fishlab.datasets import load_mnist
from fishlab.experiment import Lab, Run
from fishlab.experiment.export import write_json
from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.labs import LABS
from fishlab.labs.contents import CONTENTS
from fishlab.labs.digits import Digits

from .monkey import Monkey
from .test_leaks import resident

SECONDS, _, SEED = os.environ.get("FISHLAB_MONKEY", "4").partition(":")
THOROUGH = bool(os.environ.get("FISHLAB_THOROUGH"))
CYCLES = 2000 if THOROUGH else 24
FRAMES = 50_000 if THOROUGH else 160
ANIMATED = [lab for lab in LABS if any(lab.is_animated(preset.params) for preset in lab.presets)]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> itertools.cycle[Path]:
    """Files that the monkey opens, good and bad; dialogs that ask for one answer with the next."""
    run = Run(LABS[0], LABS[0].params())
    run.execute()
    good, torn, other = tmp_path / "run.json", tmp_path / "torn.json", tmp_path / "picture.png"
    write_json(good, run)
    torn.write_bytes(good.read_bytes()[:40])
    other.write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    found = itertools.cycle([good, torn, other])
    numbers = itertools.count()

    def save_name(parent, title, proposed, kinds):
        return str(tmp_path / f"{next(numbers) % 20}{Path(proposed).suffix}"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(found)), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    return found


@pytest.mark.timeout(float(SECONDS) + 120)
def test_a_monkey_at_the_window_breaks_nothing(
    qtbot: QtBot, qapp: QApplication, files: itertools.cycle[Path]
) -> None:
    seed = int(SEED or time.time_ns() % 1_000_000)
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    reports: list[str] = []
    window_told = window.open_page

    def watched(lab_id: str) -> LabPage:
        known = lab_id in window._pages
        page = window_told(lab_id)
        if not known:
            page.player.ended.connect(lambda run: reports.append(run.outcome.report))
        return page

    window.open_page = watched
    monkey = Monkey(window, seed, lambda: next(files))
    memory: list[int] = []
    watch = QTimer(monkey, interval=1000)
    watch.timeout.connect(lambda: memory.append(resident()))
    watch.start()
    monkey.start()
    try:
        qtbot.wait(round(float(SECONDS) * 1000))
        # A slow machine gives it longer, not less to do.
        qtbot.waitUntil(lambda: monkey.moves > 100, timeout=60_000)
    finally:
        monkey.stop()
        watch.stop()
        print(f"seed {seed}, {monkey.moves} moves, {len(reports)} runs ended,",
              f"{min(memory) >> 20} to {max(memory) >> 20} MB")  # fmt: skip
        print("\n".join(monkey.last))
    while open_still := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        open_still.close()
        qtbot.wait(1)
    window.close()
    assert not [report for report in reports if report]
    # Pages are built and rings fill in the first half; in the second nothing more piles up.
    half = len(memory) // 2
    assert max(memory[half:]) < max(memory[:half]) + 400 * 2**20


@pytest.fixture
def page(qtbot: QtBot, lab: Lab) -> Iterator[LabPage]:
    """The page of the lab, on screen."""
    page = LabPage(lab, Settings())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    yield page
    page.shutdown()


def held() -> dict[str, int]:
    """Return what must not grow: threads, timers that tick, open files."""
    timers = sum(
        timer.isActive()
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
    )
    handles = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0
    return {"threads": threading.active_count(), "timers": timers, "files": handles}


@pytest.mark.timeout(600 if THOROUGH else 60)
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_starts_pauses_steps_and_cancels_leave_nothing(
    qtbot: QtBot, page: LabPage, lab: Lab
) -> None:
    page.begin()
    player = page.player
    presets = [preset for preset in lab.presets if lab.is_animated(preset.params)] or lab.presets
    preset = presets[0]
    page.load(preset.params, preset.seed)

    def cycle(number: int) -> None:
        player.restart()
        if number % 3 == 0:
            player.pause()
            player.step()
        if number % 5 == 0:
            qtbot.wait(1)
        if number % 7 == 0:
            player.toggle()
            player.step_back()
        if number % 2 == 0 and player.run is not None:
            player.run.control.cancel()

    for number in range(CYCLES // 4):
        cycle(number)
    qtbot.waitUntil(lambda: player.position >= 0 or not player.is_alive, timeout=10_000)
    gc.collect()
    before, memory = held(), resident()
    for number in range(CYCLES):
        cycle(number)
    player.restart()
    qtbot.waitUntil(lambda: player.position >= 0 or not player.is_alive, timeout=10_000)
    player.pause()
    gc.collect()
    after = held()
    assert all(after[name] <= before[name] + 1 for name in before), (before, after)
    assert resident() - memory < 64 * 2**20


@pytest.mark.timeout(3600 if THOROUGH else 60)
@pytest.mark.parametrize("lab", ANIMATED, ids=lambda lab: lab.id)
def test_frames_shown_again_and_again_leave_nothing(qtbot: QtBot, page: LabPage, lab: Lab) -> None:
    """Old frames are sought and painted, which is all that a view does with a frame."""
    player = page.player
    player.set_rate(None)
    if isinstance(lab, Digits):
        (_, (images, labels)) = load_mnist(flatten=False, data="sample")
        for image, label in zip(images[:20, 0], labels[:20], strict=True):
            lab.keep_digit(image, int(label))
    preset = [preset for preset in lab.presets if lab.is_animated(preset.params)][-1]
    page.load(preset.params, preset.seed, play=True)
    qtbot.waitUntil(lambda: player.count >= 12 or not player.is_alive, timeout=20_000)
    player.pause()
    qtbot.wait(50)
    assert player.count > 1

    def show(frames: int) -> None:
        for number in range(frames):
            player.seek(player.first + number % (player.count - player.first))
            if number % 20 == 0:
                page.view.repaint()
                QApplication.processEvents()

    show(FRAMES // 4)
    gc.collect()
    nones, trues, memory = sys.getrefcount(None), sys.getrefcount(True), resident()
    show(FRAMES)
    gc.collect()
    # A frame makes dozens of calls, each of which would lose one; pages of tests before this one
    # that are freed meanwhile give some thousand back.
    assert sys.getrefcount(None) - nones > -max(FRAMES / 20, 6000)
    assert sys.getrefcount(True) - trues > -max(FRAMES / 20, 6000)
    assert resident() - memory < (24 if THOROUGH else 16) * 2**20
