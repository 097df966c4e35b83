"""What the picture of every mode of the forward lab can be asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.labs.forward_params import ForwardParams


class Panel(QWidget):
    """Base of the three pictures; the methods are those of a view."""

    edited = Signal(dict)

    def show_params(self, params: ForwardParams) -> None:
        """Know what was asked for."""

    def show_frame(self, frame: Frame) -> None:
        """Draw a frame."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show the empty state."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""

    def retranslate(self) -> None:
        """Set every word anew."""
