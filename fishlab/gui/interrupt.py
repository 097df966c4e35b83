"""Ctrl-C in the terminal closes the window, as properly as its own close button.

Python notices a signal only between two of its instructions, and an idle window runs none. The
signal therefore writes a byte into a socket that Qt's event loop listens to.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType, TracebackType
from typing import Self

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QWidget


class Interrupt(QObject):
    """Use it around the event loop: SIGINT closes `window`, and `happened` says that it came."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.happened = False
        self._window = window

    def __enter__(self) -> Self:
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handler = signal.signal(signal.SIGINT, self._close)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.signal(signal.SIGINT, self._handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _woken(self) -> None:
        """Empty the socket; Python runs the signal's handler right after entering here."""
        self._reader.recv(64)

    def _close(self, number: int, frame: FrameType | None) -> None:
        self.happened = True
        self._window.close()
