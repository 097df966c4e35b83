"""Ctrl-C in the terminal closes the window."""

import signal

import pytest
from PySide6.QtWidgets import QWidget

from fishlab.gui.interrupt import Interrupt


@pytest.fixture
def _signals_as_before():
    handler = signal.getsignal(signal.SIGINT)
    fd = signal.set_wakeup_fd(-1)
    yield
    signal.signal(signal.SIGINT, handler)
    signal.set_wakeup_fd(fd, warn_on_full_buffer=False)


@pytest.mark.usefixtures("_signals_as_before")
def test_ctrl_c_closes_an_idle_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    interrupt = Interrupt(window)
    assert not interrupt.happened
    signal.raise_signal(signal.SIGINT)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert interrupt.happened
