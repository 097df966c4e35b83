"""A kept run is named in the reader's words: what is another than in the book, and the seed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fishlab.gui import language
from fishlab.gui.run_names import proposed_name
from fishlab.labs import find_lab


@pytest.fixture
def chinese() -> Iterator[None]:
    language.use("zh_CN")
    yield
    language.use("en")


def name(taken: tuple[str, ...] = (), **settings: object) -> str:
    lab = find_lab("optimizers")
    return proposed_name(lab, lab.presets[0].params.replace(**settings), 0, taken)


@pytest.mark.usefixtures("qapp")
def test_a_name_tells_what_differs_and_no_two_are_alike() -> None:
    assert name() == "seed 0"
    assert name(("seed 0",)) == "seed 0 (2)"
    assert name(competitors=("sgd", "adam")) == "In the race SGD, Adam · seed 0"


@pytest.mark.usefixtures("qapp", "chinese")
def test_a_name_is_chinese_in_the_chinese_window() -> None:
    told = name(competitors=("sgd", "adam"))
    assert "SGD, Adam" in told
    assert "seed" not in told
    assert "In the race" not in told
