"""The language of the window, switched while it is open.

Installing a translator makes Qt send LanguageChange to every window; the window then has all its
parts say their words anew (`retranslate`). Qt's own dialogs follow through Qt's own translation.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from fishlab import paths

from .garbage import all_widgets

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
# Chinese fonts have quotation marks as wide as a Chinese sign, and narrow ones by request.
NARROW = QFont.Tag("pwid")

_installed: list[QTranslator] = []
_current = "en"


def current() -> str:
    """Return the language that is shown now."""
    return _current


def system_language() -> str:
    """Return the language of the reader's system, or English if the window does not speak it."""
    wanted = QLocale.system().uiLanguages()
    first = wanted[0] if wanted else "en"
    return "zh_CN" if first.startswith("zh") else "en"


def fitted(font: QFont) -> QFont:
    """Return `font` with quotation marks as wide as the current language has them."""
    made = QFont(font)
    made.setFeature(NARROW, int(_current == "en"))
    return made


def use(language: str) -> None:
    """Speak `language` from now on; an unknown one means the system's."""
    global _current
    chosen = language if language in LANGUAGES else system_language()
    if chosen == _current:
        return
    _current = chosen
    QLocale.setDefault(QLocale(chosen))
    QApplication.setFont(fitted(QApplication.font()))
    # A feature that a widget's font has once, it keeps, whatever the application's font says.
    with all_widgets() as widgets:
        for widget in widgets:
            if widget.font().isFeatureSet(NARROW):
                widget.setFont(fitted(widget.font()))
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    folders = {
        f"fishlab_{chosen}": str(paths.resources() / "i18n"),
        f"qtbase_{chosen}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }
    for name, folder in folders.items():
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
