"""The application: Qt set up once, the window made, shown, and closed with an exit status."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol

# isort: off
# Before Qt: once it is there, its import hook reads the source of every module that is imported.
from fishlab.labs.contents import CONTENTS

# isort: on
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from fishlab import __version__

from . import language
from .garbage import Sweeper, settle
from .icons import application_icon
from .interrupt import Interrupt
from .main_window import MainWindow
from .settings import Settings
from .style import MODES, Dresser, Mode

CLOSE_AFTER = "FISHLAB_CLOSE_AFTER"
SWITCH = 0.001
"""Seconds after which a worker in the midst of Python code must let the window have its turn. With
Python's own 5 ms the worst gap with nine optimizers was 60 to 230 ms instead of 30; with half a
millisecond the deep network lost a tenth of its speed."""

# Fonts with Chinese glyphs in the forms of the mainland, by platform: asking macOS or Windows for
# one that they do not have costs a search through all fonts.
CHINESE_FONTS = {
    "win32": ("Microsoft YaHei UI",),
    "darwin": ("PingFang SC",),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
}


class Options(Protocol):
    """What the command line says about the window."""

    lang: str | None
    theme: Mode | None
    lab: str | None
    size: tuple[int, int] | None
    file: Path | None


def application() -> QApplication:
    """Return the application, made and set up if there is none yet."""
    sys.setswitchinterval(SWITCH)
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(["fishlab"])
    app.setStyle("Fusion")
    app.setApplicationName("FishLab")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("fishlab")
    app.setWindowIcon(application_icon())
    font = QFont(app.font())
    families = [font.family(), *CHINESE_FONTS.get(sys.platform, ())]
    font.setFamilies(list(dict.fromkeys(families)))
    app.setFont(language.fitted(font))
    if app.findChild(Sweeper) is None:
        Sweeper(app)
    return app


def create_window(
    lang: str | None = None, theme: Mode | None = None, *, hint: bool = True
) -> MainWindow:
    """Return the main window, not yet shown. A QApplication must exist (see `application`).

    lang: "en" or "zh_CN", else as last time or as the system. theme: "light", "dark" or "auto",
    else as last time. hint: say how to begin, if this is the reader's first window.
    """
    settings = Settings()
    language.use(lang or settings.text("language"))
    wanted = theme or settings.text("theme")
    dresser = Dresser(next((mode for mode in MODES if mode == wanted), "auto"))
    window = MainWindow(CONTENTS, settings, dresser)
    window.watch_errors()
    if hint:
        window.welcome()
    dresser.setParent(window)
    return window


def main(options: Options) -> int:
    """Show the window until it is closed; return the exit status.

    Raises KeyboardInterrupt if Ctrl-C closed it.
    """
    app = application()
    window = create_window(options.lang, options.theme)
    if options.lab is not None:
        window.open_tab(options.lab)
    if options.file is not None:
        window.open_run(options.file)
    if options.size is not None:
        window.resize(*options.size)
    window.show()
    QTimer.singleShot(0, window, settle)
    seconds = os.environ.get(CLOSE_AFTER)
    if seconds:
        QTimer.singleShot(round(float(seconds) * 1000), window, window.close)
    with Interrupt(window) as interrupt:
        code = app.exec()
    if interrupt.happened:
        raise KeyboardInterrupt
    return code
