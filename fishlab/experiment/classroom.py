"""The classroom file: a lab made ready by a teacher, with only the controls that the class needs.

A small JSON file whose name ends in .fishlab; a teacher may write one by hand:

    {"format": "fishlab-classroom", "version": 1,
     "lab": "perceptron", "preset": "xor", "params": {"steps": 50}, "seed": 3,
     "note": "Predict first: will it settle?", "controls": ["w1", "w2", "b"]}

Only the first three lines' lab is asked for. `params` change the preset (default: the lab's first);
`controls` are names of parameters, "preset" and "seed"; without `controls` all are shown.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fishlab.engine.atomic import replacing
from fishlab.text import QT_TRANSLATE_NOOP, Message, Text, ToldError, message

from .lab import Lab, Preset
from .params import Params, ParamsError

ENDING = ".fishlab"
FORMAT = "fishlab-classroom"
VERSION = 1
LONGEST_NOTE = 600
LARGEST_FILE = 2**20
LARGEST_SEED = 2**31 - 1

PRESET, SEED = "preset", "seed"
EXTRA_CONTROLS = (PRESET, SEED)
"""Controls of every lab beside its parameters."""

_NOT_A_FILE = QT_TRANSLATE_NOOP("classroom", "{path}: not a classroom file ({reason})")
_OTHER_VERSION = QT_TRANSLATE_NOOP(
    "classroom", "{path}: written for version {given} of classroom files; this FishLab reads {own}"
)
_WRONG_TYPE = QT_TRANSLATE_NOOP("classroom", "{path}: “{name}” must be {kind}")
_NO_LAB = QT_TRANSLATE_NOOP("classroom", "{path}: there is no lab named {lab}")
_NO_PRESET = QT_TRANSLATE_NOOP("classroom", "{path}: {lab} has no preset named {preset}")
_NO_CONTROL = QT_TRANSLATE_NOOP("classroom", "{path}: {lab} has no control named {control}")
_NO_PARAMETER = QT_TRANSLATE_NOOP("classroom", "{path}: {lab} has no parameter named {name}")
_BAD_VALUE = QT_TRANSLATE_NOOP("classroom", "{path}: {complaint}")

_TEXT = QT_TRANSLATE_NOOP("classroom", "a text")
_NOTE = QT_TRANSLATE_NOOP("classroom", "a text of at most 600 characters")
_VALUES = QT_TRANSLATE_NOOP("classroom", "an object of names and values")
_WHOLE = QT_TRANSLATE_NOOP("classroom", "a whole number from 0 to 2147483647")
_NAMES = QT_TRANSLATE_NOOP("classroom", "a list of names")

_TOO_DEEP = "nested too deeply"


class ClassroomError(ToldError, ValueError):
    """A classroom file that cannot be used."""


@dataclass(frozen=True)
class Classroom:
    """What a classroom file says. `controls` None means that all are shown."""

    lab: str
    params: dict[str, Any]
    preset: str | None = None
    seed: int | None = None
    note: str = ""
    controls: tuple[str, ...] | None = None
    path: str = ""

    def settings(self, lab: Lab) -> tuple[Params, int]:
        """Return parameters and seed for `lab`, every name and value checked.

        Raises ClassroomError.
        """
        if lab.id != self.lab:
            raise self._error(_NO_LAB, lab=_short(self.lab))
        known = control_names(lab)
        for name in self.controls or ():
            if name not in known:
                raise self._error(_NO_CONTROL, lab=lab.id, control=_short(name))
        for name in self.params:
            if name not in lab.params.specs():
                raise self._error(_NO_PARAMETER, lab=lab.id, name=_short(name))
        preset = self._preset(lab)
        try:
            params = preset.params.replace(**self.params)
        except ParamsError as error:
            raise self._error(_BAD_VALUE, complaint=error.message) from error
        except RecursionError:
            raise _not_a_file(self.path, _TOO_DEEP) from None
        return params, preset.seed if self.seed is None else self.seed

    def _preset(self, lab: Lab) -> Preset:
        try:
            return lab.presets[0] if self.preset is None else lab.preset(self.preset)
        except KeyError:
            name = _short(self.preset or "")
            raise self._error(_NO_PRESET, lab=lab.id, preset=name) from None

    def no_such_lab(self) -> ClassroomError:
        """Return the complaint that nobody has a lab of that name."""
        return self._error(_NO_LAB, lab=_short(self.lab))

    def _error(self, text: Text, **values: Any) -> ClassroomError:
        return ClassroomError(message(text, path=self.path, **values))


def control_names(lab: Lab) -> tuple[str, ...]:
    """Return the names that `controls` may hold: the rows of the form, and preset and seed."""
    rows = (name for name, spec in lab.params.specs().items() if not spec.hidden)
    return (*EXTRA_CONTROLS, *rows)


def write_classroom(path: Path | str, classroom: Classroom) -> None:
    """Write the file, whole or not at all. Raises OSError."""
    content: dict[str, Any] = {"format": FORMAT, "version": VERSION, "lab": classroom.lab}
    if classroom.preset is not None:
        content["preset"] = classroom.preset
    content["params"] = classroom.params
    if classroom.seed is not None:
        content["seed"] = classroom.seed
    if classroom.note:
        content["note"] = classroom.note
    if classroom.controls is not None:
        content["controls"] = list(classroom.controls)
    with replacing(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def read_classroom(path: Path | str) -> Classroom:
    """Return what the file says; whether it fits its lab is for `Classroom.settings` to see.

    Raises ClassroomError or OSError.
    """
    content = _content(Path(path))
    name = str(path)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _not_a_file(name, f'no "format": "{FORMAT}"')
    version = content.get("version")
    if isinstance(version, bool) or version != VERSION:
        shown = _short(str(version))
        raise ClassroomError(message(_OTHER_VERSION, path=name, given=shown, own=VERSION))
    controls = content.get("controls")
    if controls is not None:
        if not isinstance(controls, list) or not all(isinstance(c, str) for c in controls):
            raise _wrong(name, "controls", _NAMES)
        controls = tuple(dict.fromkeys(controls))
    return Classroom(
        lab=_typed(name, content, "lab", str, _TEXT),
        params=_typed(name, content, "params", dict, _VALUES, {}),
        preset=_typed(name, content, "preset", str, _TEXT, None),
        seed=_seed(name, content),
        note=_note(name, content),
        controls=controls,
        path=name,
    )


def _content(path: Path) -> Any:
    if path.stat().st_size > LARGEST_FILE:
        raise _not_a_file(str(path), "too large")
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        # Half a surrogate pair is JSON, but no text that could be shown or written again.
        json.dumps(content, ensure_ascii=False).encode()
    except RecursionError:
        raise _not_a_file(str(path), _TOO_DEEP) from None
    except UnicodeError:
        raise _not_a_file(str(path), "not UTF-8 text") from None
    except ValueError as error:
        raise _not_a_file(str(path), f"not JSON: {error}") from None
    return content


def _typed(path: str, content: Any, name: str, kind: type, words: Text, *default: Any) -> Any:
    value = content.get(name, *default)
    # A name that is given must be right; one that is left out has its default, if there is one.
    if not isinstance(value, kind) and not (default and name not in content):
        raise _wrong(path, name, words)
    return value


def _seed(path: str, content: Any) -> int | None:
    seed: Any = content.get("seed")
    if seed is None:
        return None
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= LARGEST_SEED:
        raise _wrong(path, "seed", _WHOLE)
    return int(seed)


def _note(path: str, content: Any) -> str:
    note: str = _typed(path, content, "note", str, _NOTE, "")
    if len(note) > LONGEST_NOTE:
        raise _wrong(path, "note", _NOTE)
    return note


def _wrong(path: str, name: str, kind: Text) -> ClassroomError:
    return ClassroomError(message(_WRONG_TYPE, path=path, name=name, kind=Message(kind)))


def _not_a_file(path: str, reason: str) -> ClassroomError:
    return ClassroomError(message(_NOT_A_FILE, path=path, reason=reason))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
