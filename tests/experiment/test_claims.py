"""A claim runs what it names, measures all of it, and holds exactly when every number fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Cancelled,
    Claim,
    Control,
    Frame,
    Frames,
    Lab,
    LabError,
    Params,
    Preset,
    at_least,
    at_most,
    equal,
    message,
    real,
    reproduce,
    whole,
)

LABEL = QT_TRANSLATE_NOOP("toy", "Label")
TROUBLE = QT_TRANSLATE_NOOP("toy", "cannot")


@dataclass(frozen=True)
class WalkParams(Params):
    stride: float = real(1.0, LABEL, minimum=-5.0, maximum=5.0)
    steps: int = whole(4, LABEL, minimum=1, maximum=10)


class Walk(Lab):
    """Goes `steps` strides, and a random bit at the end."""

    id = "walk"
    title = summary = LABEL
    chapter = "0"
    params = WalkParams
    presets: ClassVar = (Preset("book", LABEL, LABEL, WalkParams(), seed=3),)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        assert isinstance(params, WalkParams)
        if params.stride < 0:
            raise LabError(message(TROUBLE))
        for step in range(params.steps + 1):
            yield Frame(step, {"place": step * params.stride}, {"at": [step]}, total=params.steps)
        yield Frame(step + 1, {"luck": rng.uniform()})


def claim(measure, *expected, **more):
    return Claim("walks", "0.1", LABEL, "book", measure, expected, **more)


def test_a_claim_runs_its_preset_with_the_presets_seed():
    verdict = reproduce(
        Walk(),
        claim(
            lambda t: (t.only.final("place"), t.only.final("luck"), t.only.seed),
            equal("place", 4.0),
            equal("luck", np.random.default_rng(3).uniform()),
            equal("seed", 3),
        ),
    )
    assert verdict.holds
    assert verdict.obtained[0] == 4.0
    assert verdict.seeds == (3,)


def test_variants_run_once_with_each_seed():
    judged = claim(
        lambda t: (*t.finals("place", "long"), *t.finals("place", "short"), len(list(t))),
        *(equal(name, value) for name, value in (("a", 8), ("b", 8), ("c", 1), ("d", 1), ("n", 4))),
        variants={"long": {"stride": 2.0}, "short": {"steps": 1}},
        seeds=(0, 1),
    )
    verdict = reproduce(Walk(), judged)
    assert verdict.holds
    assert verdict.seeds == (0, 1)


@pytest.mark.parametrize(
    ("expected", "holds"),
    [
        (equal("x", 4.0), True),
        (equal("x", 4.1), False),
        (equal("x", 4.1, 0.1001), True),
        (at_least("x", 4.0), True),
        (at_least("x", 4.1), False),
        (at_least("x", 4.1, 0.2), True),
        (at_most("x", 4.0), True),
        (at_most("x", 3.9), False),
        (at_most("x", 3.9, 0.2), True),
    ],
)
def test_a_number_fits_or_does_not(expected, holds):
    verdict = reproduce(Walk(), claim(lambda t: (t.only.final("place"),), expected))
    assert verdict.holds is holds


def test_one_number_that_does_not_fit_is_enough():
    assert not reproduce(
        Walk(), claim(lambda t: (4.0, 5.0), equal("x", 4.0), equal("y", 4.0))
    ).holds


def test_nan_is_never_as_expected_and_infinity_can_be():
    nan, infinity = float("nan"), float("inf")
    for expected in (equal("x", nan), at_least("x", -infinity), at_most("x", infinity)):
        assert not expected.holds(nan)
    assert equal("x", infinity).holds(infinity)


def test_a_scalar_that_never_came_is_an_error_and_not_a_number():
    with pytest.raises(KeyError, match="height"):
        reproduce(Walk(), claim(lambda t: (t.only.final("height"),), equal("x", 0)))


def test_a_run_that_fails_gives_no_verdict():
    with pytest.raises(LabError, match="cannot"):
        reproduce(Walk(), claim(lambda t: (0.0,), equal("x", 0), variants={"": {"stride": -1.0}}))


def test_a_cancelled_claim_gives_no_verdict():
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        reproduce(Walk(), claim(lambda t: (0.0,), equal("x", 0)), control=control)


def test_progress_rises_to_one_over_all_runs():
    parts: list[float] = []
    reproduce(
        Walk(),
        claim(lambda t: (0.0,), equal("x", 0), seeds=(0, 1, 2)),
        progress=parts.append,
    )
    assert parts[-1] == 1.0
    assert parts == sorted(parts)
    assert any(0.34 < part < 0.66 for part in parts)


def test_an_expectation_can_be_read():
    assert str(equal("y", 220.0, 1e-9)) == "y = 220 ± 1e-09"
    assert str(at_least("accuracy", 0.989)) == "accuracy ≥ 0.989"
    assert str(equal("x", -0.350393, 1e-6)) == "x = −0.350393 ± 1e-06"
