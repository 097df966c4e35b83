"""What the pictures of the training lab have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme


class Picture(QWidget):
    """One mode's side of the view, with the same doors as the view itself."""

    def show_frame(self, frame: Frame) -> None:
        """Draw the run as it stood at this frame."""
        raise NotImplementedError

    def clear_run(self) -> None:
        """Take everything away."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word anew."""
        raise NotImplementedError
