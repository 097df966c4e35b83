"""The claims: what the book says of this lab's subject, each with a button that tries it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Claim, Control, Lab, Message, Verdict, reproduce
from fishlab.experiment.claims import Expected, number
from fishlab.text import Text

from .errands import Errands
from .names import named
from .style import mark_wrong, quiet_scroll_bars, tint
from .translation import shown, translate
from .widgets.progress import Progress

PROGRESS_INTERVAL = 100


class ClaimRow(QWidget):
    """One claim: its sentence, what is expected, what was obtained, and two buttons."""

    def __init__(self, claim: Claim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"claim:{claim.id}")
        self.claim = claim
        self._result: Verdict | Message | None = None
        self._trying = False
        self._chapter = QLabel(wordWrap=True)
        tint(self._chapter, QPalette.ColorRole.PlaceholderText)
        self._statement = QLabel(wordWrap=True)
        self._expected = QLabel(wordWrap=True)
        tint(self._expected, QPalette.ColorRole.PlaceholderText)
        self.result = named(QLabel(wordWrap=True), "result")
        self.attempt = named(QPushButton(), "try")
        self.show_preset = named(QPushButton(), "show_preset")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._chapter, 1)
        buttons.addWidget(self.show_preset)
        buttons.addWidget(self.attempt)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._statement, self._expected, self.result):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def begin(self) -> None:
        """The claim is being tried."""
        self._result, self._trying = None, True
        self.retranslate()

    def end(self, result: Verdict | Message | None) -> None:
        """Show what came out; None: nothing, it was cancelled."""
        self._result, self._trying = result, False
        self.retranslate()

    @property
    def trying(self) -> bool:
        """True while it is being tried."""
        return self._trying

    def retranslate(self) -> None:
        """Say every word anew."""
        claim = self.claim
        self._statement.setText(shown(claim.statement))
        chapter = translate("claims", "Section {section}", section=claim.chapter)
        seeds = len(claim.seeds)
        if seeds > 1:
            chapter += " · " + translate("claims", "{count} seeds", count=seeds)
        if claim.slow:
            chapter += " · " + translate("claims", "takes long")
        self._chapter.setText(chapter)
        self._expected.setText(
            translate("claims", "Expected: {numbers}", numbers="; ".join(map(said, claim.expected)))
        )
        self.attempt.setText(translate("claims", "Try"))
        self.attempt.setToolTip(translate("claims", "Run it now, and compare with the book"))
        self.attempt.setAccessibleName(f"{self.attempt.text()}: {self._statement.text()}")
        self.show_preset.setText(translate("claims", "Show"))
        self.show_preset.setToolTip(translate("claims", "Show the preset that this is about"))
        self.show_preset.setAccessibleName(f"{self.show_preset.text()}: {self._statement.text()}")
        self._show_result()

    def _show_result(self) -> None:
        result = self._result
        wrong = isinstance(result, Message) or (result is not None and not result.holds)
        if self._trying:
            words = translate("claims", "Being tried …")
        elif result is None:
            words = ""
        elif isinstance(result, Message):
            words = f"⚠ {shown(result)}"
        else:
            pairs = zip(self.claim.expected, result.obtained, strict=True)
            numbers = "; ".join(
                named_quantity(e) + _kept_together(f" = {number(value)}") for e, value in pairs
            )
            words = (
                translate("claims", "✓ Holds: {numbers}", numbers=numbers)
                if result.holds
                else translate("claims", "✗ Does not hold: {numbers}", numbers=numbers)
            )
        mark_wrong(self.result, wrong)
        self.result.setText(words)
        self.result.setVisible(bool(words))


class ClaimsPanel(QWidget):
    """The claims of a lab, and the buttons that try one or all."""

    preset_wanted = Signal(str)

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claims")
        self._lab = lab
        self.errands = Errands(self)
        self.rows = {claim.id: ClaimRow(claim) for claim in lab.claims}
        self.try_all = named(QPushButton(), "try_all")
        self.cancel = named(QPushButton(), "cancel_claims")
        self._bar = Progress()
        keeps_its_room = self._bar.sizePolicy()
        keeps_its_room.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keeps_its_room)
        self._clock = QTimer(self, interval=PROGRESS_INTERVAL)
        self._clock.timeout.connect(self._show_progress)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.try_all)
        top.addWidget(self.cancel)
        top.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(12)
        for row in self.rows.values():
            if column.count():
                column.addWidget(_line())
            column.addWidget(row)
            row.attempt.clicked.connect(partial(self._start, row.claim))
            row.show_preset.clicked.connect(partial(self.preset_wanted.emit, row.claim.preset))
        column.addStretch(1)
        self._scroll = named(QScrollArea(), "claims_list")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        quiet_scroll_bars(self._scroll)
        self._scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        top.setContentsMargins(12, 0, 12, 0)
        layout.addLayout(top)
        layout.addWidget(self._bar)
        layout.addWidget(self._scroll, 1)
        self.try_all.clicked.connect(self._start_all)
        self.cancel.clicked.connect(self.errands.cancel)
        self.errands.begun.connect(self._begun)
        self.errands.done.connect(self._judged)
        self.errands.ended.connect(self._ended)
        self._show_state()

    def retranslate(self) -> None:
        """Say every word anew."""
        self.try_all.setText(translate("claims", "Try all"))
        self.try_all.setToolTip(
            translate("claims", "Try every claim of this lab, except those that take long")
        )
        self.cancel.setText(translate("claims", "Cancel"))
        self.cancel.setToolTip(translate("claims", "Stop trying"))
        for button in (self.try_all, self.cancel):
            button.setAccessibleName(button.text())
        self._bar.setAccessibleName(translate("claims", "How much of the claim is done"))
        self._scroll.setAccessibleName(translate("claims", "Claims"))
        for row in self.rows.values():
            row.retranslate()

    def shutdown(self) -> None:
        """Cancel what is being tried and join its thread."""
        self._clock.stop()
        self.errands.shutdown()

    def _start(self, claim: Claim) -> None:
        self._try((claim,))

    @Slot()
    def _start_all(self) -> None:
        self._try(tuple(row.claim for row in self.rows.values() if not row.claim.slow))

    def _try(self, claims: tuple[Claim, ...]) -> None:
        self._forget_trying()
        self.errands.start([(claim, partial(self._reproduce, claim)) for claim in claims])
        self._clock.start()
        self._show_state()

    def _reproduce(
        self, claim: Claim, control: Control, progress: Callable[[float], None]
    ) -> Verdict:
        return reproduce(self._lab, claim, control=control, progress=progress)

    @Slot(object)
    def _begun(self, claim: Claim) -> None:
        self.rows[claim.id].begin()

    @Slot(object, object)
    def _judged(self, claim: Claim, result: Verdict | Message) -> None:
        self.rows[claim.id].end(result)

    @Slot()
    def _ended(self) -> None:
        self._clock.stop()
        self._forget_trying()
        self._show_state()

    def _forget_trying(self) -> None:
        for row in self.rows.values():
            if row.trying:
                row.end(None)

    @Slot()
    def _show_progress(self) -> None:
        self._bar.show_share(self.errands.part)

    def _show_state(self) -> None:
        busy = self.errands.busy
        self.try_all.setEnabled(not busy)
        self.cancel.setEnabled(busy)
        self._bar.show_share(0)
        self._bar.setVisible(busy)


def said(expected: Expected) -> str:
    """Return what is expected, its words in the reader's language."""
    relation = str(expected).removeprefix(str(expected.name))
    return named_quantity(expected) + _kept_together(relation)


def named_quantity(expected: Expected) -> str:
    """Return what is measured, in the reader's language."""
    return shown(expected.name) if isinstance(expected.name, Text) else expected.name


def _kept_together(words: str) -> str:
    """A sign and its number on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(QPalette.ColorRole.Midlight)
    return line
