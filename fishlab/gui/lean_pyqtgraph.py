"""PyQtGraph imported without a copy of all of Qt: an eighth of the time that the window takes.

PyQtGraph keeps modules of its own, `pyqtgraph.Qt.QtCore` and so on, and fills them with whatever
`dir` finds in those of PySide6. But PySide6 makes its two thousand classes and enumerations when
they are first asked for, and so all of them were made. While PyQtGraph is imported, `dir` finds a
single name here: `__getattr__`, with which a module looks up what it does not have (PEP 562).
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

import PySide6

MIRRORED = ("QtCore", "QtGui", "QtWidgets")


class _Lazy(ModuleType):
    """A module of PySide6 as `pyqtgraph.Qt` is to see it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"PySide6.{name}")
        self._mirror = f"pyqtgraph.Qt.{name}"
        self._module = importlib.import_module(f"PySide6.{name}")

    def __dir__(self) -> list[str]:
        return ["__getattr__"]

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._module, name)
        mirror = sys.modules.get(self._mirror)
        if mirror is not None:
            # From now on without a detour.
            setattr(mirror, name, value)
        return value


def import_pyqtgraph() -> None:
    """Import it, if nobody has; otherwise nothing happens."""
    if "pyqtgraph" in sys.modules:
        return
    modules = {name: _Lazy(name) for name in MIRRORED}
    try:
        for name, module in modules.items():
            setattr(PySide6, name, module)
        importlib.import_module("pyqtgraph")
    finally:
        for name, module in modules.items():
            setattr(PySide6, name, module._module)
