"""The theme put on: Qt's palette, and following the system's light and dark.

Fusion paints everything from the palette. What a palette cannot say (plain tabs, quiet scroll bars)
stands in small style sheets for single widgets, in the palette's own words: one sheet for the whole
application made a change of theme, and every new page, five times as slow.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QTabWidget,
    QWidget,
)

from .garbage import all_widgets
from .theme import DARK, LIGHT, Theme

Mode = Literal["light", "dark", "auto"]
MODES: tuple[Mode, ...] = ("light", "dark", "auto")


class Dresser(QObject):
    """Keeps the application in the theme that the reader, or the system, has chosen."""

    changed = Signal(object)
    """The theme is another one now (a Theme)."""

    def __init__(self, mode: Mode = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self.theme = _theme_of(mode)
        QApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._dress()

    @property
    def mode(self) -> Mode:
        """What was chosen: light, dark, or auto (as the system)."""
        return self._mode

    def choose(self, mode: Mode) -> None:
        """Take this theme from now on."""
        self._mode = mode
        self._refresh()

    @Slot()
    def _scheme_changed(self) -> None:
        if self._mode == "auto":
            self._refresh()

    def _refresh(self) -> None:
        theme = _theme_of(self._mode)
        if theme is not self.theme:
            self.theme = theme
            self._dress()
            self.changed.emit(theme)

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        made = palette(self.theme)
        app.setPalette(made)
        with all_widgets() as widgets:
            for widget in widgets:
                # Qt keeps the palette of a widget whose child has a style sheet, for all inside it.
                if isinstance(widget, QTabWidget):
                    widget.setPalette(made)
                # A style sheet keeps the colours that it has read from the palette.
                if widget.styleSheet():
                    widget.setStyleSheet(widget.styleSheet())
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # The system's part of the window (its title bar) goes with the reader's choice.
        QApplication.styleHints().setColorScheme(scheme.get(self._mode, Qt.ColorScheme.Unknown))


def _theme_of(mode: Mode) -> Theme:
    if mode == "auto":
        return DARK if system_scheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if mode == "dark" else LIGHT


def system_scheme() -> Qt.ColorScheme:
    """Return what the reader has set in his system."""
    return QApplication.styleHints().colorScheme()


def palette(theme: Theme) -> QPalette:
    """Return `theme` in Qt's roles."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.grid,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }
    made = QPalette()
    for colour_role, colour in colours.items():
        made.setColor(colour_role, QColor(colour))
    faded = mixed(theme.text, theme.window, 0.55)
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, colour_role, faded)
    made.setColor(group.Disabled, role.Highlight, QColor(theme.border))
    return made


def mixed(one: str, other: str, share: float) -> QColor:
    """Return the colour between the two, `share` of the way to the other."""
    a, b = QColor(one), QColor(other)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def tint(label: QLabel, role: QPalette.ColorRole) -> None:
    """Write `label` in that colour of the palette, whatever the theme."""
    label.setForegroundRole(role)


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Write what is in `widget` in the colour of a mistake, or as usual."""
    if bool(widget.property("wrong")) == wrong:
        return
    widget.setProperty("wrong", wrong)
    role, made = QPalette.ColorRole, QPalette()
    if wrong:
        ink = widget.palette().color(role.BrightText)
        for written in (role.Text, role.WindowText):
            made.setColor(written, ink)
    widget.setPalette(made)


PLAIN_TABS = """
QTabBar::tab { padding: 6px 14px; color: palette(placeholder-text); border: none;
    border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:hover { color: palette(window-text); background: palette(midlight); }
QTabBar::tab:selected { color: palette(window-text);
    border-bottom: 2px solid palette(highlight); }
QTabBar::tab:selected:focus { background: palette(midlight); }
"""
QUIET_SCROLL_BAR = """
QScrollBar:vertical { width: 10px; background: transparent; }
QScrollBar:horizontal { height: 10px; background: transparent; }
QScrollBar::handle { background: palette(mid); border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: palette(placeholder-text); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
PROMINENT_BUTTON = """
QToolButton { padding: 4px 8px; border: 1px solid transparent; border-radius: 5px; }
QToolButton:enabled { background: palette(highlight); color: palette(highlighted-text); }
QToolButton:focus { border-color: palette(window-text); }
"""


def plain_tabs(tabs: QTabWidget) -> None:
    """Take frame and boxes from the tabs; a line says which one is open."""
    tabs.setDocumentMode(True)
    bar = tabs.tabBar()
    bar.setDrawBase(False)
    bar.setStyleSheet(PLAIN_TABS)


def quiet_scroll_bars(area: QAbstractScrollArea) -> None:
    """Give `area` thin scroll bars without arrows."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setStyleSheet(QUIET_SCROLL_BAR)
