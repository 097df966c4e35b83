"""The activations lab's view: one panel for each of the three pictures, the frame says which."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme
from fishlab.labs.activations_params import ActivationsParams

from .activations_collapse import CollapsePanel
from .activations_curves import CurvesPanel
from .activations_softmax import SoftmaxPanel
from .base import View


class ActivationsView(View):
    """Functions, softmax or the linear layers."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self.curves = CurvesPanel()
        self.softmax = SoftmaxPanel()
        self.collapse = CollapsePanel()
        self._pages = QStackedLayout(self)
        for panel in (self.curves, self.softmax, self.collapse):
            self._pages.addWidget(panel)
            panel.edited.connect(self.edited)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the frame in the panel that its arrays belong to."""
        panel: CurvesPanel | SoftmaxPanel | CollapsePanel = self.curves
        if "probability" in frame.arrays:
            panel = self.softmax
        elif "layers" in frame.arrays:
            panel = self.collapse
        panel.show_frame(frame)
        self._pages.setCurrentWidget(panel)

    def show_params(self, params: Params) -> None:
        """Prepare what is not in a frame."""
        assert isinstance(params, ActivationsParams)
        self.curves.show_derivative(params.derivative)
        self.collapse.show_params(params)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for panel in (self.curves, self.softmax, self.collapse):
            panel.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        for panel in (self.curves, self.softmax, self.collapse):
            panel.retranslate()
