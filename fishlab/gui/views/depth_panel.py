"""What the picture of every mode of the depth lab can be asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import Theme
from fishlab.labs.depth_params import DepthParams


class Panel(QWidget):
    """Base of the pictures; the methods are those of a view."""

    edited = Signal(dict)

    def show_params(self, params: DepthParams) -> None:
        """Know what was asked for."""

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw a frame."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show the empty state."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""

    def retranslate(self) -> None:
        """Set every word anew."""
