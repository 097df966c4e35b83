"""`fishlab reproduce`: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

import fishlab.labs
from fishlab.cli import main
from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Claim,
    Frame,
    Frames,
    Lab,
    LabError,
    Params,
    Preset,
    at_least,
    equal,
    message,
)

SAID = QT_TRANSLATE_NOOP("toy", "Two and two are four")
TROUBLE = QT_TRANSLATE_NOOP("toy", "there is no paper")


class Sums(Lab):
    id = "sums"
    title = summary = SAID
    chapter = "0"
    params = Params
    presets = (Preset("book", SAID, SAID, Params()),)
    claims = (
        Claim("four", "0.1", SAID, "book", lambda t: (t.only.final("sum"),), (equal("sum", 4.0),)),
        Claim(
            "both", "0.2", SAID, "book",
            lambda t: (t.only.final("sum"), float("nan")),
            (at_least("sum", 4.0), equal("other", 0.0, 0.5)),
        ),
        Claim("long", "0.3", SAID, "book", lambda t: (1.0,), (equal("x", 1.0),), slow=True),
    )  # fmt: skip

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        yield Frame(0, {"sum": 4.0})


class Broken(Sums):
    id = "broken"
    claims = (Claim("never", "0.4", SAID, "book", lambda t: (0.0,), (equal("x", 0.0),)),)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        raise LabError(message(TROUBLE))
        yield


@pytest.fixture(autouse=True)
def labs(monkeypatch, tmp_path):
    monkeypatch.setattr(fishlab.labs, "LABS", (Sums(), Broken()))
    monkeypatch.chdir(tmp_path)


def test_json_tells_of_each_claim_what_outside_checks_want(capsys):
    assert main(["reproduce", "--json", "four", "both"]) == 1
    four, both = json.loads(capsys.readouterr().out)
    assert four.pop("seconds") >= 0
    assert four == {
        "id": "four",
        "chapter": "0.1",
        "statement": "Two and two are four",
        "expected": 4.0,
        "relation": "=",
        "obtained": 4.0,
        "tolerance": 0.0,
        "holds": True,
        "seeds": [0],
    }
    assert both["holds"] is False
    assert both["expected"] == {"sum": 4.0, "other": 0.0}
    assert both["obtained"] == {"sum": 4.0, "other": "nan"}
    assert both["tolerance"] == {"sum": 0.0, "other": 0.5}


def test_the_exit_status_is_0_if_all_hold(capsys):
    assert main(["reproduce", "four"]) == 0
    printed = capsys.readouterr().out
    assert "holds  four  (0.1" in printed
    assert "expected sum = 4, obtained 4" in printed
    assert "1 of 1 claims hold" in printed


def test_one_that_does_not_hold_is_named_with_status_1(capsys):
    assert main(["reproduce", "sums"]) == 1
    captured = capsys.readouterr()
    assert "FAILS  both" in captured.out
    assert "obtained nan  <- not as expected" in captured.out
    assert captured.err == "fishlab: reproduce: these do not hold: both\n"


def test_a_run_that_fails_counts_as_a_claim_that_does_not_hold(capsys):
    assert main(["reproduce", "never", "--json"]) == 1
    (never,) = json.loads(capsys.readouterr().out)
    assert never["error"] == "there is no paper"
    assert never["holds"] is False
    assert never["obtained"] is None


def test_slow_claims_run_only_when_asked_for(capsys):
    for arguments, ids in (
        (["sums"], ["four", "both"]),
        (["sums", "--slow"], ["four", "both", "long"]),
        (["long"], ["long"]),
    ):
        main(["reproduce", "--json", *arguments])
        assert [claim["id"] for claim in json.loads(capsys.readouterr().out)] == ids


def test_list_runs_nothing(capsys):
    assert main(["reproduce", "--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "four", "both", "long", "never"
    ]  # fmt: skip
    assert main(["reproduce", "--list", "--json", "never"]) == 0
    (never,) = json.loads(capsys.readouterr().out)
    assert (never["lab"], never["preset"], never["slow"]) == ("broken", "book", False)


def test_a_name_that_nobody_knows_is_a_mistake(capsys):
    assert main(["reproduce", "foor"]) == 2
    assert "there is no claim 'foor'; perhaps four" in capsys.readouterr().err


def test_the_table_is_written_in_each_format(tmp_path, capsys):
    main(["reproduce", "sums", "--out", "t.csv"])
    main(["reproduce", "sums", "--out", "t.md"])
    main(["reproduce", "sums", "--out", "t.json"])
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["claim"], row["expected"], row["obtained"], row["holds"]) for row in rows] == [
        ("four", "sum = 4", "4", "yes"),
        ("both", "sum ≥ 4", "4", "no"),
        ("both", "other = 0 ± 0.5", "nan", "no"),
    ]
    lines = (tmp_path / "t.md").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("| claim | chapter |")
    assert len(lines) == 5
    assert [c["id"] for c in json.loads((tmp_path / "t.json").read_text())] == ["four", "both"]


def test_an_unknown_ending_is_refused_before_anything_runs(capsys):
    assert main(["reproduce", "sums", "--out", "t.xyz"]) == 2
    captured = capsys.readouterr()
    assert "known are .json, .csv, .md" in captured.err
    assert captured.out == ""
