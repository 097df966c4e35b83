"""The activations lab tells the book's numbers, and the truth about overflow and collapse."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishlab.engine.functions import ACTIVATIONS
from fishlab.experiment import Frame, ParamsError, Run
from fishlab.labs.activations import Activations
from fishlab.labs.activations_collapse import best_affine, product, random_layers
from fishlab.labs.activations_curves import saturated_parts
from fishlab.labs.activations_functions import FUNCTIONS, Shape, activation, derivative
from fishlab.labs.activations_params import ActivationsParams
from fishlab.labs.activations_softmax import Verdict, order_kept

LAB = Activations()
NAMES = tuple(choice.value for choice in FUNCTIONS)
SHAPES = (Shape(), Shape(leaky_slope=0.3, elu_alpha=2.0, sharpness=3.0))


def frame_of(params: ActivationsParams, seed: int = 0) -> Frame:
    run = Run(LAB, params, seed)
    assert run.execute().kind == "done", run.outcome
    assert len(run.history) == 1
    assert run.history.last is not None
    return run.history.last


def preset_frame(preset_id: str, **changes: Any) -> Frame:
    preset = LAB.preset(preset_id)
    return frame_of(preset.params.replace(**changes), preset.seed)


@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.id)
def test_every_preset_yields_one_frame_of_finite_numbers(preset: Any) -> None:
    frame = frame_of(preset.params, preset.seed)
    for name, array in frame.arrays.items():
        assert np.isfinite(array).all(), name
    assert np.isfinite(list(frame.scalars.values())).all()


def test_every_engine_activation_can_be_shown() -> None:
    assert set(NAMES) == set(ACTIVATIONS)


# Functions


def test_book_values_at_the_books_inputs() -> None:
    at_minus_1, at_1, at_2 = (preset_frame("book", x=x).scalars for x in (-1.0, 1.0, 2.0))
    # Section 3.2.4: sigmoid of (-1, 1, 2).
    sigmoids = [scalars["sigmoid"] for scalars in (at_minus_1, at_1, at_2)]
    assert sigmoids == pytest.approx([0.26894142, 0.73105858, 0.88079708])
    assert [scalars["step"] for scalars in (at_minus_1, at_1, at_2)] == [0, 1, 1]
    assert [scalars["relu"] for scalars in (at_minus_1, at_1, at_2)] == [0, 1, 2]


@pytest.mark.parametrize("name", NAMES)
def test_curves_are_the_engines_at_the_usual_shape(name: str) -> None:
    arrays = frame_of(ActivationsParams(functions=(name,))).arrays
    function, slope, _ = ACTIVATIONS[name]
    np.testing.assert_array_equal(arrays[name], function(arrays["x"]))
    np.testing.assert_array_equal(arrays[f"{name}_derivative"], slope(arrays["x"]))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
def test_derivative_belongs_to_its_function(name: str, shape: Shape) -> None:
    # Odd tenths keep clear of the corners at 0 and at hard sigmoid's ±3.
    x = np.arange(-4.85, 4.9, 0.1)
    f, h = activation(name, shape), 1e-5
    central = (f(x + h) - f(x - h)) / (2 * h)
    np.testing.assert_allclose(derivative(name, shape)(x), central, atol=1e-8)


@pytest.mark.parametrize("name", NAMES)
def test_functions_keep_single_precision(name: str) -> None:
    x = np.linspace(-2, 2, 5, dtype=np.float32)
    assert activation(name, SHAPES[1])(x).dtype == np.float32
    assert derivative(name, SHAPES[1])(x).dtype == np.float32


def test_leaky_relu_goes_from_relu_to_identity() -> None:
    x = np.linspace(-3, 3, 13)
    np.testing.assert_array_equal(activation("leaky_relu", Shape(0.0))(x), np.maximum(x, 0))
    np.testing.assert_array_equal(activation("leaky_relu", Shape(1.0))(x), x)


def test_sharp_softplus_and_silu_are_nearly_relu() -> None:
    sharp = frame_of(ActivationsParams(functions=("relu", "silu", "softplus"), sharpness=10.0))
    soft = frame_of(ActivationsParams(functions=("relu", "silu", "softplus"), sharpness=0.5))
    for name in ("silu", "softplus"):
        gaps = [np.max(np.abs(f.arrays[name] - f.arrays["relu"])) for f in (sharp, soft)]
        assert gaps[0] < 0.08 < gaps[1]


def test_saturation_of_the_sigmoid_begins_where_its_derivative_falls_under_the_threshold() -> None:
    arrays = preset_frame("saturation").arrays
    x, flat = arrays["x"], arrays["sigmoid_saturated"]
    # y (1 - y) = 0.05 at x = ±2.887.
    assert not flat[np.abs(x) < 2.88].any()
    assert flat[np.abs(x) > 2.89].all()
    assert not arrays["relu_saturated"][x > 0].any()
    assert arrays["relu_saturated"][x <= 0].all()


def test_a_flat_place_in_the_middle_is_not_saturation() -> None:
    slope = np.array([0.0, 0.01, 0.5, 0.0, 0.5, -0.02])
    np.testing.assert_array_equal(
        saturated_parts(slope, 0.05), [True, True, False, False, False, True]
    )
    arrays = frame_of(ActivationsParams(functions=("silu",), threshold=0.05)).arrays
    dip = np.abs(arrays["x"] + 1.28) < 0.05
    assert (np.abs(arrays["silu_derivative"][dip]) < 0.05).all()
    assert not arrays["silu_saturated"][dip].any()


def test_no_threshold_marks_nothing_and_the_verdict_counts_the_saturated() -> None:
    assert not frame_of(ActivationsParams(functions=("step",))).arrays["step_saturated"].any()
    frame = preset_frame("saturation", x=4.0)
    assert str(frame.messages[0]).startswith("At x = 4.00, 2 of 3 are saturated")


def test_no_function_chosen_is_said_plainly() -> None:
    frame = frame_of(ActivationsParams(functions=()))
    assert [str(m) for m in frame.messages] == ["Choose at least one function"]


def test_vertical_line_stays_inside_the_picture() -> None:
    frame = frame_of(ActivationsParams(functions=("identity",), reach=3.0, x=7.0))
    assert frame.scalars["x"] == pytest.approx(3.0)
    assert frame.scalars["identity"] == frame.scalars["x"]


# Softmax


def test_book_softmax() -> None:
    frame = preset_frame("softmax")
    np.testing.assert_allclose(
        frame.arrays["probability"], [0.01821127, 0.24519181, 0.73659691], atol=5e-9
    )
    assert frame.scalars["sum"] == pytest.approx(1.0)
    assert len(frame.messages) == 2


@pytest.mark.parametrize("precision", ["float32", "float64"])
def test_overflow_without_the_maximum_subtracted(precision: str) -> None:
    frame = preset_frame("overflow", precision=precision)
    np.testing.assert_array_equal(frame.arrays["score"], [1010, 1000, 990])
    assert (frame.arrays["verdict"] == Verdict.INFINITY_BY_INFINITY).all()
    assert frame.arrays["infinite"].all()
    assert "sum" not in frame.scalars
    assert "y1" not in frame.scalars
    assert str(frame.messages[0]).startswith("Overflow")


def test_subtracting_the_maximum_mends_it() -> None:
    frame = preset_frame("shifted")
    np.testing.assert_allclose(
        frame.arrays["probability"], [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=1e-8
    )
    assert (frame.arrays["verdict"] == Verdict.NUMBER).all()


def test_single_precision_overflows_at_90_and_double_does_not() -> None:
    single = preset_frame("overflow", constant=80.0, precision="float32")
    assert single.arrays["verdict"].tolist() == [
        Verdict.INFINITY_BY_INFINITY,
        Verdict.NUMBER_BY_INFINITY,
        Verdict.NUMBER_BY_INFINITY,
    ]
    double = preset_frame("overflow", constant=80.0)
    np.testing.assert_allclose(double.arrays["probability"], double.arrays["expected"])


def test_underflow_is_told_from_overflow() -> None:
    frame = preset_frame("overflow", constant=-1000.0)
    assert (frame.arrays["verdict"] == Verdict.ZERO_BY_ZERO).all()
    assert str(frame.messages[0]).startswith("Underflow")


score = st.floats(-10, 10)


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(score, score, score, score, score),
    st.integers(2, 5),
    st.floats(0.1, 10),
    st.floats(-1000, 1000),
)
def test_probabilities_add_up_to_one_and_keep_the_order(
    scores: tuple[float, ...], classes: int, temperature: float, constant: float
) -> None:
    a1, a2, a3, a4, a5 = scores
    frame = frame_of(
        ActivationsParams(
            mode="softmax", classes=classes, a1=a1, a2=a2, a3=a3, a4=a4, a5=a5,
            temperature=temperature, constant=constant,
        )
    )  # fmt: skip
    y = frame.arrays["probability"]
    assert y.shape == (classes,)
    assert y.sum() == pytest.approx(1.0, abs=1e-12)
    assert order_kept(np.array(scores[:classes]), y)
    assert frame.scalars["error"] < 1e-9  # whatever the constant


def test_order_kept_notices_a_swap() -> None:
    assert not order_kept(np.array([1.0, 2.0]), np.array([0.6, 0.4]))


def test_temperature_decides_or_evens_out() -> None:
    cold, warm = (preset_frame("temperature", temperature=t).scalars for t in (0.1, 10.0))
    assert cold["y3"] > 0.9999
    assert max(warm[f"y{k}"] for k in range(1, 6)) < 0.3


# Linear layers


@pytest.mark.parametrize("depth", range(1, 9))
@pytest.mark.parametrize(("precision", "tolerance"), [("float64", 1e-13), ("float32", 1e-4)])
def test_linear_layers_collapse(depth: int, precision: str, tolerance: float) -> None:
    params = ActivationsParams(mode="linear", depth=depth, precision=precision)
    frame = frame_of(params, seed=depth)
    assert frame.arrays["layers"].shape == (depth + 1, 18, 41, 2)
    assert frame.arrays["layers"].dtype == precision
    assert frame.scalars["max_difference"] < tolerance
    assert frame.scalars["unexplained"] < tolerance


@pytest.mark.parametrize("between", ["relu", "leaky_relu", "tanh", "sigmoid", "step"])
def test_a_bend_between_the_layers_cannot_be_undone_by_one(between: str) -> None:
    frame = frame_of(ActivationsParams(mode="linear", depth=3, between=between), seed=4)
    assert frame.scalars["unexplained"] > 0.001
    assert str(frame.messages[0]).startswith("No single layer")


def test_leaky_relu_of_slope_one_bends_nothing() -> None:
    params = ActivationsParams(mode="linear", depth=5, between="leaky_relu", leaky_slope=1.0)
    frame = frame_of(params)
    assert frame.scalars["max_difference"] < 1e-12
    assert str(frame.messages[0]).startswith("One layer does almost the same")


def test_a_single_layer_has_nothing_between() -> None:
    frame = frame_of(ActivationsParams(mode="linear", depth=1, between="relu"))
    assert frame.scalars["max_difference"] == 0.0
    assert str(frame.messages[0]) == "A single layer has nothing to collapse"


def test_outputs_that_are_all_the_same_are_met_by_a_bias() -> None:
    frame = frame_of(ActivationsParams(mode="linear", depth=8, between="relu"), seed=1)
    # With this seed ReLU puts both neurons out on the way.
    assert np.ptp(frame.arrays["layers"][-1].reshape(-1, 2), axis=0).max() == 0.0
    assert frame.scalars["unexplained"] == 0.0


def test_another_layer_leaves_the_first_ones_alone_and_another_seed_does_not() -> None:
    three, four = (frame_of(ActivationsParams(mode="linear", depth=d)) for d in (3, 4))
    np.testing.assert_array_equal(three.arrays["weights"], four.arrays["weights"][:3])
    other = frame_of(ActivationsParams(mode="linear", depth=3), seed=1)
    assert not np.array_equal(three.arrays["weights"], other.arrays["weights"])


def test_best_affine_finds_the_product() -> None:
    weights, biases = random_layers(np.random.default_rng(3))
    W, b = product(weights[:3], biases[:3])
    x = np.random.default_rng(4).normal(size=(50, 2))
    found_W, found_b = best_affine(x, x @ W + b)
    np.testing.assert_allclose(found_W, W, atol=1e-12)
    np.testing.assert_allclose(found_b, b, atol=1e-12)


# The form


def test_the_form_shows_only_what_matters() -> None:
    functions = ActivationsParams(functions=("relu", "elu"))
    assert functions.shows("elu_alpha")
    assert not functions.shows("leaky_slope")
    assert not functions.shows("a1")
    softmax = ActivationsParams(mode="softmax", classes=3)
    assert softmax.shows("a3")
    assert not softmax.shows("a4")
    assert not softmax.shows("functions")
    linear = ActivationsParams(mode="linear", between="leaky_relu")
    assert linear.shows("leaky_slope")
    assert not linear.shows("sharpness")


def test_wrong_values_name_the_field() -> None:
    with pytest.raises(ParamsError, match=r"temperature: 0 is outside the range 0\.1 to 10"):
        ActivationsParams(temperature=0.0)
    with pytest.raises(ParamsError, match="functions: 'cosine' is not one of step, sigmoid"):
        ActivationsParams(functions=("cosine",))
