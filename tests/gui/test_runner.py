"""The runner: the newest run wins, no frame is lost that matters, and no thread stays."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from fishlab.experiment import Control, Frame, Run
from fishlab.gui.runner import Runner

from .toys import Count, CountParams


class Listener:
    """Notes what a runner tells, and in which thread."""

    def __init__(self, runner: Runner) -> None:
        self.frames: list[tuple[Run, int, Frame]] = []
        self.ended: list[Run] = []
        self.threads: set[threading.Thread] = set()
        runner.frame_ready.connect(self._frame)
        runner.ended.connect(self._end)

    def _frame(self, run: Run, number: int, frame: Frame) -> None:
        self.frames.append((run, number, frame))
        self.threads.add(threading.current_thread())

    def _end(self, run: Run) -> None:
        self.ended.append(run)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.shutdown()


@pytest.fixture
def heard(runner: Runner) -> Listener:
    return Listener(runner)


def test_the_last_frame_comes_before_the_end_and_both_in_the_windows_thread(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    runner.interval = 10.0  # the pace must not hold the last frame back
    run = Run(Count(), CountParams(steps=50))
    runner.start(run)
    qtbot.waitUntil(lambda: bool(heard.ended))
    assert heard.ended == [run]
    assert run.outcome is not None
    assert run.outcome.kind == "done"
    assert heard.frames[-1] == (run, 49, run.history.last)
    assert heard.threads == {threading.main_thread()}


def test_a_fast_worker_is_drawn_only_as_often_as_the_pace_allows(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    runner.interval = 10.0
    run = Run(Count(), CountParams(steps=2000))
    runner.start(run)
    qtbot.waitUntil(lambda: bool(heard.ended))
    assert len(run.history) == 2000
    assert len(heard.frames) <= 2  # the first and the last
    numbers = [number for _, number, _ in heard.frames]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("hurries", [False, True])
def test_a_worker_waits_while_the_window_draws_but_not_if_it_follows_the_hand(
    runner: Runner, qtbot: QtBot, hurries: bool
) -> None:
    runner.hurries = hurries
    run = Run(Count(), CountParams(steps=100_000))
    meanwhile: list[int] = []

    def draw(run: Run, number: int, frame: Frame) -> None:
        before = len(run.history)
        time.sleep(0.02)
        meanwhile.append(len(run.history) - before)

    runner.frame_ready.connect(draw)
    runner.start(run)
    qtbot.waitUntil(lambda: len(meanwhile) > 5)
    runner.cancel()
    assert (max(meanwhile) <= 1) != hurries


def test_a_frame_is_drawn_as_it_is_delivered_and_not_in_the_midst_of_the_next_step(
    runner: Runner, qtbot: QtBot
) -> None:
    runner.interval, runner.patience = 0.03, 0.1
    steps: list[bool] = []
    computing = threading.Event()

    class Slow(Count):
        def run(self, params, rng):  # type: ignore[no-untyped-def]
            for frame in super().run(params, rng):
                computing.set()
                time.sleep(0.02)
                computing.clear()
                yield frame

    runner.frame_ready.connect(lambda run, number, frame: steps.append(computing.is_set()))
    runner.start(Run(Slow(), CountParams(steps=1000)))
    qtbot.waitUntil(lambda: len(steps) >= 12)
    runner.cancel()
    assert not any(steps)


def test_the_last_frame_before_a_long_step_is_drawn_in_its_midst(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    runner.interval, runner.patience = 0.05, 0.1
    go_on = threading.Event()

    class Stuck(Count):
        def run(self, params, rng):  # type: ignore[no-untyped-def]
            for number, frame in enumerate(super().run(params, rng)):
                if number == 2:
                    go_on.wait(10)
                yield frame

    runner.start(Run(Stuck(), CountParams(steps=3)))
    qtbot.waitUntil(lambda: [number for _, number, _ in heard.frames] == [0, 1])
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.ended))


def test_a_frame_is_told_when_the_one_before_is_painted(runner: Runner, qtbot: QtBot) -> None:
    run = Run(Count(), CountParams(steps=100_000))
    events: list[str] = []

    def draw(run: Run, number: int, frame: Frame) -> None:
        events.append("told")
        time.sleep(0.01)  # meanwhile the worker has the next one
        QTimer.singleShot(0, lambda: events.append("painted"))

    runner.frame_ready.connect(draw)
    runner.start(run)
    qtbot.waitUntil(lambda: len(events) >= 20)
    runner.cancel()
    assert events[:20] == ["told", "painted"] * 10


def test_what_a_painting_asks_to_be_painted_is_waited_for_as_well(
    runner: Runner, qtbot: QtBot
) -> None:
    run = Run(Count(), CountParams(steps=100_000))
    meanwhile: list[int] = []

    def paint_again(before: int) -> None:
        time.sleep(0.02)
        meanwhile.append(len(run.history) - before)

    def draw(run: Run, number: int, frame: Frame) -> None:
        time.sleep(0.01)  # the worker has the next one and waits
        again = partial(paint_again, len(run.history))
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, again))

    runner.frame_ready.connect(draw)
    runner.start(run)
    qtbot.waitUntil(lambda: len(meanwhile) > 5)
    runner.cancel()
    assert max(meanwhile) == 0


def test_after_one_slow_drawing_the_window_is_not_silent_for_long(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    runner.share = 0.14
    run = Run(Count(), CountParams(steps=1_000_000))

    def draw(run: Run, number: int, frame: Frame) -> None:
        if len(heard.frames) == 1:
            time.sleep(1.2)  # a seventh of the time for drawing would be 8 s without a picture

    runner.frame_ready.connect(draw)
    runner.start(run)
    qtbot.waitUntil(lambda: len(heard.frames) > 1)


def test_the_first_frame_of_a_new_run_does_not_wait_for_the_pace_of_the_old_one(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    old = Run(Count(), CountParams(steps=1_000_000))
    runner.start(old)
    qtbot.waitUntil(lambda: len(heard.frames) > 3)
    runner.interval = 100.0
    seen = len(heard.frames)
    qtbot.waitUntil(lambda: len(heard.frames) > seen)
    time.sleep(0.05)  # another one of the old run is in the mailbox
    control = Control(paused=True)
    control.step()
    lab = Count()
    lab.gate.clear()
    run = Run(lab, CountParams(), control=control)
    runner.start(run)
    qtbot.waitUntil(lambda: heard.ended == [old])
    lab.gate.set()
    qtbot.waitUntil(lambda: heard.frames[-1][0] is run)


def test_parts_of_a_picture_are_drawn_in_turns_of_their_own_and_all_waited_for(
    runner: Runner, qtbot: QtBot
) -> None:
    events: list[str] = []
    run = Run(Count(), CountParams(steps=100_000))
    counts: list[int] = []

    def part(name: str) -> None:
        events.append(name)
        counts.append(len(run.history))
        time.sleep(0.005)
        QTimer.singleShot(0, lambda: events.append("turn"))

    def draw(run: Run, number: int, frame: Frame) -> None:
        counts.clear()
        runner.parts.extend([partial(part, "second"), partial(part, "third")])
        part("first")

    runner.frame_ready.connect(draw)
    runner.start(run)
    qtbot.waitUntil(lambda: len(events) >= 12)
    runner.cancel()
    assert events[:12] == ["first", "turn", "second", "turn", "third", "turn"] * 2
    assert len(set(counts)) == 1  # nothing was computed between the parts


def test_a_part_that_fails_does_not_hold_the_run(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("a bug")

    runner.frame_ready.connect(lambda run, number, frame: runner.parts.append(fail))
    run = Run(Count(), CountParams(steps=3))
    with qtbot.captureExceptions() as caught:
        runner.start(run)
        qtbot.waitUntil(lambda: heard.ended == [run])
        qtbot.waitUntil(lambda: not runner.parts)
    assert caught


def test_what_follows_the_hand_goes_before_the_runs_of_other_pages(
    runner: Runner, qtbot: QtBot
) -> None:
    other, lab = Runner(), Count()
    runner.hurries = True
    lab.gate.clear()
    run, long = Run(lab, CountParams(steps=1)), Run(Count(), CountParams(steps=1_000_000))
    runner.start(run)
    qtbot.waitUntil(lambda: not lab.gate.is_set() and lab.begun > 0)
    other.start(long)
    qtbot.wait(250)
    assert len(long.history) < 10  # at its next frame it waits, though not for ever
    lab.gate.set()
    qtbot.waitUntil(lambda: len(long.history) > 1000)
    other.shutdown()


def test_what_follows_the_hand_holds_nobody_while_it_is_paused(
    runner: Runner, qtbot: QtBot
) -> None:
    other = Runner()
    runner.hurries = True
    held = Run(Count(), CountParams(steps=5))
    control = held.control
    control.step()
    long = Run(Count(), CountParams(steps=1_000_000))
    runner.start(held)
    qtbot.waitUntil(lambda: len(held.history) == 1)
    other.start(long)
    qtbot.waitUntil(lambda: len(long.history) > 1000)
    other.shutdown()


def test_a_run_does_not_wait_for_itself_when_the_next_one_is_of_another_kind(
    runner: Runner, qtbot: QtBot
) -> None:
    lab = Count()
    lab.gate.clear()
    runner.hurries = True
    run = Run(lab, CountParams(steps=1_000_000))
    runner.start(run)
    qtbot.waitUntil(lambda: lab.begun > 0)
    runner.hurries = False
    lab.gate.set()
    qtbot.waitUntil(lambda: len(run.history) > 1000)


def test_every_run_ends_exactly_once_and_only_the_newest_goes_on(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    lab = Count()
    lab.gate.clear()
    runs = [Run(lab, CountParams(steps=10)) for _ in range(20)]
    for run in runs:
        runner.start(run)
    lab.gate.set()
    qtbot.waitUntil(lambda: len(heard.ended) == 20)
    assert heard.ended == runs
    assert [run.outcome.kind for run in runs if run.outcome] == ["cancelled"] * 19 + ["done"]


def test_a_paused_run_is_cancelled_by_a_newer_one(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    held = Run(Count(), CountParams(), control=Control(paused=True))
    runner.start(held)
    following = Run(Count(), CountParams())
    runner.start(following)
    qtbot.waitUntil(lambda: heard.ended == [held, following])
    assert not len(held.history)


def test_shutdown_joins_a_run_under_way_and_tells_nothing_more(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    lab = Count()
    run = Run(lab, CountParams(steps=1_000_000))
    runner.start(run)
    qtbot.waitUntil(lambda: bool(heard.frames))
    runner.shutdown()
    assert run.outcome is not None
    assert run.outcome.kind == "cancelled"
    assert lab.closed == 1
    seen = len(heard.frames)
    qtbot.wait(30)
    assert len(heard.frames) == seen
    assert heard.ended == []
    runner.shutdown()


def test_after_a_crash_the_next_run_is_executed(
    runner: Runner, heard: Listener, qtbot: QtBot
) -> None:
    class Broken(Count):
        def run(self, params, rng):  # type: ignore[no-untyped-def]
            raise ZeroDivisionError("a bug")
            yield

    runner.start(Run(Broken(), CountParams()))
    qtbot.waitUntil(lambda: len(heard.ended) == 1)
    outcome = heard.ended[0].outcome
    assert outcome is not None
    assert outcome.kind == "failed"
    assert "ZeroDivisionError" in outcome.report
    runner.start(Run(Count(), CountParams()))
    qtbot.waitUntil(lambda: len(heard.ended) == 2)
    assert heard.ended[1].outcome is not None
    assert heard.ended[1].outcome.kind == "done"
