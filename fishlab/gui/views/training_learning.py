"""Mode "train": accuracies large, loss and weights beside them."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .training_accuracy import NAMES, Accuracies
from .training_key import Key
from .training_loss import Loss
from .training_picture import Picture
from .training_strokes import set_entries
from .training_weights import Weights


class Learning(Picture):
    """Three plots of one frame, and the key of the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.key = Key()
        self.accuracies = Accuracies()
        self.loss = Loss()
        self.weights = Weights()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        left.addWidget(self.key)
        left.addWidget(self.accuracies, 1)
        right.addWidget(self.loss, 4)
        right.addWidget(self.weights, 5)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)

    def show_frame(self, frame: Frame) -> None:
        """Draw the training as it stood at this frame."""
        self._frame = frame
        self.accuracies.show_frame(frame)
        self.loss.show_frame(frame)
        if "counts" in frame.arrays:
            self.weights.show_frame(frame)
        self._name()

    def clear_run(self) -> None:
        """Take everything away."""
        self._frame = None
        for part in (self.accuracies, self.loss, self.weights):
            part.clear_run()
        self._name()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for part in (self.accuracies, self.loss, self.weights):
            part.apply_theme(theme)
        self._name()

    def retranslate(self) -> None:
        """Set every word anew."""
        for part in (self.accuracies, self.loss, self.weights):
            part.retranslate()
        self.key.setToolTip(translate("training", "Accuracies at the last reading"))
        self._name()

    def _name(self) -> None:
        """Write the key, with the newest numbers if there are any."""
        # (sets, readings, 3); before there is a frame, every set of the key has no reading.
        accuracies = np.empty((len(NAMES), 0, 3))
        if self._frame is not None:
            accuracies = self._frame.arrays["accuracies"]
        self.key.show_entries(set_entries(NAMES, accuracies, self._theme))
