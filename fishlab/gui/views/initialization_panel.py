"""What the picture of every mode of the initialization lab can be asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import Theme
from fishlab.labs.initialization_params import InitializationParams


class Panel(QWidget):
    """Base of the four pictures; the methods are those of a view."""

    def show_params(self, params: InitializationParams) -> None:
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
