"""What comes back next time: window, tab, parameters of each lab, language, theme.

An .ini file in the reader's config folder. Nothing in it is trusted: a damaged file, or a value
that makes no sense any more, counts as not there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from fishlab import paths
from fishlab.experiment import Lab, Params, ParamsError

MAX_SEED = 2**31 - 1
MOST_RECENT = 10


class Settings:
    """Reads and writes the reader's settings file."""

    def __init__(self) -> None:
        file = paths.user_config() / "fishlab.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """Return the text stored under `name`."""
        value = self._store.value(name)
        return value if isinstance(value, str) else default

    def octets(self, name: str) -> QByteArray | None:
        """Return the bytes stored under `name` (a window's geometry)."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else None

    def put(self, name: str, value: str | QByteArray) -> None:
        """Store a value; it reaches the disk at `save`."""
        self._store.setValue(name, value)

    def recent(self) -> tuple[str, ...]:
        """Return the files last opened or saved, the newest first."""
        try:
            stored = json.loads(self.text("recent"))
        except (ValueError, RecursionError):
            return ()
        if not isinstance(stored, list):
            return ()
        return tuple(name for name in stored if isinstance(name, str) and name)[:MOST_RECENT]

    def put_recent(self, change: Callable[[tuple[str, ...]], Iterable[str]]) -> None:
        """Store what `change` makes of the list, as another window may just have left it."""
        self._store.sync()
        names = list(change(self.recent()))[:MOST_RECENT]
        self.put("recent", json.dumps(names, ensure_ascii=False))
        self._store.sync()

    def lab(self, lab: Lab) -> tuple[Params, int] | None:
        """Return the parameters and the seed that `lab` was left with, if they still fit it."""
        try:
            stored = json.loads(self.text(f"labs/{lab.id}"))
            params, seed = lab.params.from_json(stored["params"]), stored["seed"]
        except (ValueError, TypeError, KeyError, RecursionError, ParamsError):
            return None
        if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= MAX_SEED:
            return None
        return params, seed

    def put_lab(self, lab: Lab, params: Params, seed: int) -> None:
        """Store what `lab` is left with."""
        content: dict[str, Any] = {"params": params.to_json(), "seed": seed}
        self.put(f"labs/{lab.id}", json.dumps(content, ensure_ascii=False))

    def save(self) -> None:
        """Write the file. A folder that cannot be written costs the settings, nothing else."""
        self._store.sync()
