"""Runner: one worker thread that executes runs, newest first, and tells the window about them.

The worker may be far faster than the screen and the window must never wait for it:

    start(run) ─► queue ─► worker: run.execute(deliver) ─► mailbox of one ─► one queued wake-up ─►
    `frame_ready`, at most so many times a second ─► … ─► `ended`, exactly once for each run

Both want the interpreter and the processor, and a picture that is painted while the worker computes
takes up to ten times as long (gaps of 87 ms with the deep network, of 180 ms with nine optimizers).
So they take turns: a frame is drawn as it is delivered, and the worker waits until it is painted.
Only if the next one is long in coming is the last one that came too early drawn in between.
What a painting asks to be painted is waited for as well, once: most plots ask for it.

A newer run cancels the older ones. `shutdown` cancels what is left and joins the thread.
"""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot

from fishlab.experiment import Control, Frame, Mailbox, Run

LONGEST_DRAWING = 0.1
"""Seconds that a worker gives way at most, and that a drawing counts for at most."""
PAINTINGS = 2
"""Rounds of painting that belong to a drawing."""

PAINTED = QEvent.Type(QEvent.registerEventType())
AFTER_ALL_OTHERS = -(2**31)
"""Priority of an event: Qt posts what is to be painted with −1."""

Delivery = tuple[Run, int, Frame]


class _Precedence:
    """The workers of all pages: one that follows the hand has the processor to itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hurried: list[Control] = []
        self._nobody = threading.Event()
        self._nobody.set()

    @contextmanager
    def hurrying(self, control: Control) -> Iterator[None]:
        """Be waited for inside, unless the run is held."""
        with self._lock:
            self._hurried.append(control)
            self._nobody.clear()
        try:
            yield
        finally:
            with self._lock:
                self._hurried.remove(control)
                if not self._hurried:
                    self._nobody.set()

    def give(self) -> None:
        """Wait until nobody is in a hurry, for a while at most."""
        if self._nobody.is_set():
            return
        with self._lock:
            all_held = all(control.paused for control in self._hurried)
        if not all_held:
            self._nobody.wait(LONGEST_DRAWING)


_precedence = _Precedence()


class Runner(QObject):
    """Executes runs for one page. All methods are for the window's thread."""

    frame_ready = Signal(object, int, object)
    """(run, number, frame): the newest frame; those that nobody had time to draw are left out."""
    ended = Signal(object)
    """(run): its outcome is set, and its last frame was told before."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.interval = 0.0
        """Seconds from one frame drawn to the next, at least."""
        self.share = 0.5
        """How much of the time the window may draw, at most; the worker wants the rest."""
        self.patience = 0.0
        """Seconds that a frame that came too early waits for the next one."""
        self.hurries = False
        """Wait for no picture, and hold the workers of other pages while this one works: for labs
        that follow the hand."""
        self._mailbox: Mailbox[Delivery] = Mailbox()
        self.parts: deque[Callable[[], None]] = deque()
        """Filled while a frame is told: what is drawn of it in turns of their own."""
        self.is_drawing = False
        """True from when a frame is told until the last of its parts is painted."""
        self._queue: deque[Run | None] = deque()
        self._ended: deque[Run] = deque()
        self._filled = threading.Condition()
        self._free = threading.Event()
        self._free.set()
        self._newest: Run | None = None
        self._begun = 0.0
        self._due = 0.0
        # Whether the drawing counts for the pace: one of an older run must not hold the newer up.
        self._counts = False
        self._paintings = 0
        self._later = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._later.timeout.connect(self._wake)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="fishlab-runner", daemon=True)
        self._thread.start()

    def start(self, run: Run) -> None:
        """Execute `run` as soon as the older ones have given way; they are cancelled now."""
        self.cancel()
        self._newest = run
        self._due, self._counts = 0.0, False
        with self._filled:
            self._queue.append(run)
            self._filled.notify()

    def cancel(self) -> None:
        """End the run that is under way, if any."""
        if self._newest is not None:
            self._newest.control.cancel()

    def shutdown(self) -> None:
        """Cancel, join the thread, and tell nothing any more. May be called twice."""
        self.cancel()
        self._free.set()
        with self._filled:
            self._queue.append(None)
            self._filled.notify()
        self._thread.join()
        self._later.stop()
        self._mailbox.take()
        self._ended.clear()
        self.parts.clear()

    # The worker's side

    def _work(self) -> None:
        while True:
            with self._filled:
                while not self._queue:
                    self._filled.wait()
                run = self._queue.popleft()
            if run is None:
                return
            hurries = self.hurries  # the next run may be of another kind
            with _precedence.hurrying(run.control) if hurries else nullcontext():
                run.execute(partial(self._deliver, run, hurries))
            self._ended.append(run)
            self._woken.emit()

    def _deliver(self, run: Run, hurries: bool, frame: Frame) -> None:
        is_due = not hurries and time.perf_counter() >= self._due
        if is_due:
            self._free.clear()
        if self._mailbox.put((run, len(run.history) - 1, frame)) or is_due:
            self._woken.emit()
        if not hurries:
            self._free.wait(LONGEST_DRAWING)
            _precedence.give()

    # The window's side

    @Slot()
    def _wake(self) -> None:
        if self.is_drawing:
            return  # one frame at a time: `_painted` looks again
        if self._ended:
            # The last frame belongs before the end, whatever the pace.
            self._tell_frame()
            while self._ended:
                self.ended.emit(self._ended.popleft())
            return
        wait = self._due - time.perf_counter()
        if wait <= 0:
            self._tell_frame()
            return
        self._free.set()
        if not self._later.isActive():
            self._later.start(math.ceil((wait + self.patience) * 1000))

    @Slot()
    def _tell_frame(self) -> None:
        self._later.stop()
        delivery = self._mailbox.take()
        if delivery is None:
            self._free.set()
            return
        self._free.clear()
        self.is_drawing = True
        self._begun = time.perf_counter()
        self._counts = delivery[0] is self._newest
        if self._counts:
            self._due = self._begun + self.interval
        self.frame_ready.emit(*delivery)
        self._tell_when_painted()

    def _tell_when_painted(self) -> None:
        self._paintings = PAINTINGS
        self._look_after_painting()

    def _look_after_painting(self) -> None:
        # What the views have asked to be painted goes before this.
        QCoreApplication.postEvent(self, QEvent(PAINTED), AFTER_ALL_OTHERS)

    def customEvent(self, event: QEvent) -> None:
        """Go on when all is painted."""
        self._paintings -= 1
        if self._paintings:
            self._look_after_painting()
        elif self.parts:
            QTimer.singleShot(1, self, self._draw_part)
        else:
            self._painted()

    @Slot()
    def _draw_part(self) -> None:
        self._tell_when_painted()
        if self.parts:
            self.parts.popleft()()

    def _painted(self) -> None:
        if self._counts:
            drawing = min(time.perf_counter() - self._begun, LONGEST_DRAWING)
            self._due = max(self._due, self._begun + drawing / self.share)
        self.is_drawing = False
        self._free.set()
        # What came meanwhile; but first it is the turn of what else the window has to do.
        self._later.start(1)
