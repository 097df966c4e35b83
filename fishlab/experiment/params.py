"""Params: one declaration behind the form, the command line and the saved file.

A lab declares its parameters once, as a frozen dataclass whose fields say type, label and range:

    @dataclass(frozen=True)
    class RaceParams(Params):
        lr: float = real(0.1, LABEL_LR, minimum=0.0, maximum=2.0, live=True)
        steps: int = whole(30, LABEL_STEPS, minimum=1, maximum=500)

From that one place come the generated form, `--lr 0.1` on the command line, validation with a
sentence that names the field, the range and what was given, and the JSON round trip.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Self, cast

import numpy as np

from fishlab.text import QT_TRANSLATE_NOOP, Message, Text, ToldError, message

Kind = Literal["float", "int", "bool", "choice", "choices", "text", "rows"]

_OUT_OF_RANGE = QT_TRANSLATE_NOOP(
    "params", "{name}: {given} is outside the range {minimum} to {maximum}"
)
_NOT_A_NUMBER = QT_TRANSLATE_NOOP("params", "{name}: a number was expected, not {given}")
_NOT_WHOLE = QT_TRANSLATE_NOOP("params", "{name}: a whole number was expected, not {given}")
_NOT_A_FLAG = QT_TRANSLATE_NOOP("params", "{name}: true or false was expected, not {given}")
_NOT_A_CHOICE = QT_TRANSLATE_NOOP("params", "{name}: {given} is not one of {choices}")
_NOT_TEXT = QT_TRANSLATE_NOOP("params", "{name}: a text was expected, not {given}")
_TOO_LONG = QT_TRANSLATE_NOOP(
    "params", "{name}: {length} characters are more than the {maximum} allowed"
)
_NOT_ROWS = QT_TRANSLATE_NOOP("params", "{name}: rows of {columns} numbers were expected")
_TOO_MANY_ROWS = QT_TRANSLATE_NOOP(
    "params", "{name}: {length} rows are more than the {maximum} allowed"
)
_UNKNOWN = QT_TRANSLATE_NOOP("params", "{name}: there is no such parameter; known are {known}")
_NOT_AN_OBJECT = QT_TRANSLATE_NOOP("params", "parameters must be an object of names and values")


class ParamsError(ToldError, ValueError):
    """A parameter value that cannot be used, and the name of the parameter."""

    def __init__(self, name: str, text: Message) -> None:
        super().__init__(text)
        self.name = name


@dataclass(frozen=True)
class Choice:
    """One value of a choice and the words that stand for it in the form."""

    value: str
    label: Text


@dataclass(frozen=True)
class Spec:
    """What one field accepts and how it is shown.

    `when` names another field and the values of it for which this field matters: the form hides
    the field otherwise. `live` fields take effect in a running generator. `hidden` fields are
    edited on the picture itself (a drawing, clicked points) and have no form row.
    """

    kind: Kind
    default: Any
    label: Text
    help: Text | None = None
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    logarithmic: bool = False
    choices: tuple[Choice, ...] = ()
    columns: tuple[str, ...] = ()
    live: bool = False
    hidden: bool = False
    when: tuple[str, tuple[Any, ...]] | None = None
    check: Callable[[Any], Message | None] | None = None

    def validated(self, name: str, value: Any) -> Any:
        """Return `value` in the field's own type, or raise ParamsError."""
        result = _VALIDATORS[self.kind](self, name, value)
        complaint = self.check(result) if self.check else None
        if complaint is not None:
            raise ParamsError(name, complaint)
        return result

    def worded(self, value: Any) -> Text | str:
        """Return a value as the form shows it."""
        labels = {choice.value: choice.label for choice in self.choices}
        return f"{value:g}" if isinstance(value, float) else labels.get(value, str(value))

    def parsed(self, name: str, text: str) -> Any:
        """Return the value that `text`, typed on a command line, stands for."""
        return self.validated(name, _PARSERS[self.kind](text))

    def in_range(self, name: str, value: float) -> None:
        """Raise ParamsError unless `minimum <= value <= maximum`."""
        low = -math.inf if self.minimum is None else self.minimum
        high = math.inf if self.maximum is None else self.maximum
        if not low <= value <= high:
            raise _complaint(
                name, _OUT_OF_RANGE, given=f"{value:g}", minimum=f"{low:g}", maximum=f"{high:g}"
            )


