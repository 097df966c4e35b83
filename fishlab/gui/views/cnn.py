"""The convolution lab's view: one panel for each of its six pictures; the frame says which."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import LIGHT, Theme
from fishlab.labs.cnn_params import CnnParams

from .base import View
from .cnn_convolution import ConvolutionPanel
from .cnn_file import PictureTaker
from .cnn_filters import FiltersPanel
from .cnn_im2col import Im2colPanel
from .cnn_maps import MapsPanel
from .cnn_pooling import PoolingPanel
from .cnn_saliency import SaliencyPanel

Panel = ConvolutionPanel | Im2colPanel | PoolingPanel | FiltersPanel | MapsPanel | SaliencyPanel

# The array that only frames of that picture have.
MARKS: dict[str, type[Panel]] = {
    "filter": ConvolutionPanel,
    "shifted": PoolingPanel,
    "structures": FiltersPanel,
    "saliency": SaliencyPanel,
    "pad": Im2colPanel,
}


class CnnView(View):
    """A panel is made when it is first shown."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        self._theme = LIGHT
        self._params = CnnParams()
        self._panels: dict[type[Panel], Panel] = {}
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the frame in the panel that its arrays belong to."""
        kinds = [kind for mark, kind in MARKS.items() if mark in frame.arrays]
        panel = self.panel(kinds[0] if kinds else MapsPanel)
        panel.show_frame(frame, history)
        self._pages.setCurrentWidget(panel)

    def show_params(self, params: Params) -> None:
        """Tell the panels what is painted so far."""
        assert isinstance(params, CnnParams)
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
            if isinstance(panel, PictureTaker):
                panel.file_given.connect(self.file_given)
            panel.apply_theme(self._theme)
            panel.retranslate()
            panel.show_params(self._params)
            self._pages.addWidget(panel)
        return self._panels[kind]
