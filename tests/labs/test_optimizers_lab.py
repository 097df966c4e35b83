"""The race says what the book says: its end points, its saddle, its two minima, its rates."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from fishlab.engine.optimizers import OPTIMIZERS
from fishlab.experiment import Frame, Params, ParamsError, Run
from fishlab.labs.optimizers import Optimizers
from fishlab.labs.optimizers_contours import MAX_SEGMENTS, UNDEFINED, contour_lines, draw_map
from fishlab.labs.optimizers_params import ALL, SETTINGS, OptimizersParams
from fishlab.labs.optimizers_surfaces import SURFACES, Function

LAB = Optimizers()


def frames(params: Params) -> list[Frame]:
    run = Run(LAB, params)
    outcome = run.execute()
    assert outcome.kind == "done", outcome.report or str(outcome.reason)
    return list(run.history.frames())


def last(preset: str, **changes: object) -> Frame:
    return frames(LAB.preset(preset).params.replace(**changes))[-1]


def at(frame: Frame, name: str) -> tuple[float, float]:
    return frame.scalars[f"x.{name}"], frame.scalars[f"y.{name}"]


def said(frame: Frame) -> str:
    return "; ".join(str(message) for message in frame.messages)


def test_book_race_ends_where_the_book_ends() -> None:
    race = frames(LAB.preset("book").params)
    assert [frame.step for frame in race] == list(range(31))
    end = race[-1]
    expected = {
        "sgd": (-0.350393, 0.084782),
        "momentum": (0.896414, 0.088086),
        "adagrad": (-0.120162, 0.0),
        "adam": (0.136007, 0.318245),
    }
    for name, place in expected.items():
        np.testing.assert_allclose(at(end, name), place, atol=5e-7)
    assert "AdaGrad is lowest" in said(end)
    assert "Turning back at every step, the rate is large for this slope: SGD" in said(end)


@pytest.mark.parametrize(("preset", "names"), [("book", "SGD"), ("digits", "SGD")])
def test_nobody_is_lowest_before_the_start(preset: str, names: str) -> None:
    run = Run(LAB, LAB.preset(preset).params)
    run.execute(lambda frame: run.control.cancel())
    begin = run.history.frames()[0]
    assert f"Level so far: {names}, " in said(begin)
    assert "lowest" not in said(begin)


def test_a_frame_holds_the_trail_up_to_its_step() -> None:
    race = frames(LAB.preset("book").params)
    for frame in (race[0], race[7], race[30]):
        trails = frame.arrays["trails"]
        assert trails.shape == (4, frame.step + 1, 2)
        np.testing.assert_array_equal(trails[:, 0], [[-7.0, 2.0]] * 4)
        np.testing.assert_array_equal(trails, race[30].arrays["trails"][:, : frame.step + 1])
        assert tuple(trails[2, -1]) == at(frame, "adagrad")
        assert frame.arrays["gaps"][0, 0] == pytest.approx(6.45)
    # One map for all frames, however many there are.
    assert race[0].arrays["heights"] is race[30].arrays["heights"]


def test_newton_needs_one_step_on_a_parabola() -> None:
    frame = frames(OptimizersParams(competitors=("newton",), steps=1))[-1]
    np.testing.assert_allclose(at(frame, "newton"), (0.0, 0.0), atol=1e-8)


def test_sgd_and_adagrad_stop_on_the_saddle() -> None:
    frame = last("saddle")
    for name in ("sgd", "adagrad"):
        np.testing.assert_allclose(at(frame, name), (0.0, 0.0), atol=1e-4)
    assert "Stopped at (0, 0), a saddle or crest and no minimum: SGD, AdaGrad" in said(frame)
    beside = last("saddle", x0=0.01, steps=200)
    assert abs(beside.scalars["x.sgd"]) > 4
    assert not beside.arrays["logarithmic"]


@pytest.mark.parametrize(("preset", "x"), [("left_minimum", -4.0), ("right_minimum", 2.0)])
def test_each_of_two_minima_is_reached_from_its_side(preset: str, x: float) -> None:
    frame = last(preset)
    ends = {name: x for name, x in frame.scalars.items() if name.startswith("x.")}
    assert len(ends) == 8
    for name, end in ends.items():
        assert end == pytest.approx(x, abs=0.01), name
    losses = [frame.scalars[f"loss.{name}"] for name in ("newton", "bfgs")]
    np.testing.assert_allclose(losses, -512.0 if x < 0 else -80.0, rtol=1e-6)


def test_rate_above_one_half_oscillates_and_from_one_on_fails() -> None:
    def path(rate: float) -> NDArray[np.float64]:
        trails: NDArray[np.float64] = last("too_large", lr_sgd=rate).arrays["trails"]
        return trails[0, :, 0]

    assert np.all(path(0.4)[1:] <= 0)
    turns = path(0.9)
    assert np.all(np.sign(turns[1:]) == -np.sign(turns[:-1]))
    assert abs(turns[-1]) < 0.01
    np.testing.assert_allclose(np.abs(path(1.0)), 4.0)
    assert abs(path(1.1)[-1]) > 100


def test_who_diverges_is_out_and_the_race_goes_on_with_finite_numbers() -> None:
    race = frames(LAB.preset("diverges").params)
    out = [bool(frame.arrays["out"][0]) for frame in race]
    left = out.index(True)
    assert 10 < left < 100
    assert all(out[left:])
    assert f"SGD ran away at step {left}" in said(race[-1])
    assert len(race) == 101
    for frame in race:
        assert all(np.isfinite(value) for value in frame.scalars.values())
        assert all(np.isfinite(array).all() for array in frame.arrays.values())
    assert abs(race[-1].scalars["x.adam"]) < 0.01
    low, high = race[-1].arrays["loss_range"]
    assert low < race[-1].arrays["gaps"][1].max() <= high < 100


def test_nesterov_overshoots_less_than_momentum() -> None:
    trails = last("nesterov").arrays["trails"]
    momentum, nesterov = trails[:, :, 0].max(axis=1)
    assert 0 < nesterov < 0.85 * momentum
    momentum, nesterov = np.abs(trails[:, 40:, 1]).max(axis=1)
    assert nesterov < 0.1 * momentum


def test_all_nine_find_a_minimum_of_himmelblau_and_not_all_the_same() -> None:
    frame = last("himmelblau")
    ends = frame.arrays["trails"][:, -1]
    distances = np.linalg.norm(ends[:, None] - frame.arrays["minima"], axis=2)
    assert distances.min(axis=1).max() < 0.5
    assert len(set(distances.argmin(axis=1))) == 2


@pytest.mark.parametrize("name", SURFACES)
def test_what_is_known_of_a_surface_is_true(name: str) -> None:
    known = SURFACES[name]
    function = Function(known.expression)
    left, right, bottom, top = known.region
    for point in (*known.minima, *known.saddles):
        assert left < point[0] < right
        assert bottom < point[1] < top
        np.testing.assert_allclose(function.gradient(np.array(point)), 0.0, atol=1e-6)
    around = [0.02 * np.array([np.cos(a), np.sin(a)]) for a in np.linspace(0, 2 * np.pi, 32)]
    for point in known.minima:
        here = function.value(np.array(point))
        assert all(function.value(np.array(point) + step) > here for step in around)
    for point in known.saddles:
        here = function.value(np.array(point))
        assert any(function.value(np.array(point) + step) < here for step in around)


def test_typed_function_has_the_exact_gradient_and_a_found_minimum() -> None:
    params = OptimizersParams(
        surface="typed", expression="(x - 1)² + 2 × (y + 0.5)²", x0=3.0, y0=3.0, lr_sgd=0.1,
        competitors=("sgd",), steps=1,
    )  # fmt: skip
    frame = frames(params)[-1]
    np.testing.assert_allclose(at(frame, "sgd"), (3 - 0.1 * 4, 3 - 0.1 * 14))
    np.testing.assert_allclose(frame.arrays["minima"], [[1.0, -0.5]], atol=1e-6)
    assert frame.arrays["logarithmic"]


@pytest.mark.parametrize(
    ("typed", "tells"),
    [
        ("x**2 + $y", ("character 8", "“$y”", "sqrt")),
        ("x**2 + z", ("character 8", "“z”", "allowed are x, y")),
        ("x +", ("at the end", "was expected")),
        ("sin(x, y)", ("character 1", "takes 1 arguments")),
        ("(x + y", ("at the end", "“)”")),
        ("x y", ("character 3", "operator")),
        ("1e999", ("character 1", "too large")),
        ("(" * 60 + "x" + ")" * 60, ("nested",)),
        ("__import__('os')", ("character 1", "not known")),
    ],
)
def test_typed_error_points_at_the_character(typed: str, tells: tuple[str, ...]) -> None:
    with pytest.raises(ParamsError) as error:
        OptimizersParams(surface="typed", expression=typed)
    assert error.value.name == "expression"
    for words in tells:
        assert words in str(error.value)


@pytest.mark.parametrize(
    "typed",
    ["log(x)", "1/x + 1/y", "sqrt(x*y)", "exp(exp(x*x))", "x", "-x*x*y", "3", "abs(x) + max(x, y)",
     "sin(20*x) * sin(20*y)", "1e300*x*x", "log(x) / (x - 2)"],
)  # fmt: skip
def test_no_typed_function_brings_a_number_that_cannot_be_drawn(typed: str) -> None:
    params = OptimizersParams(
        surface="typed", expression=typed, x0=1.0, y0=1.5, competitors=ALL, steps=12
    )
    for frame in frames(params):
        for name, array in frame.arrays.items():
            assert np.isfinite(array).all(), name
        assert len(frame.arrays["contours"]) <= MAX_SEGMENTS
        if frame.arrays["logarithmic"]:
            assert frame.arrays["gaps"].min() > 0


def test_start_where_nothing_is_defined_fails_in_words() -> None:
    params = OptimizersParams(surface="typed", expression="log(x) + y", x0=-1.0)
    outcome = Run(LAB, params).execute()
    assert outcome.kind == "failed"
    assert str(outcome.reason) == "f is not defined at the start (-1, 2): move the ring elsewhere"


def test_nobody_in_the_race_is_said() -> None:
    race = frames(OptimizersParams(competitors=()))
    assert len(race) == 1
    assert "choose at least one" in said(race[0])


def test_every_field_belongs_to_someone_and_shows_only_with_him() -> None:
    assert set(ALL) == {*OPTIMIZERS, "newton", "bfgs"}
    alone = OptimizersParams(competitors=("adam",))
    fields = set(itertools.chain(*(own.values() for own in SETTINGS.values())))
    assert {name for name in fields if alone.shows(name)} == {"lr_adam", "beta1", "beta2"}
    assert not alone.shows("expression")
    assert alone.replace(surface="typed").shows("expression")


def test_start_outside_the_usual_picture_is_in_the_picture() -> None:
    left, right, bottom, top = OptimizersParams(surface="rosenbrock", x0=-7.0, y0=9.0).region()
    assert left < -7 < right
    assert bottom < 9 < top


def test_a_long_race_of_all_can_be_scrubbed_to_its_start() -> None:
    run = Run(LAB, OptimizersParams(competitors=ALL, steps=500))
    assert run.execute().kind == "done"
    assert run.history.first_kept == 0
    assert run.history.kept == 501


def test_contours_lie_at_their_level() -> None:
    x, y = np.linspace(-2, 2, 81), np.linspace(-2, 2, 81)
    function = Function("x*x + y*y")
    pieces = contour_lines(x, y, function.heights(x, y), np.array([1.0, 2.25]))
    radii = np.linalg.norm(pieces, axis=2)
    nearest = np.abs(radii[..., None] - [1.0, 1.5]).min(axis=-1)
    assert nearest.max() < 1e-3
    lengths = np.linalg.norm(pieces[:, 0] - pieces[:, 1], axis=1)
    assert lengths.sum() == pytest.approx(2 * np.pi * 2.5, rel=2e-3)


def test_map_leaves_blank_where_the_function_is_not_defined() -> None:
    chart = draw_map(Function("log(x) + y"), (-2.0, 2.0, -1.0, 1.0))
    assert np.all(chart.shades[:, :64] == UNDEFINED)
    assert np.all(chart.shades[:, 66:] < UNDEFINED)
    assert chart.contours[..., 0].min() > 0


def test_same_params_same_frames() -> None:
    params = LAB.preset("typed").params.replace(steps=20)
    first, second = frames(params)[-1], frames(params)[-1]
    assert dict(first.scalars) == dict(second.scalars)


def test_on_digits_momentum_and_the_adaptive_methods_beat_sgd() -> None:
    race = frames(LAB.preset("digits").params.replace(steps=80))
    start, end = race[0], race[-1]
    # The same first weights and the same first batch.
    assert len({start.scalars[name] for name in start.scalars}) == 1
    losses = dict(zip(end.scalars, end.arrays["gaps"][:, -1], strict=True))
    slowest = losses.pop("loss.sgd")
    assert slowest > 1.4 * max(losses.values())
    assert len(race) == 81


def test_on_digits_newton_stays_out_and_a_huge_rate_ends_one_network_only() -> None:
    params = OptimizersParams(
        surface="digits", steps=15, competitors=("sgd", "adam", "newton"), lr_sgd=10.0,
        lr_adam=0.001,
    )  # fmt: skip
    race = frames(params)
    assert set(race[-1].scalars) == {"loss.sgd", "loss.adam"}
    assert "Newton and BFGS stay out: for 109,810 weights" in said(race[0])
    assert "SGD diverged at step" in said(race[-1])
    assert list(race[-1].arrays["out"]) == [True, False]
    assert all(np.isfinite(frame.arrays["gaps"]).all() for frame in race)
    assert race[-1].scalars["loss.adam"] < race[0].scalars["loss.adam"]
    assert not params.shows("x0")


@pytest.mark.parametrize("preset", ["book", "digits"])
def test_a_setting_changed_on_the_way_counts_from_the_next_step(preset: str) -> None:
    params = LAB.preset(preset).params.replace(steps=6, competitors=("sgd", "adam"))
    before = Run(LAB, params)
    before.execute()
    after = Run(LAB, params, replay=[(3, {"lr_sgd": 1e-5})])
    after.execute()

    def losses(run: Run, name: str) -> list[float]:
        return run.history.series(f"loss.{name}")[1].tolist()

    assert losses(after, "adam") == losses(before, "adam")
    assert losses(after, "sgd")[:4] == losses(before, "sgd")[:4]
    assert losses(after, "sgd")[5] != losses(before, "sgd")[5]
