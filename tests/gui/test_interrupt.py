"""Ctrl-C in the terminal closes the window."""

import os
import signal
import sys
import threading

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from fishlab.gui.interrupt import Interrupt


class Window(QWidget):
    """Ends its loop when it is closed."""

    def __init__(self):
        super().__init__()
        self.loop = QEventLoop()

    def closeEvent(self, event):
        self.loop.quit()


@pytest.fixture
def _signals_as_before():
    handler = signal.getsignal(signal.SIGINT)
    fd = signal.set_wakeup_fd(-1)
    yield
    signal.signal(signal.SIGINT, handler)
    signal.set_wakeup_fd(fd, warn_on_full_buffer=False)


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")
@pytest.mark.usefixtures("_signals_as_before")
def test_ctrl_c_closes_a_window_in_which_nothing_else_happens(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    interrupt = Interrupt(window)
    assert not interrupt.happened
    sender = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
    sender.start()
    window.loop.exec()  # no Python runs in here until the signal wakes it
    sender.join()
    assert interrupt.happened
    assert not window.isVisible()
