"""Mode "points": the plane large, accuracy and loss of both sets beside it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.labs.training_params import OWN_POINTS, TrainingParams

from .points_desk import PointsDesk, Rows, dropped_table
from .training_accuracy import Accuracies, SetLosses
from .training_key import Key
from .training_picture import Picture
from .training_plane import PointsPlane
from .training_strokes import set_entries

SHOWN = ("train", "test")


class Parting(Picture):
    """A plane and two plots of one frame. edited: a hand changed the points."""

    edited = Signal(dict)

    def __init__(self, read: Callable[[str], Rows], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._points: tuple[tuple[float, ...], ...] = ()
        self.marks, self.key = Key(), Key()
        self.plane = PointsPlane()
        self.own = PointsDesk(read)
        self.accuracies, self.losses = Accuracies(), SetLosses()
        for plot in (self.accuracies, self.losses):
            plot.getAxis("left").setWidth(54)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        left.addWidget(self.marks)
        left.addWidget(self.plane, 1)
        left.addSpacing(8)
        left.addWidget(self.own)
        right.addWidget(self.key)
        right.addWidget(self.accuracies, 1)
        right.addWidget(self.losses, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)
        self.plane.clicked.connect(self._add)
        self.plane.picked.connect(self._remove)
        self.own.chosen.connect(self._replace)
        self.own.offer(True)
        self.setAcceptDrops(True)

    def show_params(self, params: TrainingParams) -> None:
        """Take points by hand if they are the reader's own."""
        self._points = params.points
        self.plane.takes_points = params.pattern == OWN_POINTS

    def show_frame(self, frame: Frame) -> None:
        """Draw the plane and the curves as they stood at this frame."""
        self._frame = frame
        self.plane.show_frame(frame)
        if "accuracies" in frame.arrays:
            self.accuracies.show_frame(frame)
            self.losses.show_frame(frame)
        self._name()

    def clear_run(self) -> None:
        """Take everything away."""
        self._frame = None
        for part in (self.plane, self.accuracies, self.losses):
            part.clear_run()
        self._name()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for part in (self.plane, self.accuracies, self.losses):
            part.apply_theme(theme)
        self.marks.show_entries(self.plane.entries(theme))
        self._name()

    def retranslate(self) -> None:
        """Set every word anew."""
        for part in (self.plane, self.accuracies, self.losses, self.own):
            part.retranslate()
        self.marks.setToolTip(translate("training", "What the marks in the plane stand for"))
        self.key.setToolTip(translate("training", "Accuracies at the last reading"))
        self.marks.show_entries(self.plane.entries(self._theme))
        self._name()

    def _name(self) -> None:
        """Write the key of the curves, with the newest numbers if there are any."""
        accuracies = np.empty((len(SHOWN), 0, 3))
        if self._frame is not None and "accuracies" in self._frame.arrays:
            accuracies = self._frame.arrays["accuracies"]
        self.key.show_entries(set_entries(SHOWN, accuracies, self._theme))

    # -- the reader's hand ------------------------------------------------------------------------

    def _add(self, x1: float, x2: float, label: int) -> None:
        if self.plane.takes_points:
            self.edited.emit({"points": (*self._points, (x1, x2, float(label)))})

    def _remove(self, row: int) -> None:
        if self.plane.takes_points:
            self.edited.emit({"points": self._points[:row] + self._points[row + 1 :]})

    def _replace(self, points: Rows) -> None:
        self.edited.emit({"pattern": OWN_POINTS, "points": points})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a table of points."""
        if dropped_table(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the table."""
        self.own.take_csv(dropped_table(event))
