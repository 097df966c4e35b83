"""The optimizers lab's view: the race on the map, the standings, and the loss against the step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme
from fishlab.gui.widgets.beside import Beside
from fishlab.labs.optimizers_params import OptimizersParams

from .base import View
from .optimizers_losses import Losses
from .optimizers_map import RaceMap
from .optimizers_standings import Standings

SIDE_WIDTH = 372

LOSS = "loss."


class OptimizersView(View):
    """A frame's scalars name the competitors, in the order of the rows of its arrays."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self.map = RaceMap()
        self.standings = Standings()
        self.losses = Losses()
        self._beside = Beside(self.map, (self.standings, self.losses), SIDE_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._beside)
        self.map.moved.connect(lambda x, y: self.edited.emit({"x0": x, "y0": y}))

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the race as it stood at this frame."""
        names = [name[len(LOSS) :] for name in frame.scalars if name.startswith(LOSS)]
        on_map = "region" in frame.arrays
        self.map.setVisible(on_map)
        self._beside.arrange()
        if on_map:
            self.map.show_frame(frame, names)
        self.soon(partial(self._show_rest, frame, names))

    def _show_rest(self, frame: Frame, names: Sequence[str]) -> None:
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
