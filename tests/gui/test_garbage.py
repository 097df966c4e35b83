"""Garbage is collected in the window's thread, between two events, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fishlab.gui.garbage import all_widgets


class Knot(QObject):
    """An object of Qt's that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_worker_that_makes_garbage_frees_nothing_of_the_window(
    qtbot: QtBot,
) -> None:
    freed: list[threading.Thread] = []
    weakref.finalize(Knot(), lambda: freed.append(threading.current_thread()))

    def work() -> None:
        for _ in range(20 * gc.get_threshold()[0]):
            knot: list[object] = []
            knot.append(knot)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not freed
    qtbot.waitUntil(lambda: bool(freed), timeout=5000)
    assert freed == [threading.main_thread()]


def test_nothing_is_collected_during_a_look_at_all_widgets(qapp: QApplication) -> None:
    collections: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        collections.append(phase)

    threshold = gc.get_threshold()
    gc.enable()
    gc.callbacks.append(note)
    try:
        gc.set_threshold(1)
        with all_widgets():
            collections.clear()
            assert [[] for _ in range(1000)]
            assert collections == []
        assert gc.isenabled()
        assert [[] for _ in range(1000)]
        assert collections != []
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*threshold)
        gc.disable()
