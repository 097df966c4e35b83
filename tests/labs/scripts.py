"""What every lab's script promises: in a process of its own it prints the run's last numbers."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
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


def output(text: str) -> str:
    """Run a script in a process of its own and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", text], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


def printed(text: str) -> dict[str, float]:
    """Run a script and return its numbers: a name and a number a line, but for comments."""
    pairs = (line.split() for line in output(text).splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def last_numbers(lab: Lab, params: Params, seed: int) -> dict[str, float]:
    """Return the last value of every scalar of a run."""
    run = Run(lab, params, seed)
    assert run.execute().kind == "done"
    return {name: float(run.history.series(name)[1][-1]) for name in run.history.names}


def check(lab: Lab, params: Params, seed: int = 3) -> None:
    """Assert that script and run end with the same numbers, bit for bit."""
    expected, given = last_numbers(lab, params, seed), printed(script_of(lab, params, seed))
    assert expected.keys() == given.keys()
    for name, value in expected.items():
        # The times of a race are those of the computer, and of the moment.
        if name.startswith(("seconds.", "milliseconds.")):
            assert given[name] > 0
        else:
            assert given[name] == value, name
