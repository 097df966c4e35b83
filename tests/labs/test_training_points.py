"""Mode "points": a boundary that bends, points held out, and points of one's own, near and far."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.experiment import Frame, ParamsError, Run
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_params import OWN_POINTS, POINTS, TrainingParams
from fishlab.labs.training_plane import GRID, make_plane

LAB = TrainingLab()
PARTED = TrainingParams(
    mode=POINTS, hidden="8", lr=0.3, batch=10, epochs=60, count=120, validation=0.25
)
OWN = PARTED.replace(pattern=OWN_POINTS, validation=0.0, epochs=20)
FOUR = ((0.0, 0.0, 0), (1.0, 0.0, 1), (0.0, 1.0, 1), (1.0, 1.0, 0))


def frames(params: TrainingParams, seed: int = 0) -> list[Frame]:
    done = Run(LAB, params, seed)
    outcome = done.execute()
    assert outcome.kind == "done", outcome.report or str(outcome.reason)
    return [frame for frame in done.history.frames() if frame.scalars or not frame.total]


def said(frame: Frame) -> str:
    return "; ".join(str(message) for message in frame.messages)


def at(frame: Frame, x1: float, x2: float) -> float:
    """How likely the network takes that place for class 1."""
    low1, high1, low2, high2 = frame.arrays["extent"]
    column = round((x1 - low1) / (high1 - low1) * (GRID - 1))
    row = round((x2 - low2) / (high2 - low2) * (GRID - 1))
    return float(frame.arrays["surface"][row, column])


def test_a_hidden_layer_learns_what_a_straight_line_cannot():
    bent, straight = (frames(PARTED.replace(hidden=hidden))[-1] for hidden in ("8", ""))
    assert bent.scalars["train_accuracy"] >= 0.95
    assert straight.scalars["train_accuracy"] <= 0.75
    assert "the boundary is a straight line" in said(straight)
    assert at(bent, 0.0, 0.0) > 0.9
    for x1, x2 in ((0.9, 0.0), (-0.9, 0.0), (0.0, 0.9), (0.0, -0.9)):
        assert at(bent, x1, x2) < 0.5
    # A disc is closed round, and the boundary lies where the two classes are equally likely.
    x1, x2 = bent.arrays["boundary"].reshape(-1, 2).T
    assert 0.3 < np.hypot(x1, x2).mean() < 0.8


def test_a_frame_is_an_epoch_and_holds_what_was_measured_after_it():
    course = frames(PARTED)
    assert [frame.step for frame in course] == list(range(61))
    last = course[-1]
    for row, name in enumerate(("train", "test")):
        assert last.arrays["accuracies"][row, -1, 1] == last.scalars[f"{name}_accuracy"]
        assert last.arrays["set_losses"][row, -1, 1] == last.scalars[f"{name}_loss"]
    right = last.arrays["outputs"] == last.arrays["targets"]
    held_out = last.arrays["held_out"]
    assert held_out.sum() == 30
    assert right[~held_out].mean() == pytest.approx(last.scalars["train_accuracy"])
    assert right[held_out].mean() == pytest.approx(last.scalars["test_accuracy"])
    assert not last.arrays["surface"].flags.writeable
    assert course[0].arrays["surface"].tolist() != last.arrays["surface"].tolist()


def test_another_network_learns_the_same_points():
    one, other = (frames(PARTED.replace(hidden=hidden, epochs=1))[0] for hidden in ("8", "3 3"))
    for name in ("points", "targets", "held_out"):
        np.testing.assert_array_equal(one.arrays[name], other.arrays[name])
    again = frames(PARTED.replace(epochs=1), seed=1)[0]
    assert not np.array_equal(one.arrays["points"], again.arrays["points"])


def test_one_s_own_points_are_learned_as_they_lie():
    own = OWN.replace(points=FOUR, epochs=200, activation="tanh", init="xavier")
    last = frames(own)[-1]
    assert last.arrays["points"].tolist() == [[x1, x2] for x1, x2, _ in FOUR]
    assert last.arrays["outputs"].tolist() == [0, 1, 1, 0]
    assert "test_accuracy" not in last.scalars
    assert last.arrays["accuracies"].shape[0] == 1


def test_far_points_are_scaled_for_the_network_and_shown_where_they_are():
    rows = tuple((170 + 20 * x1, 0.5 + 900 * x2, label) for x1, x2, label in FOUR)
    far = OWN.replace(points=rows, epochs=200, activation="tanh", init="xavier")
    last = frames(far)[-1]
    assert last.arrays["outputs"].tolist() == [0, 1, 1, 0]
    low1, high1, low2, high2 = last.arrays["extent"]
    assert low1 < 170 < 190 < high1
    assert low2 < 0.5 < 900.5 < high2
    plane = make_plane(far, np.random.default_rng(0))
    assert np.abs(plane.sets["train"][0]).max() == pytest.approx(1)


@pytest.mark.parametrize(
    "rows",
    [
        ((0.0, 0.0, 1),),
        ((5.0, 5.0, 1), (5.0, 5.0, 0)),
        ((-1e6, 1e6, 1), (1e6, -1e6, 0), (0, 0, 1)),
    ],
)
def test_few_and_odd_points_make_finite_frames(rows):
    for held_out in (0.0, 0.5):
        for frame in frames(OWN.replace(points=rows, validation=held_out)):
            assert all(np.isfinite(array).all() for array in frame.arrays.values())


def test_no_point_at_all_is_said_and_too_far_ones_are_refused():
    (frame,) = frames(OWN)
    assert "There are no points yet" in said(frame)
    assert len(frame.arrays["points"]) == 0
    with pytest.raises(ParamsError, match="2e\\+06 is farther out than the 1,000,000"):
        OWN.replace(points=((0, -2e6, 1),))


def test_divergence_ends_the_run_and_names_the_epoch_and_what_to_set():
    params = PARTED.replace(hidden="50 50 50", activation="leaky_relu", lr=20.0)
    course = frames(params)
    last = course[-1]
    assert 1 <= last.step < 60
    assert f"diverged at step {last.step}: Affine" in said(last)
    assert "Set “Learning rate” to 2." in said(last)
    for frame in course:
        assert all(np.isfinite(array).all() for array in frame.arrays.values())


def test_the_rate_moves_while_it_learns():
    def losses(lr: float) -> list[float]:
        generator = LAB.run(PARTED, np.random.default_rng(0))
        found = [next(generator), next(generator), generator.send(PARTED.replace(lr=lr))]
        return [frame.scalars["train_loss"] for frame in (*found, next(generator))]

    same, faster = losses(0.3), losses(1.0)
    assert faster[:2] == same[:2]
    assert faster[3] != same[3]


def test_a_small_network_is_not_told_to_hurry_and_a_stuck_one_is_told_why():
    spiral = PARTED.replace(pattern="spiral", hidden="3", activation="tanh", init="xavier")
    assert "only guesses" not in said(frames(spiral)[-1])
    assert "copies of each other" in said(frames(PARTED.replace(init="zero"))[-1])


def test_noise_is_learned_by_heart():
    last = frames(LAB.preset("points_by_heart").params)[-1]
    assert "knows its points by heart" in said(last)
    _, losses = last.arrays["set_losses"][:, :, 1]
    assert losses[-1] > 1.5 * losses.min()


def test_a_wide_network_rests_within_an_epoch():
    params = PARTED.replace(hidden="490 200", batch=250, count=500, epochs=2)
    done = Run(LAB, params, 0)
    done.execute()
    steps, _ = done.history.series("train_loss")
    assert len(done.history) > len(steps) == 3
