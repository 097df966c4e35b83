"""A hand on a pyqtgraph plot: mouse events as a window system sends them, buttons and all."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def pixel(plot: Any, x: float, y: float) -> QPoint:
    """Return where (x, y) of the plot's coordinates is on its viewport."""
    return plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))


def drag(plot: Any, start: tuple[float, float], end: tuple[float, float], steps: int = 6) -> None:
    """Press at `start`, move to `end`, let go; both in the plot's coordinates."""
    rate = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)  # every move counts, however soon
    first, last = pixel(plot, *start), pixel(plot, *end)
    send(plot, QEvent.Type.MouseMove, first, held=NONE)
    send(plot, QEvent.Type.MouseButtonPress, first)
    for step in range(1, steps + 1):
        way = (last - first) * (step / steps)
        send(plot, QEvent.Type.MouseMove, first + way, button=NONE)
    send(plot, QEvent.Type.MouseButtonRelease, last, held=NONE)
    pg.setConfigOption("mouseRateLimit", rate)


def send(
    plot: Any,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton = LEFT,
    held: Qt.MouseButton = LEFT,
) -> None:
    """Send one event to the plot's viewport and let it be handled."""
    viewport = plot.viewport()
    spot, everywhere = QPointF(at), QPointF(viewport.mapToGlobal(at))
    button = NONE if kind == QEvent.Type.MouseMove else button
    event = QMouseEvent(kind, spot, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()
