"""Player: the run of a page and the place in it that is looked at.

The verbs of the transport row (run, pause, step, step back, scrub, reset) and what a change of
parameters does to a run, without a single widget.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal, Slot

from fishlab.experiment import Change, Control, Frame, Lab, Params, Run

from .runner import Runner

# A picture every 1/30 s, and a seventh of the time for drawing, leave a training its processor. A
# lab with a pace of its own may have what a screen can show; one that follows the mouse waits for
# none.
SLOW_INTERVAL, SLOW_SHARE = 1 / 30, 0.14
FAST_INTERVAL, FAST_SHARE = 1 / 60, 0.5
PATIENCE = 0.1
"""Seconds that a frame of a run at full speed waits for the next one, if it came too early."""
SPEED_WINDOW = 0.5
TELLING = 0.1
"""Seconds from one word about a run at full speed to the next: numbers that nobody could read."""


class Player(QObject):
    """Holds at most one run; an older one is cancelled, and its late frames are dropped."""

    shown = Signal(object, object)
    """(run, frame): look at this frame now."""
    changed = Signal()
    """State, position or number of frames may be another one."""
    cleared = Signal()
    """A new run begins (or none): what was shown belongs to the past."""
    ended = Signal(object)
    """(run): the present run has its outcome."""

    def __init__(self, lab: Lab, params: Params, seed: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lab = lab
        self.params = params
        self.seed = seed
        self.run: Run | None = None
        self.replay: tuple[Change, ...] = ()
        """Live changes of a saved run, made again in every run until the settings change."""
        self.position = -1
        self.steps_per_second = 0.0
        self._follows = True
        self._chosen_rate: tuple[float | None] | None = None
        self._speed_from = (0.0, 0)
        self._told = 0.0
        # The number of the first run whose frames may still be shown.
        self._oldest = 0
        self._runner = Runner(self)
        self.parts = self._runner.parts
        """What of the frame on show is still to be drawn."""
        self._runner.frame_ready.connect(self._frame_ready)
        self._runner.ended.connect(self._run_ended)

    # What is so

    @property
    def is_static(self) -> bool:
        """True if a run is one picture that follows the parameters."""
        return not self.lab.is_animated(self.params)

    @property
    def state(self) -> str:
        """One of idle, running, paused, done, cancelled, failed."""
        if self.run is None:
            return "idle"
        if self.run.outcome is not None:
            return self.run.outcome.kind
        return "paused" if self.run.control.paused else "running"

    @property
    def at_full_speed(self) -> bool:
        """True if a run is under way that no rate holds back."""
        return self.state == "running" and self.rate is None

    @property
    def draws_in_parts(self) -> bool:
        """True while a frame of a run at full speed is told: what is put into `parts` is drawn."""
        return self.at_full_speed and self._runner.is_drawing

    @property
    def is_alive(self) -> bool:
        """True if the run can go on."""
        return self.state in ("running", "paused")

    @property
    def count(self) -> int:
        """Number of frames of the run so far."""
        return 0 if self.run is None else len(self.run.history)

    @property
    def first(self) -> int:
        """Number of the oldest frame that can still be shown."""
        return 0 if self.run is None else self.run.history.first_kept

    @property
    def looks_back(self) -> bool:
        """True if a newer frame than the one shown is at hand."""
        return self.state != "running" and self.position < self.count - 1

    # Verbs

    def prepare(self) -> None:
        """Begin anew: a picture is drawn at once, a long run waits at its first frame."""
        self._begin(paused=not self.is_static)

    def restart(self) -> None:
        """Begin anew, and go on."""
        self._begin(paused=False)

    def play(self) -> None:
        """Go on from the newest frame, or begin anew if there is nothing to go on with."""
        if self.run is None or not self.is_alive:
            self.restart()
            return
        self._look_at(self.count - 1)
        self._follows = True
        self._speed_from = (0.0, 0)
        self.run.control.resume()
        self.changed.emit()

    def pause(self) -> None:
        """Hold the run before its next frame."""
        if self.run is not None:
            self.run.control.pause()
            self.changed.emit()

    def toggle(self) -> None:
        """Pause if it runs, else run."""
        if self.state == "running":
            self.pause()
        else:
            self.play()

    def step(self) -> None:
        """Show the next frame: one already there, or one more of the run."""
        if self.looks_back:
            self.seek(self.position + 1)
        elif self.run is None:
            self.prepare()
        elif self.is_alive:
            self.run.control.step()
            self.changed.emit()

    def step_back(self) -> None:
        """Pause and show the frame before."""
        self.seek(self.position - 1)

    def seek(self, number: int) -> None:
        """Pause and show frame `number`, as far as it is still kept."""
        if self.run is None or not self.count:
            return
        self.run.control.pause()
        newest = self.count - 1
        number = min(max(number, self.first), newest)
        # A frame still under way must not pull a reader who looks back forward again.
        self._follows = number == newest
        self._look_at(number)
        self.changed.emit()

    def show_anew(self) -> None:
        """Show once more the frame that is shown."""
        frame = None if self.run is None else self.run.history.frame(self.position)
        if frame is not None:
            self.shown.emit(self.run, frame)

    def branch(self) -> Run | None:
        """Run anew exactly as far as the frame that is shown, and hold there.

        Live settings changed from there on lead another way. Returns the run that is left, or None
        if there is none to leave.
        """
        left = self.run
        frame = None if left is None else left.history.frame(self.position)
        if left is None or frame is None or self.is_static:
            return None
        before = tuple(change for change in left.history.changes if change[0] < frame.step)
        params = left.params
        for _, values in before:
            params = params.replace(**values)
        self.params, self.replay = left.params, before
        self._begin(paused=True, frames=self.position + 1)
        self.params = params
        return left

    def take(self, params: Params, seed: int) -> None:
        """Use these from now on: live in the running run, or in a new one."""
        before, was_static = self.params, self.is_static
        same_seed = seed == self.seed
        self.params, self.seed, self.replay = params, seed, ()
        if self.is_static:
            oldest = self._oldest
            self.restart()
            if was_static and same_seed and self.lab.still_tells(before, params):
                # Else a hand that is faster than the lab would see nothing until it rests.
                self._oldest = oldest
        elif (
            self.run is not None
            and self.is_alive
            and not was_static
            and same_seed
            and before.is_live_change(params)
        ):
            self.run.control.update(params)
        elif was_static or self.state in ("paused", "idle"):
            self.prepare()
        else:
            self.restart()

    @property
    def rate(self) -> float | None:
        """Frames a second: what the reader has chosen, or the lab's own pace; None: all it can."""
        return self._chosen_rate[0] if self._chosen_rate else self.lab.pace(self.params)

    def set_rate(self, rate: float | None) -> None:
        """Let at most `rate` frames a second through, now and in later runs; None: all."""
        self._chosen_rate = (rate,)
        if self.run is not None:
            self.run.control.set_rate(rate)
            self._share_out()

    def shutdown(self) -> None:
        """Cancel the run and join the worker."""
        self._runner.shutdown()

    # What happens

    def _begin(self, *, paused: bool, frames: int = 1) -> None:
        rate = None if self.is_static else self.rate
        control = Control(paused=paused, rate=rate)
        if paused:
            control.step(frames)
        self.run = Run(self.lab, self.params, self.seed, control=control, replay=self.replay)
        self.position = -1
        self._follows = True
        self.steps_per_second = 0.0
        self._speed_from = (0.0, 0)
        self._told = 0.0
        self._oldest = self.run.number
        self._share_out()
        self.parts.clear()
        if not self.is_static:
            self.cleared.emit()
        self._runner.start(self.run)
        self.changed.emit()

    def _share_out(self) -> None:
        """Share the time between the run and its pictures."""
        runner, slow = self._runner, not self.is_static and self.rate is None
        runner.interval = SLOW_INTERVAL if slow else 0.0 if self.is_static else FAST_INTERVAL
        runner.share = SLOW_SHARE if slow else FAST_SHARE
        runner.patience = PATIENCE if slow else 0.0
        runner.hurries = self.is_static

    def _look_at(self, number: int) -> None:
        frame = None if self.run is None else self.run.history.frame(number)
        if frame is not None and number != self.position:
            self.position = number
            self.parts.clear()
            self.shown.emit(self.run, frame)

    @Slot(object, int, object)
    def _frame_ready(self, run: Run, number: int, frame: Frame) -> None:
        if run is not self.run:
            if run.number >= self._oldest:
                self.shown.emit(run, frame)
            return
        if self._follows:
            self.position = number
            self._measure(number)
            self.shown.emit(run, frame)
        now = time.perf_counter()
        if not self.at_full_speed or now - self._told >= TELLING:
            self._told = now
            self.changed.emit()

    def _measure(self, number: int) -> None:
        now = time.perf_counter()
        since, begin = self._speed_from
        if since == 0.0:
            self._speed_from = (now, number)
        elif now - since >= SPEED_WINDOW:
            self.steps_per_second = (number - begin) / (now - since)
            self._speed_from = (now, number)

    @Slot(object)
    def _run_ended(self, run: Run) -> None:
        if run is self.run:
            self.changed.emit()
            self.ended.emit(run)
