"""What a reader typed comes into a script as it is, and stays a text."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishlab.labs.script_text import literal, rows


@given(st.text(max_size=400))
def test_a_literal_means_the_text_and_has_no_long_line(text: str) -> None:
    written = literal(text)
    assert ast.literal_eval(written) == text
    assert all(len(line) <= 100 for line in written.splitlines())


@pytest.mark.parametrize("text", ['"', "'", "\"'", "\\", '"); print("1")', "a\nb", "{x}", ""])
def test_quotes_and_escapes_do_not_end_a_literal(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


def test_a_plain_text_has_the_usual_quotes() -> None:
    assert literal("x0**2 + x1**2") == '"x0**2 + x1**2"'


@given(st.lists(st.lists(st.floats(-1e300, 1e300), min_size=9, max_size=9), max_size=4))
def test_rows_are_the_same_numbers(table: list[list[float]]) -> None:
    written = rows(table)
    assert ast.literal_eval(f"[\n{written}\n]") == table
    assert all(len(line) <= 100 for line in written.splitlines())
