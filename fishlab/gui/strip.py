"""A strip: a sentence and one button that takes it away, in the way of nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from .names import named


class Strip(QFrame):
    """Shows a sentence as plain text (it may come from a file) beside a button."""

    done = Signal()
    """The button was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.label = named(QLabel(wordWrap=True), f"{name}_text")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = named(QPushButton(), f"{name}_button")
        self.button.clicked.connect(self.done)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, sentence: str, button: str, tip: str) -> None:
        """Show this sentence, and these words on the button."""
        self.label.setText(sentence)
        self.label.setAccessibleName(sentence)
        self.label.setToolTip(tip)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setToolTip(tip)
