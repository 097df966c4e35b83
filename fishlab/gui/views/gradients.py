"""The gradients lab's view: one panel for each of the seven pictures; the frame says which."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import LIGHT, Theme
from fishlab.labs.gradients_params import GradientsParams

from .base import View
from .gradients_check import CheckPanel
from .gradients_field import FieldPanel
from .gradients_losses import LossesPanel
from .gradients_net import NetPanel
from .gradients_panel import Panel
from .gradients_step_size import StepSizePanel
from .gradients_tangent import TangentPanel
from .gradients_trap import TrapPanel

# An array that only this panel's frames have.
TOLD_BY: dict[str, type[Panel]] = {
    "arrows": FieldPanel,
    "squares": LossesPanel,
    "line": TangentPanel,
    "h": StepSizePanel,
    "scores": NetPanel,
    "reads_gradient": TrapPanel,
    "owner": CheckPanel,
}


class GradientsView(View):
    """A panel is made when it is first shown."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self._theme = LIGHT
        self._params = GradientsParams()
        self._panels: dict[type[Panel], Panel] = {}
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the frame in the panel that its arrays belong to."""
        kind = next(kind for name, kind in TOLD_BY.items() if name in frame.arrays)
        panel = self.panel(kind)
        panel.show_frame(frame)
        self._pages.setCurrentWidget(panel)

    def show_params(self, params: Params) -> None:
        """Move the handles."""
        assert isinstance(params, GradientsParams)
        self._params = params
        for panel in self._panels.values():
            panel.show_params(params)

    def clear(self) -> None:
        """Take away what a run has drawn."""
        for panel in self._panels.values():
            panel.clear()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for panel in self._panels.values():
            panel.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        for panel in self._panels.values():
            panel.retranslate()

    def panel(self, kind: type[Panel]) -> Panel:
        """Return the panel of that kind, made now if it was never shown."""
        if kind not in self._panels:
            panel = self._panels[kind] = kind()
            panel.edited.connect(self.edited)
            panel.apply_theme(self._theme)
            panel.retranslate()
            panel.show_params(self._params)
            self._pages.addWidget(panel)
        return self._panels[kind]
