"""The panel beside the picture: the lesson, the book's claims, and the engine's code."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from fishlab.experiment import Lab

from .claims_panel import ClaimsPanel
from .code_panel import CodePanel
from .lesson import Lesson
from .names import named
from .style import plain_tabs
from .theme import Theme
from .translation import translate


class SidePanel(QWidget):
    """Lesson, claims and code in tabs; a lab without claims has no tab for them."""

    preset_wanted = Signal(str)

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setMinimumWidth(250)
        self.lesson = Lesson(lab)
        self.claims = ClaimsPanel(lab)
        self.code = CodePanel(lab.code)
        self.tabs = named(QTabWidget(), "side_tabs")
        plain_tabs(self.tabs)
        self.tabs.addTab(self.lesson, "")
        if lab.claims:
            self.tabs.addTab(self.claims, "")
        if lab.code:
            self.tabs.addTab(self.code, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        for part in (self.lesson, self.claims):
            part.preset_wanted.connect(self.preset_wanted)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.lesson.apply_theme(theme)
        self.code.apply_theme(theme)

    def retranslate(self) -> None:
        """Say every word anew."""
        self.lesson.retranslate()
        self.claims.retranslate()
        self.code.retranslate()
        self._name(
            self.lesson,
            translate("lesson", "Lesson"),
            translate("lesson", "What this lab is about"),
        )
        self._name(
            self.claims,
            translate("claims", "Claims"),
            translate("claims", "What the book says, to be tried here"),
        )
        self._name(
            self.code, translate("lesson", "Code"), translate("lesson", "The engine's own source")
        )

    def _name(self, part: QWidget, title: str, tip: str) -> None:
        index = self.tabs.indexOf(part)
        if index >= 0:
            self.tabs.setTabText(index, title)
            self.tabs.setTabToolTip(index, tip)

    def shutdown(self) -> None:
        """End what is being tried."""
        self.claims.shutdown()
