"""A plot whose points a hand puts down and takes away."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from fishlab.gui.widgets.plot import Plot

CATCH = 12.0
"""So many pixels from a point still mean that point."""


class PointsPlot(Plot):
    """clicked(x1, x2, label): into the plane, with the left button (label 1) or the right one (0).

    picked(number): one of `placed` was clicked. While `takes_points`, both are of use, and no menu
    comes up under the right button.
    """

    clicked = Signal(float, float, int)
    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.placed = np.empty((0, 2))
        """Where the points lie, (n, 2)."""
        self.takes_points = False
        self.scene().sigMouseClicked.connect(self._clicked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu where the right button sets a point."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        event.setAccepted(by_mouse and self.takes_points)

    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        box = self.getViewBox()
        if not box.sceneBoundingRect().contains(event.scenePos()):
            return
        place = box.mapSceneToView(event.scenePos())
        if len(self.placed):
            pixel = box.viewPixelSize()
            apart = (self.placed - (place.x(), place.y())) / pixel
            nearest = int(np.argmin((apart**2).sum(axis=1)))
            if (apart[nearest] ** 2).sum() < CATCH**2:
                self.picked.emit(nearest)
                return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        right = event.button() == Qt.MouseButton.RightButton or shift
        self.clicked.emit(round(place.x(), 2), round(place.y(), 2), 0 if right else 1)