def _complaint(name: str, text: Text, **values: Any) -> ParamsError:
    return ParamsError(name, message(text, name=name, **values))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _as_float(spec: Spec, name: str, value: Any) -> float:
    if isinstance(value, (bool, str)):
        raise _complaint(name, _NOT_A_NUMBER, given=_short(value))
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise _complaint(name, _NOT_A_NUMBER, given=_short(value)) from None
    if not math.isfinite(number):
        raise _complaint(name, _NOT_A_NUMBER, given=_short(number))
    spec.in_range(name, number)
    return number


def _as_int(spec: Spec, name: str, value: Any) -> int:
    number = _as_float(dataclasses.replace(spec, minimum=None, maximum=None), name, value)
    if number != int(number):
        raise _complaint(name, _NOT_WHOLE, given=_short(value))
    spec.in_range(name, number)
    return int(number)


def _as_bool(spec: Spec, name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _complaint(name, _NOT_A_FLAG, given=_short(value))
    return value


def _as_choice(spec: Spec, name: str, value: Any) -> str:
    values = [choice.value for choice in spec.choices]
    if value not in values:
        raise _complaint(name, _NOT_A_CHOICE, given=_short(value), choices=", ".join(values))
    return cast(str, value)


def _as_choices(spec: Spec, name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        known = ", ".join(choice.value for choice in spec.choices)
        raise _complaint(name, _NOT_A_CHOICE, given=_short(value), choices=known)
    chosen = {_as_choice(spec, name, item) for item in value}
    return tuple(choice.value for choice in spec.choices if choice.value in chosen)


def _as_text(spec: Spec, name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _complaint(name, _NOT_TEXT, given=_short(value))
    maximum = 1000 if spec.maximum is None else int(spec.maximum)
    if len(value) > maximum:
        raise _complaint(name, _TOO_LONG, length=len(value), maximum=maximum)
    return value


def _as_rows(spec: Spec, name: str, value: Any) -> tuple[tuple[float, ...], ...]:
    width = len(spec.columns)
    if not isinstance(value, (list, tuple)):
        raise _complaint(name, _NOT_ROWS, columns=width)
    maximum = 10_000 if spec.maximum is None else int(spec.maximum)
    if len(value) > maximum:
        raise _complaint(name, _TOO_MANY_ROWS, length=len(value), maximum=maximum)
    try:
        table = np.array(value, np.float64) if value else np.empty((0, width))
    except (TypeError, ValueError, OverflowError):
        raise _complaint(name, _NOT_ROWS, columns=width) from None
    if table.shape != (len(value), width) or not np.isfinite(table).all():
        raise _complaint(name, _NOT_ROWS, columns=width)
    return tuple(tuple(row) for row in table.tolist())


_VALIDATORS: Mapping[Kind, Callable[[Spec, str, Any], Any]] = {
    "float": _as_float,
    "int": _as_int,
    "bool": _as_bool,
    "choice": _as_choice,
    "choices": _as_choices,
    "text": _as_text,
    "rows": _as_rows,
}


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _flag(text: str) -> bool | str:
    words = {"true": True, "yes": True, "on": True, "1": True}
    words |= {"false": False, "no": False, "off": False, "0": False}
    return words.get(text.strip().lower(), text)


def _parts(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


_PARSERS: Mapping[Kind, Callable[[str], Any]] = {
    "float": _number,
    "int": _number,
    "bool": _flag,
    "choice": str,
    "choices": lambda text: _parts(text, ","),
    "text": str,
    "rows": lambda text: [[_number(c) for c in _parts(row, ",")] for row in _parts(text, ";")],
}


def _declared(spec: Spec) -> Any:
    return dataclasses.field(default=spec.default, metadata={"spec": spec})


def real(
    default: float,
    label: Text,
    *,
    minimum: float,
    maximum: float,
    step: float | None = None,
    logarithmic: bool = False,
    live: bool = False,
    help: Text | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare a real number in `minimum` … `maximum`; `logarithmic` makes its slider so."""
    return _declared(
        Spec(
            "float",
            default,
            label,
            help,
            minimum,
            maximum,
            step,
            logarithmic,
            live=live,
            when=when,
            hidden=hidden,
        )
    )


def whole(
    default: int,
    label: Text,
    *,
    minimum: int,
    maximum: int,
    step: int = 1,
    live: bool = False,
    logarithmic: bool = False,
    help: Text | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare a whole number in `minimum` … `maximum`."""
    return _declared(
        Spec(
            "int",
            default,
            label,
            help,
            minimum,
            maximum,
            step,
            logarithmic,
            live=live,
            when=when,
            hidden=hidden,
        )
    )


def flag(
    default: bool,
    label: Text,
    *,
    live: bool = False,
    help: Text | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare a switch."""
    return _declared(Spec("bool", default, label, help, live=live, when=when, hidden=hidden))


def choice(
    default: str,
    label: Text,
    choices: tuple[Choice, ...],
    *,
    live: bool = False,
    help: Text | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare one of several named values."""
    return _declared(
        Spec("choice", default, label, help, choices=choices, live=live, when=when, hidden=hidden)
    )


def choices(
    default: tuple[str, ...],
    label: Text,
    choices: tuple[Choice, ...],
    *,
    live: bool = False,
    help: Text | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare any subset of several named values."""
    return _declared(
        Spec("choices", default, label, help, choices=choices, live=live, when=when, hidden=hidden)
    )


def words(
    default: str,
    label: Text,
    *,
    maximum: int = 1000,
    live: bool = False,
    help: Text | None = None,
    check: Callable[[str], Message | None] | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = False,
) -> Any:
    """Declare a text of at most `maximum` characters; `check` may refuse it with a Message."""
    return _declared(
        Spec(
            "text",
            default,
            label,
            help,
            maximum=maximum,
            live=live,
            check=check,
            when=when,
            hidden=hidden,
        )
    )


def rows(
    default: tuple[tuple[float, ...], ...],
    label: Text,
    columns: tuple[str, ...],
    *,
    maximum: int = 10_000,
    live: bool = False,
    help: Text | None = None,
    when: tuple[str, tuple[Any, ...]] | None = None,
    hidden: bool = True,
) -> Any:
    """Declare a small table of numbers (points, pen strokes), edited on the picture itself."""
    return _declared(
        Spec(
            "rows",
            default,
            label,
            help,
            maximum=maximum,
            columns=columns,
            live=live,
            when=when,
            hidden=hidden,
        )
    )


@dataclass(frozen=True)
class Params:
    """Base of every lab's parameters: validated when made, immutable afterwards.

    Raises ParamsError naming the field, what it accepts and what was given.
    """

    def __post_init__(self) -> None:
        for name, spec in self.specs().items():
            object.__setattr__(self, name, spec.validated(name, getattr(self, name)))
        self.check()

    def check(self) -> None:
        """Raise ParamsError if fields, each right, do not fit together."""

    @classmethod
    @cache
    def specs(cls) -> Mapping[str, Spec]:
        """Name -> Spec, in the order of declaration."""
        return {f.name: f.metadata["spec"] for f in dataclasses.fields(cls)}

    def replace(self, **changes: Any) -> Self:
        """Return a copy with `changes`, validated."""
        self._known(changes)
        return dataclasses.replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        """Return plain lists, numbers and texts; `from_json` gives an equal object back."""
        return {name: _plain(getattr(self, name)) for name in self.specs()}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """Make Params from `to_json`'s output; absent fields take their default."""
        if not isinstance(data, Mapping):
            raise ParamsError("params", message(_NOT_AN_OBJECT))
        cls._known(data)
        return cls(**data)

    def differing(self, other: Params) -> set[str]:
        """Return the names of the fields in which `other` differs."""
        return {name for name in self.specs() if getattr(self, name) != getattr(other, name)}

    def is_live_change(self, other: Params) -> bool:
        """True if a running generator can go from these Params to `other` without a restart."""
        return all(self.specs()[name].live for name in self.differing(other))

    def shows(self, name: str) -> bool:
        """True if the field matters under the other fields' present values."""
        when = self.specs()[name].when
        return when is None or (getattr(self, when[0]) in when[1] and self.shows(when[0]))

    @classmethod
    def _known(cls, data: Mapping[Any, Any]) -> None:
        for name in data:
            if name not in cls.specs():
                known = ", ".join(cls.specs())
                raise _complaint(str(name), _UNKNOWN, known=known)


def _plain(value: Any) -> Any:
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
