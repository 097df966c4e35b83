"""Params: one declaration validates, explains, and survives JSON and the command line."""

import dataclasses
import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishlab.experiment import ParamsError

from .labs import EveryKind

COMPLAINTS = [
    ("learning_rate", 3, "learning_rate: 3 is outside the range 0 to 2"),
    ("learning_rate", -1e-9, "learning_rate: -1e-09 is outside the range 0 to 2"),
    ("learning_rate", "fast", "learning_rate: a number was expected, not 'fast'"),
    ("learning_rate", "0.5", "learning_rate: a number was expected, not '0.5'"),
    ("learning_rate", math.nan, "learning_rate: a number was expected, not nan"),
    ("learning_rate", math.inf, "learning_rate: a number was expected, not inf"),
    ("learning_rate", True, "learning_rate: a number was expected, not True"),
    ("learning_rate", None, "learning_rate: a number was expected, not None"),
    ("learning_rate", 10**400, "learning_rate: a number was expected, not "),
    ("steps", 0, "steps: 0 is outside the range 1 to 500"),
    ("steps", 501, "steps: 501 is outside the range 1 to 500"),
    ("steps", 2.5, "steps: a whole number was expected, not 2.5"),
    ("steps", "x" * 100, "steps: a number was expected, not 'xxx"),
    ("bias", 1, "bias: true or false was expected, not 1"),
    ("bias", "true", "bias: true or false was expected, not 'true'"),
    ("gate", "xor", "gate: 'xor' is not one of and, or"),
    ("gate", ["and"], "gate: ['and'] is not one of and, or"),
    ("curves", ["sine"], "curves: 'sine' is not one of step, relu, tanh"),
    ("curves", "relu", "curves: 'relu' is not one of step, relu, tanh"),
    ("curves", 7, "curves: 7 is not one of step, relu, tanh"),
    ("title", 5, "title: a text was expected, not 5"),
    ("title", "x" * 11, "title: 11 characters are more than the 10 allowed"),
    ("title", "13", "thirteen is unlucky"),
    ("points", "0,1", "points: rows of 2 numbers were expected"),
    ("points", [[1, 2, 3]], "points: rows of 2 numbers were expected"),
    ("points", [[1, 2], [3]], "points: rows of 2 numbers were expected"),
    ("points", [[1, math.nan]], "points: rows of 2 numbers were expected"),
    ("points", [["a", "b"]], "points: rows of 2 numbers were expected"),
    ("points", [[0, 0]] * 4, "points: 4 rows are more than the 3 allowed"),
]


@pytest.mark.parametrize(("name", "value", "complaint"), COMPLAINTS)
def test_a_wrong_value_names_the_field_what_it_accepts_and_what_was_given(name, value, complaint):
    with pytest.raises(ParamsError) as caught:
        EveryKind(**{name: value})
    assert str(caught.value).startswith(complaint)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 120
    assert caught.value.name == name


def test_values_take_the_field_s_own_type():
    params = EveryKind(
        learning_rate=1, steps=np.float64(7.0), curves=["tanh", "step", "tanh"], points=[[1, 2]]
    )
    assert isinstance(params.learning_rate, float)
    assert (params.steps, type(params.steps)) == (7, int)
    assert params.curves == ("step", "tanh"), "in the order of the declaration, each once"
    assert params.points == ((1.0, 2.0),)


def test_range_ends_are_inside():
    assert EveryKind(learning_rate=0.0).learning_rate == 0.0
    assert EveryKind(learning_rate=2.0).learning_rate == 2.0
    assert EveryKind(steps=500).steps == 500


def test_no_rows_and_no_choices_are_fine():
    params = EveryKind(points=[], curves=[])
    assert (params.points, params.curves) == ((), ())


def test_params_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        EveryKind().steps = 3


def test_replace_validates_and_leaves_the_original_alone():
    params = EveryKind()
    assert params.replace(steps=40).steps == 40
    assert params.steps == 30
    with pytest.raises(ParamsError, match="steps: 0 is outside"):
        params.replace(steps=0)


def test_an_unknown_name_is_answered_with_the_known_ones():
    expected = "speed: there is no such parameter; known are learning_rate, steps, bias, gate, "
    for attempt in (EveryKind().replace, lambda **given: EveryKind.from_json(given)):
        with pytest.raises(ParamsError) as caught:
            attempt(speed=3)
        assert str(caught.value).startswith(expected)


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_json_that_is_no_object_is_refused(data):
    with pytest.raises(ParamsError, match="parameters must be an object of names and values"):
        EveryKind.from_json(data)


@given(
    st.builds(
        EveryKind,
        learning_rate=st.floats(0, 2),
        steps=st.integers(1, 500),
        bias=st.booleans(),
        gate=st.sampled_from(["and", "or"]),
        curves=st.lists(st.sampled_from(["step", "relu", "tanh"])),
        title=st.text(max_size=10).filter(lambda text: text != "13"),
        points=st.lists(
            st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 2), max_size=3
        ),
    )
)
def test_json_round_trip(params):
    assert EveryKind.from_json(json.loads(json.dumps(params.to_json()))) == params


def test_absent_fields_take_their_default():
    assert EveryKind.from_json({"steps": 3}) == EveryKind(steps=3)


PARSED = [
    ("learning_rate", "1e-1", 0.1),
    ("steps", "12", 12),
    ("bias", "off", False),
    ("bias", "TRUE", True),
    ("gate", "or", "or"),
    ("curves", "tanh, step", ("step", "tanh")),
    ("curves", "", ()),
    ("title", "13.5", "13.5"),
    ("points", "0,1; 2,3", ((0.0, 1.0), (2.0, 3.0))),
    ("points", "-1e-3,2", ((-0.001, 2.0),)),
]


@pytest.mark.parametrize(("name", "text", "value"), PARSED)
def test_typed_text_becomes_a_value(name, text, value):
    assert EveryKind.specs()[name].parsed(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("learning_rate", "quick", "learning_rate: a number was expected, not 'quick'"),
        ("steps", "2.5", "steps: a whole number was expected, not 2.5"),
        ("bias", "maybe", "bias: true or false was expected, not 'maybe'"),
        ("curves", "tanh,sine", "curves: 'sine' is not one of step, relu, tanh"),
        ("points", "0,1;2", "points: rows of 2 numbers were expected"),
        ("points", "0,one", "points: rows of 2 numbers were expected"),
    ],
)
def test_typed_nonsense_gets_the_field_s_own_complaint(name, text, complaint):
    with pytest.raises(ParamsError) as caught:
        EveryKind.specs()[name].parsed(name, text)
    assert str(caught.value) == complaint


def test_only_live_fields_can_change_under_way():
    params = EveryKind()
    assert params.is_live_change(params.replace(learning_rate=0.5))
    assert not params.is_live_change(params.replace(learning_rate=0.5, steps=3))
    assert params.differing(params.replace(learning_rate=0.5, steps=3)) == {
        "learning_rate",
        "steps",
    }


def test_a_field_is_shown_only_under_the_values_that_it_names():
    assert not EveryKind(gate="and").shows("points")
    assert EveryKind(gate="or").shows("points")
    assert EveryKind().shows("steps")
