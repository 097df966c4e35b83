"""Random search for hyper-parameters."""

from __future__ import annotations

import math

import numpy as np
import pytest

from fishlab.engine.divergence import DivergedError
from fishlab.engine.search import Trial, log_uniform, random_search


def test_log_uniform_gives_each_power_of_ten_its_share():
    rng = np.random.default_rng(0)
    values = np.array([log_uniform(rng, 1e-6, 1e-2) for _ in range(4000)])
    assert values.min() >= 1e-6
    assert values.max() <= 1e-2
    share, _ = np.histogram(np.log10(values), bins=4, range=(-6, -2))
    np.testing.assert_allclose(share / 4000, 0.25, atol=0.03)
    assert log_uniform(rng, 0.3, 0.3) == 0.3


def test_trials_come_one_at_a_time_and_are_the_same_for_the_same_seed():
    asked = []

    def evaluate(settings):
        asked.append(settings)
        return -abs(math.log10(settings["lr"]) + 3)

    ranges = {"lr": (1e-6, 1e-1), "units": lambda rng: int(rng.integers(10, 20))}
    search = random_search(evaluate, ranges, 10, np.random.default_rng(1))
    first = next(search)
    assert first == Trial(1, asked[0], evaluate(asked[0]))
    assert 10 <= first.settings["units"] < 20
    rest = list(search)
    assert [trial.number for trial in rest] == list(range(2, 11))
    again = list(random_search(evaluate, ranges, 10, np.random.default_rng(1)))
    assert again == [first, *rest]


def test_a_diverging_trial_scores_lowest():
    def evaluate(settings):
        if settings["lr"] > 1:
            raise DivergedError("nan")
        return 0.0

    trials = list(random_search(evaluate, {"lr": (0.1, 10.0)}, 20, np.random.default_rng(0)))
    for trial in trials:
        assert trial.score == (-math.inf if trial.settings["lr"] > 1 else 0.0)
    assert len({trial.score for trial in trials}) == 2


@pytest.mark.parametrize("span", [(0.0, 1.0), (1.0, 0.1), (1.0, math.inf), (-1.0, 1.0)])
def test_impossible_ranges_are_refused_before_the_first_trial(span):
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="lr: a range needs"):
        random_search(lambda _: 0.0, {"lr": span}, 3, rng)
    with pytest.raises(ValueError, match="a range needs"):
        log_uniform(rng, *span)


def test_no_trials_are_refused():
    with pytest.raises(ValueError, match="at least one"):
        random_search(lambda _: 0.0, {}, 0, np.random.default_rng(0))
