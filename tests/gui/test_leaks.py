"""Thousands of frames through a live plot leave nothing behind.

PySide6 6.12.0 on Python 3.11 lost a reference to None with every call from Qt: a plot with a timer
died after some hundred frames. A binding that does so again, or a view that keeps what it drew, is
noticed here. FISHLAB_THOROUGH=1 draws ten thousand.
"""

from __future__ import annotations

import gc
import os
import sys

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fishlab.gui.theme import LIGHT
from fishlab.gui.widgets.plot import Plot

FRAMES = 10_000 if os.environ.get("FISHLAB_THOROUGH") else 3000
# Painting is slower than taking a frame; one frame in so many is painted.
PAINTED = 40


def resident() -> int:
    """Return the bytes of memory that this process holds (0 where the system does not say)."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096
    except OSError:
        return 0


class Animation:
    """Draws a frame at every tick of a timer, as a page does at every wake-up."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot
        self.curve = plot.plot([], [])
        self.x = np.arange(100.0)
        self.drawn = 0
        self.timer = QTimer(plot, interval=0)
        self.timer.timeout.connect(self.tick)

    def run(self, frames: int) -> None:
        end = self.drawn + frames
        self.timer.start()
        while self.drawn < end:
            QApplication.processEvents()
        self.timer.stop()

    def tick(self) -> None:
        for _ in range(PAINTED):
            self.curve.setData(self.x, np.sin(self.x + self.drawn))
            self.drawn += 1
        self.plot.viewport().repaint()


@pytest.fixture
def animation(qtbot: QtBot) -> Animation:
    plot = Plot()
    qtbot.addWidget(plot)
    plot.apply_theme(LIGHT)
    plot.resize(300, 200)
    plot.show()
    return Animation(plot)


def test_thousands_of_frames_leave_nothing_behind(animation: Animation) -> None:
    animation.run(FRAMES // 5)
    gc.collect()
    nones, trues, memory = sys.getrefcount(None), sys.getrefcount(True), resident()
    animation.run(FRAMES)
    gc.collect()
    # One reference a frame would make thousands. Those lost kill the process; one too many at
    # every setData, as in PySide6 6.11, costs nothing: None is never freed.
    assert sys.getrefcount(None) - nones > -FRAMES / 20
    assert sys.getrefcount(True) - trues > -FRAMES / 20
    assert resident() - memory < 8 * 2**20
