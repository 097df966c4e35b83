"""The digits lab's picture: draw and watch it read, browse, compare, train on one's own hand."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme
from fishlab.labs.digits import Digits
from fishlab.labs.digits_params import DigitsParams

from .base import View
from .digits_confusion import ConfusionPanel
from .digits_own import OwnPanel
from .digits_reading import ReadingPanel


class DigitsView(View):
    """One panel a mode; draw and test share theirs."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        assert isinstance(lab, Digits)
        self.reading = ReadingPanel(lab)
        self.confusion = ConfusionPanel()
        self.own = OwnPanel(lab)
        self._mode = "draw"
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._stack)
        for panel in (self.reading, self.confusion, self.own):
            self._stack.addWidget(panel)
            panel.edited.connect(self.edited)
        self.reading.paper.file_given.connect(self.file_given)

    def show_params(self, params: Params) -> None:
        """Turn to the panel of the mode; empty it if the mode is another one than before."""
        assert isinstance(params, DigitsParams)
        turned = params.mode != self._mode
        self._mode = params.mode
        if params.mode == "confusion":
            self._stack.setCurrentWidget(self.confusion)
        elif params.mode == "own":
            self._stack.setCurrentWidget(self.own)
            self.own.show_params(params)
        else:
            self._stack.setCurrentWidget(self.reading)
            self.reading.show_params(params)
        if turned:
            self.clear()

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw `frame` on the panel of the present mode."""
        if self._mode == "confusion":
            self.confusion.show_frame(frame)
        elif self._mode == "own":
            self.own.show_frame(frame, history)
        else:
            self.reading.show_frame(frame)

    def clear(self) -> None:
        """Show the present mode without a run. The paper keeps its drawing."""
        if self._mode == "confusion":
            self.confusion.show_frame(None)
        elif self._mode == "own":
            self.own.show_frame(None, None)
        else:
            self.reading.show_frame(None)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for panel in (self.reading, self.confusion, self.own):
            panel.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        for panel in (self.reading, self.confusion, self.own):
            panel.retranslate()

    def shutdown(self) -> None:
        """Stop adding a folder."""
        self.own.shutdown()
