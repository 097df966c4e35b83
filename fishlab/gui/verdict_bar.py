"""The line under the picture: what the run has found out, or why it could not go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from fishlab.experiment import Message, Outcome

from .style import mark_wrong
from .translation import shown, translate


class VerdictBar(QWidget):
    """Shows the messages of a frame, the reason of a failure, or a complaint."""

    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: tuple[Message, ...] = ()
        self._outcome: Outcome | None = None
        self._complaint = ""
        self._label = QLabel(objectName="verdict", wordWrap=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._copy = QPushButton(objectName="copy_report", visible=False)
        self._reset = QPushButton(objectName="reset_failed", visible=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._copy)
        layout.addWidget(self._reset)
        self._copy.clicked.connect(self._copy_report)
        self._reset.clicked.connect(self.reset)

    def begin(self) -> None:
        """Forget the last run."""
        self._messages, self._outcome, self._complaint = (), None, ""
        self._label.setMinimumHeight(self._label.fontMetrics().height())
        self._refresh()

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show the verdicts of a frame."""
        messages = tuple(messages)
        if messages != self._messages or self._complaint:
            self._messages, self._complaint = messages, ""
            self._refresh()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show why the run failed, if it did."""
        self._outcome = outcome if outcome.kind == "failed" else None
        self._refresh()

    def complain(self, sentence: str) -> None:
        """Show what was wrong with the reader's last act; the next frame takes it away."""
        self._complaint = sentence
        self._refresh()

    def retranslate(self) -> None:
        """Say every word anew."""
        self._copy.setText(translate("verdict", "Copy report"))
        self._copy.setToolTip(translate("verdict", "Copy what a bug report needs"))
        self._copy.setAccessibleName(self._copy.text())
        self._reset.setText(translate("verdict", "Reset"))
        self._reset.setToolTip(translate("verdict", "Go back to the beginning"))
        self._reset.setAccessibleName(self._reset.text())
        self._refresh()

    def _refresh(self) -> None:
        failure = self._outcome
        if failure is not None and failure.reason is not None:
            words = f"⚠ {shown(failure.reason)}"
        elif self._complaint:
            words = f"⚠ {self._complaint}"
        else:
            words = "   ".join(shown(message) for message in self._messages)
        self._copy.setVisible(failure is not None and bool(failure.report))
        self._reset.setVisible(failure is not None)
        wrong = failure is not None or bool(self._complaint)
        self._label.setText(words)
        self._label.setAccessibleName(words)
        self._label.setToolTip(translate("verdict", "What this run has found out"))
        mark_wrong(self._label, wrong)
        # A sentence that comes and goes must not make the picture above it jump.
        height = self._label.heightForWidth(max(self._label.width(), 200))
        self._label.setMinimumHeight(max(self._label.minimumHeight(), height))

    def _copy_report(self) -> None:
        if self._outcome is not None:
            QGuiApplication.clipboard().setText(self._outcome.report)
