"""A mouse for those who have none: a cross that keys move over a plot, click and drag with.

Shift with an arrow moves it (with Ctrl a pixel at a time), Enter clicks, Shift+Enter takes hold of
what lies under it and lets it go, Escape puts it away. The plot gets the events that a mouse would
have sent, so whatever a hand can do there, keys can do as well.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from fishlab.gui.theme import LIGHT, Theme

PACE = 8
ARM = 9
WAYS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class KeyPointer(QWidget):
    """The cross over a plot's viewport; the plot hands it the keys that are pressed."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        super().__init__(plot)
        self._plot = plot
        self._theme = LIGHT
        self._at: QPoint | None = None
        self.holds = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(2 * ARM + 1, 2 * ARM + 1)
        self.hide()

    @property
    def place(self) -> QPoint | None:
        """Where on the viewport it points to, or None while it is away."""
        return self._at

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def takes(self, event: QKeyEvent) -> bool:
        """Do what the key says; False if it says nothing to a pointer."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in WAYS and shift:
            fine = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self._move(WAYS[key] * (1 if fine else PACE))
        elif key in ENTER and shift:
            self._let_go() if self.holds else self._take_hold()
        elif key in ENTER and self._at is not None and not self.holds:
            self._take_hold()
            self._let_go()
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self.put_away()
        else:
            return False
        return True

    def put_away(self) -> None:
        """Let go, and leave the plot as a mouse does."""
        if self._at is None:
            return
        self._let_go()
        self._at = None
        self.hide()
        QApplication.sendEvent(self._plot, QEvent(QEvent.Type.Leave))

    def _move(self, by: QPoint) -> None:
        room = self._plot.mapFromScene(self._plot.getViewBox().sceneBoundingRect()).boundingRect()
        at = self._at + by if self._at is not None else self._begin()
        self._show_at(
            QPoint(
                min(max(at.x(), room.left() + 1), room.right() - 1),
                min(max(at.y(), room.top() + 1), room.bottom() - 1),
            )
        )
        self._send(QEvent.Type.MouseMove, LEFT if self.holds else NONE)

    def _show_at(self, at: QPoint) -> None:
        self._at = at
        self.move(self._plot.viewport().mapToParent(at) - QPoint(ARM, ARM))
        self.show()
        self.raise_()

    def _begin(self) -> QPoint:
        """Begin at what can be dragged, else in the middle."""
        movable = (pg.TargetItem, pg.InfiniteLine)
        for kind in movable:
            for item in self._plot.scene().items():
                if isinstance(item, kind) and item.isVisible() and item.movable:
                    return self._plot.mapFromScene(item.scenePos())
        return self._plot.mapFromScene(self._plot.getViewBox().sceneBoundingRect().center())

    def _take_hold(self) -> None:
        if self._at is None:
            self._show_at(self._begin())
        self._send(QEvent.Type.MouseMove, NONE)
        self.holds = True
        self._send(QEvent.Type.MouseButtonPress, LEFT)
        self.update()

    def _let_go(self) -> None:
        if self.holds:
            self.holds = False
            self._send(QEvent.Type.MouseButtonRelease, NONE)
            self.update()

    def _send(self, kind: QEvent.Type, held: Qt.MouseButton) -> None:
        assert self._at is not None
        viewport = self._plot.viewport()
        button = NONE if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(
            kind, QPointF(self._at), QPointF(viewport.mapToGlobal(self._at)), button, held,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a cross, and a ring around it while it holds something."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(ARM + 0.5, ARM + 0.5)
        for colour, width in ((self._theme.plot, 4), (self._theme.accent, 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(-ARM + 1, 0, ARM - 1, 0)
            painter.drawLine(0, -ARM + 1, 0, ARM - 1)
            if self.holds:
                painter.drawEllipse(QPoint(), ARM - 3, ARM - 3)
        painter.end()
