"""The system libraries that Qt needs on Linux, and the line that installs the missing ones.

PySide6's wheels bring Qt itself but not the libraries below it. Without them Python says only
`libEGL.so.1: cannot open shared object file`, or Qt aborts; this says what to type instead.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from .console import CommandError


class Packages(NamedTuple):
    """The packages that hold a library, under Debian's and Fedora's names."""

    apt: str
    dnf: str


ALWAYS: Mapping[str, Packages] = MappingProxyType(
    {
        "libEGL.so.1": Packages("libegl1", "libglvnd-egl"),
        "libGL.so.1": Packages("libgl1", "libglvnd-glx"),
        "libX11.so.6": Packages("libx11-6", "libX11"),
        "libdbus-1.so.3": Packages("libdbus-1-3", "dbus-libs"),
        "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig"),
        "libfreetype.so.6": Packages("libfreetype6", "freetype"),
        "libglib-2.0.so.0": Packages("libglib2.0-0", "glib2"),
        "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon"),
    }
)
"""Needed for any picture, window or not."""

FOR_X11: Mapping[str, Packages] = MappingProxyType(
    {
        "libX11-xcb.so.1": Packages("libx11-xcb1", "libX11-xcb"),
        "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor"),
        "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm"),
        "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image"),
        "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms"),
        "libxcb-randr.so.0": Packages("libxcb-randr0", "libxcb"),
        "libxcb-render-util.so.0": Packages("libxcb-render-util0", "xcb-util-renderutil"),
        "libxcb-render.so.0": Packages("libxcb-render0", "libxcb"),
        "libxcb-shape.so.0": Packages("libxcb-shape0", "libxcb"),
        "libxcb-shm.so.0": Packages("libxcb-shm0", "libxcb"),
        "libxcb-sync.so.1": Packages("libxcb-sync1", "libxcb"),
        "libxcb-util.so.1": Packages("libxcb-util1", "xcb-util"),
        "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", "libxcb"),
        "libxcb-xkb.so.1": Packages("libxcb-xkb1", "libxcb"),
        "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11"),
    }
)
"""Needed besides for a window on an X11 display."""


def missing(libraries: Iterable[str]) -> list[str]:
    """Return the names of those `libraries` that this system cannot load."""
    return [name for name in libraries if _complaint(name)]


def remedy(names: Iterable[str]) -> str:
    """Return the command that installs the libraries of these names."""
    known = {**ALWAYS, **FOR_X11}
    packages = [known[name] for name in names]
    if packages and shutil.which("apt-get"):
        return "sudo apt-get install " + " ".join(dict.fromkeys(p.apt for p in packages))
    if packages and shutil.which("dnf"):
        return "sudo dnf install " + " ".join(dict.fromkeys(p.dnf for p in packages))
    return "install what is missing with the system's package manager"


def require_qt() -> None:
    """Raise CommandError, saying what to install, if Qt cannot even be imported."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ModuleNotFoundError as error:
        raise CommandError(f"{error}; python -m pip install PySide6-Essentials") from None
    except ImportError as error:
        raise CommandError(f"Qt cannot start: {error}; {remedy(missing(ALWAYS))}") from None


def require_display() -> None:
    """Raise CommandError if no window could be opened; Qt itself would abort the process."""
    require_qt()
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise CommandError(
            "there is no display to open a window on; `fishlab --screenshot FILE.png` and "
            "`fishlab run LAB --out FILE` work without one"
        )
    complaint = _complaint(str(_plugin("libqxcb.so")))
    if complaint:
        raise CommandError(f"Qt cannot open a window: {complaint}; {remedy(missing(FOR_X11))}")


def _plugin(name: str) -> Path:
    from PySide6.QtCore import QLibraryInfo

    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    return Path(plugins) / "platforms" / name


def _complaint(library: str) -> str:
    """Return why the dynamic loader cannot load a library, or an empty text."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""
