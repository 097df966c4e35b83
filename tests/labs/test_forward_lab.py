"""Products cell by cell, the book's network unit by unit, and a batch that is read alike."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.experiment import Frame, ParamsError, Run, reproduce
from fishlab.labs.forward import Forward
from fishlab.labs.forward_params import ForwardParams, matrix_of, text_of

LAB = Forward()


def frames(preset: str, **changes: object) -> tuple[Frame, ...]:
    run = Run(LAB, LAB.preset(preset).params.replace(**changes))
    assert run.execute().kind == "done"
    return run.history.frames()


def said(frame: Frame) -> str:
    return " ".join(map(str, frame.messages))


@pytest.mark.parametrize("claim", LAB.claims, ids=lambda claim: claim.id)
def test_claim_holds(claim):
    assert reproduce(LAB, claim).holds


def test_a_product_is_uncovered_cell_by_cell():
    shown = frames("rectangular")
    assert [int(frame.arrays["known"].sum()) for frame in shown] == [0, 1, 2, 3, 4]
    assert shown[1].arrays["product"].tolist() == [[22, 0], [0, 0]]
    assert shown[1].arrays["terms"].tolist() == [1, 6, 15]
    assert "1·1 + 2·3 + 3·5 = 22" in said(shown[1])


def test_shapes_that_do_not_fit_are_explained_and_no_error():
    (only,) = frames("misfit")
    assert only.arrays["product"].size == 0
    assert "a row of A has 3 numbers, a column of B has 2" in said(only)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "write numbers"),
        ("1 x", "x is no number"),
        ("1 1e9", "1e9 is no number"),
        ("nan", "nan is no number"),
        ("1 2; 3", "as many numbers as the first"),
        ("1 2 3 4 5 6 7", "at most 6 rows"),
    ],
)
def test_a_matrix_that_cannot_be_is_refused_in_words(typed, words):
    with pytest.raises(ParamsError, match=words):
        ForwardParams(a=typed)


def test_a_matrix_goes_to_text_and_back():
    matrix = np.array([[1.5, -2], [0, 1000]])
    assert matrix_of(text_of(matrix)).tolist() == matrix.tolist()
    assert matrix_of("1,2; 3 ,4").tolist() == [[1, 2], [3, 4]]


def test_the_network_is_computed_unit_by_unit_with_the_books_numbers():
    shown = frames("book")
    assert len(shown) == 8
    first = shown[1]
    assert first.scalars["a.1.1"] == pytest.approx(0.3)
    assert first.scalars["z.1.1"] == pytest.approx(0.57444252)
    assert shown[3].scalars["z.1.3"] == pytest.approx(0.75026011)
    assert shown[5].scalars["z.2.2"] == pytest.approx(0.7710107)
    assert [int(frame.arrays["known"].sum()) for frame in shown] == list(range(2, 10))
    assert "y.1" not in shown[6].scalars


def test_softmax_waits_for_all_sums():
    shown = frames("softmax")
    assert "z.3.1" not in shown[6].scalars
    assert shown[7].scalars["z.3.1"] + shown[7].scalars["z.3.2"] == pytest.approx(1)


def test_a_changed_weight_counts_and_nonsense_does_not():
    changed = frames("book", edges=((2, 0, 1, 1.3), (9, 0, 0, 5.0), (0, 7, 0, 5.0)))[-1]
    plain = frames("book")[-1]
    assert changed.scalars["y.1"] == plain.scalars["y.1"]
    assert changed.scalars["y.2"] == pytest.approx(
        plain.scalars["y.2"] + plain.scalars["z.2.1"], rel=1e-9
    )


def test_a_batch_of_one_is_a_batch():
    (only,) = frames("batch", digits=1)
    assert only.arrays["shapes"].tolist()[0] == [1, 784]
    assert only.arrays["shapes"].tolist()[-1] == [1, 10]
    assert only.arrays["images"].shape == (1, 28, 28)
    assert only.arrays["scores"].sum() == pytest.approx(1)
