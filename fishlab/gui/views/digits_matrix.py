"""The confusion matrix as a picture: rows what it is, columns how it was read; a click chooses."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .digits_ink import ramp

HEADING = 22
KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Matrix(QWidget):
    """Counts (10, 10); `chosen` tells (label, read) of the cell clicked or picked by keyboard."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._counts = np.zeros((10, 10), int)
        self._cell: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(330, 330)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def cell(self) -> tuple[int, int] | None:
        """The chosen cell as (label, read)."""
        return self._cell

    def show_counts(self, counts: np.ndarray) -> None:
        """Show (10, 10) counts: [label, read]."""
        self._counts = counts
        self.update()

    def set_cell(self, cell: tuple[int, int] | None) -> None:
        """Frame a cell, or none."""
        self._cell = cell
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("digits", "Confusion matrix"))
        self.setAccessibleDescription(
            translate("digits", "Arrow keys choose a cell; its digits are shown beside it")
        )
        self.setToolTip(translate("digits", "Click a cell to see its digits"))
        self.update()

    def sizeHint(self) -> QSize:
        """A square that shows three-digit counts."""
        return QSize(460, 460)

    def place(self, label: int, read: int) -> QRect:
        """Return where a cell is."""
        side = self._side()
        left = (self.width() - 10 * side - 2 * HEADING) // 2 + 2 * HEADING
        top = (self.height() - 10 * side - 2 * HEADING) // 2 + 2 * HEADING
        return QRect(left + read * side, top + label * side, side, side)

    def _side(self) -> int:
        return max((min(self.width(), self.height()) - 2 * HEADING) // 10, 12)

    def _at(self, position: QPoint) -> tuple[int, int] | None:
        start = self.place(0, 0).topLeft()
        label = (position.y() - start.y()) // self._side()
        read = (position.x() - start.x()) // self._side()
        return (label, read) if 0 <= label < 10 and 0 <= read < 10 else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headings and cells."""
        painter = QPainter(self)
        self._paint_headings(painter)
        for label in range(10):
            for read in range(10):
                self._paint_cell(painter, label, read)
        if self._cell is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.text), 3))
            painter.drawRect(self.place(*self._cell).adjusted(1, 1, -2, -2))

    def _paint_headings(self, painter: QPainter) -> None:
        side = self._side()
        first = self.place(0, 0)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(self._theme.muted))
        top = QRect(first.left(), first.top() - 2 * HEADING, 10 * side, HEADING)
        painter.drawText(top, centre, translate("digits", "read as"))
        painter.save()
        painter.translate(first.left() - 2 * HEADING, first.top() + 10 * side)
        painter.rotate(-90)
        painter.drawText(QRect(0, 0, 10 * side, HEADING), centre, translate("digits", "it is a"))
        painter.restore()
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        for k in range(10):
            above = QRect(first.left() + k * side, first.top() - HEADING, side, HEADING)
            painter.drawText(above, centre, str(k))
            beside = QRect(first.left() - HEADING, first.top() + k * side, HEADING, side)
            painter.drawText(beside, centre, str(k))
        painter.setFont(self.font())

    def _paint_cell(self, painter: QPainter, label: int, read: int) -> None:
        theme = self._theme
        place = self.place(label, read).adjusted(0, 0, -1, -1)
        count = int(self._counts[label, read])
        share = count / max(int(self._counts[label].sum()), 1)
        right = label == read
        # One error among a hundred must be seen: errors take the root of their share.
        strength = share if right else min(1.0, 2.0 * share**0.5)
        colour = ramp(theme.plot, theme.accent if right else theme.bad)[round(255 * strength)]
        colour = QColor.fromRgb(int(colour))
        painter.fillRect(place, colour)
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.drawRect(place)
        if count:
            dark = colour.lightnessF() < 0.5
            painter.setPen(QColor("#FFFFFF" if dark else "#10151A"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        self._choose(self._at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell."""
        step = KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        label, read = self._cell or (0, 0)
        if self._cell is not None:
            label, read = (min(max(a + b, 0), 9) for a, b in zip(self._cell, step, strict=True))
        self._choose((label, read))

    def _choose(self, cell: tuple[int, int] | None) -> None:
        if cell is not None:
            self.set_cell(cell)
            self.setAccessibleDescription(self._words(cell))
            self.chosen.emit(*cell)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys; tell a cell's meaning under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if Qt.Key(event.key()) in KEYS:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self)
            return True
        return super().event(event)

    def _words_at(self, position: QPoint) -> str:
        cell = self._at(position)
        if cell is None:
            return translate("digits", "Click a cell to see its digits")
        return self._words(cell)

    def _words(self, cell: tuple[int, int]) -> str:
        return translate(
            "digits",
            "{count} of {all} digits that are a {label} were read as a {read}; click to see them",
            count=int(self._counts[cell]),
            all=int(self._counts[cell[0]].sum()),
            label=cell[0],
            read=cell[1],
        )
