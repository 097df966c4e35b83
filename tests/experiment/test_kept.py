"""Kept runs come back as they were, seeds make a band, and a damaged file costs only itself."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.experiment import Control, Frame, Run
from fishlab.experiment.kept import (
    kept,
    kept_folder,
    load_kept,
    remove_kept,
    save_kept,
)

from .labs import Walk, WalkParams

LAB = Walk()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FISHLAB_HOME", str(tmp_path))


def finished(seed: int = 0, **changes: object) -> Run:
    run = Run(LAB, WalkParams(**changes), seed)
    assert run.execute().kind == "done"
    return run


def values(run: Run, scalar: str) -> list[float]:
    return run.history.series(scalar)[1].tolist()


def test_a_kept_run_comes_back_with_everything():
    run = finished(7, scale=2.0)
    saved = save_kept(kept(run, "  two   strides\n at once "))
    (loaded,), problems = load_kept(LAB)
    assert not problems
    assert loaded.name == "two strides at once"
    assert loaded.params == WalkParams(scale=2.0).to_json()
    assert loaded.seeds == (7,)
    assert loaded.path == saved.path
    for scalar, steps in (("x", [0, 1, 2, 3, 4]), ("odd", [1, 3])):
        assert loaded.trials[0].series[scalar][0].tolist() == steps
        assert loaded.trials[0].series[scalar][1].tolist() == values(run, scalar)


def test_several_seeds_make_a_mean_and_a_spread():
    runs = [finished(seed) for seed in range(3)]
    run = kept(runs[0], "walks").with_trial(runs[1]).with_trial(runs[2])
    walks = np.array([values(run, "x") for run in runs])
    band = run.band("x")
    assert band.steps.tolist() == [0, 1, 2, 3, 4]
    assert np.allclose(band.mean, walks.mean(axis=0))
    assert np.allclose(band.high - band.mean, walks.std(axis=0))
    assert np.allclose(band.mean - band.low, walks.std(axis=0))
    assert run.with_trial(finished(1)).seeds == (0, 2, 1)


def test_a_band_has_only_the_steps_that_all_have():
    run = kept(finished(0, steps=3), "short").with_trial(finished(1, steps=5))
    assert run.band("x").steps.tolist() == [0, 1, 2]
    assert len(run.band("nothing").steps) == 0


def test_a_value_that_is_not_finite_is_left_out():
    run = finished()
    run.history.append(Frame(9, {"x": float("inf")}))
    save_kept(kept(run, "diverged"))
    (loaded,), _ = load_kept(LAB)
    assert loaded.trials[0].series["x"][0].tolist() == [0, 1, 2, 3, 4]


def test_a_damaged_file_is_named_and_the_others_come():
    save_kept(kept(finished(), "good"))
    good = next(kept_folder("walk").iterdir())
    (kept_folder("walk") / "0.npz").write_bytes(good.read_bytes()[:300])
    (kept_folder("walk") / "1.npz").write_bytes(b"")
    runs, problems = load_kept(LAB)
    assert [run.name for run in runs] == ["good"]
    assert ["0.npz" in problems[0], "1.npz" in problems[1]] == [True, True]


def test_a_removed_run_is_gone_and_removing_it_twice_is_fine():
    saved = save_kept(kept(finished(), "gone"))
    remove_kept(saved)
    remove_kept(saved)
    assert load_kept(LAB) == ([], [])


def test_a_run_with_its_changes_replayed_is_the_same_run():
    control = Control()

    def change(frame: Frame) -> None:
        if frame.step == 2:
            control.update(WalkParams(steps=9, scale=5.0))

    first = Run(LAB, WalkParams(steps=9), control=control)
    first.execute(change)
    assert first.history.changes == ((2, {"scale": 5.0}),)
    assert values(first, "scale") == [1.0] * 3 + [5.0] * 6
    again = Run(LAB, WalkParams(steps=9), replay=first.history.changes)
    again.execute()
    assert again.history.changes == first.history.changes
    assert list(again.history.table()) == list(first.history.table())
