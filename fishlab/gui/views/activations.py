"""The activations lab's view: one panel for each of the three pictures, the frame says which."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import LIGHT, Theme
from fishlab.labs.activations_params import ActivationsParams

from .activations_collapse import CollapsePanel
from .activations_curves import CurvesPanel
from .activations_softmax import SoftmaxPanel
from .base import View

Panel = CurvesPanel | SoftmaxPanel | CollapsePanel


class ActivationsView(View):
    """Functions, softmax or the linear layers; a panel is made when it is first shown."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self._theme = LIGHT
        self._params = ActivationsParams()
        self._panels: dict[type[Panel], Panel] = {}
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the frame in the panel that its arrays belong to."""
        kind: type[Panel] = CurvesPanel
        if "probability" in frame.arrays:
            kind = SoftmaxPanel
        elif "layers" in frame.arrays:
            kind = CollapsePanel
        panel = self.panel(kind)
        panel.show_frame(frame)
        self._pages.setCurrentWidget(panel)

    def show_params(self, params: Params) -> None:
        """Prepare what is not in a frame."""
        assert isinstance(params, ActivationsParams)
        self._params = params
        for panel in self._panels.values():
            panel.show_params(params)

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
