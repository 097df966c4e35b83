"""Killed while saving, at a random moment: every file is the old one or the new one, and whole.

FISHLAB_THOROUGH=1 kills two hundred times each.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fishlab.datasets.personal import load_personal
from fishlab.engine.weights import load_weights
from fishlab.experiment.kept import load_kept
from fishlab.experiment.opening import read_run
from fishlab.labs import find_lab

ROOT = Path(__file__).resolve().parents[2]
TIMES = 200 if os.environ.get("FISHLAB_THOROUGH") else 2

# Each prints a line when it has begun to save again and again.
_WEIGHTS = """
from fishlab.engine.weights import save_weights
import numpy as np
number = 0
while True:
    save_weights("w.npz", {"W1": np.full((300, 300), float(number))}, {"number": number})
    number += 1
    print(number, flush=True)
"""
_DIGITS = """
from fishlab.datasets.personal import add_personal
import numpy as np
number = 0
while True:
    add_personal(np.eye(28, dtype=np.float32), number % 10)
    number += 1
    print(number, flush=True)
"""
_KEPT = """
from fishlab.experiment import Run
from fishlab.experiment.kept import kept, save_kept
from fishlab.labs import find_lab
lab = find_lab("optimizers")
number = 0
while True:
    run = Run(lab, lab.params(steps=30), number)
    run.execute()
    save_kept(kept(run, f"run {number}"))
    number += 1
    print(number, flush=True)
"""
_EXPORTS = """
from fishlab.experiment import Run
from fishlab.experiment.export import write_json, write_npz
from fishlab.labs import find_lab
lab = find_lab("optimizers")
run = Run(lab, lab.params(steps=30))
run.execute()
number = 0
while True:
    write_json("run.json", run)
    write_npz("run.npz", run)
    number += 1
    print(number, flush=True)
"""
_SETTINGS = """
from PySide6.QtCore import QCoreApplication
from fishlab.gui.settings import Settings
from fishlab.labs import find_lab
app = QCoreApplication([])
lab = find_lab("optimizers")
number = 0
while True:
    settings = Settings()
    settings.put("folder", "f" * 3000 + str(number))
    settings.put_lab(lab, lab.params(), number)
    settings.save()
    number += 1
    print(number, flush=True)
"""


def weights_are_whole(folder: Path, saved: int) -> None:
    found = load_weights(folder / "w.npz")
    assert int(found.meta["number"]) >= saved - 1
    assert np.ptp(found.arrays["W1"]) == 0


def digits_are_whole(folder: Path, saved: int) -> None:
    digits, problems = load_personal()
    assert not problems
    assert len(digits) >= saved


def kept_runs_are_whole(folder: Path, saved: int) -> None:
    runs, problems = load_kept(find_lab("optimizers"))
    assert not problems
    assert len(runs) >= saved


def exports_are_whole(folder: Path, saved: int) -> None:
    for name in ("run.json", "run.npz"):
        assert read_run(folder / name).lab == "optimizers"


def settings_are_whole(folder: Path, saved: int) -> None:
    from fishlab.gui.settings import Settings

    settings = Settings()
    text = settings.text("folder")
    assert text.startswith("f" * 3000)
    found = settings.lab(find_lab("optimizers"))
    assert found is not None
    assert found[1] >= saved - 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("source", "whole"),
    [
        pytest.param(_WEIGHTS, weights_are_whole, id="weights"),
        pytest.param(_DIGITS, digits_are_whole, id="digits"),
        pytest.param(_KEPT, kept_runs_are_whole, id="kept"),
        pytest.param(_EXPORTS, exports_are_whole, id="exports"),
        pytest.param(_SETTINGS, settings_are_whole, id="settings"),
    ],
)
def test_killed_while_saving(
    source: str, whole: Callable[[Path, int], None], tmp_path: Path
) -> None:
    chance = random.Random(2)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(TIMES):
        process = subprocess.Popen(
            [sys.executable, "-c", source], cwd=tmp_path, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        process.kill()
        rest, errors = process.communicate()
        assert first, errors
        saved = int((first + rest).split()[-1])
        whole(tmp_path, saved)


def test_what_a_killed_writer_leaves_is_no_digit(tmp_path: Path) -> None:
    """A temporary file of a writer that was killed is not taken for one of the reader's digits."""
    from fishlab.datasets.personal import add_personal, personal_folder

    add_personal(np.eye(28, dtype=np.float32), 4)
    Image.new("L", (28, 28)).save(personal_folder() / ".0123456789abcdef.tmp", "PNG")
    digits, problems = load_personal()
    assert (len(digits), problems) == (1, [])
