"""One's own digits: kept, relabelled, removed; a damaged file costs one digit only."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from fishlab.datasets import DataError
from fishlab.datasets.personal import (
    add_personal,
    load_personal,
    personal_folder,
    relabel_personal,
    remove_personal,
)


def digit(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).random((28, 28))


def test_at_first_there_are_none():
    assert load_personal() == ([], [])


def test_digits_come_back_in_order_with_their_labels():
    for label in (7, 2, 1):
        add_personal(digit(label), label)
    digits, problems = load_personal()
    assert [d.label for d in digits] == [7, 2, 1]
    assert problems == []
    np.testing.assert_allclose(digits[1].image / 255, digit(2), atol=0.5 / 255 + 1e-9)


def test_relabel_and_remove():
    first, second = add_personal(digit(1), 1), add_personal(digit(2), 2)
    relabel_personal(first, 9)
    remove_personal(second)
    remove_personal(second)
    assert [d.label for d in load_personal()[0]] == [9]
    with pytest.raises(DataError, match="no longer there"):
        relabel_personal(second, 3)


def test_a_damaged_file_is_left_out_and_named():
    add_personal(digit(1), 1)
    (personal_folder() / "3-1-1.png").write_bytes(b"\x89PNG broken")
    digits, problems = load_personal()
    assert [d.label for d in digits] == [1]
    assert len(problems) == 1
    assert "3-1-1.png" in problems[0]


def test_what_is_no_digit_is_refused():
    with pytest.raises(DataError, match="0 to 9"):
        add_personal(digit(1), 10)
    with pytest.raises(DataError, match=r"\(28, 28\)"):
        add_personal(np.zeros((5, 5)), 1)
    assert load_personal() == ([], [])


def test_two_at_once_lose_nothing():
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: add_personal(digit(n), 5), range(40)))
    digits, problems = load_personal()
    assert len({d.image.tobytes() for d in digits}) == 40
    assert problems == []


def test_a_digit_that_another_window_removes_meanwhile_is_no_problem(monkeypatch):
    kept, gone = add_personal(digit(1), 1), add_personal(digit(2), 2)
    listed = list(personal_folder().glob("*.png"))
    remove_personal(gone)
    monkeypatch.setattr(type(kept.path), "glob", lambda folder, pattern: iter(listed))
    digits, problems = load_personal()
    assert [d.path for d in digits] == [kept.path]
    assert problems == []


def test_two_windows_with_the_same_list_do_not_lose_a_digit():
    add_personal(digit(1), 1)
    (here,), (there,) = load_personal()[0], load_personal()[0]
    relabel_personal(here, 7)
    with pytest.raises(DataError, match="no longer there"):
        relabel_personal(there, 4)
    remove_personal(there)  # the file of that name has gone; the digit that it became stays
    assert [d.label for d in load_personal()[0]] == [7]
