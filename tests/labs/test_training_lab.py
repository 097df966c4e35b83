"""Networks learn, overfit, are cured and searched for; divergence is named; nothing is faked."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from fishlab.datasets import load_mnist
from fishlab.datasets.personal import add_personal
from fishlab.experiment import Frame, Params, ParamsError, Run, at_least
from fishlab.experiment.reproduce import reproduce
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_curves import POINTS, ThinCurve
from fishlab.labs.training_digits import Batches, load_digits
from fishlab.labs.training_layers import complaint, sizes
from fishlab.labs.training_params import OVERFIT, SEARCH, VARIANT_LABELS, TrainingParams
from fishlab.labs.training_weights import BINS

LAB = TrainingLab()
QUICK = TrainingParams(images=300, hidden="20", epochs=3)
SMALL_SEARCH = TrainingParams(
    mode=SEARCH, hidden="20", images=200, validation=0.2, trials=4, epochs=3
)
PARTED = TrainingParams(
    mode="points", hidden="6", lr=0.3, batch=10, epochs=60, count=120, validation=0.25
)


def run(params: Params, seed: int = 0) -> Run:
    done = Run(LAB, params, seed)
    outcome = done.execute()
    assert outcome.kind == "done", outcome.report or str(outcome.reason)
    return done


def last(params: Params, seed: int = 0) -> Frame:
    frame = run(params, seed).history.last
    assert frame is not None
    return frame


def said(frame: Frame) -> str:
    return "; ".join(str(message) for message in frame.messages)


def all_finite(frame: Frame) -> bool:
    return all(np.isfinite(array).all() for array in frame.arrays.values()) and all(
        np.isfinite(value) for value in frame.scalars.values()
    )


def test_layers_are_read_as_typed():
    assert sizes("100 50, 20") == [100, 50, 20]
    assert sizes("") == []
    assert complaint("500") is None
    for text, word in (("50 x", "“x”"), ("0", "not 0"), ("501", "501"), ("9 " * 11, "11 layers")):
        assert word in str(complaint(text))
    assert "weights" in str(complaint("500 " * 4))


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ParamsError, match=r"Rate to: the range ends at 1e-07"):
        TrainingParams(lr_high=1e-7)


def test_fields_belong_to_their_modes():
    train, search = TrainingParams(), TrainingParams(mode=SEARCH)
    overfit = TrainingParams(mode=OVERFIT, variants=("none", "together"))
    assert train.shows("lr")
    assert train.shows("repeats")
    assert not train.shows("l2")
    assert train.replace(decay="l2").shows("l2")
    assert not train.shows("dropout_ratio")
    assert train.replace(dropout=True).shows("dropout_ratio")
    assert overfit.shows("l2")
    assert overfit.shows("dropout_ratio")
    assert not overfit.shows("l1")
    assert not overfit.shows("trials")
    assert search.shows("lr_low")
    assert not search.shows("lr")
    assert not search.shows("l2")


def test_an_epoch_sees_every_digit_once():
    batches = Batches(250, 100, np.random.default_rng(0))
    assert batches.per_epoch == 3
    first = [batches.rows(step) for step in (1, 2, 3)]
    assert sorted(np.concatenate(first).tolist()) == list(range(250))
    np.testing.assert_array_equal(batches.rows(3), first[2])
    second = np.concatenate([batches.rows(step) for step in (4, 5, 6)])
    assert sorted(second.tolist()) == list(range(250))
    assert second.tolist() != np.concatenate(first).tolist()


def test_nobody_learns_from_held_out_digits():
    digits = load_digits(TrainingParams(images=500), 0.2)
    assert len(digits) == 400
    (train, _), (held_out, _) = digits.train, digits.sets["validation"]
    assert len(held_out) == 100
    assert not {image.tobytes() for image in train} & {image.tobytes() for image in held_out}
    assert "validation" not in load_digits(TrainingParams(images=500), 0.0).sets


def test_a_long_curve_stays_small_and_keeps_its_mean():
    curve = ThinCurve(1)
    values = np.random.default_rng(0).random(16 * POINTS)
    for place, value in enumerate(values):
        curve.append(place, [value])
    assert curve.each == 16
    assert curve.y.shape == (POINTS, 1)
    np.testing.assert_allclose(curve.y[:, 0], values.reshape(POINTS, 16).mean(axis=1))
    np.testing.assert_allclose(curve.x, np.arange(16 * POINTS).reshape(POINTS, 16).mean(axis=1))


def test_a_network_learns_and_every_frame_is_one_update():
    done = run(QUICK)
    steps, losses = done.history.series("loss")
    assert steps.tolist() == list(range(10))
    assert losses[-1] < losses[0]
    frame = done.history.last
    assert frame is not None
    assert frame.arrays["accuracies"].shape == (3, 4, 3)
    assert frame.arrays["counts"].shape == (2, BINS)
    assert frame.arrays["counts"].sum(axis=1).tolist() == [784 * 20, 20 * 10]
    for row, name in enumerate(("train", "test", "validation")):
        assert frame.arrays["accuracies"][row, -1, 1] == frame.scalars[f"{name}_accuracy"]
    assert "Epoch 3" in said(frame)


@pytest.mark.parametrize(
    "params",
    [
        QUICK.replace(repeats=2, dropout=True, batchnorm=True, decay="max_norm"),
        QUICK.replace(mode=OVERFIT, variants=tuple(VARIANT_LABELS)),
        SMALL_SEARCH,
        PARTED.replace(epochs=4, dropout=True, batchnorm=True, decay="max_norm"),
    ],
    ids=["train", "overfit", "search", "points"],
)
def test_the_same_seed_gives_the_same_frames(params):
    one, other, third = (run(params, seed).history.frames() for seed in (5, 5, 6))
    assert len(one) == len(other)
    for first, second in zip(one, other, strict=True):
        assert first.scalars == second.scalars
        for name, array in first.arrays.items():
            np.testing.assert_array_equal(array, second.arrays[name])
        assert all_finite(first)
    assert one[-1].scalars != third[-1].scalars


def test_several_seeds_are_a_band_round_their_mean():
    frame = last(QUICK.replace(repeats=3))
    each = [frame.scalars[f"test_accuracy.{number}"] for number in (1, 2, 3)]
    low, mean, high = frame.arrays["accuracies"][1, -1]
    assert mean == pytest.approx(np.mean(each)) == frame.scalars["test_accuracy"]
    assert (high - mean, mean - low) == pytest.approx([np.std(each)] * 2)
    assert "Over 3 seeds" in said(frame)


def test_max_norm_holds_every_unit_within_its_limit():
    generator = LAB.run(QUICK.replace(decay="max_norm", limit=0.5), np.random.default_rng(0))
    next(generator)
    for _ in range(3):
        next(generator)
    network = generator.gi_yieldfrom.gi_frame.f_locals["self"].cohort.learners[0].network
    for name in ("W1", "W2"):
        assert np.linalg.norm(network.params[name], axis=0).max() <= 0.5 + 1e-6


def test_live_changes_take_effect_in_mid_run():
    def losses(change: Mapping[str, Any]) -> list[float]:
        params = QUICK.replace(decay="l2", l2=1e-4)
        generator = LAB.run(params, np.random.default_rng(0))
        frames = [next(generator) for _ in range(3)]
        frames.append(generator.send(params.replace(**change)))
        frames += list(generator)
        return [frame.scalars["loss"] for frame in frames if "loss" in frame.scalars]

    same = losses({})
    for change in ({"lr": 1.0}, {"optimizer": "adam"}, {"l2": 1.0}):
        changed = losses(change)
        assert changed[:3] == same[:3]
        assert changed[-1] != same[-1]


def test_variants_begin_alike_and_see_the_same_batches():
    params = QUICK.replace(mode=OVERFIT, hidden="20 20", epochs=1)
    frames = {
        names: run(params.replace(variants=names)).history.frames()
        for names in (("none",), ("none", "max_norm"), ("none", "l2", "dropout"))
    }
    courses = [
        [frame.scalars["loss.none"] for frame in course if frame.scalars]
        for course in frames.values()
    ]
    assert courses[0] == courses[1] == courses[2]
    start = frames["none", "max_norm"][0]
    assert start.scalars["loss.none"] == start.scalars["loss.max_norm"]


def test_overfitting_says_who_narrows_the_gap():
    params = LAB.preset("weight_decay").params.replace(epochs=90, hidden="100 100", lr=0.05)
    frame = last(params)
    assert "No cure: 100.0%" in said(frame)
    assert "L2 narrows the gap" in said(frame)
    np.testing.assert_array_equal(
        frame.arrays["gaps"], frame.arrays["train"][:, -1] - frame.arrays["test"][:, -1]
    )


def test_nothing_to_compare_is_said():
    frame = last(TrainingParams(mode=OVERFIT, variants=()))
    assert "choose at least one" in said(frame)


def test_divergence_names_step_layer_cause_and_what_to_set():
    done = run(LAB.preset("diverge").params)
    frame = done.history.last
    assert frame is not None
    assert int(frame.arrays["alive"]) == 0
    assert f"diverged at step {frame.step}: Affine" in said(frame)
    assert "Set “Learning rate” to 0.2." in said(frame)
    assert all(all_finite(shown) for shown in done.history.frames())


def test_what_is_suggested_depends_on_the_cause():
    deep = LAB.preset("diverge").params
    assert "Set “Initial weights” to He" in said(last(deep.replace(lr=0.1, init="1")))
    assert "Set “L2 strength λ” to 0.05" in said(last(deep.replace(decay="l2", l2=5.0)))
    copies = said(last(QUICK.replace(init="zero", hidden="20 20")))
    assert "copies of each other" in copies
    dead = said(last(QUICK.replace(lr=100.0, epochs=6)))
    assert "all 20 units of Activation_function1 answer 0" in dead
    short = said(last(QUICK.replace(lr=1e-6, epochs=1)))
    assert "Set “Learning rate” to 1e-05." in short


def test_one_variant_may_diverge_and_the_others_go_on():
    params = QUICK.replace(mode=OVERFIT, variants=("none", "l2"), l2=10.0, lr=0.5, epochs=40)
    frame = last(params)
    assert frame.step == frame.total
    assert frame.arrays["out"].tolist() == [False, True]
    assert frame.arrays["lengths"][1] < frame.arrays["lengths"][0] == frame.arrays["train"].shape[1]
    assert "L2 diverged at step" in said(frame)
    assert all_finite(frame)


def test_search_draws_within_its_bounds_and_ranks_by_validation():
    params = SMALL_SEARCH.replace(trials=6, lr_high=1.0)
    frame = last(params)
    settings, scores = frame.arrays["settings"], frame.arrays["scores"]
    assert settings.shape == (6, 2)
    lr_low, lr_high, decay_low, decay_high = frame.arrays["bounds"]
    assert ((settings[:, 0] >= lr_low) & (settings[:, 0] <= lr_high)).all()
    assert ((settings[:, 1] >= decay_low) & (settings[:, 1] <= decay_high)).all()
    best = frame.arrays["best"]
    assert (np.diff(scores[best]) <= 0).all()
    np.testing.assert_array_equal(frame.arrays["best_validation"][:, -1], scores[best])
    assert "Best of 6" in said(frame)
    assert frame.step == frame.total == 18


def test_a_trial_that_diverges_is_marked_and_scores_nothing():
    params = SMALL_SEARCH.replace(hidden="50 50 50 50", lr_low=5.0, lr_high=10.0, epochs=6)
    frame = last(params)
    assert frame.arrays["out"].any()
    assert not frame.arrays["scores"][frame.arrays["out"]].any()
    assert "of the trials diverged" in said(frame)
    # The curve of the last one ends where it diverged.
    assert frame.arrays["out"][-1]
    assert len(frame.arrays["now"]) < 7
    assert all_finite(frame)


def test_large_networks_rest_between_frames_and_record_nothing_twice():
    params = TrainingParams(hidden="500", batch=250, images=500, repeats=5, epochs=1)
    history = run(params).history
    steps, _ = history.series("loss")
    assert len(history) > len(steps)
    assert steps.tolist() == sorted(set(steps.tolist()))


def test_every_field_at_both_ends_yields_frames():
    for mode in ("train", OVERFIT, SEARCH, "points"):
        base = TrainingParams(mode=mode, hidden="10", images=100, epochs=1, trials=1)
        for name, spec in TrainingParams.specs().items():
            if spec.kind not in ("float", "int") or not base.shows(name):
                continue
            for value in (spec.minimum, spec.maximum):
                try:
                    params = base.replace(**{name: value})
                except ParamsError:
                    continue
                generator = LAB.run(params, np.random.default_rng(0))
                frames = [frame for frame, _ in zip(generator, range(3), strict=False)]
                generator.close()
                assert all(all_finite(frame) for frame in frames)


@pytest.mark.parametrize("claim_id", ["training_learns", "training_diverges"])
def test_a_quick_claim_holds_and_can_fail(claim_id):
    claim = next(claim for claim in LAB.claims if claim.id == claim_id)
    claim = dataclasses.replace(claim, seeds=claim.seeds[:1] if claim.seeds[1:] else claim.seeds)
    if claim_id == "training_diverges":
        first, *rest = claim.expected
        claim = dataclasses.replace(claim, expected=(at_least(first.name, 1), *rest))
    verdict = reproduce(LAB, claim)
    assert verdict.holds, verdict.obtained
    wrong = dataclasses.replace(claim, expected=(at_least("wrong", 99), *claim.expected[1:]))
    assert not dataclasses.replace(verdict, claim=wrong).holds


def test_claims_are_about_presets_and_several_seeds():
    for claim in LAB.claims:
        LAB.preset(claim.preset)
        assert len(claim.seeds) == 3
        assert "over 3 seeds" in claim.statement
        for changes in claim.variants.values():
            LAB.preset(claim.preset).params.replace(**changes)


def test_one_s_own_digits_can_be_learned_from():
    params = TrainingParams(data="own", epochs=1, hidden="10")
    outcome = Run(LAB, params).execute()
    assert outcome.kind == "failed"
    assert "there are 0 digits of your own" in str(outcome.reason)
    (x, t), _ = load_mnist(flatten=False, data="sample")
    for image, label in zip(x[:60, 0], t[:60], strict=True):
        add_personal(image, int(label))
    assert all_finite(last(params))
