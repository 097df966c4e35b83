"""The menu of the runs and classroom files that were opened or saved last."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from .settings import Settings
from .translation import translate

LONGEST_NAME = 60


class RecentMenu(QMenu):
    """Lists the settings' recent files anew whenever it is opened; what is gone stands grey."""

    wanted = Signal(object)
    """A file was chosen (a Path)."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setToolTipsVisible(True)
        self._settings = settings
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._chosen)

    def remember(self, path: Path | str) -> None:
        """Put a file at the head of the list."""
        name = os.path.abspath(path)
        self._settings.put_recent(lambda old: (name, *(other for other in old if other != name)))

    @Slot()
    def fill(self) -> None:
        """Make the list as it is now."""
        self.clear()
        names = self._settings.recent()
        for number, name in enumerate(names, start=1):
            self.addAction(self._entry(number, Path(name)))
        if not names:
            self.addAction(translate("recent", "Nothing opened or saved yet")).setEnabled(False)
            return
        self.addSeparator()
        clear = self.addAction(translate("recent", "&Clear this list"))
        clear.triggered.connect(self._forget)

    def _entry(self, number: int, path: Path) -> QAction:
        file = path.name if len(path.name) <= LONGEST_NAME else path.name[:LONGEST_NAME] + "…"
        file = file.replace("&", "&&")
        there = path.is_file()
        if not there:
            file = translate("recent", "{file} (not found)", file=file)
        # The tenth has the key 0, as on a keyboard.
        action = QAction(f"&{number % 10}  {file}", self)
        action.setData(str(path))
        action.setToolTip(str(path))
        action.setEnabled(there)
        return action

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        if action.data():
            self.wanted.emit(Path(action.data()))

    @Slot()
    def _forget(self) -> None:
        self._settings.put_recent(lambda old: ())
