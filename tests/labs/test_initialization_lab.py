"""First weights: what the histograms hold, who learns, and that like units stay alike."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest

from fishlab.experiment import Frame, Params, Run, reproduce
from fishlab.labs.initialization import Initialization
from fishlab.labs.initialization_grid import SCALES, grid_frames
from fishlab.labs.initialization_params import InitializationParams

LAB = Initialization()
LONG = ("he_learns_std_001_does_not", "batchnorm_learns_on_the_grid")
QUICK = [claim for claim in LAB.claims if claim.id not in LONG]


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
    frame = last("relu_he", kind="std", std=3.0, depth=8, width=200, inputs=50)
    assert "the signal explodes" in said(frame)
    assert all(np.isfinite(value) for value in frame.scalars.values())
    assert frame.arrays["beyond"][-1] > 0.4


def test_zero_weights_leave_nothing():
    frame = last("relu_he", kind="zero")
    assert frame.scalars["std.5"] == 0
    assert frame.scalars["dead.5"] == 1
    assert "dies out" in said(frame)


def test_a_unit_is_dead_if_it_answers_nothing_to_all_data():
    frame = last("relu_he", width=40, inputs=50)
    rng = np.random.default_rng(0)
    x = rng.standard_normal((50, 40))
    for layer in range(1, 6):
        x = np.maximum(x @ (np.sqrt(2 / 40) * rng.standard_normal((40, 40))), 0)
        assert frame.scalars[f"dead.{layer}"] == np.mean(x.max(axis=0) == 0)
    assert 0 < frame.scalars["dead.5"] < frame.scalars["saturated.5"]
    assert "dead.5" not in last("xavier").scalars


def test_the_frame_knows_how_wide_the_weights_were():
    assert last("relu_he", width=50).scalars["weight_std"] == pytest.approx(0.2)
    assert last("book", std=0.3).scalars["weight_std"] == 0.3


def test_the_race_can_be_joined_by_nobody_and_a_wild_one_is_out():
    assert "Nobody learns" in said(last("race", starters=()))
    frame = last("race", starters=("std_1", "he"), steps=20, lr=1.0)
    assert frame.arrays["out"].tolist()[1:] in ([False], [True])
    assert all(np.isfinite(value) for value in frame.scalars.values())


def test_he_is_soon_ahead_of_one_who_stays_with_a_guess():
    frame = last("race", starters=("std_001", "he"), steps=100)
    assert frame.scalars["smooth.std_001"] == pytest.approx(np.log(10), abs=0.01)
    assert frame.scalars["smooth.he"] < 2
    assert "std .01: loss 2.30, no better than a guess" in said(frame)


def test_networks_of_the_race_see_the_same_batches_whoever_else_runs():
    alone, together = (
        last("race", starters=names, steps=5).scalars["loss.he"]
        for names in (("he",), ("std_001", "xavier", "he"))
    )
    assert alone == together


def test_the_grid_grows_by_two_scales_at_a_time():
    params = LAB.preset("grid").params.replace(epochs=1)
    frames = list(itertools.islice(grid_frames(params, np.random.default_rng(0)), 9))
    lengths = [frame.arrays["lengths"].sum() for frame in frames]
    assert lengths == [4, 8, 12, 16, 20, 24, 28, 32, 32]
    assert frames[0].arrays["scales"].tolist() == SCALES.tolist()
    assert [frame.step for frame in frames] == list(range(9))
    assert all(np.isfinite(v) for frame in frames for v in frame.scalars.values())


def test_networks_of_the_grid_that_diverge_are_named_and_measured_no_more():
    frame = last("grid", epochs=1)
    assert frame.arrays["out"].tolist() == [[True, True] + [False] * 14, [False] * 16]
    assert frame.arrays["lengths"].tolist() == [[1, 1] + [2] * 14, [2] * 16]
    assert np.isnan(frame.arrays["accuracies"][0, 0, 1])
    assert said(frame).endswith("Diverged without it: std 1, 0.541")
    assert all(np.isfinite(value) for value in frame.scalars.values())


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


def test_a_claim_that_expects_too_much_does_not_hold():
    claim = next(claim for claim in LAB.claims if claim.id == "std_001_crowds_sigmoid")
    wrong = dataclasses.replace(claim.expected[0], value=0.001)
    assert not reproduce(LAB, dataclasses.replace(claim, expected=(wrong,))).holds


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
