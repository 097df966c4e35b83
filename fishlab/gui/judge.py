"""Judge: tries claims one after the other in a thread of its own, beside the page's run."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from fishlab.experiment import Cancelled, Claim, Control, Lab, LabError, reproduce
from fishlab.experiment.run import unexpected


class Judge(QObject):
    """Tries claims of one lab. All methods are for the window's thread."""

    begun = Signal(object)
    """(claim): it is being tried now."""
    judged = Signal(object, object)
    """(claim, Verdict), or (claim, Message) if one of its runs failed for that reason."""
    ended = Signal()
    """All were tried, or the rest was cancelled."""

    _told = Signal(int, object, object)

    def __init__(self, lab: Lab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._thread: threading.Thread | None = None
        self._control = Control()
        self._number = 0
        self.part = 0.0
        """How much of the claim under way is done, 0 to 1."""
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True from `start` to `ended`."""
        return self._thread is not None

    def start(self, claims: Sequence[Claim]) -> None:
        """Try these; what is still under way is cancelled first."""
        self.shutdown()
        self._number += 1
        self._control = Control()
        arguments = (self._number, tuple(claims), self._control)
        self._thread = threading.Thread(target=self._work, args=arguments, name="fishlab-judge")
        self._thread.start()

    def cancel(self) -> None:
        """Stop trying; `ended` follows."""
        self._control.cancel()

    def shutdown(self) -> None:
        """Cancel and join the thread; nothing more is told of what it did."""
        self._control.cancel()
        self._number += 1
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, number: int, claims: Sequence[Claim], control: Control) -> None:
        for claim in claims:
            if control.cancelled:
                break
            self.part = 0.0
            self._told.emit(number, claim, None)
            try:
                verdict = reproduce(self._lab, claim, control=control, progress=self._progress)
            except Cancelled:
                break
            except LabError as error:
                self._told.emit(number, claim, error.message)
            except Exception as error:  # a claim never takes the program down with it
                traceback.print_exc()
                self._told.emit(number, claim, unexpected(error))
            else:
                self._told.emit(number, claim, verdict)
        self._told.emit(number, None, None)

    def _progress(self, part: float) -> None:
        self.part = part

    @Slot(int, object, object)
    def _tell(self, number: int, claim: Claim | None, result: object) -> None:
        if number != self._number:
            return
        if claim is None:
            self.shutdown()
            self.ended.emit()
        elif result is None:
            self.begun.emit(claim)
        else:
            self.judged.emit(claim, result)
