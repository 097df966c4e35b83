"""Keys that a picture wants for itself, although they are shortcuts of the page as well."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def claims(event: QEvent, keys: Collection[Qt.Key] = ARROWS) -> bool:
    """True if the event asks whether a key is a shortcut, and it is one of `keys`: accepted."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if Qt.Key(event.key()) not in keys:
        return False
    event.accept()
    return True
