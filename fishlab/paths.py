"""Where everything is: bundled files, the reader's data, the reader's settings.

In a checkout `resources/` and `data/` stand at the top level; in an installed wheel they travel
inside the package as `_bundled/`. No other module knows that.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    checkout = _PACKAGE.parent / name
    in_checkout = (_PACKAGE.parent / "pyproject.toml").is_file() and checkout.is_dir()
    return checkout if in_checkout else _PACKAGE / "_bundled" / name


def resources() -> Path:
    """Icons, translations, lessons, formulas and weights that come with the program."""
    return _bundled("resources")


def bundled_data() -> Path:
    """The digits that come with the program."""
    return _bundled("data")


def start_command() -> tuple[str, ...]:
    """The words that start this very program again, from whatever folder."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    main = _PACKAGE.parent / "main.py"
    if main.is_file() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return sys.executable, str(main)
    # -P: a folder called fishlab where the reader happens to be is not the program.
    return sys.executable, "-P", "-m", "fishlab"


def desktop_data() -> Path:
    """Where a Linux desktop looks for the reader's programs, file types and icons."""
    return _xdg("XDG_DATA_HOME", ".local/share").parent


def user_data() -> Path:
    """The reader's own: downloaded MNIST, personal digits, trained weights. May not exist yet."""
    if home := os.environ.get("FISHLAB_HOME"):
        return Path(home) / "data"
    if sys.platform == "win32":
        return _windows("LOCALAPPDATA", "AppData/Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "FishLab"
    return _xdg("XDG_DATA_HOME", ".local/share")


def error_log() -> Path:
    """Where errors that nobody foresaw are written down. May not exist yet."""
    return user_data() / "errors.log"


def user_config() -> Path:
    """The reader's settings. May not exist yet."""
    if home := os.environ.get("FISHLAB_HOME"):
        return Path(home) / "config"
    if sys.platform == "win32":
        return _windows("APPDATA", "AppData/Roaming")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "FishLab"
    return _xdg("XDG_CONFIG_HOME", ".config")


def _windows(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or Path.home() / default) / "FishLab"


def _xdg(variable: str, default: str) -> Path:
    # The XDG specification says that a relative path is to be ignored.
    given = os.environ.get(variable, "")
    return (Path(given) if os.path.isabs(given) else Path.home() / default) / "fishlab"
