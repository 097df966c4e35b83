"""Files of the window: saved runs and classroom files, opened by menu, by drop or by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from fishlab.experiment import ParamsError
from fishlab.experiment.classroom import (
    ENDING,
    ClassroomError,
    read_classroom,
    write_classroom,
)
from fishlab.experiment.export import SavedRun, SavedRunError
from fishlab.experiment.opening import READERS, read_run
from fishlab.labs.foreign import FOREIGN, PICTURES

from .foreign import open_foreign
from .recent import RecentMenu
from .settings import MAX_SEED, Settings
from .translation import shown, translate

if TYPE_CHECKING:
    from .main_window import MainWindow

ENDINGS = (*READERS, ENDING)
OPENED = tuple(dict.fromkeys((*ENDINGS, *FOREIGN)))
"""What may be opened or dropped: our own files, and others that a lab has a use for."""


class Files(QObject):
    """Opens and writes the files of one window; what is wrong with one, its page says."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.recent = RecentMenu(settings, window)
        self.recent.wanted.connect(self.open)

    @Slot()
    def ask_open(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            translate("window", "Open a run or a classroom file"),
            self._settings.text("folder"),
            translate("window", "FishLab files")
            + f" ({' '.join(f'*{e}' for e in ENDINGS)});;"
            + translate("window", "Weights, pictures and points")
            + f" ({' '.join(f'*{e}' for e in FOREIGN)})",
        )
        if name:
            self._settings.put("folder", str(Path(name).parent))
            self.open(Path(name))

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a saved run or a classroom file in its lab's tab, or say what is wrong with it."""
        opened = self._open_class(path) if path.suffix.lower() == ENDING else self._open_run(path)
        if opened:
            self.recent.remember(path)

    @Slot(str)
    def saved(self, path: str) -> None:
        """A file was written: if it can be opened again, it is among the recent ones."""
        if Path(path).suffix.lower() in ENDINGS:
            self.recent.remember(path)

    def _open_run(self, path: Path) -> bool:
        try:
            saved = read_run(path)
        except (OSError, SavedRunError):
            sentence = open_foreign(self._window, path)
            self._complain(sentence)
            return not sentence
        return self.load(saved)

    @Slot(object)
    def load(self, saved: SavedRun) -> bool:
        """Show a saved run in its lab's tab, and run it; return whether that was possible."""
        try:
            lab = self._window.lab(saved.lab)
        except KeyError:
            self._complain(translate("window", "There is no lab named {lab}", lab=saved.lab))
            return False
        try:
            params = lab.params.from_json(saved.params)
            for _, values in saved.changes:
                params.replace(**values)
        except ParamsError as error:
            self._complain(shown(error.message))
            return False
        page = self._window.show_lab(lab.id)
        page.enter_class(None)
        page.load(params, min(saved.seed, MAX_SEED), play=True, replay=saved.changes)
        return True

    def _open_class(self, path: Path) -> bool:
        try:
            classroom = read_classroom(path)
            try:
                lab = self._window.lab(classroom.lab)
            except KeyError:
                raise classroom.no_such_lab() from None
            params, seed = classroom.settings(lab)
        except ClassroomError as error:
            self._complain(shown(error.message))
            return False
        except OSError as error:
            self._complain(f"{path}: {error.strerror or error}")
            return False
        self._window.keep_lab(lab.id)
        page = self._window.show_lab(lab.id)
        page.enter_class(classroom)
        page.load(params, seed)
        return True

    @Slot()
    def save_class(self) -> None:
        """Ask what the class shall see and where to, and write the file."""
        from .class_dialog import ClassDialog  # only when asked for

        page = self._window.page
        present = page.class_strip.classroom
        dialog = ClassDialog(page.lab, page.params, page.seed, present, self._window)
        if dialog.exec() != ClassDialog.DialogCode.Accepted:
            return
        proposed = str(Path(self._settings.text("folder")) / f"{page.lab.id}{ENDING}")
        # Qt's dialog asks before an existing file is overwritten.
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            translate("class", "Save for the class"),
            proposed,
            translate("class", "Classroom file") + f" (*{ENDING})",
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() != ENDING:
            path = path.with_name(path.name + ENDING)
        self._settings.put("folder", str(path.parent))
        try:
            write_classroom(path, dialog.classroom())
        except OSError as error:
            reason = error.strerror or error
            self._complain(
                translate(
                    "export", "{path} could not be written: {reason}", path=path, reason=reason
                )
            )
        else:
            self.recent.remember(path)
            self._window.tell(translate("export", "Saved {path}", path=path))

    def _complain(self, sentence: str) -> None:
        self._window.page.verdict.complain(sentence)


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, if it may be of use."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    if len(files) == 1 and Path(files[0]).suffix.lower() in OPENED:
        return Path(files[0])
    return None


def is_for_window(path: Path | str) -> bool:
    """True if a file given to a pad is no picture to look at: one of a run's, weights, points."""
    ending = Path(path).suffix.lower()
    if ending not in PICTURES:
        return ending in OPENED
    try:
        read_run(path)
    except (OSError, SavedRunError):
        return False
    return True
