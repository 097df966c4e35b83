"""Control: pause, resume, step and cancel, in any order, from another thread."""

import random
import threading
import time

import pytest

from fishlab.experiment import Cancelled, Control

from .labs import WalkParams

PATIENCE = 20.0


class Worker:
    """A thread that goes from checkpoint to checkpoint and counts them."""

    def __init__(self, control):
        self.control = control
        self.passed = 0
        self.changed = threading.Condition()
        self.cancelled = False
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self):
        try:
            while True:
                self.control.checkpoint()
                with self.changed:
                    self.passed += 1
                    self.changed.notify_all()
        except Cancelled:
            self.cancelled = True

    def wait_until(self, condition):
        with self.changed:
            assert self.changed.wait_for(condition, PATIENCE)

    def rest(self):
        """Return how many checkpoints were passed once the worker had every chance to go on."""
        time.sleep(0.05)
        return self.passed


@pytest.fixture
def held():
    control = Control(paused=True)
    worker = Worker(control)
    yield control, worker
    control.cancel()
    worker.thread.join(PATIENCE)
    assert not worker.thread.is_alive()


def test_a_paused_run_does_not_move(held):
    _, worker = held
    assert worker.rest() == 0


def test_resume_lets_it_go(held):
    control, worker = held
    control.resume()
    worker.wait_until(lambda: worker.passed > 100)


def test_pause_holds_it_again(held):
    control, worker = held
    control.resume()
    worker.wait_until(lambda: worker.passed > 10)
    control.pause()
    stopped_at = worker.rest()
    assert worker.rest() == stopped_at


@pytest.mark.parametrize("calls", [1, 3])
def test_each_step_lets_one_frame_through_and_holds(held, calls):
    control, worker = held
    for _ in range(calls):
        control.step()
    worker.wait_until(lambda: worker.passed == calls)
    assert worker.rest() == calls
    assert control.paused


def test_stepping_a_running_run_pauses_it(held):
    control, worker = held
    control.resume()
    worker.wait_until(lambda: worker.passed > 10)
    control.step()
    stopped_at = worker.rest()
    assert worker.rest() == stopped_at
    assert control.paused


@pytest.mark.parametrize("seed", range(20))
def test_the_last_verb_decides_in_whatever_order(held, seed):
    control, worker = held
    verbs = [random.Random(seed).choice(("pause", "resume")) for _ in range(9)]
    for verb in verbs:
        getattr(control, verb)()
    before = worker.passed
    if verbs[-1] == "resume":
        worker.wait_until(lambda: worker.passed > before + 100)
        assert not control.paused
    else:
        stopped_at = worker.rest()
        time.sleep(0.01)
        assert worker.passed == stopped_at
        assert control.paused


def test_pause_forgets_steps_that_were_not_taken():
    control = Control(paused=True)
    control.step()
    control.step()
    control.pause()
    worker = Worker(control)
    assert worker.rest() == 0
    control.cancel()
    worker.thread.join(PATIENCE)


def test_steps_left_over_do_not_run_away_after_resume(held):
    control, worker = held
    control.step()
    control.resume()
    worker.wait_until(lambda: worker.passed > 10)
    control.pause()
    stopped_at = worker.rest()
    assert worker.rest() == stopped_at


def test_steps_left_over_go_through_at_once_after_resume_and_then_the_pace_is_kept():
    control = Control(paused=True, rate=0.001)
    control.step(3)
    control.resume()
    worker = Worker(control)
    worker.wait_until(lambda: worker.passed == 3)
    assert worker.rest() == 3
    assert not control.paused
    control.cancel()
    worker.thread.join(PATIENCE)


@pytest.mark.parametrize("state", ["paused", "running", "braked"])
def test_cancel_wakes_and_ends_the_run_in_any_state(state):
    control = Control(paused=state == "paused", rate=0.001 if state == "braked" else None)
    worker = Worker(control)
    control.cancel()
    worker.thread.join(PATIENCE)
    assert worker.cancelled
    assert control.cancelled


def test_cancel_is_final():
    control = Control()
    control.cancel()
    control.resume()
    control.step()
    with pytest.raises(Cancelled):
        control.checkpoint()


def test_new_params_are_handed_over_once_and_the_newest_wins():
    control = Control()
    old, new = WalkParams(scale=2.0), WalkParams(scale=3.0)
    control.update(old)
    control.update(new)
    assert control.checkpoint() is new
    assert control.checkpoint() is None


def test_taking_the_brake_off_wakes_a_braked_run():
    control = Control(rate=0.001)
    worker = Worker(control)
    worker.wait_until(lambda: worker.passed == 1)
    assert worker.rest() == 1
    control.set_rate(None)
    worker.wait_until(lambda: worker.passed > 100)
    control.cancel()
    worker.thread.join(PATIENCE)


def test_a_step_does_not_wait_for_the_brake():
    control = Control(paused=True, rate=0.001)
    worker = Worker(control)
    control.step()
    control.step()
    worker.wait_until(lambda: worker.passed == 2)
    control.cancel()
    worker.thread.join(PATIENCE)


@pytest.mark.parametrize(
    ("late", "rest"), [(0.03, 0.07), (0.25, 0.1)], ids=["a little late", "a frame and more"]
)
def test_a_run_that_is_delayed_a_little_keeps_its_pace(
    monkeypatch: pytest.MonkeyPatch, late: float, rest: float
) -> None:
    now = [100.0]
    monkeypatch.setattr("fishlab.experiment.control.time.monotonic", lambda: now[0])
    control = Control(rate=10)
    control.checkpoint()
    now[0] += 0.1 + late
    control.checkpoint()
    assert control._until_due() == pytest.approx(rest)
