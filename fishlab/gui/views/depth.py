"""The depth lab's picture: one of five, as the mode says."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme
from fishlab.labs.depth_params import (
    AUGMENT,
    FEW,
    HALF,
    RECEPTIVE,
    SCRATCH,
    STACK,
    DepthParams,
)

from .base import View
from .depth_augment import AugmentPanel
from .depth_curves import FewPanel, HalfPanel, ScratchPanel
from .depth_panel import Panel
from .depth_receptive import ReceptivePanel
from .depth_stack import StackPanel


class DepthView(View):
    """Shows the panel of the mode, and hands it the frames."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self._mode = STACK
        self.panels: dict[str, Panel] = {
            STACK: StackPanel(),
            RECEPTIVE: ReceptivePanel(),
            AUGMENT: AugmentPanel(),
            FEW: FewPanel(),
            HALF: HalfPanel(),
            SCRATCH: ScratchPanel(),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack)
        for panel in self.panels.values():
            self._stack.addWidget(panel)
            panel.edited.connect(self.edited)

    def show_params(self, params: Params) -> None:
        """Open the panel of the mode."""
        assert isinstance(params, DepthParams)
        self._mode = params.mode
        panel = self.panels[params.mode]
        panel.show_params(params)
        self._stack.setCurrentWidget(panel)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the frame in the open panel."""
        self.panels[self._mode].show_frame(frame, history)

    def clear(self) -> None:
        """Show the empty state."""
        self.panels[self._mode].clear()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for panel in self.panels.values():
            panel.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        for panel in self.panels.values():
            panel.retranslate()
