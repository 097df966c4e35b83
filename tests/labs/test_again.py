"""Every preset of every lab: run, saved as JSON, read, run again, it gives the very same frames.

But for seconds that a lab has measured, and the sentence that tells them. Of long runs only the
first frames are made, both times; FISHLAB_THOROUGH=1 makes them all.
"""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from fishlab.experiment import Frame, Lab, Params, Preset, Run
from fishlab.experiment.export import write_json
from fishlab.experiment.opening import read_run
from fishlab.labs import LABS, find_lab

FRAMES = None if os.environ.get("FISHLAB_THOROUGH") else 6
MEASURED = ("seconds.", "milliseconds.")
CASES = [
    pytest.param(lab, preset, id=f"{lab.id}-{preset.id}") for lab in LABS for preset in lab.presets
]


def frames(lab: Lab, params: Params, seed: int) -> list[Frame]:
    return list(islice(lab.run(params, np.random.default_rng(seed)), FRAMES))


def told(frame: Frame) -> tuple[object, dict[str, float]]:
    """Return what is said of the step, and the numbers that are not of the clock."""
    scalars = {name: x for name, x in frame.scalars.items() if not name.startswith(MEASURED)}
    exact = len(scalars) == len(frame.scalars)
    messages = [(each.text, dict(each.values) if exact else None) for each in frame.messages]
    return (frame.step, frame.total, messages), scalars


@pytest.mark.parametrize(("lab", "preset"), CASES)
def test_a_saved_run_gives_the_same_frames_again(lab: Lab, preset: Preset, tmp_path: Path) -> None:
    write_json(tmp_path / "run.json", Run(lab, preset.params, preset.seed))
    saved = read_run(tmp_path / "run.json")
    lab_again = find_lab(saved.lab)
    params = type(lab_again.params()).from_json(saved.params)
    assert params == preset.params
    first = frames(lab, preset.params, preset.seed)
    again = frames(lab_again, params, saved.seed)
    assert len(first) == len(again) > 0
    for one, other in zip(first, again, strict=True):
        (said, scalars), (said_again, scalars_again) = told(one), told(other)
        assert said_again == said
        np.testing.assert_equal(scalars_again, scalars)
        np.testing.assert_equal(dict(other.arrays), dict(one.arrays))
