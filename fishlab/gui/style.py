"""The theme put on: Qt's palette, a small style sheet, and following the system's light and dark.

Fusion paints everything from the palette; the style sheet only adds what a palette cannot say
(the plain tabs, the quiet scroll bars, the focus ring).
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from fishlab import paths

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
        app.setPalette(palette(self.theme))
        app.setStyleSheet(style_sheet(self.theme))


def _theme_of(mode: Mode) -> Theme:
    if mode == "auto":
        dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if mode == "dark" else LIGHT


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


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Have the style sheet paint `widget` as wrong, or as usual."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def style_sheet(theme: Theme) -> str:
    """Return what the palette cannot say."""
    tick = (paths.resources() / "icons" / f"tick_{theme.name}.svg").as_posix()
    hover = mixed(theme.window, theme.text, 0.08).name()
    return f"""
QToolTip {{ color: {theme.text}; background: {theme.surface}; border: 1px solid {theme.border};
    padding: 4px; }}
QMainWindow::separator {{ width: 0; }}
QStatusBar::item {{ border: none; }}
QTabWidget, QTabBar {{ background: {theme.window}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {theme.border}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ padding: 6px 14px; color: {theme.muted}; border: none;
    border-bottom: 2px solid transparent; background: transparent; }}
QTabBar::tab:hover {{ color: {theme.text}; background: {hover}; }}
QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
QTabBar:focus::tab:selected {{ background: {hover}; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.muted};
    border-radius: 3px; background: {theme.surface}; }}
QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent};
    image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {theme.border}; }}
QCheckBox:focus {{ text-decoration: underline; }}
QSplitter::handle {{ background: transparent; }}
QScrollArea#settings, QScrollArea#settings > QWidget > QWidget {{ background: transparent; }}
QLabel[role="muted"] {{ color: {theme.muted}; }}
QLabel[role="live"] {{ color: {theme.accent}; }}
QLabel[role="complaint"] {{ color: {theme.bad}; }}
*[wrong="true"] {{ color: {theme.bad}; }}
QToolButton {{ padding: 4px 6px; border: 1px solid transparent; border-radius: 5px; }}
QToolButton:hover:enabled {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {hover};
    border-color: {theme.border}; }}
QToolButton:focus {{ border: 1px solid {theme.accent}; }}
QToolButton[prominent="true"]:enabled {{ background: {theme.accent}; color: {theme.accent_text}; }}
QToolButton[prominent="true"]:focus {{ border: 1px solid {theme.text}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QScrollBar:vertical {{ width: 10px; background: transparent; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; }}
QScrollBar::handle {{ background: {theme.border}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ border: none; border-radius: 3px; background: {theme.grid}; max-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {theme.accent}; }}
"""
