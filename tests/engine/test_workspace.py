"""Memory that is used again: never while somebody still refers to it."""

from __future__ import annotations

import threading
import weakref

import numpy as np
import pytest

from fishlab.engine import workspace

SHAPE = (100, 200)


def _address(array: np.ndarray) -> int:
    return array.__array_interface__["data"][0]


@pytest.fixture(autouse=True)
def _fresh_memory(monkeypatch):
    monkeypatch.setattr(workspace, "_memory", workspace._Memory())


def test_memory_that_nobody_refers_to_is_lent_again():
    first = workspace.empty(SHAPE, np.float32)
    address = _address(first)
    del first
    assert _address(workspace.empty(SHAPE, np.float32)) == address


@pytest.mark.parametrize(
    "reference",
    [
        lambda a: a,
        lambda a: a[3:5, ::2],
        lambda a: a.reshape(-1)[::3].T[1:],
        lambda a: a.view(np.int32),
        memoryview,
        lambda a: np.asarray(memoryview(a)),
        lambda a: {"deep": [a[0]]},
    ],
)
def test_any_reference_keeps_the_memory(reference):
    array = workspace.empty(SHAPE, np.float32)
    array[...] = 1
    kept, address = reference(array), _address(array)
    del array
    others = [workspace.empty(SHAPE, np.float32) for _ in range(3)]
    assert address not in [_address(other) for other in others]
    assert len({_address(other) for other in others}) == 3
    del kept
    assert _address(workspace.empty(SHAPE, np.float32)) == address


def test_a_reference_in_another_thread_keeps_the_memory():
    array = workspace.empty(SHAPE, np.float32)
    address, taken, release = _address(array), threading.Event(), threading.Event()

    def hold(held: np.ndarray) -> None:
        taken.set()
        release.wait()
        held[0] = 1

    thread = threading.Thread(target=hold, args=(array,))
    thread.start()
    taken.wait()
    del array
    other_address = _address(workspace.empty(SHAPE, np.float32))
    release.set()
    thread.join()
    assert other_address != address
    # Even a thread that has ended may be remembered by the interpreter for a moment: only that no
    # two arrays share memory is promised.
    one, other = (workspace.empty(SHAPE, np.float32) for _ in range(2))
    assert not np.shares_memory(one, other)


def test_threads_have_memory_of_their_own():
    address = _address(workspace.empty(SHAPE, np.float32))
    mine = workspace.scratch("columns", SHAPE, np.float32)
    found = []

    def ask() -> None:
        found.append(workspace.empty(SHAPE, np.float32))
        found.append(workspace.scratch("columns", SHAPE, np.float32))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert _address(found[0]) != address
    assert not np.shares_memory(found[1], mine)


def test_only_so_much_is_kept(monkeypatch):
    monkeypatch.setattr(workspace, "KEPT", 2**20)
    arrays = [workspace.empty((n, 1000), np.float32) for n in range(10, 200, 10)]
    assert not any(
        np.shares_memory(one, other) for place, one in enumerate(arrays) for other in arrays[:place]
    )
    del arrays
    workspace.empty((211, 1000), np.float32)
    assert workspace._memory.kept <= 2**20
    sizes = [b.size for buffers in workspace._memory.lent.values() for b in buffers]
    assert sum(sizes) == workspace._memory.kept


def test_scratch_is_the_same_memory_for_the_same_name():
    columns = workspace.scratch("columns", (10, 10), np.float64)
    padded = workspace.scratch("padded", (10, 10), np.float64)
    assert not np.shares_memory(columns, padded)
    assert np.shares_memory(columns, workspace.scratch("columns", (5, 4), np.float32))
    assert workspace.scratch("columns", (300, 4), np.float32).shape == (300, 4)


def test_large_scratch_is_shared_too_but_only_as_long_as_it_is_used():
    shape = (workspace.LARGEST // 8 + 1,)
    one, other = (workspace.scratch("large", shape, np.float64) for _ in range(2))
    assert np.shares_memory(one, other)
    gone = weakref.ref(one.base)
    del one, other
    assert gone() is None


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 3, 0, 1), (0, 3, 1, 2), (3, 2, 1, 0)])
def test_empty_like_keeps_shape_and_order(order):
    x = np.zeros((20, 30, 40, 5), dtype=np.float32).transpose(order)
    for dtype in (None, np.bool_):
        array = workspace.empty_like(x, dtype)
        assert array.shape == x.shape
        assert array.dtype == (np.float32 if dtype is None else np.bool_)
        scale = array.itemsize / x.itemsize
        assert [s / scale for s in array.strides] == list(x.strides)
