"""The optimizers lab's view: the race on the map, the standings, and the loss against the step."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.presentation import grown
from fishlab.gui.theme import Theme
from fishlab.labs.optimizers_params import OptimizersParams

from .base import View
from .optimizers_losses import Losses
from .optimizers_map import RaceMap
from .optimizers_standings import Standings

SIDE_WIDTH = 372
WIDE = 16_777_215
"""Qt's word for no maximum."""

LOSS = "loss."


class OptimizersView(View):
    """A frame's scalars name the competitors, in the order of the rows of its arrays."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self.map = RaceMap()
        self.standings = Standings()
        self.losses = Losses()
        side = self._side = QWidget()
        side.setMinimumWidth(SIDE_WIDTH)
        side.setMaximumWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.standings)
        column.addWidget(self.losses, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.map, 3)
        layout.addWidget(side, 1)
        self.map.moved.connect(lambda x, y: self.edited.emit({"x0": x, "y0": y}))

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the race as it stood at this frame."""
        names = [name[len(LOSS) :] for name in frame.scalars if name.startswith(LOSS)]
        on_map = "region" in frame.arrays
        self.map.setVisible(on_map)
        self._side.setMinimumWidth(grown(SIDE_WIDTH))
        self._side.setMaximumWidth(grown(SIDE_WIDTH) if on_map else WIDE)
        if on_map:
            self.map.show_frame(frame, names)
        self.standings.show_frame(frame, names)
        self.losses.show_frame(frame, names)

    def show_params(self, params: Params) -> None:
        """Put the ring at the start."""
        assert isinstance(params, OptimizersParams)
        self.map.show_start(params.x0, params.y0)

    def clear(self) -> None:
        """Take everyone off the map."""
        for part in (self.map, self.standings, self.losses):
            part.clear_race()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for part in (self.map, self.standings, self.losses):
            part.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        for part in (self.map, self.standings, self.losses):
            part.retranslate()
