"""Work done by several threads at a time. NumPy lets go of Python's lock while it computes.

The caller works too, and a job that no helper has begun when the caller comes to it is done by the
caller: so nothing waits for a busy helper, and on one core this is sequential code. What a job does
never depends on who does it, so neither do the results.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

import numpy as np

from fishlab.engine.blas import single_threaded_blas

Result = TypeVar("Result")

_lock = threading.Lock()
_pool: ThreadPoolExecutor | None = None


def run(jobs: Sequence[Callable[[], Result]]) -> list[Result]:
    """The results of all jobs, in their order.

    When jobs raise, the exception of the first of them is raised, after all have ended.
    """
    with single_threaded_blas():
        if len(jobs) == 1:
            return [jobs[0]()]
        tasks = [_Task(job) for job in jobs]
        for task in tasks[1:]:
            _offer(task.work)
        for task in tasks:
            task.work()
        return [task.result() for task in tasks]


def shutdown() -> None:
    """End the helping threads; the next `run` makes new ones."""
    global _pool
    with _lock:
        pool, _pool = _pool, None
    if pool is not None:
        pool.shutdown()


class _Task(Generic[Result]):
    """A job that is done once, by whoever comes first."""

    def __init__(self, job: Callable[[], Result]) -> None:
        self._job = job
        # What the caller thinks about overflow and the like is a setting of the caller's thread.
        self._errors = np.geterr()
        self._begun = threading.Lock()
        self._ended = threading.Event()
        self._outcome: list[Result] = []
        self._error: BaseException | None = None

    def work(self) -> None:
        if not self._begun.acquire(blocking=False):
            return
        try:
            with np.errstate(**self._errors):
                self._outcome.append(self._job())
        except BaseException as error:
            self._error = error
        finally:
            self._ended.set()

    def result(self) -> Result:
        self._ended.wait()
        if self._error is not None:
            raise self._error
        return self._outcome[0]


def _offer(work: Callable[[], None]) -> None:
    """Let a helper do it, if there is one to be had."""
    global _pool
    helpers = _cores() - 1
    if helpers == 0:
        return
    with _lock:
        if _pool is None:
            _pool = ThreadPoolExecutor(helpers, thread_name_prefix="fishlab-engine")
        try:
            _pool.submit(work)
        except RuntimeError:
            # The interpreter is on its way out: the caller does all by itself.
            return


def _cores() -> int:
    """The cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
