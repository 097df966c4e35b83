"""A thin line that shows how much of some work is done."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

STEPS = 1000

_THIN = """
QProgressBar { border: none; border-radius: 3px; background: palette(midlight); max-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: palette(highlight); }
"""


class Progress(QProgressBar):
    """A progress bar without words, painted when the window is, and not before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, textVisible=False, maximum=STEPS)
        self.setStyleSheet(_THIN)

    def show_share(self, share: float) -> None:
        """Show how much is done, 0 to 1."""
        value = round(STEPS * share)
        if value != self.value():
            # Qt would paint the bar at once, and the window a second time for all the rest.
            self.setUpdatesEnabled(False)
            self.setValue(value)
            self.setUpdatesEnabled(True)
