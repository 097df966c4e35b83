"""Words that a reader will see, marked for translation where no Qt is at hand.

Labs, experiment core and data import no Qt, yet titles, labels, verdicts and what is wrong with a
file appear in the window in the reader's language. A `Text` is an English sentence that remembers
its translation context; the window looks the pair up when it draws. `pyside6-lupdate` finds the
marked sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any


class Text(str):
    """An English source sentence together with its translation context."""

    context: str
    __slots__ = ("context",)

    def __new__(cls, context: str, source: str) -> Text:
        text = super().__new__(cls, source)
        text.context = context
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return self.context, str(self)


class Names(str):
    """Names in a row, joined by commas; the window joins them as its language does."""

    each: tuple[str, ...]
    __slots__ = ("each",)

    def __new__(cls, names: Iterable[str]) -> Names:
        each = tuple(names)
        joined = super().__new__(cls, ", ".join(each))
        joined.each = each
        return joined

    def __getnewargs__(self) -> tuple[tuple[str, ...]]:  # type: ignore[override]
        return (self.each,)


def QT_TRANSLATE_NOOP(context: str, source: str) -> Text:  # noqa: N802 (the name lupdate knows)
    """Mark `source` for translation in `context`; both must be literals."""
    return Text(context, source)


@dataclass(frozen=True)
class Message:
    """A `Text` with `{placeholders}` and the values that fill them after translation.

    fix: parameters, with the values that would put right what the sentence says is wrong.
    """

    text: Text
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("values", "fix"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __str__(self) -> str:
        return self.text.format(**self.values)


def message(text: Text, **values: Any) -> Message:
    """Shorthand: `message(TEXT, step=3)`."""
    return Message(text, values)


def with_fix(said: Message, change: Mapping[str, Any]) -> Message:
    """Return the same message with what would put it right."""
    return replace(said, fix=change)


def of_system(error: OSError) -> str:
    """Return what the system says, after the file that it is about."""
    file = f"{error.filename}: " if error.filename else ""
    return f"{file}{error.strerror or error}"


class ToldError(Exception):
    """What the reader should know, in one plain line: `message` can be shown in any language."""

    def __init__(self, text: Message) -> None:
        super().__init__(" ".join(str(text).split()))
        self.message = text
