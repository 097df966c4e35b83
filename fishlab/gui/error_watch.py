"""ErrorWatch: what nobody caught, wherever it was raised, is shown in its lab and goes no further.

Python tells of an exception that left a slot, a thread or a destructor by three hooks. Each keeps
what it did before (the traceback on standard error) and then has the window show it, later and in
the window's own thread: a hook may be called in the middle of anything.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from fishlab.experiment.run import next_number


class ErrorWatch(QObject):
    """Watches from when it is made until `end`; a window is its parent."""

    happened = Signal(object, int)
    """(error, number): its number is below those of the runs that began after it, however late it
    is told."""

    _caught = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self.happened, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._ours = (self._left_a_slot, self._ended_a_thread, self._could_not_be_raised)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._ours

    def end(self) -> None:
        """Tell what is still to be told, and give the hooks back. May be called twice."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        slot, thread, unraisable = self._ours
        # Whoever put a hook of their own over ours keeps it.
        if sys.excepthook == slot:
            sys.excepthook = self._before[0]
        if threading.excepthook == thread:
            threading.excepthook = self._before[1]
        if sys.unraisablehook == unraisable:
            sys.unraisablehook = self._before[2]

    def _left_a_slot(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before[0](kind, error, trace)
        self._catch(error)

    def _ended_a_thread(self, told: Any) -> None:
        self._before[1](told)
        self._catch(told.exc_value)

    def _could_not_be_raised(self, told: Any) -> None:
        self._before[2](told)
        self._catch(told.exc_value)

    def _catch(self, error: BaseException | None) -> None:
        # Ctrl-C and sys.exit are no errors; and the window may have gone while a thread worked.
        if isinstance(error, Exception) and shiboken6.isValid(self):
            self._caught.emit(error, next_number())


def owners(error: BaseException) -> list[QObject]:
    """Return the objects whose methods `error` went through, the innermost first."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        owner = trace.tb_frame.f_locals.get("self")
        if isinstance(owner, QObject) and shiboken6.isValid(owner):
            found.append(owner)
        trace = trace.tb_next
    return found[::-1]
