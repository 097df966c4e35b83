"""Run: the same Params and seed give the same frames; every run ends in exactly one Outcome."""

import threading

import numpy as np
import pytest

from fishlab.experiment import Control, Frame, Lab, Run

from .labs import Walk, WalkParams


def frames_of(params, seed):
    run = Run(Walk(), params, seed)
    frames = []
    run.execute(frames.append)
    return frames


def test_the_same_params_and_seed_give_the_same_frames_bit_for_bit():
    first, second = (frames_of(WalkParams(steps=50), 7) for _ in range(2))
    assert len(first) == 50
    for one, other in zip(first, second, strict=True):
        assert one.scalars == other.scalars
        assert one.arrays["position"].tobytes() == other.arrays["position"].tobytes()


def test_another_seed_gives_other_frames():
    assert frames_of(WalkParams(), 1)[0].scalars != frames_of(WalkParams(), 2)[0].scalars


def test_global_random_state_is_neither_read_nor_written():
    np.random.seed(1)
    expected = frames_of(WalkParams(), 3)[-1].scalars
    state = np.random.get_state()[1].copy()
    np.random.seed(2)
    assert frames_of(WalkParams(), 3)[-1].scalars == expected
    np.random.seed(1)
    assert np.array_equal(np.random.get_state()[1], state)


def test_done():
    run = Run(Walk(), WalkParams(steps=4))
    outcome = run.execute()
    assert (outcome.kind, outcome.reason, outcome.report) == ("done", None, "")
    assert run.outcome is outcome
    assert len(run.history) == 4
    assert run.lab.closed == 1


def test_frames_are_in_the_history_before_they_are_delivered():
    run = Run(Walk(), WalkParams())
    seen = []
    run.execute(lambda frame: seen.append(run.history.last is frame))
    assert seen == [True] * 5


def test_frames_are_separate_moments():
    frames = frames_of(WalkParams(steps=3), 0)
    positions = [frame.arrays["position"].tolist() for frame in frames]
    assert positions[0] != positions[1] != positions[2]


def test_failed_with_the_lab_s_own_reason():
    run = Run(Walk(), WalkParams(fail_at=2))
    outcome = run.execute()
    assert outcome.kind == "failed"
    assert str(outcome.reason) == "trouble at step 2"
    assert outcome.report == "", "nothing for a bug report: the lab said what is wrong"
    assert len(run.history) == 2, "what came before is kept"
    assert run.lab.closed == 1


def test_a_bug_ends_the_run_and_is_reported_whole():
    outcome = Run(Walk(), WalkParams(crash_at=0)).execute()
    assert outcome.kind == "failed"
    assert str(outcome.reason) == "An unexpected error ended the run: ZeroDivisionError: a bug"
    assert 'raise ZeroDivisionError("a bug")' in outcome.report


def test_a_bug_in_the_receiver_ends_the_run_too():
    def deliver(frame):
        raise KeyError("view")

    run = Run(Walk(), WalkParams())
    assert run.execute(deliver).kind == "failed"
    assert run.lab.closed == 1


def test_cancelled_under_way_closes_the_generator():
    run = Run(Walk(), WalkParams(steps=100_000))

    def deliver(frame):
        if frame.step == 10:
            run.control.cancel()

    assert run.execute(deliver).kind == "cancelled"
    assert len(run.history) == 11
    assert run.lab.closed == 1


def test_cancelled_before_the_first_frame():
    run = Run(Walk(), WalkParams())
    run.control.cancel()
    assert run.execute().kind == "cancelled"
    assert len(run.history) == 0


def test_cancel_answers_while_paused():
    run = Run(Walk(), WalkParams(), control=Control(paused=True))
    worker = threading.Thread(target=run.execute, daemon=True)
    worker.start()
    run.control.cancel()
    worker.join(20)
    assert run.outcome.kind == "cancelled"


def test_stepping_shows_one_frame_at_a_time():
    run = Run(Walk(), WalkParams(), control=Control(paused=True))
    arrived = threading.Semaphore(0)
    steps = []

    def deliver(frame):
        steps.append(frame.step)
        arrived.release()

    worker = threading.Thread(target=run.execute, args=(deliver,), daemon=True)
    worker.start()
    for expected in range(3):
        run.control.step()
        assert arrived.acquire(timeout=20)
        assert steps == list(range(expected + 1))
    run.control.resume()
    worker.join(20)
    assert steps == [0, 1, 2, 3, 4]
    assert run.outcome.kind == "done"


def test_a_live_change_takes_effect_and_is_recorded():
    run = Run(Walk(), WalkParams(steps=6))

    def deliver(frame):
        if frame.step == 2:
            run.control.update(run.params.replace(scale=4.0))

    run.execute(deliver)
    assert run.history.series("scale")[1].tolist() == [1, 1, 1, 4, 4, 4]
    assert run.history.changes == ((2, {"scale": 4.0}),)
    assert run.params.scale == 1.0, "params are those the run began with"


def test_a_change_before_the_first_frame_counts_from_the_start():
    run = Run(Walk(), WalkParams(steps=2))
    run.control.update(run.params.replace(scale=4.0))
    run.execute()
    assert run.history.series("scale")[1].tolist() == [4, 4]


def test_a_run_runs_once():
    run = Run(Walk(), WalkParams())
    run.execute()
    with pytest.raises(RuntimeError, match="has already ended"):
        run.execute()


def test_later_runs_have_higher_numbers():
    first, second = Run(Walk(), WalkParams()), Run(Walk(), WalkParams())
    assert first.number < second.number


def test_ctrl_c_leaves_the_run_and_closes_the_generator():
    def deliver(frame):
        raise KeyboardInterrupt

    run = Run(Walk(), WalkParams())
    with pytest.raises(KeyboardInterrupt):
        run.execute(deliver)
    assert run.lab.closed == 1


def test_a_lab_knows_its_presets():
    lab = Walk()
    assert lab.preset("book").params == WalkParams()
    with pytest.raises(KeyError, match="walk has no preset 'cook'; known are book"):
        lab.preset("cook")


def test_a_static_lab_gives_one_frame():
    class Still(Walk):
        def run(self, params, rng):
            yield Frame(0, {"answer": 42.0})

    assert isinstance(Still(), Lab)
    run = Run(Still(), WalkParams())
    assert run.execute().kind == "done"
    assert run.history.last.scalars == {"answer": 42.0}
