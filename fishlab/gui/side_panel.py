"""The panel beside the picture: lesson, claims of the book, kept runs, and the engine's code."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from fishlab.experiment import Lab

from .claims_panel import ClaimsPanel
from .code_panel import CodePanel
from .kept_runs import KeptRuns
from .lesson import Lesson
from .names import named
from .player import Player
from .runs_panel import RunsPanel
from .style import plain_tabs
from .theme import Theme
from .translation import translate


class SidePanel(QWidget):
    """Lesson, claims, runs and code in tabs; what a lab does not have has no tab."""

    preset_wanted = Signal(str)

    def __init__(
        self, lab: Lab, player: Player, kept: KeptRuns, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setMinimumWidth(250)
        self.lesson = Lesson(lab)
        self.claims = ClaimsPanel(lab)
        self.runs = RunsPanel(player, kept)
        self.code = CodePanel(player)
        self.tabs = named(QTabWidget(), "side_tabs")
        plain_tabs(self.tabs)
        self.tabs.addTab(self.lesson, "")
        if lab.claims:
            self.tabs.addTab(self.claims, "")
        if any(lab.is_animated(preset.params) for preset in lab.presets):
            self.tabs.addTab(self.runs, "")
        self.tabs.addTab(self.code, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        for part in (self.lesson, self.claims):
            part.preset_wanted.connect(self.preset_wanted)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.lesson.apply_theme(theme)
        self.runs.apply_theme(theme)
        self.code.apply_theme(theme)

    def retranslate(self) -> None:
        """Say every word anew."""
        name = translate("lesson", "Lesson and code")
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(name)
            part.setToolTip(translate("lesson", "Arrows turn the pages"))
        self.lesson.retranslate()
        self.claims.retranslate()
        self.runs.retranslate()
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
            self.runs, translate("runs", "Runs"), translate("runs", "Keep, branch, repeat, compare")
        )
        self._name(
            self.code,
            translate("lesson", "Code"),
            translate("lesson", "The run as a script, and the engine's own source"),
        )

    def _name(self, part: QWidget, title: str, tip: str) -> None:
        index = self.tabs.indexOf(part)
        if index >= 0:
            self.tabs.setTabText(index, title)
            self.tabs.setTabToolTip(index, tip)

    def show_runs(self) -> None:
        """Open the tab of the runs, if there is one."""
        self.tabs.setCurrentWidget(self.runs)

    def shutdown(self) -> None:
        """End what is being tried."""
        self.claims.shutdown()
        self.runs.shutdown()
