"""Several threads at a time: same results, no thread left behind, one thread for each product."""

from __future__ import annotations

import subprocess
import sys
import threading

import numpy as np
import pytest

from fishlab.engine import Adam, DeepConvNet, SimpleConvNet, blas, parallel
from fishlab.engine.blas import blas_threads as threads_of_blas
from fishlab.engine.blas import single_threaded_blas


@pytest.fixture(autouse=True)
def _no_thread_left():
    yield
    parallel.shutdown()
    assert not [t for t in threading.enumerate() if t.name.startswith("fishlab-engine")]


def _batch(N=36):
    rng = np.random.default_rng(3)
    return rng.random((N, 1, 28, 28), dtype=np.float32), rng.integers(0, 10, N)


def _trained(steps=3):
    network, optimizer = DeepConvNet(rng=np.random.default_rng(1)), Adam()
    x, t = _batch()
    losses = []
    for _ in range(steps):
        loss, grads = network.loss_and_gradient(x, t)
        optimizer.update(network.params, grads)
        losses.append(loss)
    return losses, network.params.flat.copy(), network.predict(np.repeat(x, 10, axis=0))


def _same(one, other):
    assert one[0] == other[0]
    np.testing.assert_array_equal(one[1], other[1])
    np.testing.assert_array_equal(one[2], other[2])


def test_training_does_not_depend_on_the_number_of_threads(monkeypatch):
    results = []
    for cores in (1, 2, 5):
        monkeypatch.setattr(parallel, "_cores", lambda cores=cores: cores)
        parallel.shutdown()
        results.append(_trained())
    _same(results[0], results[1])
    _same(results[0], results[2])


