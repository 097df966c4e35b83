"""The claims of the labs perceptron, activations, optimizers and digits hold when they are run."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from fishlab.experiment import Claim, Lab, equal, reproduce
from fishlab.labs.activations import Activations
from fishlab.labs.digits import Digits
from fishlab.labs.optimizers import Optimizers
from fishlab.labs.perceptron import PerceptronLab

LABS: tuple[Lab, ...] = (PerceptronLab(), Activations(), Optimizers(), Digits())
CASES = [(lab, claim) for lab in LABS for claim in lab.claims]
QUICK = [(lab, claim) for lab, claim in CASES if not claim.slow]


@pytest.mark.parametrize(("lab", "claim"), QUICK, ids=[claim.id for _, claim in QUICK])
def test_claim_holds(lab: Lab, claim: Claim) -> None:
    verdict = reproduce(lab, claim)
    assert verdict.holds, verdict.obtained
    # And another number in the place of any of them would not have held.
    for place, expected in enumerate(claim.expected):
        wrong = list(verdict.obtained)
        wrong[place] += {"=": 1.0, "≥": -np.inf, "≤": np.inf}[expected.relation]
        assert not dataclasses.replace(verdict, obtained=tuple(wrong)).holds


def test_a_wrong_expectation_does_not_hold() -> None:
    lab, claim = next(case for case in QUICK if case[1].id == "sgd_after_30")
    wrong = dataclasses.replace(claim, expected=(claim.expected[0], equal("y", 0.0848, 1e-6)))
    assert not reproduce(lab, wrong).holds


@pytest.mark.parametrize(("lab", "claim"), CASES, ids=[claim.id for _, claim in CASES])
def test_every_run_of_a_claim_has_params_of_its_own_lab(lab: Lab, claim: Claim) -> None:
    params = lab.preset(claim.preset).params
    for changes in claim.variants.values():
        params.replace(**changes)
    assert claim.chapter[0] in "2345678"
    assert claim.statement.context == lab.id


def test_no_two_claims_share_a_name() -> None:
    names = [claim.id for _, claim in CASES]
    assert len(set(names)) == len(names)
