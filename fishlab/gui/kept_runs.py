"""The kept runs of one page: read from their files when first asked for, and written at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from fishlab.experiment import Lab, Run
from fishlab.experiment.kept import (
    KeptRun,
    KeptRunError,
    kept,
    load_kept,
    refreshed,
    remove_kept,
    save_kept,
    tidy,
)

from .run_names import proposed_name
from .translation import told, translate


class KeptRuns(QObject):
    """A list of kept runs, and which of them are hidden."""

    changed = Signal()
    """The list, a name, or what is hidden is another one."""
    failed = Signal(str)
    """A file could not be read or written; the sentence says which and why."""

    def __init__(self, lab: Lab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._runs: list[KeptRun] | None = None
        self._hidden: set[int] = set()

    @property
    def runs(self) -> list[KeptRun]:
        """All kept runs, oldest first."""
        if self._runs is None:
            self._runs, problems = load_kept(self._lab)
            for problem in problems:
                self.failed.emit(problem)
        return self._runs

    def keep(self, run: Run, name: str = "") -> int:
        """Keep a run under that name, or one that tells its settings; return its number."""
        taken = {other.name for other in self.runs}
        name = name or proposed_name(self._lab, run.params, run.seed, taken)
        self.runs.append(self._saved(kept(run, name)))
        self.changed.emit()
        return len(self.runs) - 1

    def add_seed(self, number: int, run: Run) -> None:
        """Add one more run, of another seed, to a kept run."""
        self.runs[number] = self._saved(self._now(number).with_trial(run))
        self.changed.emit()

    def rename(self, number: int, name: str) -> None:
        """Give a kept run another name; an empty one changes nothing."""
        if tidy(name) and tidy(name) != self.runs[number].name:
            self.runs[number] = self._saved(replace(self._now(number), name=tidy(name)))
        self.changed.emit()

    def remove(self, number: int) -> None:
        """Forget a kept run, and its file."""
        try:
            remove_kept(self.runs[number])
        except OSError as error:
            self.failed.emit(_sentence(error))
            return
        del self.runs[number]
        self._hidden = {n - (n > number) for n in self._hidden if n != number}
        self.changed.emit()

    def is_hidden(self, number: int) -> bool:
        """True if it is not to be drawn."""
        return number in self._hidden

    def hide(self, number: int, hidden: bool) -> None:
        """Draw it no more, or again."""
        if hidden != self.is_hidden(number):
            self._hidden ^= {number}
            self.changed.emit()

    def _now(self, number: int) -> KeptRun:
        """A file is written as a whole; what another window has put into it must not be lost."""
        return refreshed(self.runs[number], self._lab)

    def _saved(self, run: KeptRun) -> KeptRun:
        """A run that cannot be written is kept all the same, for as long as the window is open."""
        try:
            return save_kept(run)
        except KeptRunError as error:
            self.failed.emit(_sentence(error))
            return run


def _sentence(error: Exception) -> str:
    return translate("runs", "The kept runs could not be written: {reason}", reason=told(error))
