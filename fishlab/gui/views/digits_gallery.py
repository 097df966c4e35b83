"""Many digits as small pictures with what they are and how they were read; only what is seen is
drawn, so that ten thousand cost no more than forty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from fishlab.gui.presentation import grown
from fishlab.gui.style import quiet_scroll_bars
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .digits_ink import digit_pixmap

CELL = 64
PICTURE = 44
UNREAD = -1


@dataclass(frozen=True)
class Pictures:
    """Digits to show. images: (N, 28, 28), 0 … 255; labels, read: (N,), −1 is unknown.

    numbers: (N,), what `chosen` tells for each. before: (N,) how they were read earlier, or None.
    """

    images: np.ndarray
    labels: np.ndarray
    read: np.ndarray
    numbers: np.ndarray
    before: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.images)


NOTHING = Pictures(
    np.empty((0, 28, 28), np.uint8), np.empty(0, int), np.empty(0, int), np.empty(0, int)
)


class Gallery(QAbstractScrollArea):
    """A grid of digits; `chosen` tells the number of the one clicked or picked by keyboard."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._digits = NOTHING
        self._current = -1
        self._empty = ""
        self._pixmaps: dict[int, QPixmap] = {}
        quiet_scroll_bars(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(grown(CELL) + 24, grown(CELL) + 8)
        self.verticalScrollBar().setSingleStep(grown(CELL))

    @property
    def digits(self) -> Pictures:
        """What is shown."""
        return self._digits

    @property
    def current(self) -> int:
        """The number of the digit in the frame of focus, or −1."""
        return int(self._digits.numbers[self._current]) if self._current >= 0 else -1

    def show_digits(self, digits: Pictures, empty: str = "") -> None:
        """Show digits; `empty` is said if there are none."""
        if digits.images is not self._digits.images:
            self._pixmaps.clear()
        self._digits = digits
        self._empty = empty
        self._current = min(self._current, len(digits) - 1)
        self._measure()
        self.viewport().update()

    def set_current(self, number: int) -> None:
        """Frame the digit of that number, if it is there, and scroll to it."""
        found = np.flatnonzero(self._digits.numbers == number)
        self._current = int(found[0]) if len(found) else -1
        if self._current >= 0:
            self._reveal()
        self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._pixmaps.clear()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """A few rows of digits."""
        return QSize(grown(CELL) * 6 + 24, grown(CELL) * 3)

    # Geometry

    def _columns(self) -> int:
        return max(self.viewport().width() // grown(CELL), 1)

    def _measure(self) -> None:
        rows = -(-len(self._digits) // self._columns())
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(rows * grown(CELL) - self.viewport().height(), 0))

    def _place(self, k: int) -> QRect:
        columns = self._columns()
        left = (self.viewport().width() - columns * grown(CELL)) // 2
        top = k // columns * grown(CELL) - self.verticalScrollBar().value()
        return QRect(left + k % columns * grown(CELL), top, grown(CELL), grown(CELL))

    def _at(self, position: QPoint) -> int:
        columns = self._columns()
        left = (self.viewport().width() - columns * grown(CELL)) // 2
        column = (position.x() - left) // grown(CELL)
        row = (position.y() + self.verticalScrollBar().value()) // grown(CELL)
        k = row * columns + column
        return k if 0 <= column < columns and 0 <= k < len(self._digits) else -1

    def _reveal(self) -> None:
        bar = self.verticalScrollBar()
        top = self._current // self._columns() * grown(CELL)
        bar.setValue(min(max(bar.value(), top + grown(CELL) - self.viewport().height()), top))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digits that are in sight."""
        painter = QPainter(self.viewport())
        # The screen cuts a row off at the edge by itself; a vector file has to be told.
        painter.setClipRect(self.viewport().rect())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.surface))
        if not len(self._digits):
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                self.viewport().rect().adjusted(16, 8, -16, -8),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self._empty,
            )
            return
        columns = self._columns()
        first = self.verticalScrollBar().value() // grown(CELL) * columns
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        last = -(-bottom // grown(CELL)) * columns
        for k in range(first, min(last, len(self._digits))):
            self._paint(painter, k)

    def _paint(self, painter: QPainter, k: int) -> None:
        theme = self._theme
        place = self._place(k)
        label, read = int(self._digits.labels[k]), int(self._digits.read[k])
        wrong = UNREAD not in (label, read) and label != read
        cell, side = grown(CELL), grown(PICTURE)
        picture = QRect(place.left() + (cell - side) // 2, place.top() + 3, side, side)
        painter.drawPixmap(picture.topLeft(), self._pixmap(k))
        edge = theme.accent if k == self._current else theme.bad if wrong else theme.border
        painter.setPen(QPen(QColor(edge), 3 if k == self._current else 2 if wrong else 1))
        painter.drawRect(picture)
        below = QRect(place.left(), picture.bottom() + 1, cell, cell - side - 4)
        painter.setPen(QColor(theme.bad if wrong else theme.text))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._caption(k))

    def _caption(self, k: int) -> str:
        """`7` if it was read rightly, `7 → 1 ✗` if not, `1 → 7 ✓` if training mended it."""
        label, read = int(self._digits.labels[k]), int(self._digits.read[k])
        if read == UNREAD:
            return str(label)
        if self._digits.before is not None:
            before = int(self._digits.before[k])
            mark = "✓" if read == label else "✗"
            return f"{read} {mark}" if before == read else f"{before} → {read} {mark}"
        return str(label) if read == label else f"{label} → {read} ✗"

    def _pixmap(self, k: int) -> QPixmap:
        pixmap = self._pixmaps.get(k)
        if pixmap is None:
            ratio = self.devicePixelRatioF()
            values = self._digits.images[k].astype(np.float32) / 255.0
            pixmap = self._pixmaps[k] = digit_pixmap(values, grown(PICTURE), ratio, self._theme)
        return pixmap

    # The hand

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the columns anew."""
        self._measure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit under the mouse."""
        self._choose(self._at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from digit to digit."""
        step = self._step(event)
        if step is None or not len(self._digits):
            super().keyPressEvent(event)
        else:
            self._choose(min(max(self._current + step, 0), len(self._digits) - 1))

    def _step(self, event: QKeyEvent) -> int | None:
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
        }.get(Qt.Key(event.key()))

    def _choose(self, k: int) -> None:
        if k >= 0:
            self._current = k
            self._reveal()
            self.viewport().update()
            self.chosen.emit(int(self._digits.numbers[k]))

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._step(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell a digit's number, label and reading under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            k = self._at(event.pos())
            words = self.toolTip()
            if k >= 0:
                words = translate(
                    "digits",
                    "Number {number}: it is a {label}, read as {read}",
                    number=int(self._digits.numbers[k]),
                    label=int(self._digits.labels[k]),
                    read="?" if self._digits.read[k] == UNREAD else int(self._digits.read[k]),
                )
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)
