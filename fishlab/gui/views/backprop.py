"""The backprop lab's view: one panel for each of the three pictures; the frame says which."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import LIGHT, Theme
from fishlab.labs.backprop_params import BackpropParams

from .backprop_check import CheckPanel
from .backprop_graph import GraphPanel
from .backprop_layers import LayersPanel
from .backprop_panel import Panel
from .base import View

# An array that only this panel's frames have.
TOLD_BY: dict[str, type[Panel]] = {
    "labels": GraphPanel,
    "outputs": LayersPanel,
    "owner": CheckPanel,
}


class BackpropView(View):
    """A panel is made when it is first shown."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self._theme = LIGHT
        self._params = BackpropParams()
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
        """Hand the form's values to the panels."""
        assert isinstance(params, BackpropParams)
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
