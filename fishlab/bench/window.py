"""The window while a lab runs: gaps of its event loop, and how fast the lab goes meanwhile.

`python -m fishlab.bench.window LAB PRESET SECONDS CHANGES` prints one line of JSON. The event
loop is asked every millisecond for a sign of life: the time from one to the next is the gap. A run
that ends begins again, and that is watched too. Then, asked nothing, the run in the window and the
same run without one take turns: how much of its speed it keeps. With the lab `digits` a pen draws,
and what counts is the time from its move to the new probabilities painted.
"""

from __future__ import annotations

import json
import math
import sys
import time
from statistics import median
from typing import Any

from fishlab.blas_threads import limit_blas_threads_at_start

limit_blas_threads_at_start()

import numpy as np  # noqa: E402 (BLAS reads its number of threads when NumPy comes in)
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from fishlab.experiment import Control, Frame, Lab, Params, Run  # noqa: E402
from fishlab.gui.app import application, create_window  # noqa: E402
from fishlab.gui.main_window import MainWindow  # noqa: E402
from fishlab.gui.page import LabPage  # noqa: E402
from fishlab.labs import find_lab  # noqa: E402

SETTLE = 2.0
TICK = 1
AGAIN = 50
TURNS = 5
MOVE = 1 / 60


def headless_rate(lab: Lab, params: Params, seed: int, seconds: float) -> float:
    """Return frames a second, from the first, of a run that nobody watches."""
    control = Control()
    run = Run(lab, params, seed, control=control)
    times: list[float] = []

    def deliver(frame: Frame) -> None:
        times.append(time.perf_counter())
        if times[-1] - times[0] > seconds:
            control.cancel()

    run.execute(deliver)
    return (len(times) - 1) / (times[-1] - times[0])


def spin(seconds: float) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


class Gaps:
    """Notes the time from each sign of life of the event loop to the next."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._last = 0.0
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to note."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Note no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.seconds.append(now - self._last)
        self._last = now


def keep_running(page: LabPage, params: Params, seed: int) -> QTimer:
    """Run the lab at full speed, and again whenever it is done, until the timer is stopped."""
    page.player.set_rate(None)
    page.load(params, seed, play=True)
    timer = QTimer(interval=AGAIN)

    def look() -> None:
        if page.player.state == "done":
            page.load(params, seed, play=True)

    timer.timeout.connect(look)
    timer.start()
    return timer


def window_rate(page: LabPage, params: Params, seed: int, seconds: float) -> float:
    """Return frames a second, from the first, of a run in the window."""
    page.load(params, seed, play=True)
    while not page.player.count:
        spin(0.001)
    begin, count = time.perf_counter(), page.player.count
    while (passed := time.perf_counter() - begin) < seconds and page.player.state == "running":
        spin(0.05)
    rate = (page.player.count - count) / passed
    page.player.pause()
    return rate


def watch(
    window: MainWindow, lab_id: str, preset: str, seconds: float, changes: dict[str, Any]
) -> dict[str, float]:
    """Run the lab in the window and return gaps, in ms, and its speed beside that without one."""
    page = window.show_lab(lab_id)
    chosen = page.lab.preset(preset)
    params = chosen.params.replace(**changes)
    again = keep_running(page, params, chosen.seed)
    spin(SETTLE)
    gaps = Gaps()
    gaps.start()
    spin(seconds)
    gaps.stop()
    again.stop()
    page.player.pause()
    shown, headless = [], []
    for _ in range(TURNS):
        headless.append(headless_rate(page.lab, params, chosen.seed, seconds / 2 / TURNS))
        shown.append(window_rate(page, params, chosen.seed, seconds / 2 / TURNS))
    return {**percentiles(gaps), "rate": median(shown), "headless": median(headless)}


def draw(window: MainWindow, seconds: float) -> dict[str, float]:
    """Draw with the pen on the pad and return the time from move to painted answer, in ms."""
    page = window.show_lab("digits")
    spin(SETTLE)
    pad = page.findChild(QWidget, "drawing_pad")
    assert pad is not None
    waiting: list[float] = []
    delays: list[float] = []
    page.player.shown.connect(lambda run, frame: answered())

    def answered() -> None:
        # What the answer changed is painted before a timer of zero.
        QTimer.singleShot(0, painted)

    def painted() -> None:
        if waiting:
            delays.append(time.perf_counter() - waiting.pop())

    middle, radius = pad.rect().center(), 0.3 * min(pad.width(), pad.height())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    end = time.perf_counter() + seconds
    gaps = Gaps()
    gaps.start()
    while time.perf_counter() < end:
        pad.clear()  # type: ignore[attr-defined]
        QTest.mousePress(pad, button, none, middle)
        for move in range(60):
            angle = 2 * math.pi * move / 60
            place = QPoint(round(radius * math.cos(angle)), round(1.2 * radius * math.sin(angle)))
            if not waiting:
                waiting.append(time.perf_counter())
            QTest.mouseMove(pad, middle + place)
            spin(MOVE)
        QTest.mouseRelease(pad, button, none, middle)
    gaps.stop()
    ordered = np.sort(delays) * 1000
    latency = {"latency_p50": np.percentile(ordered, 50), "latency_p99": np.percentile(ordered, 99)}
    return {**percentiles(gaps), **{name: float(value) for name, value in latency.items()}}


def percentiles(gaps: Gaps) -> dict[str, float]:
    """Return the gaps in ms: 99th of a hundred, and the worst."""
    ordered = np.array(gaps.seconds) * 1000
    return {"gap_p99": float(np.percentile(ordered, 99)), "gap_worst": float(ordered.max())}


def main(arguments: list[str]) -> None:
    """Measure and print. "digits" draws; with changes {"beside": [lab, preset]} that lab trains."""
    lab_id, preset, seconds, changes = (*arguments[:2], float(arguments[2]), arguments[3])
    options = dict(json.loads(changes))
    application()
    window = create_window("en", "light")
    window.resize(1280, 800)
    window.show()
    spin(SETTLE)
    if lab_id == "digits":
        if "beside" in options:
            other, its_preset = options["beside"]
            chosen = find_lab(other).preset(its_preset)
            again = keep_running(window.show_lab(other), chosen.params, chosen.seed)
            result = draw(window, seconds)
            again.stop()
        else:
            result = draw(window, seconds)
    else:
        result = watch(window, lab_id, preset, seconds, options)
    print(json.dumps(result))
    window.discard()


if __name__ == "__main__":
    main(sys.argv[1:])
