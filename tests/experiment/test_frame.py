"""Frame: a moment that nothing can change afterwards."""

import numpy as np
import pytest

from fishlab.experiment import Frame, frozen


def test_arrays_are_copies_that_later_updates_do_not_reach():
    weights = np.zeros(3)
    frame = Frame(0, arrays={"W": weights})
    weights += 1
    assert frame.arrays["W"].tolist() == [0, 0, 0]


def test_a_read_only_view_of_a_changing_array_is_copied_too():
    weights = np.zeros(3)
    view = weights[:]
    view.flags.writeable = False
    frame = Frame(0, arrays={"W": view})
    weights += 1
    assert frame.arrays["W"].tolist() == [0, 0, 0]


def test_arrays_are_read_only():
    frame = Frame(0, arrays={"W": np.zeros(3)})
    with pytest.raises(ValueError, match="read-only"):
        frame.arrays["W"][0] = 1


def test_an_array_that_cannot_change_is_not_copied():
    constant = frozen([1.0, 2.0])
    assert Frame(0, arrays={"x": constant}).arrays["x"] is constant


def test_names_cannot_be_added_or_replaced():
    scalars = {"loss": 1}
    frame = Frame(0, scalars, {"x": [1, 2]})
    scalars["loss"] = 2
    assert frame.scalars["loss"] == 1.0
    for mapping in (frame.scalars, frame.arrays):
        with pytest.raises(TypeError):
            mapping["new"] = 0


def test_scalars_are_plain_floats():
    assert type(Frame(0, {"loss": np.float32(0.5)}).scalars["loss"]) is float
