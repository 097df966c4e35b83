"""Optimizers: the book's trajectories, one flat vector or key by key, state that can be kept."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from fishlab.engine.optimizers import (
    FORGET_EVERY,
    OPTIMIZERS,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Momentum,
    Nesterov,
    RMSprop,
    make_optimizer,
)
from fishlab.engine.shapes import ShapeError


class Flat(dict):
    """Parameters as views into one vector, as our networks have them."""

    def __init__(self, arrays):
        self.flat = np.concatenate([a.ravel() for a in arrays.values()])
        start = 0
        for name, array in arrays.items():
            self[name] = self.flat[start : start + array.size].reshape(array.shape)
            start += array.size


def descend(optimizer, params, steps=30):
    """x**2/20 + y**2, the surface of 6.1."""
    for _ in range(steps):
        optimizer.update(params, {"x": params["x"] / 10, "y": 2 * params["y"]})
    return float(params["x"]), float(params["y"])


@pytest.mark.parametrize(
    ("optimizer", "x", "y"),
    [
        (lambda: SGD(0.95), -0.350393, 0.084782),
        (lambda: Momentum(0.1), 0.896414, 0.088086),
        (lambda: AdaGrad(1.5), -0.120162, 0.0),
        (lambda: Adam(0.3), 0.136007, 0.318245),
    ],
)
@pytest.mark.parametrize("kind", [float, np.float64, np.array, lambda v: np.array([v])[0:1]])
def test_thirty_updates_of_the_book(optimizer, x, y, kind):
    params = {"x": kind(-7.0), "y": kind(2.0)}
    optimizer = optimizer()
    for _ in range(30):
        optimizer.update(params, {"x": params["x"] / 10, "y": 2 * params["y"]})
    assert np.ravel(params["x"])[0] == pytest.approx(x, abs=5e-7)
    assert np.ravel(params["y"])[0] == pytest.approx(y, abs=5e-7)


def reference(name, gradients):
    """The formulas of the book and of Zeiler's and Bengio's papers, for one number, from 1.0."""
    w, v, h, u, m = 1.0, 0.0, 0.0, 0.0, 0.0
    for t, g in enumerate(gradients, 1):
        if name == "sgd":
            w -= 0.1 * g
        elif name == "momentum":
            v = 0.9 * v - 0.1 * g
            w += v
        elif name == "nesterov":
            w += 0.9**2 * v - 1.9 * 0.1 * g
            v = 0.9 * v - 0.1 * g
        elif name == "adagrad":
            h += g * g
            w -= 0.1 * g / (np.sqrt(h) + 1e-7)
        elif name == "rmsprop":
            h = 0.99 * h + 0.01 * g * g
            w -= 0.1 * g / (np.sqrt(h) + 1e-7)
        elif name == "adadelta":
            h = 0.95 * h + 0.05 * g * g
            d = -np.sqrt(u + 1e-6) / np.sqrt(h + 1e-6) * g
            u = 0.95 * u + 0.05 * d * d
            w += 0.1 * d
        else:
            m += 0.1 * (g - m)
            h += 0.001 * (g * g - h)
            w -= 0.1 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (np.sqrt(h) + 1e-7)
    return w


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_formula(name):
    gradients = np.random.default_rng(0).normal(size=12)
    params = {"w": 1.0}
    optimizer = make_optimizer(name, lr=0.1)
    for g in gradients:
        optimizer.update(params, {"w": g})
    assert params["w"] == pytest.approx(reference(name, gradients), rel=1e-12)


def test_nesterov_is_momentum_that_looks_ahead():
    """The parameters kept are those one momentum step ahead of the textbook's (Sutskever 2013)."""
    w, v = -7.0, 0.0
    params, optimizer = {"w": -7.0}, Nesterov(0.1)
    for _ in range(10):
        v = 0.9 * v - 0.1 * 2 * (w + 0.9 * v)
        w += v
        optimizer.update(params, {"w": 2 * params["w"]})
    assert params["w"] == pytest.approx(w + 0.9 * v, rel=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_flat_and_key_by_key_are_the_same(name, dtype):
    rng = np.random.default_rng(0)
    arrays = {"W": rng.normal(size=(3, 2)).astype(dtype), "b": np.ones(2, dtype)}
    flat, loose = Flat(arrays), {key: array.copy() for key, array in arrays.items()}
    views = dict(flat)
    one, other = make_optimizer(name), make_optimizer(name)
    for _ in range(5):
        grads = {key: rng.normal(size=a.shape).astype(dtype) for key, a in arrays.items()}
        one.update(flat, Flat(grads))
        other.update(loose, grads)
    for key, array in arrays.items():
        assert flat[key] is views[key]
        assert flat[key].dtype == dtype
        np.testing.assert_array_equal(flat[key], loose[key])
        assert not np.array_equal(flat[key], array)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_gradients_are_left_alone(name):
    grads = {"w": np.array([1.0, -2.0])}
    make_optimizer(name).update({"w": np.zeros(2)}, grads)
    assert grads["w"].tolist() == [1.0, -2.0]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_later_updates_take_no_new_memory(name):
    size = 100_000
    params, grads = {"w": np.ones(size)}, {"w": np.full(size, 0.5)}
    optimizer = make_optimizer(name)
    optimizer.update(params, grads)
    tracemalloc.start()
    try:
        optimizer.update(params, grads)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * size / 10


def test_whole_numbers_become_floats():
    params = {"x": np.array([1, 2]), "n": 3}
    SGD(0.5).update(params, {"x": np.array([1, 1]), "n": 1})
    assert params["x"].tolist() == [0.5, 1.5]
    assert params["n"] == 2.5


def test_learning_rate_may_change_between_updates():
    params, optimizer = {"x": 1.0}, SGD(0.1)
    optimizer.update(params, {"x": 1.0})
    optimizer.lr = 0.2
    optimizer.update(params, {"x": 1.0})
    assert params["x"] == pytest.approx(0.7)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_state_goes_on_exactly(name):
    rng = np.random.default_rng(0)
    gradients = rng.normal(size=(10, 4)).astype(np.float32)
    through, first = {"w": np.ones(4, np.float32)}, {"w": np.ones(4, np.float32)}
    optimizer, half = make_optimizer(name, lr=0.05), make_optimizer(name, lr=0.05)
    for g in gradients:
        optimizer.update(through, {"w": g})
    for g in gradients[:5]:
        half.update(first, {"w": g})
    state = half.state_dict()
    half.update(first, {"w": gradients[5]})  # must not reach into the state taken before
    second = make_optimizer(name, lr=9.0)
    second.load_state_dict(state)
    again = {"w": np.ones(4, np.float32)}
    replay = make_optimizer(name, lr=0.05)
    for g in gradients[:5]:
        replay.update(again, {"w": g})
    for g in gradients[5:]:
        second.update(again, {"w": g})
    assert second.lr == 0.05
    np.testing.assert_array_equal(again["w"], through["w"])


def test_state_of_another_optimizer_is_refused():
    adam, params = Adam(), {"w": np.ones(2)}
    adam.update(params, {"w": np.ones(2)})
    with pytest.raises(ValueError, match="Momentum has no 'beta1'"):
        Momentum().load_state_dict(adam.state_dict())
    state = adam.state_dict()
    del state["m/w"]
    with pytest.raises(ValueError, match="incomplete"):
        Adam().load_state_dict(state)


def test_shapes_that_do_not_fit_are_named():
    with pytest.raises(ShapeError, match=r"w: .*\(2,\).*\(3,\)"):
        SGD().update({"w": np.ones(2)}, {"w": np.ones(3)})
    with pytest.raises(ShapeError, match="'w' has no gradient"):
        SGD().update({"w": np.ones(2)}, {})
    flat = Flat({"W": np.ones((2, 3)), "b": np.ones(3)})
    with pytest.raises(ShapeError, match="correspond"):
        SGD().update(flat, Flat({"b": np.ones(3), "W": np.ones((2, 3))}))
    with pytest.raises(ShapeError, match=r"W: .*\(2, 3\).*\(3, 2\)"):
        SGD().update(flat, Flat({"W": np.ones((3, 2)), "b": np.ones(3)}))
    momentum = Momentum()
    momentum.update({"w": np.ones(2)}, {"w": np.ones(2)})
    with pytest.raises(ShapeError, match="earlier"):
        momentum.update({"w": np.ones(3)}, {"w": np.ones(3)})


def test_names_and_settings():
    assert list(OPTIMIZERS) == [
        "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam",
    ]  # fmt: skip
    made = make_optimizer("AdaGrad", lr=0.3)
    assert isinstance(made, AdaGrad)
    assert made.lr == 0.3
    assert (RMSprop().lr, RMSprop().decay_rate) == (0.01, 0.99)
    assert (AdaDelta().lr, AdaDelta().decay_rate, AdaDelta().eps) == (1.0, 0.95, 1e-6)
    assert (Adam().lr, Adam().beta1, Adam().beta2) == (0.001, 0.9, 0.999)
    with pytest.raises(ValueError, match=r"sgd, momentum.*'adamw'"):
        make_optimizer("adamw")
    with pytest.raises(ValueError, match="SGD has no setting 'momentum'"):
        make_optimizer("sgd", momentum=0.9)


@pytest.mark.parametrize("name", ["momentum", "nesterov", "adam", "rmsprop", "adadelta"])
def test_what_has_faded_is_forgotten_before_it_becomes_slow(name):
    """Numbers under 1e-38 take a processor many times as long, and a dead unit's never end."""
    optimizer = make_optimizer(name, **({} if name == "adadelta" else {"lr": 0.01}))
    params = {"W": np.ones((3, 100), np.float32)}
    alive = np.zeros((3, 100), np.float32)
    alive[0] = 1
    rng = np.random.default_rng(0)
    optimizer.update(params, {"W": rng.standard_normal((3, 100)).astype(np.float32)})
    smallest = np.finfo(np.float32).smallest_normal
    slow = 0
    for _ in range(9000 if name == "rmsprop" else 2000):
        optimizer.update(params, {"W": alive * rng.standard_normal((3, 100), np.float32)})
        for array in optimizer._kept["W"].values():
            slow += np.count_nonzero((array != 0) & (np.abs(array) < smallest))
    assert slow == 0
    assert all(array[0].all() for array in optimizer._kept["W"].values())


def test_a_state_of_other_parameters_does_no_harm_when_it_is_time_to_forget():
    optimizer, other = make_optimizer("adam"), make_optimizer("adam")
    other.update({"b": np.ones(3)}, {"b": np.ones(3)})
    for _ in range(FORGET_EVERY - 1):
        optimizer.update({"W": np.ones(2)}, {"W": np.ones(2)})
    optimizer.load_state_dict(other.state_dict())
    params = {"b": np.ones(3)}
    optimizer.update(params, {"b": np.ones(3)})
    assert (params["b"] < 1).all()
