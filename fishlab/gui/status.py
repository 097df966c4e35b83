"""The status line: what the run of the open tab is doing, how far it is, and how fast."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .names import named
from .player import Player
from .style import tint
from .translation import translate
from .widgets.progress import Progress
from .widgets.words import Words


class Status(QWidget):
    """State, progress bar, speed and remaining time of a `Player`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = named(Words(), "state")
        self.speed = named(Words(), "steps_per_second")
        tint(self.speed, QPalette.ColorRole.PlaceholderText)
        self.progress = named(Progress(), "progress")
        self.progress.setFixedWidth(160)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(12)
        for widget in (self.speed, self.progress, self.state):
            layout.addWidget(widget)

    def retranslate(self) -> None:
        """Say every word anew."""
        words = {
            self.state: translate("status", "State of the run"),
            self.progress: translate("status", "Progress of the run"),
            self.speed: translate("status", "Steps per second and remaining time"),
        }
        for widget, told in words.items():
            widget.setToolTip(told)
            widget.setAccessibleName(told)

    def show_player(self, player: Player) -> None:
        """Show how that run is going."""
        state = player.state
        self.state.setText(state_words(state))
        last = None if player.run is None else player.run.history.last
        share = 1.0 if state == "done" else 0.0
        remaining = 0
        if last is not None and last.total and state != "done":
            share = min((last.step + 1) / last.total, 1.0)
            remaining = max(last.total - last.step - 1, 0)
        self.progress.setVisible(not player.is_static and share > 0)
        self.progress.show_share(share)
        self.speed.setText(self._speed_words(player, state, remaining))

    def _speed_words(self, player: Player, state: str, remaining: int) -> str:
        rate = player.steps_per_second
        if state != "running" or rate <= 0:
            return ""
        speed = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
        if not remaining:
            return translate("status", "{rate} steps/s", rate=speed)
        return translate(
            "status", "{rate} steps/s, {time} left", rate=speed, time=duration(remaining / rate)
        )


def state_words(state: str) -> str:
    """Return the state in the reader's language."""
    return {
        "idle": translate("status", "Ready"),
        "running": translate("status", "Running"),
        "paused": translate("status", "Paused"),
        "done": translate("status", "Done"),
        "cancelled": translate("status", "Cancelled"),
        "failed": translate("status", "Failed"),
    }[state]


def duration(seconds: float) -> str:
    """Return a time as 0:07, 12:34 or 1:02:03."""
    whole = max(round(seconds), 1)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
