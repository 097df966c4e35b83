"""First weights: what the histograms hold, who learns, and that like units stay alike."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from fishlab.experiment import Frame, Params, Run, reproduce
from fishlab.labs.initialization import Initialization
from fishlab.labs.initialization_grid import SCALES, grid_frames
from fishlab.labs.initialization_params import InitializationParams

LAB = Initialization()
QUICK = [claim for claim in LAB.claims if claim.id != "batchnorm-learns-on-the-grid"]


def last(preset: str, **changes: object) -> Frame:
    run = Run(LAB, LAB.preset(preset).params.replace(**changes))
    assert run.execute().kind == "done"
    assert run.history.last is not None
    return run.history.last


def said(frame: Frame) -> str:
    return " ".join(map(str, frame.messages))


def test_histograms_account_for_every_value():
    for preset in ("book", "relu_he", "xavier_tanh", "batchnorm"):
        frame = last(preset)
        arrays = frame.arrays
        assert arrays["counts"].shape == (5, 50)
        assert np.allclose(arrays["counts"].sum(axis=1) + arrays["beyond"], 1)
        assert np.allclose(arrays["gradient_counts"].sum(axis=1) + arrays["gradient_beyond"], 1)


def test_depth_and_width_are_the_readers():
    frame = last("xavier", depth=3, width=40, inputs=200)
    assert len(frame.arrays["counts"]) == 3
    assert "std.3" in frame.scalars
    assert "std.4" not in frame.scalars


def test_the_spread_is_that_of_a_network_computed_by_hand():
    params = LAB.preset("relu_he").params.replace(depth=2, width=30, inputs=60)
    rng = np.random.default_rng(0)
    x = rng.standard_normal((60, 30))
    for layer in (1, 2):
        x = np.maximum(x @ (np.sqrt(2 / 30) * rng.standard_normal((30, 30))), 0)
        assert last("relu_he", depth=2, width=30, inputs=60).scalars[f"std.{layer}"] == (
            pytest.approx(x.std(), rel=1e-12)
        )
    assert params.kind == "he"


@pytest.mark.parametrize(
    ("preset", "words"),
    [
        ("book", "sit where sigmoid is flat"),
        ("std001", "crowd round one value"),
        ("relu_std001", "the signal dies out"),
        ("relu_he", "The spread is kept"),
        ("batchnorm", "The spread is kept"),
    ],
)
def test_the_verdict_says_what_is_seen(preset, words):
    assert words in said(last(preset))


def test_large_weights_explode_with_relu_and_the_numbers_stay_finite():
    frame = last("relu_he", kind="std", std=3.0, depth=8, width=300, inputs=50)
    assert "the signal explodes" in said(frame)
    assert all(np.isfinite(value) for value in frame.scalars.values())
    assert frame.arrays["beyond"][-1] > 0.4


def test_zero_weights_leave_nothing():
    frame = last("relu_he", kind="zero")
    assert frame.scalars["std.5"] == 0
    assert "dies out" in said(frame)


def test_the_race_can_be_joined_by_nobody_and_a_wild_one_is_out():
    assert "Nobody learns" in said(last("race", starters=()))
    frame = last("race", starters=("std_1", "he"), steps=20, lr=1.0)
    assert frame.arrays["out"].tolist()[1:] in ([False], [True])
    assert all(np.isfinite(value) for value in frame.scalars.values())


def test_networks_of_the_race_see_the_same_batches_whoever_else_runs():
    alone, together = (
        last("race", starters=names, steps=5).scalars["loss.he"]
        for names in (("he",), ("std_001", "xavier", "he"))
    )
    assert alone == together


def test_the_grid_grows_by_four_scales_at_a_time():
    params = LAB.preset("grid").params.replace(epochs=1)
    frames = list(itertools.islice(grid_frames(params, np.random.default_rng(0)), 5))
    lengths = [frame.arrays["lengths"].sum() for frame in frames]
    assert lengths == [8, 16, 24, 32, 32]
    assert frames[0].arrays["scales"].tolist() == SCALES.tolist()
    assert [frame.step for frame in frames] == [0, 1, 2, 3, 4]
    assert all(np.isfinite(v) for frame in frames for v in frame.scalars.values())


def test_a_rate_changed_on_the_way_counts():
    before, after = (
        Run(LAB, LAB.preset("symmetry").params.replace(steps=6, beginning="random"), replay=replay)
        for replay in ((), [(2, {"lr": 0.5})])
    )
    before.execute()
    after.execute()
    one, other = (run.history.series("loss")[1] for run in (before, after))
    assert one[:4].tolist() == other[:4].tolist()
    assert one[5] != other[5]


@pytest.mark.parametrize("claim", QUICK, ids=lambda claim: claim.id)
def test_claim_holds(claim):
    assert reproduce(LAB, claim).holds


def test_same_seed_same_frames():
    first, second = (last("race", steps=3).scalars for _ in range(2))
    assert first == second


def test_fields_show_where_they_count():
    params: Params = InitializationParams(mode="race")
    assert params.shows("lr")
    assert not params.shows("std")
    assert not params.shows("kind")
    assert InitializationParams(kind="std").shows("std")
    assert not InitializationParams(kind="he").shows("std")
