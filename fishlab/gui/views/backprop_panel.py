"""What the three pictures of the backprop view have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.labs.backprop_params import BackpropParams


class Panel(QWidget):
    """One picture. edited: a hand on it changed parameters, as in `View`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.params = BackpropParams()
        self.frame: Frame | None = None

    def show_params(self, params: BackpropParams) -> None:
        """Take the form's values."""
        self.params = params

    def show_frame(self, frame: Frame) -> None:
        """Draw the frame."""
        self.frame = frame
        self.draw(frame)

    def clear(self) -> None:
        """Show what there is before the first step."""
        self.frame = None
        self.wipe()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.theme = theme
        self.dress(theme)
        if self.frame is not None:
            self.draw(self.frame)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.write()
        if self.frame is not None:
            self.draw(self.frame)

    def draw(self, frame: Frame) -> None:
        """Draw the frame in the present theme and language."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Take away what was drawn."""
        raise NotImplementedError

    def dress(self, theme: Theme) -> None:
        """Give every part the colours of `theme`."""
        raise NotImplementedError

    def write(self) -> None:
        """Write the words that are in no frame."""
        raise NotImplementedError
