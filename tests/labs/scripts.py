"""What every lab's script promises: in a process of its own it prints the run's last numbers."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from fishlab.experiment import Lab, Params, Run

ROOT = Path(__file__).resolve().parents[2]


def script_of(lab: Lab, params: Params, seed: int = 0) -> str:
    """Return the script; it is Python, fits a page, and stands on the engine alone."""
    text = lab.script(params, seed)
    ast.parse(text)
    assert max(map(len, text.splitlines())) <= 100
    assert "fishlab.labs" not in text
    return text


# Each script by itself, as `python FILE` runs it, but for the second that NumPy takes to come in.
_DRIVER = """
import contextlib, io, json, sys
import numpy as np

outputs = {}
for name, text in json.load(sys.stdin).items():
    heard = io.StringIO()
    # A script may end early.
    with contextlib.redirect_stdout(heard), np.errstate(), contextlib.suppress(SystemExit):
        exec(compile(text, name, "exec"), {"__name__": "__main__"})
    outputs[name] = heard.getvalue()
json.dump(outputs, sys.stdout)
"""


def outputs(texts: Mapping[str, str]) -> dict[str, str]:
    """Run scripts in a fresh process and return what each prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _DRIVER], env=environment, input=json.dumps(texts),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found: dict[str, str] = json.loads(done.stdout)
    return found


def numbers(printed: str) -> dict[str, float]:
    """Return what a script has printed: a name and a number a line, but for comments."""
    pairs = (line.split() for line in printed.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def lint(lab: Lab, runs: Mapping[str, Params], folder: Path) -> None:
    """Assert that the scripts obey the rules of this project's own code, but for its names."""
    for number, params in enumerate(runs.values()):
        (folder / f"script_{number}.py").write_text(script_of(lab, params), encoding="utf-8")
    # The book's names are not all in lower case: dX, W.
    told = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--quiet", "--no-cache", "--config",
         "pyproject.toml", "--ignore", "N", "--output-format", "concise", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr


def last_numbers(lab: Lab, params: Params, seed: int) -> dict[str, float]:
    """Return the last value of every scalar of a run."""
    run = Run(lab, params, seed)
    assert run.execute().kind == "done"
    return {name: float(run.history.series(name)[1][-1]) for name in run.history.names}


def check(lab: Lab, runs: Mapping[str, Params], seed: int = 3) -> None:
    """Assert that script and run end with the same numbers, bit for bit, for all these runs."""
    printed = outputs({name: script_of(lab, params, seed) for name, params in runs.items()})
    for case, params in runs.items():
        expected, given = last_numbers(lab, params, seed), numbers(printed[case])
        assert expected.keys() == given.keys(), case
        for name, value in expected.items():
            # The times of a race are those of the computer, and of the moment.
            if name.startswith(("seconds.", "milliseconds.")):
                assert given[name] > 0, (case, name)
            else:
                assert given[name] == value, (case, name)
