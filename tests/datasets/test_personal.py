"""One's own digits: kept, relabelled, removed; a damaged file costs one digit only."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image

from fishlab.datasets import DataError
from fishlab.datasets.personal import (
    add_personal,
    count_personal,
    load_personal,
    personal_folder,
    relabel_personal,
    remove_personal,
)

OPEN = Image.open


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


def test_a_digit_that_was_read_is_not_read_again(monkeypatch):
    for label in range(3):
        add_personal(digit(label), label)
    before, _ = load_personal()
    opened = []
    monkeypatch.setattr(
        "fishlab.datasets.personal.Image.open", lambda path: opened.append(path) or OPEN(path)
    )
    added = add_personal(digit(3), 3)
    after, _ = load_personal()
    assert opened == [added.path]
    assert all(old is new for old, new in zip(before, after, strict=False))
    relabelled = relabel_personal(after[0], 8)
    assert [d.label for d in load_personal()[0]] == [8, 1, 2, 3]
    remove_personal(relabelled)
    assert [d.label for d in load_personal()[0]] == [1, 2, 3]


def test_a_file_that_is_another_one_now_is_read_again():
    kept = add_personal(digit(1), 1)
    load_personal()
    other = add_personal(digit(2), 2)
    other.path.replace(kept.path)
    digits, _ = load_personal()
    np.testing.assert_allclose(digits[0].image / 255, digit(2), atol=0.5 / 255 + 1e-9)


def test_digits_are_counted_without_being_read(monkeypatch):
    assert count_personal() == 0
    for label in range(3):
        add_personal(digit(label), label)
    monkeypatch.setattr("fishlab.datasets.personal.Image.open", None)
    assert count_personal() == 3
