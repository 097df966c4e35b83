"""What the seven pictures of the gradients view have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.labs.gradients_params import GradientsParams


class Panel(QWidget):
    """One picture. edited: a hand on it changed parameters, as in `View`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.params = GradientsParams()
        self.frame: Frame | None = None

    def show_params(self, params: GradientsParams) -> None:
        """Move handles to `params`."""
        self.params = params

    def show_frame(self, frame: Frame) -> None:
        """Draw the frame."""
        self.frame = frame
        self.draw(frame)

    def draw(self, frame: Frame) -> None:
        """Draw the frame in the present theme and language."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show what there is before the first step."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.theme = theme
        self.dress(theme)
        if self.frame is not None:
            self.draw(self.frame)

    def dress(self, theme: Theme) -> None:
        """Give every part the colours of `theme`."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word anew."""
        self.write()
        if self.frame is not None:
            self.draw(self.frame)

    def write(self) -> None:
        """Write the words that are in no frame."""
        raise NotImplementedError
