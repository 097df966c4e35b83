"""The gradients lab says what chapter 4 says, and never hands a picture what is no number."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from fishlab.engine.functions import softmax
from fishlab.engine.losses import cross_entropy_error
from fishlab.experiment import Control, Frame, Params, ParamsError, Run, equal, reproduce
from fishlab.labs.gradients import Gradients
from fishlab.labs.gradients_params import ANSWERS, GradientsParams

LAB = Gradients()


def frames(params: Params, seed: int = 0) -> list[Frame]:
    run = Run(LAB, params, seed)
    outcome = run.execute()
    assert outcome.kind == "done", outcome.report or str(outcome.reason)
    return list(run.history.frames())


def last(preset: str, **changes: Any) -> Frame:
    return frames(LAB.preset(preset).params.replace(**changes))[-1]


def refusal(params: Params) -> str:
    outcome = Run(LAB, params).execute()
    assert outcome.kind == "failed"
    assert not outcome.report
    return str(outcome.reason)


def said(frame: Frame) -> str:
    return "; ".join(str(message) for message in frame.messages)


# Losses


def test_each_class_adds_its_part_to_the_loss() -> None:
    frame = last("losses")
    assert frame.arrays["squares"].sum() == pytest.approx(0.0975)
    assert frame.arrays["logs"].sum() == pytest.approx(0.510825457099338)
    assert np.flatnonzero(frame.arrays["logs"][0]).tolist() == [2]
    assert "Largest at the right class" in said(frame)
    assert "Largest at 7, but 2 is right" in said(last("losses_wrong"))


def test_batch_is_the_mean_of_its_answers() -> None:
    frame = last("losses_batch")
    assert frame.arrays["ce"][:2] == pytest.approx([0.510825457099338, 2.302584092994546])
    assert frame.scalars["mse"] == pytest.approx(frame.arrays["mse"].mean())
    assert "2 of 3 are right" in said(frame)


def test_answers_that_do_not_add_up_are_told_or_made_to() -> None:
    answers = ((0.0, 0.5, 1.0, *[0.0] * 7), *ANSWERS[1:])
    assert "y adds up to 1.5" in said(last("losses", answers=answers))
    frame = last("losses", answers=answers, normalise=True)
    assert frame.arrays["y"][0, :3] == pytest.approx([0, 1 / 3, 2 / 3])
    assert "adds up" not in said(frame)
    assert "no chance at all" in said(last("losses", label=9))
    nothing = ((0.0,) * 10, *ANSWERS[1:])
    assert "All ten bars are 0" in refusal(
        GradientsParams(mode="losses", answers=nothing, normalise=True)
    )


@pytest.mark.parametrize("answers", [(), ANSWERS[:2], ((2.0,) + (0.0,) * 9, *ANSWERS[1:])])
def test_answers_of_another_form_are_refused(answers: Any) -> None:
    with pytest.raises(ParamsError, match="3 rows of 10 numbers from 0 to 1"):
        GradientsParams(answers=answers)


# Slopes


def test_the_line_goes_through_both_points_and_has_the_slope() -> None:
    for difference in ("forward", "central"):
        frame = last("secant", difference=difference)
        (x1, y1), (x2, y2) = frame.arrays["points"]
        (a1, b1), (a2, b2) = frame.arrays["line"]
        slope = frame.scalars["slope"]
        assert (y2 - y1) / (x2 - x1) == pytest.approx(slope)
        assert (b2 - b1) / (a2 - a1) == pytest.approx(slope)
        assert b1 + slope * (x1 - a1) == pytest.approx(y1)
        assert slope == pytest.approx(frame.scalars[difference])
    assert "no tangent yet" in said(frame)
    assert frame.scalars["exact"] == pytest.approx(-0.7)


def test_a_kink_has_two_slopes() -> None:
    frame = last("tangent5", function="kink", x=0.0, difference="forward")
    assert (frame.scalars["forward"], frame.scalars["central"]) == (1, 0)
    assert "from the left is −1, from the right 1" in said(frame)


def test_a_typed_curve_and_where_it_has_no_value() -> None:
    params = GradientsParams(mode="tangent", function="typed", curve="x * sqrt(x)", x=4.0)
    assert frames(params)[0].scalars["slope"] == pytest.approx(3.0)
    assert not frames(params)[0].arrays["defined"].all()
    assert "not defined at or near x = -1" in refusal(params.replace(x=-1.0))
    with pytest.raises(ParamsError, match="character 5"):
        params.replace(curve="x + y")


def test_error_falls_until_rounding_takes_over() -> None:
    frame = last("step_single")
    s = frame.scalars
    assert s["best_error.central"] < s["best_error.forward"] < s["best_error.central32"] * 0.1
    assert s["best_error.central32"] < s["best_error.forward32"]
    assert s["best_h.central"] > s["best_h.forward"]
    # x + 1e-14 is x in single precision: the difference is 0 and the whole slope is missing.
    assert frame.arrays["forward32"][-1] == pytest.approx(s["exact"])
    assert set(last("step_size").arrays) == {"h", "forward", "central"}


# Descent


def test_every_step_of_the_book_goes_against_the_gradient() -> None:
    run = frames(LAB.preset("book").params)
    assert [frame.step for frame in run] == list(range(101))
    assert run[1].arrays["trail"][1] == pytest.approx([-2.4, 3.2])
    assert (run[0].scalars["gradient0"], run[0].scalars["gradient1"]) == pytest.approx((-6, 8))
    assert "Arrived" in said(run[-1])
    assert run[0].arrays["arrows"] is run[-1].arrays["arrows"]
    grid, field = run[0].arrays["grid"], run[0].arrays["field"]
    np.testing.assert_allclose(field[3, 10], [-2 * grid[10], -2 * grid[3]], atol=1e-8)


def test_large_and_tiny_rates() -> None:
    frame = last("lr10")
    assert frame.scalars["x0"] == pytest.approx(-2.589837e13, rel=1e-4)
    assert "Too large a rate" in said(frame)
    assert "numerical gradient is 0" in said(frame)
    assert int(frame.arrays["drawn"]) < 6
    assert "Too small a rate" in said(last("lr_tiny"))


def test_the_rate_takes_effect_in_the_running_descent() -> None:
    params = LAB.preset("lr_tiny").params
    generator = LAB.run(params, np.random.default_rng(0))
    next(generator)
    frame = generator.send(params.replace(lr=0.5))
    np.testing.assert_allclose(frame.arrays["trail"][1], [0, 0], atol=1e-8)
    generator.close()


def test_a_descent_into_no_numbers_ends_with_a_sentence() -> None:
    params = GradientsParams(surface="typed", expression="log(x0) + x1", x0=1.0, lr=2.0)
    run = frames(params)
    assert "Diverged: at step 1" in said(run[-1])
    assert run[-1].step == run[-1].total == 1
    assert "move the ring" in refusal(params.replace(x0=-1.0))


# Network, trap, check


def test_network_learns_and_its_frames_stay_as_they_were() -> None:
    run = frames(LAB.preset("simple_net").params)
    assert run[0].scalars["loss"] == pytest.approx(0.92806853, abs=1e-6)
    assert np.all(np.diff(run[-1].arrays["losses"]) < 0)
    step = run[1].arrays["W"] - run[0].arrays["W"]
    np.testing.assert_allclose(step, -0.1 * run[0].arrays["dW"])
    assert "gives its row of W no gradient" in said(last("simple_net", input1=0.0))


def test_random_weights_are_the_seeds() -> None:
    params = LAB.preset("simple_net").params.replace(weights="random", steps=1)
    one, again, other = (frames(params, seed)[0].arrays["W"] for seed in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_only_the_loss_that_reads_w_notices() -> None:
    run = frames(LAB.preset("trap").params)
    assert len(run) == 7
    frame = run[-1]
    y = softmax(np.array([1.05414809, 0.63071653, 1.1328074]))
    assert np.all(frame.arrays["closed_looks"] == pytest.approx(cross_entropy_error(y, 2)))
    assert not frame.arrays["closed_gradient"].any()
    exact = np.outer([0.6, 0.9], y - [0, 0, 1])
    np.testing.assert_allclose(frame.arrays["reads_gradient"], exact, atol=1e-6)
    assert np.ptp(frame.arrays["closed_along"]) == 0 < np.ptp(frame.arrays["reads_along"])
    assert np.count_nonzero(run[2].arrays["reads_gradient"]) == 2


def test_check_agrees_and_finds_a_mistake() -> None:
    frame = last("check")
    assert frame.scalars["passes"] == frame.scalars["passes.all"] == 1220
    assert frame.arrays["mean"].max() < 1e-6
    assert "The same gradient" in said(frame)
    spoiled = last("check_mistake")
    assert "Not the same gradient: b1" in said(spoiled)
    assert spoiled.arrays["mean"].argmax() == 1
    assert "W1, b1, W2, b2" in said(last("check", mistake="sum"))
    assert "In single precision" in said(last("check", precision="float32"))


# The whole lab


@pytest.mark.parametrize("claim", LAB.claims, ids=lambda claim: claim.id)
def test_claim_holds(claim: Any) -> None:
    assert reproduce(LAB, claim).holds


def test_a_wrong_expectation_does_not_hold() -> None:
    claim = next(claim for claim in LAB.claims if claim.id == "slope_at_5")
    wrong = dataclasses.replace(claim, expected=(equal("f′(5)", 0.21, 1e-6), claim.expected[1]))
    assert not reproduce(LAB, wrong).holds


@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.id)
def test_every_preset_gives_finite_numbers_and_twice_the_same(preset: Any) -> None:
    one, other = (frames(preset.params, preset.seed) for _ in range(2))
    for frame, again in zip(one, other, strict=True):
        assert np.isfinite(list(frame.scalars.values())).all()
        for name, value in frame.scalars.items():
            assert name.startswith("seconds.") or value == again.scalars[name]
        for name, array in frame.arrays.items():
            assert np.isfinite(array).all(), name
            assert np.array_equal(array, again.arrays[name]), name
    assert LAB.is_animated(preset.params) == (len(one) > 1)


def test_both_ends_of_every_number_give_a_first_frame() -> None:
    for preset in LAB.presets:
        for name, spec in GradientsParams.specs().items():
            if spec.kind not in ("float", "int") or not preset.params.shows(name):
                continue
            for end in (spec.minimum, spec.maximum):
                control = Control()
                run = Run(LAB, preset.params.replace(**{name: end}), control=control)
                outcome = run.execute(lambda frame, control=control: control.cancel())
                assert outcome.kind in ("cancelled", "done"), (preset.id, name, end)
                for array in run.history.last.arrays.values():
                    assert np.isfinite(array).all(), (preset.id, name, end)


def test_fields_of_other_experiments_are_hidden() -> None:
    def shown(preset: str) -> set[str]:
        params = LAB.preset(preset).params
        return {name for name in GradientsParams.specs() if params.shows(name)}

    assert shown("book") == {"mode", "surface", "x0", "x1", "lr", "steps"}
    assert shown("losses") == {"mode", "answers", "batch", "normalise", "label"}
    assert shown("losses_batch") - shown("losses") == {"label2", "label3"}
    assert shown("tangent5") == {"mode", "function", "x", "h", "difference"}
    assert shown("typed_surface") - shown("book") == {"expression"}
    assert shown("trap") == {"mode", "input1", "input2", "target", "weights"}
    assert shown("check") == {"mode", "hidden", "batch_size", "precision", "mistake"}
