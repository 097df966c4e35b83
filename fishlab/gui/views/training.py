"""The training lab's view: every mode has a picture of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_params import OVERFIT, POINTS, SEARCH, TRAIN, TrainingParams

from .base import View
from .training_learning import Learning
from .training_overfitting import Overfitting
from .training_parting import Parting
from .training_picture import Picture
from .training_searching import Searching

# An array that the frames of that mode have, and those of no mode after it.
SIGNS = {POINTS: "held_out", TRAIN: "accuracies", OVERFIT: "gaps", SEARCH: "settings"}
RANGES = ("lr_low", "lr_high", "decay_low", "decay_high")


class TrainingView(View):
    """One picture a mode; the frame says which."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        assert isinstance(lab, TrainingLab)
        self.learning = Learning()
        self.overfitting = Overfitting()
        self.searching = Searching()
        self.parting = Parting(lab.points_of_file)
        self._pictures: dict[str, Picture] = {
            TRAIN: self.learning,
            OVERFIT: self.overfitting,
            SEARCH: self.searching,
            POINTS: self.parting,
        }
        self._stack = QStackedWidget()
        for picture in self._pictures.values():
            self._stack.addWidget(picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.searching.scatter.narrowed.connect(self._narrow)
        self.searching.scatter.widened.connect(self._widen)
        self.parting.edited.connect(self.edited)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the moment; a large network's first frames have nothing to show yet."""
        for mode, sign in SIGNS.items():
            if sign in frame.arrays:
                self._stack.setCurrentWidget(self._pictures[mode])
                self._pictures[mode].show_frame(frame)
                return
        self.clear()

    def show_params(self, params: Params) -> None:
        """Turn to the picture of the mode."""
        assert isinstance(params, TrainingParams)
        self._stack.setCurrentWidget(self._pictures[params.mode])
        self.parting.show_params(params)

    def clear(self) -> None:
        """Empty every picture."""
        for picture in self._pictures.values():
            picture.clear_run()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for picture in self._pictures.values():
            picture.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        for picture in self._pictures.values():
            picture.retranslate()

    def _narrow(self, *edges: float) -> None:
        self.edited.emit(dict(zip(RANGES, edges, strict=True)))

    def _widen(self) -> None:
        book = TrainingParams()
        self.edited.emit({name: getattr(book, name) for name in RANGES})
