"""Errors that nobody foresaw: the report that a reader can send, and the file that keeps it.

The file is opened for each report and closed again: errors are rare, two windows may write to it,
and an open handle would outlive the window.
"""

from __future__ import annotations

import json
import logging
import platform
import sys
import traceback

import numpy as np
import PySide6
from PySide6.QtGui import QGuiApplication

from fishlab import __version__, paths
from fishlab.experiment import Lab, Params

LARGEST = 256 * 1024
OLDER_FILES = 2

_last = ""


def trace_of(error: BaseException) -> str:
    """Return the traceback of `error` and of what led to it."""
    return "".join(traceback.format_exception(error))


def report(trace: str, lab: Lab | None = None, params: Params | None = None, seed: int = 0) -> str:
    """Return what a bug report needs: versions, settings, and where it happened."""
    lines = [
        f"FishLab {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"PySide6 {PySide6.__version__} on {QGuiApplication.platformName()!r}, "
        f"NumPy {np.__version__}",
    ]
    if lab is not None and params is not None:
        settings = json.dumps(params.to_json(), ensure_ascii=False)
        lines.append(f"lab {lab.id}, seed {seed}, settings {settings}")
    return "\n".join([*lines, trace])


def record(text: str) -> None:
    """Append a report to the log. One that repeats the last is left out: a picture that cannot be
    drawn fails at every repaint, and would drive the older reports out of the file.
    """
    # Only when something has gone wrong: it brings sockets and pickles with it.
    from logging.handlers import RotatingFileHandler

    global _last
    if text == _last:
        return
    _last = text
    path = paths.error_log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if sys.stderr is not None:
            print(f"{path}: the error could not be logged ({error})", file=sys.stderr)
        return
    # A file that cannot be written is told on standard error by the handler itself.
    handler = RotatingFileHandler(
        path, maxBytes=LARGEST, backupCount=OLDER_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.handle(logging.makeLogRecord({"msg": text.rstrip() + "\n"}))
    handler.close()
