"""Words of the window in the reader's language.

English is the source; translations are Qt's own `.qm` files. `translate` looks a literal up and
fills its `{placeholders}` afterwards (an f-string would never match its entry); `shown` does the
same for a `Text` or `Message` that came from a lab, `told` for an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from fishlab.text import Message, Names, Text, ToldError, of_system

from .numbers import typeset


def translate(context: str, source: str, **values: Any) -> str:
    """Return `source` in the current language; `pyside6-lupdate` finds calls by this name."""
    text = QCoreApplication.translate(context, source)
    return text.format(**values) if values else text


def listed(names: Iterable[str]) -> str:
    """Return names in a row, as the current language parts them."""
    return translate("translation", ", ").join(names)


def shown(text: Text | Message) -> str:
    """Return a lab's words in the current language; values that are words are translated too."""
    if isinstance(text, Text):
        return QCoreApplication.translate(text.context, str(text))
    values = {
        name: shown(value) if isinstance(value, (Text, Message)) else _typeset(value)
        for name, value in text.values.items()
    }
    return shown(text.text).format(**values)


def told(error: Exception) -> str:
    """Return what an error says, in the current language where it is an error of ours.

    What the system says stays as it is.
    """
    if isinstance(error, ToldError):
        return shown(error.message)
    return of_system(error) if isinstance(error, OSError) else str(error)


def _typeset(value: Any) -> Any:
    if isinstance(value, Names):
        return listed(map(typeset, value.each))
    return typeset(value) if isinstance(value, str) else value
