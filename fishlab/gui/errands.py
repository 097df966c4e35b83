"""Errands: work that a panel has done one after the other, in a thread of its own.

Claims are tried and runs repeated beside the page's run. An errand is a key, by which the panel
knows it, and a function of a Control (to be cancelled by) and of a callback for its progress.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from fishlab.datasets import DataError
from fishlab.experiment import Cancelled, Control, LabError
from fishlab.experiment.run import unexpected

Work = Callable[[Control, Callable[[float], None]], Any]
Errand = tuple[Any, Work]


class Errands(QObject):
    """Does errands. All methods are for the window's thread."""

    begun = Signal(object)
    """(key): this one is under way."""
    done = Signal(object, object)
    """(key, result); the result is a Message that says why, if it failed."""
    ended = Signal()
    """All are done, or the rest was cancelled."""

    _told = Signal(int, str, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._control = Control()
        self._number = 0
        self.part = 0.0
        """How much of the errand under way is done, 0 to 1."""
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True from `start` to `ended`."""
        return self._thread is not None

    def start(self, errands: Sequence[Errand]) -> None:
        """Do these; what is still under way is cancelled first, and told of no more."""
        self.shutdown()
        self._control = Control()
        arguments = (self._number, tuple(errands), self._control)
        self._thread = threading.Thread(target=self._work, args=arguments, name="fishlab-errands")
        self._thread.start()

    def cancel(self) -> None:
        """Stop; `ended` follows."""
        self._control.cancel()

    def shutdown(self) -> None:
        """Cancel and join the thread; nothing more is told of what it did."""
        self._control.cancel()
        self._number += 1
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, number: int, errands: Sequence[Errand], control: Control) -> None:
        for key, work in errands:
            if control.cancelled:
                break
            self.part = 0.0
            self._told.emit(number, "begun", key, None)
            try:
                result = work(control, self._progress)
            except Cancelled:
                break
            except (DataError, LabError) as error:
                result = error.message
            except Exception as error:  # an errand never takes the program down with it
                _tell_as_of_a_thread(error)
                result = unexpected(error)
            self._told.emit(number, "done", key, result)
        self._told.emit(number, "ended", None, None)

    def _progress(self, part: float) -> None:
        self.part = part

    @Slot(int, str, object, object)
    def _tell(self, number: int, what: str, key: object, result: object) -> None:
        if number != self._number:
            return
        if what == "begun":
            self.begun.emit(key)
        elif what == "done":
            self.done.emit(key, result)
        else:
            self.shutdown()
            self.ended.emit()


def _tell_as_of_a_thread(error: Exception) -> None:
    """Have the error told, and logged, as if it had ended this thread; the next errand goes on."""
    told = (type(error), error, error.__traceback__, threading.current_thread())
    threading.excepthook(threading.ExceptHookArgs(told))
