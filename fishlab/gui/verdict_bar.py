"""The line under the picture: what the run has found out, or why it could not go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from fishlab.experiment import Message, Outcome, Text
from fishlab.experiment.params import Spec

from .names import named
from .style import mark_wrong
from .translation import shown, translate
from .widgets.words import Words

LINES = 2
STOPS, WIDE_STOPS = ".?!…✓", "。？！"
"""What a sentence may end in; the wide ones of Chinese bring the space after them."""


class VerdictBar(QWidget):
    """Shows the messages of a frame, the reason of a failure, a complaint, or an error."""

    reset = Signal()
    fix_wanted = Signal(dict)
    """The reader wants these parameters, {name: value}, and a new run with them."""

    def __init__(
        self, specs: Mapping[str, Spec] = MappingProxyType({}), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._specs = specs
        self._messages: tuple[Message, ...] = ()
        self._failure: Outcome | None = None
        self._error: tuple[Message, str] | None = None
        self._complaint = ""
        self._label = named(Words(wrapped=True), "verdict")
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._fix = named(QPushButton(), "fix")
        self._copy = named(QPushButton(), "copy_report")
        self._reset = named(QPushButton(), "reset_failed")
        self._fix.hide()
        self._copy.hide()
        self._reset.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._fix)
        layout.addWidget(self._copy)
        layout.addWidget(self._reset)
        self._fix.clicked.connect(self._apply_fix)
        self._copy.clicked.connect(self._copy_report)
        self._reset.clicked.connect(self.reset)

    def begin(self) -> None:
        """Forget the last run."""
        # Room for what most runs find out: an end must not make the picture above it jump.
        room = self._label.fontMetrics().size(0, "\n".join("x" * LINES))
        self._label.setMinimumHeight(room.height())
        self._complaint = ""
        self.forgive()
        self.show_run((), None)

    def show_run(self, messages: Sequence[Message], outcome: Outcome | None) -> None:
        """Show the verdicts of a frame, or why its run failed (a bug is for `show_error`)."""
        failure = outcome if outcome is not None and outcome.kind == "failed" else None
        failure = None if failure is not None and failure.report else failure
        if (tuple(messages), failure) != (self._messages, self._failure):
            self._messages, self._failure = tuple(messages), failure
            self._refresh()

    def show_error(self, sentence: Message, report: str) -> None:
        """Show an error that nobody foresaw, until `forgive` or `begin`."""
        if self._error != (sentence, report):
            self._error = (sentence, report)
            self._refresh()

    def forgive(self) -> None:
        """Take the error away: what failed works again."""
        if self._error is not None:
            self._error = None
            self._refresh()

    def complain(self, sentence: str) -> None:
        """Show what was wrong with the reader's last act; "" takes it away."""
        if sentence != self._complaint:
            self._complaint = sentence
            self._refresh()

    def retranslate(self) -> None:
        """Say every word anew."""
        self._fix.setText(translate("verdict", "Apply and run again"))
        self._copy.setText(translate("verdict", "Copy report"))
        self._copy.setToolTip(translate("verdict", "Copy what a bug report needs"))
        self._copy.setAccessibleName(self._copy.text())
        self._reset.setText(translate("verdict", "Reset"))
        self._reset.setToolTip(translate("verdict", "Go back to the beginning"))
        self._reset.setAccessibleName(self._reset.text())
        self._refresh()

    def _refresh(self) -> None:
        failure = self._failure
        wrong = []
        if self._complaint:
            wrong.append(f"⚠ {self._complaint}")
        if self._error is not None:
            advice = translate("verdict", "Reset this lab to go on; copy the report to send it.")
            wrong.append(f"⚠ {shown(self._error[0])}. {advice}")
        if failure is not None and failure.reason is not None:
            wrong.append(f"⚠ {shown(failure.reason)}")
        # Findings in the colour of a mistake would read as one: they wait until it is gone.
        words = _one_after_another(wrong or [shown(message) for message in self._messages])
        self._offer_fix()
        failed = failure is not None or self._error is not None
        self._copy.setVisible(self._error is not None)
        self._reset.setVisible(failed)
        mark_wrong(self._label, failed or bool(self._complaint))
        self._label.setText(words)
        self._label.setAccessibleName(words)
        self._label.setToolTip(translate("verdict", "What this run has found out"))
        # A sentence that comes and goes must not make the picture above it jump.
        height = self._label.heightForWidth(max(self._label.width(), 200))
        self._label.setMinimumHeight(max(self._label.minimumHeight(), height))

    @property
    def _changes(self) -> dict[str, Any]:
        """What the messages on show advise, all together."""
        return {name: value for said in self._messages for name, value in said.fix.items()}

    def _offer_fix(self) -> None:
        advice = [
            translate("verdict", "Set “{field}” to {value}", field=field, value=value)
            for field, value in self._advised()
        ]
        self._fix.setVisible(bool(advice))
        self._fix.setToolTip("\n".join(advice))
        self._fix.setAccessibleName("; ".join([self._fix.text(), *advice]))

    def _advised(self) -> Iterator[tuple[str, str]]:
        for name, value in self._changes.items():
            spec = self._specs[name]
            words = spec.worded(value)
            yield shown(spec.label), shown(words) if isinstance(words, Text) else words

    def _apply_fix(self) -> None:
        self.fix_wanted.emit(self._changes)

    def _copy_report(self) -> None:
        if self._error is not None:
            QGuiApplication.clipboard().setText(self._error[1])


def _one_after_another(sentences: Sequence[str]) -> str:
    """Return the sentences as a text; where there are several, each ends in a stop."""
    if len(sentences) < 2:
        return "".join(sentences)
    ended = (
        said if said.endswith(tuple(STOPS + WIDE_STOPS))
        else translate("verdict", "{sentence}.", sentence=said)
        for said in sentences
    )  # fmt: skip
    return "".join(
        said if said.endswith(tuple(WIDE_STOPS)) else f"{said} " for said in ended
    ).rstrip()
