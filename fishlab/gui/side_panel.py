"""The panel beside the picture: the lesson, and the engine's code that the lab runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from fishlab.experiment import Lab

from .code_panel import CodePanel
from .lesson import Lesson
from .names import named
from .style import plain_tabs
from .theme import Theme
from .translation import translate


class SidePanel(QWidget):
    """Lesson and code in two tabs."""

    preset_wanted = Signal(str)

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setMinimumWidth(250)
        self.lesson = Lesson(lab)
        self.code = CodePanel(lab.code)
        self.tabs = named(QTabWidget(), "side_tabs")
        plain_tabs(self.tabs)
        self.tabs.addTab(self.lesson, "")
        if lab.code:
            self.tabs.addTab(self.code, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.lesson.preset_wanted.connect(self.preset_wanted)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.lesson.apply_theme(theme)
        self.code.apply_theme(theme)

    def retranslate(self) -> None:
        """Say every word anew."""
        self.lesson.retranslate()
        self.code.retranslate()
        words = (
            (translate("lesson", "Lesson"), translate("lesson", "What this lab is about")),
            (translate("lesson", "Code"), translate("lesson", "The engine's own source")),
        )
        for index in range(self.tabs.count()):
            self.tabs.setTabText(index, words[index][0])
            self.tabs.setTabToolTip(index, words[index][1])
