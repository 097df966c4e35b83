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


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")
def test_ctrl_c_closes_a_window_in_which_nothing_else_happens(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    before = signal.getsignal(signal.SIGINT)
    sender = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
    with Interrupt(window) as interrupt:
        assert not interrupt.happened
        sender.start()
        window.loop.exec()  # no Python runs in here until the signal wakes it
    sender.join()
    assert interrupt.happened
    assert not window.isVisible()
    assert signal.getsignal(signal.SIGINT) is before
