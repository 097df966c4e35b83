"""A monkey at the window: random keys, clicks, drags, wheels, resizes, tabs, languages, files.

It acts from a timer, so that it goes on inside menus and dialogs that have event loops of their
own; while one is open only that is played with, as a reader could not reach the rest. What it did
last is kept for the one who has to find out why the window fell.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fishlab.gui.main_window import MainWindow

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS: Sequence[tuple[Qt.Key, Qt.KeyboardModifier]] = (
    *((key, NONE) for key in (
        Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
        Qt.Key.Key_R, Qt.Key.Key_B, Qt.Key.Key_0, Qt.Key.Key_7, Qt.Key.Key_Period,
        Qt.Key.Key_Minus, Qt.Key.Key_E, Qt.Key.Key_X, Qt.Key.Key_F1,
    )),
    (Qt.Key.Key_Tab, CONTROL), (Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_E, CONTROL), (Qt.Key.Key_S, CONTROL), (Qt.Key.Key_O, CONTROL),
    (Qt.Key.Key_A, CONTROL), (Qt.Key.Key_C, CONTROL | SHIFT), (Qt.Key.Key_Tab, SHIFT),
)  # fmt: skip
SIZES = ((1280, 800), (900, 600), (1600, 1000), (1024, 700))
# Writing a long run takes its time; a reader does it now and then, not ten times a second.
RARE = 0.1


class Monkey(QObject):
    """Makes `count` random moves, then stops; `seed` makes the same ones again."""

    def __init__(self, window: MainWindow, seed: int, files: Callable[[], Path]) -> None:
        super().__init__(window)
        self.window = window
        self.moves = 0
        self.last: deque[str] = deque(maxlen=40)
        self._files = files
        self._rng = np.random.default_rng(seed)
        self._plays = False
        self._verbs: tuple[tuple[float, Callable[[QWidget], None]], ...] = (
            (0.34, self._click),
            (0.20, self._key),
            (0.16, self._drag),
            (0.10, self._wheel),
            (0.06, self._tab),
            (0.05, self._type),
            (0.03, self._resize),
            (0.02, self._language),
            (0.02, self._theme),
            (0.02, self._open),
        )

    def start(self) -> None:
        """Begin, or go on."""
        self._plays = True
        QTimer.singleShot(0, self, self._move)

    def stop(self) -> None:
        """Leave the window alone."""
        self._plays = False

    @Slot()
    def _move(self) -> None:
        if not self._plays:
            return
        # Before the move: if it opens a menu, this comes in the menu's own event loop.
        QTimer.singleShot(0, self, self._move)
        self.moves += 1
        on_top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if on_top is not None:
            self._play_with(on_top)
            return
        chances = np.array([chance for chance, _ in self._verbs])
        verb = self._verbs[self._rng.choice(len(chances), p=chances / chances.sum())][1]
        verb(self.window)

    def _play_with(self, dialog: QWidget) -> None:
        """A menu or dialog: a click, a key, and now and then it is closed."""
        chance = self._rng.random()
        if chance < 0.3:
            self._say("close", dialog)
            dialog.close()
        elif chance < 0.6:
            self._key(dialog)
        else:
            self._click(dialog)

    def _click(self, root: QWidget) -> None:
        widget = self._some_widget(root)
        button = RIGHT if self._rng.random() < 0.1 else LEFT
        at = self._place(widget)
        self._say("click", widget, at.toTuple())
        if self._rng.random() < 0.1:
            QTest.mouseDClick(widget, button, NONE, at)
        else:
            QTest.mouseClick(widget, button, NONE, at)

    def _drag(self, root: QWidget) -> None:
        widget = self._some_widget(root)
        points = [self._place(widget) for _ in range(int(self._rng.integers(2, 6)))]
        self._say("drag", widget, [p.toTuple() for p in points])
        QTest.mousePress(widget, LEFT, NONE, points[0])
        for point in points[1:]:
            if shiboken6.isValid(widget):
                QTest.mouseMove(widget, point)
        if shiboken6.isValid(widget):
            QTest.mouseRelease(widget, LEFT, NONE, points[-1])

    def _wheel(self, root: QWidget) -> None:
        widget = self._some_widget(root)
        at = QPointF(self._place(widget))
        turn = QPoint(0, int(self._rng.choice([-120, 120])))
        self._say("wheel", widget, turn.y())
        event = QWheelEvent(
            at, QPointF(widget.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _key(self, root: QWidget) -> None:
        key, modifier = KEYS[self._rng.integers(len(KEYS))]
        if modifier & CONTROL and key in (Qt.Key.Key_S, Qt.Key.Key_O) and not self._rarely():
            return
        target = QApplication.focusWidget() or root
        self._say("key", target, key.name, modifier.name)
        QTest.keyClick(target, key, modifier)

    def _type(self, root: QWidget) -> None:
        target = QApplication.focusWidget() or root
        texts = ("1e9", "-3.5", "nan", "x**2/20 + y**2", "((", "9" * 40, "é中", "0.1, 0.2", "inf")
        text = texts[self._rng.integers(len(texts))]
        self._say("type", target, text)
        for letter in text:
            if shiboken6.isValid(target):
                QTest.keyClick(target, Qt.Key(ord(letter.upper())) if letter == "é" else letter
                               if letter.isascii() else "?")  # fmt: skip

    def _tab(self, root: QWidget) -> None:
        tabs = self.window.tabs
        number = int(self._rng.integers(tabs.count()))
        self._say("tab", tabs, number)
        tabs.setCurrentIndex(number)
        page = self.window.page
        presets = page.lab.presets
        preset = presets[self._rng.integers(len(presets))]
        self._say("preset", page, preset.id)
        page.load(preset.params, preset.seed, play=bool(self._rng.random() < 0.8))

    def _resize(self, root: QWidget) -> None:
        size = SIZES[self._rng.integers(len(SIZES))]
        self._say("resize", self.window, size)
        self.window.resize(*size)

    def _language(self, root: QWidget) -> None:
        name = ("en", "zh_CN")[self._rng.integers(2)]
        self._say("language", self.window, name)
        self.window.choose_language(name)

    def _theme(self, root: QWidget) -> None:
        name = ("light", "dark", "auto")[self._rng.integers(3)]
        self._say("theme", self.window, name)
        self.window.choose_theme(name)

    def _open(self, root: QWidget) -> None:
        path = self._files()
        self._say("open", self.window, path.name)
        self.window.open_run(path)

    def _rarely(self) -> bool:
        return bool(self._rng.random() < RARE)

    def _some_widget(self, root: QWidget) -> QWidget:
        """Return a visible widget: any of them, however deep, has the same chance."""
        found = [w for w in root.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        return found[self._rng.integers(len(found))] if found else root

    def _place(self, widget: QWidget) -> QPoint:
        width, height = max(widget.width(), 1), max(widget.height(), 1)
        return QPoint(int(self._rng.integers(width)), int(self._rng.integers(height)))

    def _say(self, verb: str, widget: QWidget, *what: Any) -> None:
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        self.last.append(f"{self.moves}: {verb} {name} {' '.join(map(str, what))}")
