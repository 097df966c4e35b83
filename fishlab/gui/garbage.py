"""Python's garbage collector, driven from the window's event loop.

Left to itself it runs wherever an allocation trips it. In a worker thread it may destroy Qt's
objects behind the window's back; inside `QObject.disconnect`, which holds a lock that a dying
QObject wants too, it hung the window for good (seen with PySide6 6.11.3). Between two events, in
the window's thread, it is safe.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

INTERVAL = 1000
"""Milliseconds between two looks."""


class Sweeper(QObject):
    """Takes garbage collection over, by Python's own thresholds, until it is given back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("sweeper")
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(INTERVAL)

    @Slot()
    def sweep(self) -> None:
        """Collect as old a generation as is due."""
        due = [
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        ]
        if any(due):
            gc.collect(max(generation for generation, full in enumerate(due) if full))


@contextmanager
def all_widgets() -> Iterator[list[QWidget]]:
    """Every widget there is, none of which is collected while they are looked at.

    Else menus and lists that Qt has made for a window go with it, and PySide still speaks of them.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield QApplication.allWidgets()
    finally:
        if collects:
            gc.enable()


def settle() -> None:
    """Leave what has been made until now out of all collections: modules do not become garbage.

    A collection of everything takes 60 ms after the start, and next to nothing after this.
    """
    gc.collect()
    gc.freeze()
