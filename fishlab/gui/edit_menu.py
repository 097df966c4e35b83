"""The menu of what goes to the clipboard and comes from it, for whichever lab is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from .export_menu import ExportMenu
from .translation import translate


class EditMenu(QMenu):
    """Copy and paste; `exports` says at every call whose: the open page's."""

    def __init__(self, exports: Callable[[], ExportMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = self._add(lambda: exports().picture_to_clipboard(), "Ctrl+Shift+C")
        self._numbers = self._add(lambda: exports().data_to_clipboard())
        self.addSeparator()
        self._settings = self._add(lambda: exports().settings_to_clipboard())
        self._paste = self._add(lambda: exports().settings_from_clipboard(), "Ctrl+Shift+V")
        self._command = self._add(lambda: exports().command_to_clipboard())

    def retranslate(self) -> None:
        """Say every word anew."""
        self.setTitle(translate("window", "&Edit"))
        self._picture.setText(translate("window", "&Copy picture"))
        self._numbers.setText(translate("window", "Copy &numbers"))
        self._settings.setText(translate("window", "Copy &settings as one line"))
        self._paste.setText(translate("window", "&Paste settings"))
        self._command.setText(translate("window", "Copy as a co&mmand"))

    def _add(self, slot: Callable[[], None], key: str = "") -> QAction:
        action = self.addAction("")
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked: slot())
        return action
