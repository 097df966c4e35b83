"""Parameters: arrays by name that share one vector."""

from __future__ import annotations

import copy

import numpy as np
import pytest

from fishlab.engine import Parameters, ShapeError


@pytest.fixture
def params():
    return Parameters(
        {
            "W1": np.arange(24.0).reshape(2, 3, 2, 2),
            "b1": np.array([5.0, 6.0]),
            "W2": np.arange(6.0).reshape(2, 3),
        },
        np.float32,
    )


def test_arrays_are_pieces_of_the_vector(params):
    assert list(params) == ["W1", "b1", "W2"]
    assert params.flat.shape == (32,)
    assert params.flat.dtype == np.float32
    np.testing.assert_array_equal(params["W1"], np.arange(24).reshape(2, 3, 2, 2))
    params.flat *= 2
    np.testing.assert_array_equal(params["W1"], 2 * np.arange(24).reshape(2, 3, 2, 2))
    np.testing.assert_array_equal(params["b1"], [10, 12])
    params["b1"][0] = -1
    assert -1 in params.flat


def test_the_dtype_is_the_given_one_or_that_of_the_arrays(params):
    assert Parameters(params).flat.dtype == np.float32
    assert Parameters({"W": np.zeros(3)}).flat.dtype == np.float64
    assert Parameters({"W": np.zeros(3)}, np.float32).flat.dtype == np.float32
    assert Parameters({"W": [1, 2]}).flat.dtype == np.float64
    assert Parameters({}).flat.shape == (0,)


def test_assigning_copies_into_the_place(params):
    b1, new = params["b1"], np.array([8.0, 9.0])
    params["b1"] = new
    assert params["b1"] is b1
    assert b1.tolist() == [8, 9]
    new[0] = 0
    assert b1[0] == 8


def test_names_and_shapes_stay(params):
    with pytest.raises(ShapeError, match=r"b1 is \(2,\).*\(3,\)"):
        params["b1"] = np.zeros(3)
    with pytest.raises(ShapeError, match=r"W2 is \(2, 3\).*\(\)"):
        params["W2"] = 0.0
    with pytest.raises(KeyError):
        params["b9"] = np.zeros(2)
    with pytest.raises(TypeError, match="b1"):
        del params["b1"]
    assert len(params) == 3


def test_copies_are_independent(params):
    for twin in (params.copy(), copy.deepcopy(params)):
        assert dict(params).keys() == dict(twin).keys()
        np.testing.assert_array_equal(twin["W1"], params["W1"])
        twin.flat[...] = 0
        assert not twin["W1"].any()
        assert params["W1"].any()
    other = params.empty_like()
    assert {name: array.shape for name, array in other.items()} == {
        name: array.shape for name, array in params.items()
    }
    assert not np.shares_memory(other.flat, params.flat)
