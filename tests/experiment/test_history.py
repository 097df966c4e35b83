"""History: every scalar kept, frames in a ring that stays bounded."""

import numpy as np
import pytest

from fishlab.experiment import Frame, History, frozen


def filled(count, **limits):
    history = History(**limits)
    for step in range(count):
        scalars = {"loss": 1 / (step + 1)} | ({"accuracy": step / 10} if step % 3 == 0 else {})
        history.append(Frame(step * 10, scalars, {"x": np.full(8, step)}))
    return history


def test_every_scalar_is_kept_with_its_step():
    history = filled(200, frames=5)
    steps, values = history.series("loss")
    assert steps.tolist() == list(range(0, 2000, 10))
    assert values.tolist() == [1 / (n + 1) for n in range(200)]
    assert len(history) == 200


def test_a_scalar_that_comes_rarely_keeps_its_own_steps():
    steps, values = filled(10).series("accuracy")
    assert steps.tolist() == [0, 30, 60, 90]
    assert values.tolist() == [0.0, 0.3, 0.6, 0.9]


def test_an_unknown_scalar_is_an_empty_series():
    steps, values = filled(3).series("nothing")
    assert (steps.shape, values.shape) == ((0,), (0,))


def test_names_in_order_of_first_appearance():
    history = History()
    history.append(Frame(0, {"b": 1}))
    history.append(Frame(1, {"a": 1, "b": 2}))
    assert history.names == ("b", "a")


def test_the_ring_is_bounded_in_frames():
    history = filled(50, frames=7)
    assert (history.kept, history.first_kept) == (7, 43)
    assert [frame.step for frame in history.frames()] == list(range(430, 500, 10))
    assert history.frame(42) is None
    assert history.frame(43).step == 430
    assert history.frame(49) is history.last
    assert history.frame(50) is None
    assert history.frame(-1) is None


def test_the_ring_is_bounded_in_bytes_but_keeps_the_newest():
    history = filled(50, frame_bytes=3 * 64)
    assert history.kept == 3
    history.append(Frame(500, arrays={"x": np.zeros(1000)}))
    assert history.kept == 1
    assert history.last.step == 500


def test_a_view_taken_earlier_is_not_disturbed_by_later_appends():
    history = filled(64)
    before = history.series("loss")[1].copy()
    early = history.series("loss")[1]
    for step in range(1000):
        history.append(Frame(step, {"loss": -1.0}))
    assert np.array_equal(early, before)


def test_series_are_read_only():
    _, values = filled(3).series("loss")
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 5


def test_the_table_has_a_row_for_every_frame():
    rows = list(filled(4).table())
    assert rows == [
        (0, {"loss": 1.0, "accuracy": 0.0}),
        (10, {"loss": 1 / 2}),
        (20, {"loss": 1 / 3}),
        (30, {"loss": 1 / 4, "accuracy": 0.3}),
    ]


def test_an_empty_history():
    history = History()
    assert (len(history), history.last) == (0, None)
    assert (history.frames(), list(history.table())) == ((), [])


def test_changes_are_kept_in_order():
    history = History()
    history.change(3, {"lr": 0.1})
    history.change(9, {"lr": 0.2})
    assert history.changes == ((3, {"lr": 0.1}), (9, {"lr": 0.2}))


def test_an_array_that_all_frames_share_counts_once():
    history = History(frame_bytes=2000)
    shared = frozen(np.zeros(100))
    for step in range(10):
        history.append(Frame(step, arrays={"map": shared, "own": np.zeros(10)}))
    assert history.kept == 10
    for step in range(10, 40):
        history.append(Frame(step, arrays={"map": shared, "own": np.zeros(10)}))
    assert history.kept == (2000 - shared.nbytes) // 80