def test_two_trainings_at_a_time_do_not_disturb_each_other(monkeypatch):
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    expected = _trained()
    results = []
    threads = [threading.Thread(target=lambda: results.append(_trained())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 3
    for result in results:
        _same(result, expected)


def test_predictions_from_other_threads_do_not_disturb_a_training():
    expected = _trained()
    network, optimizer = DeepConvNet(rng=np.random.default_rng(1)), Adam()
    x, t = _batch()
    over, failures = threading.Event(), []

    def ask() -> None:
        while not over.is_set():
            try:
                network.predict(x[:5])
                network.trace(x[:1])
            except Exception as error:
                failures.append(error)
                return

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        for _ in range(3):
            optimizer.update(network.params, network.gradient(x, t))
    finally:
        over.set()
        thread.join()
    assert not failures
    np.testing.assert_array_equal(network.params.flat, expected[1])


def test_results_come_in_the_order_of_the_jobs():
    jobs = [lambda i=i: (i, np.full(1000, i).sum()) for i in range(50)]
    assert parallel.run(jobs) == [(i, 1000 * i) for i in range(50)]
    assert parallel.run([]) == []


@pytest.mark.parametrize("cores", [1, 2])
def test_the_first_error_comes_out_after_all_have_ended(cores, monkeypatch):
    monkeypatch.setattr(parallel, "_cores", lambda: cores)
    ended = []

    def fail(name):
        ended.append(name)
        raise ArithmeticError(name)

    with pytest.raises(ArithmeticError, match="first"):
        parallel.run(
            [
                lambda: ended.append("before"),
                lambda: fail("first"),
                lambda: fail("second"),
                lambda: ended.append("after"),
            ]
        )
    assert sorted(ended) == ["after", "before", "first", "second"]


def test_a_busy_helper_keeps_nobody_waiting(monkeypatch):
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    release, busy = threading.Event(), threading.Event()

    def occupy() -> None:
        busy.set()
        release.wait()

    # The caller does the first job; the helper is caught in the second, which is over only later.
    def first() -> None:
        busy.wait()

    caller = threading.Thread(target=lambda: parallel.run([first, occupy]))
    caller.start()
    busy.wait()
    try:
        results = parallel.run([lambda: 1, lambda: 2, lambda: 3])
    finally:
        release.set()
        caller.join()
    assert results == [1, 2, 3]


def test_what_the_caller_thinks_of_overflow_holds_for_helpers(monkeypatch):
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    together = threading.Barrier(2)

    def overflow():
        together.wait()
        return np.float32(1e30) * np.float32(1e30)

    with np.errstate(over="ignore"):
        assert parallel.run([overflow, overflow]) == [np.inf, np.inf]
    with np.errstate(over="raise"), pytest.raises(FloatingPointError):
        parallel.run([overflow, overflow])


def test_after_shutdown_work_goes_on():
    parallel.run([int, int, int])
    parallel.shutdown()
    parallel.shutdown()
    assert parallel.run([int, int, int]) == [0, 0, 0]


@pytest.mark.parametrize(
    ("N", "sizes"), [(1, [1]), (31, [31]), (32, [16, 16]), (33, [16, 17]), (100, [50, 50])]
)
def test_batches_are_split_when_it_pays(N, sizes):
    parts = SimpleConvNet().parts(N)
    assert [part.stop - part.start for part in parts] == sizes
    assert [i for part in parts for i in range(N)[part]] == list(range(N))


@pytest.mark.parametrize("N", [1, 2, 3, 35])
def test_a_batch_has_the_mean_gradient_of_its_samples(N):
    network = SimpleConvNet(dtype=np.float64, rng=np.random.default_rng(0))
    x, t = _batch(N)
    whole = network.gradient(x, t)
    single = [network.gradient(x[i : i + 1], t[i : i + 1]).flat for i in range(N)]
    np.testing.assert_allclose(whole.flat, np.mean(single, axis=0), atol=1e-12)


# --- the number of threads of the matrix products -------------------------------------------------


class _FakeBlas:
    def __init__(self):
        self.threads, self.history = 4, []

    def get(self):
        return self.threads

    def set(self, count):
        self.threads = count
        self.history.append(count)


@pytest.fixture
def fake(monkeypatch):
    library = _FakeBlas()
    monkeypatch.setattr(blas, "_open_blas", lambda: library)
    return library


def test_one_thread_inside_and_as_before_outside(fake):
    with single_threaded_blas():
        assert fake.threads == 1
        with single_threaded_blas():
            assert fake.threads == 1
        assert fake.threads == 1
    assert fake.threads == 4
    with pytest.raises(KeyError), single_threaded_blas():
        raise KeyError
    assert fake.threads == 4
    assert fake.history == [1, 4, 1, 4]


def test_the_last_thread_to_leave_restores(fake):
    entered, leave = threading.Event(), threading.Event()

    def stay() -> None:
        with single_threaded_blas():
            entered.set()
            leave.wait()

    thread = threading.Thread(target=stay)
    thread.start()
    entered.wait()
    with single_threaded_blas():
        pass
    inside = fake.threads
    leave.set()
    thread.join()
    assert inside == 1
    assert fake.threads == 4


def test_without_a_known_library_nothing_happens(monkeypatch):
    monkeypatch.setattr(blas, "_open_blas", lambda: None)
    with single_threaded_blas():
        assert np.ones((3, 3)) @ np.ones(3) == pytest.approx(3)
    assert threads_of_blas() is None


def test_numpys_own_library_is_found_and_obeys():
    before = threads_of_blas()
    if before is None:
        pytest.skip("NumPy here does not use OpenBLAS")
    with single_threaded_blas():
        assert threads_of_blas() == 1
    assert threads_of_blas() == before


def test_limit_at_start_comes_before_numpy_and_keeps_the_users_choice(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("MKL_NUM_THREADS", "3")
    code = (
        "import sys; from fishlab.blas_threads import limit_blas_threads_at_start as limit; "
        "limit(); assert 'numpy' not in sys.modules; import os; "
        "print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['MKL_NUM_THREADS'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "3"]
