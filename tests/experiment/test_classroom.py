"""Classroom files: what is written comes back, and what is wrong is said in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fishlab.experiment.classroom import (
    EXTRA_CONTROLS,
    FORMAT,
    LARGEST_FILE,
    Classroom,
    ClassroomError,
    control_names,
    read_classroom,
    write_classroom,
)
from fishlab.labs import LABS, find_lab

PERCEPTRON = find_lab("perceptron")


def written(folder: Path, **changes: Any) -> Path:
    content = {"format": FORMAT, "version": 1, "lab": "perceptron", **changes}
    path = folder / "class.fishlab"
    path.write_text(json.dumps(content))
    return path


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_what_is_written_comes_back(lab, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    preset = lab.presets[-1]
    given = Classroom(
        lab.id, preset.params.to_json(), None, 77, "先猜后试 — why?", control_names(lab)[1:3]
    )
    path = tmp_path / "class.fishlab"
    write_classroom(path, given)
    classroom = read_classroom(path)
    assert classroom.settings(lab) == (preset.params, 77)
    assert classroom.note == "先猜后试 — why?"
    assert classroom.controls == given.controls


def test_a_file_by_hand_may_name_a_preset_and_change_it(tmp_path: Path) -> None:
    preset = PERCEPTRON.presets[1]
    classroom = read_classroom(written(tmp_path, preset=preset.id, params={"b": -0.25}))
    params, seed = classroom.settings(PERCEPTRON)
    assert params == preset.params.replace(b=-0.25)
    assert seed == preset.seed
    assert classroom.controls is None


def test_a_file_that_names_a_lab_alone_takes_its_first_preset(tmp_path: Path) -> None:
    first = PERCEPTRON.presets[0]
    assert read_classroom(written(tmp_path)).settings(PERCEPTRON) == (first.params, first.seed)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"format": "recipe"}, "not a classroom file"),
        ({"version": 2}, "version 2 of classroom files"),
        ({"version": True}, "version True"),
        ({"version": "1"}, "version 1 of"),
        ({"lab": 3}, "“lab” must be a text"),
        ({"lab": None}, "“lab” must be a text"),
        ({"params": []}, "“params” must be an object"),
        ({"params": None}, "“params” must be an object"),
        ({"preset": 1}, "“preset” must be a text"),
        ({"seed": -1}, "“seed” must be a whole number"),
        ({"seed": 1.5}, "“seed” must be a whole number"),
        ({"seed": True}, "“seed” must be a whole number"),
        ({"seed": 2**31}, "“seed” must be a whole number"),
        ({"note": 5}, "“note” must be a text"),
        ({"note": "x" * 601}, "at most 600 characters"),
        ({"note": "\ud800"}, "not UTF-8 text"),
        ({"controls": "w1"}, "“controls” must be a list of names"),
        ({"controls": [["w1"]]}, "“controls” must be a list of names"),
        ({"lab": "ladder"}, "no lab named ladder"),
        ({"lab": "per\nceptron" * 1000}, "no lab named per ceptron"),
        ({"preset": "nand?"}, "no preset named nand?"),
        ({"controls": ["w1", "w9"]}, "no control named w9"),
        ({"params": {"w9": 1}}, "no parameter named w9"),
        ({"params": {"w1": 1e9}}, "outside the range"),
        ({"params": {"w1": "much"}}, "a number was expected"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    tmp_path: Path, changes: dict[str, Any], complaint: str
) -> None:
    path = written(tmp_path, **changes)
    with pytest.raises(ClassroomError) as caught:
        read_classroom(path).settings(PERCEPTRON)
    sentence = str(caught.value)
    assert complaint in sentence
    assert sentence.startswith(str(path))
    assert "\n" not in sentence
    assert len(sentence) < len(str(path)) + 300


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "not JSON"),
        (b"[]", 'no "format"'),
        (b"\xff\xfe{", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * (LARGEST_FILE + 1), "too large"),
        (b"9" * 5000, "not JSON"),
    ],
)
def test_a_hostile_file_is_refused(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "class.fishlab"
    path.write_bytes(content)
    with pytest.raises(ClassroomError, match=complaint):
        read_classroom(path)


@pytest.mark.parametrize("depth", [50, 500, 900, 960, 990, 5000])
def test_a_value_nested_to_any_depth_is_refused(tmp_path: Path, depth: int) -> None:
    path = written(tmp_path, params={"w1": "HERE"})
    deep = "[" * depth + "]" * depth
    path.write_text(path.read_text().replace('"HERE"', deep))
    with pytest.raises(ClassroomError):
        read_classroom(path).settings(PERCEPTRON)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.read_bytes()
    with pytest.raises(UnicodeError):
        write_classroom(path, Classroom("perceptron", {}, note="\ud800"))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_no_parameter_is_called_like_a_control_of_every_lab() -> None:
    for lab in LABS:
        assert not set(EXTRA_CONTROLS) & set(lab.params.specs()), lab.id
