"""The menu bar: every action of the window, with its key and its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from . import language
from .edit_menu import EditMenu
from .style import MODES, Mode
from .translation import translate

if TYPE_CHECKING:
    from .main_window import MainWindow


class Menus:
    """Makes the menus of a window and connects them to what the window does."""

    def __init__(self, window: MainWindow, mode: Mode) -> None:
        key, bar = QKeySequence.StandardKey, window.menuBar()
        self._file = bar.addMenu("")
        self._open = _action(self._file, window.files.ask_open, QKeySequence(key.Open))
        self._recent = self._file.addMenu(window.files.recent)
        self._save = _action(self._file, window.save_run, QKeySequence(key.Save))
        self._class = _action(self._file, window.files.save_class)
        self._export = _action(self._file, window.open_export, QKeySequence("Ctrl+E"))
        self._file.addSeparator()
        self._quit = _action(self._file, window.close, QKeySequence("Ctrl+Q"))
        self._quit.setMenuRole(QAction.MenuRole.QuitRole)

        self._edit = EditMenu(lambda: window.page.exports, bar)
        bar.addMenu(self._edit)

        self._view = bar.addMenu("")
        self._themes = self._view.addMenu("")
        self.themes = _choices(self._themes, MODES, window.choose_theme)
        self.themes[mode].setChecked(True)
        self._languages = self._view.addMenu("")
        spoken = tuple(language.LANGUAGES)
        self.languages = _choices(self._languages, spoken, window.choose_language)
        for name, action in self.languages.items():
            action.setText(language.LANGUAGES[name])
        self.languages[language.current()].setChecked(True)
        self._view.addSeparator()
        self.lesson = _switch(self._view, window.show_panel, "F1")
        self.column = _switch(self._view, window.show_column, "F9")
        self.presentation = _switch(self._view, window.present, "Ctrl+Shift+P")
        self.full = _switch(self._view, window.show_full_screen, "F11")

        self._help = bar.addMenu("")
        self._keys = _action(self._help, window.show_shortcuts)
        self._about = _action(self._help, window.show_about)
        self._about.setMenuRole(QAction.MenuRole.AboutRole)

    def retranslate(self) -> None:
        """Say every word anew."""
        self._file.setTitle(translate("window", "&File"))
        self._open.setText(translate("window", "&Open…"))
        self._recent.setText(translate("window", "&Recent"))
        self._save.setText(translate("window", "&Save run…"))
        self._class.setText(translate("window", "Save for the c&lass…"))
        self._export.setText(translate("window", "&Export…"))
        self._quit.setText(translate("window", "&Quit"))
        self._edit.retranslate()
        self._view.setTitle(translate("window", "&View"))
        self._themes.setTitle(translate("window", "&Theme"))
        self.themes["light"].setText(translate("window", "Light"))
        self.themes["dark"].setText(translate("window", "Dark"))
        self.themes["auto"].setText(translate("window", "As the system"))
        self._languages.setTitle(translate("window", "&Language"))
        self.lesson.setText(translate("window", "L&esson and code"))
        self.column.setText(translate("window", "&Settings of the lab"))
        self.presentation.setText(translate("window", "&Presentation"))
        self.full.setText(translate("window", "&Full screen"))
        self._help.setTitle(translate("window", "&Help"))
        self._keys.setText(translate("window", "&Keyboard shortcuts"))
        self._about.setText(translate("window", "&About FishLab"))


def _action(menu: QMenu, slot: Callable[[], Any], key: QKeySequence | None = None) -> QAction:
    action = menu.addAction("")
    if key is not None:
        action.setShortcut(key)
    action.triggered.connect(slot)
    return action


def _switch(menu: QMenu, slot: Callable[[bool], Any], key: str) -> QAction:
    action = menu.addAction("")
    action.setShortcut(QKeySequence(key))
    action.setCheckable(True)
    action.triggered.connect(slot)
    return action


def _choices(
    menu: QMenu, names: tuple[str, ...], choose: Callable[[Any], None]
) -> dict[str, QAction]:
    group = QActionGroup(menu)
    actions = {}
    for name in names:
        actions[name] = action = menu.addAction("")
        action.setCheckable(True)
        action.setData(name)
        group.addAction(action)

    def chosen(action: QAction) -> None:
        choose(action.data())

    group.triggered.connect(chosen)
    return actions
