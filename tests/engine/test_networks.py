"""Networks: gradients, shapes they accept, what they keep, and that they learn."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest

from fishlab.engine import (
    Adam,
    DeepConvNet,
    MultiLayerNet,
    ShapeError,
    SimpleConvNet,
    TwoLayerNet,
    WeightsError,
    gradient_error,
    numerical_gradient,
    one_hot,
    save_weights,
)

SMALL_DEEP = {
    "input_dim": (1, 12, 12),
    **{
        f"conv_param_{i}": {"filter_num": n, "filter_size": 3, "pad": pad, "stride": 1}
        for i, (n, pad) in enumerate([(2, 1), (2, 1), (3, 1), (3, 2), (2, 1), (2, 1)], start=1)
    },
    "hidden_size": 4,
    "output_size": 3,
}
FLOAT64 = {"dtype": np.float64}
# name -> (network, shape of a sample); all for 3 classes, small enough for numerical gradients.
SMALL = {
    "two layers": lambda: (TwoLayerNet(6, 5, 3, 0.5, **FLOAT64), (6,)),
    "sigmoid": lambda: (
        MultiLayerNet(6, [5, 4], 3, activation="sigmoid", weight_init_std="sigmoid", **FLOAT64),
        (6,),
    ),
    "tanh, L2": lambda: (
        MultiLayerNet(6, [5], 3, activation="tanh", weight_decay_lambda=0.3, **FLOAT64),
        (6,),
    ),
    "leaky ReLU, L1": lambda: (
        MultiLayerNet(
            6, [5], 3, "leaky_relu", weight_decay="l1", weight_decay_lambda=0.1, **FLOAT64
        ),
        (6,),
    ),
    "batch normalisation": lambda: (
        MultiLayerNet(6, [5, 4], 3, use_batchnorm=True, **FLOAT64),
        (6,),
    ),
    "simple convnet": lambda: (
        SimpleConvNet(
            (2, 8, 9), {"filter_num": 3, "filter_size": 3}, 5, 3, weight_init_std=0.3, **FLOAT64
        ),
        (2, 8, 9),
    ),
    "deep convnet": lambda: (DeepConvNet(**SMALL_DEEP, dropout_ratio=0.0, **FLOAT64), (1, 12, 12)),
}
BOOK = {
    "two layers": lambda **kwargs: TwoLayerNet(784, 50, 10, **kwargs),
    "three layers": lambda **kwargs: MultiLayerNet(784, [50, 100], 10, **kwargs),
    "simple convnet": lambda **kwargs: SimpleConvNet(**kwargs),
    "deep convnet": lambda **kwargs: DeepConvNet(**kwargs),
}


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("labels", ["indices", "one-hot"])
def test_backpropagation_agrees_with_differences(name, labels, rng):
    network, shape = SMALL[name]()
    # With biases of exactly 0, pixels in the dark would lie exactly on the bend of ReLU.
    network.params.flat += 0.1 * rng.standard_normal(network.params.flat.shape)
    x, t = rng.standard_normal((5, *shape)), np.array([0, 2, 1, 1, 0])
    if labels == "one-hot":
        t = one_hot(t, 3)
    analytic, numeric = network.gradient(x, t), network.numerical_gradient(x, t)
    for key, gradient in analytic.items():
        # A bias before batch normalisation has the gradient 0, but for rounding.
        if np.abs(gradient).max() > 1e-12 or np.abs(numeric[key]).max() > 1e-9:
            # The loss has 1e-7 inside its logarithm, y - t has not: hence not 1e-6.
            assert gradient_error(gradient, numeric[key]) < 2e-6, key


def test_gradient_of_a_network_with_dropout(rng):
    network = DeepConvNet(**SMALL_DEEP, dropout_ratio=0.3, **FLOAT64)
    x, t = rng.standard_normal((4, 1, 12, 12)), np.array([0, 2, 1, 1])
    dropout_rng = network.layers["Dropout1"].rng
    state = dropout_rng.bit_generator.state

    def loss(_: np.ndarray) -> float:
        dropout_rng.bit_generator.state = state
        return network.loss_and_gradient(x, t)[0]

    loss(x)
    dropout_rng.bit_generator.state = state
    grads = network.gradient(x, t)
    for name in ("W1", "b4", "W8"):
        numeric = numerical_gradient(loss, network.params[name])
        assert gradient_error(grads[name], numeric) < 2e-6, name


def test_numerical_gradient_leaves_the_network_as_it_was(rng):
    network, shape = SMALL["batch normalisation"]()
    x, t = rng.standard_normal((5, *shape)), np.array([0, 2, 1, 1, 0])
    network.gradient(x, t)
    before = {name: array.copy() for name, array in network.state().items()}
    network.numerical_gradient(x, t)
    for name, array in network.state().items():
        np.testing.assert_array_equal(array, before[name])


@pytest.mark.parametrize("name", SMALL)
def test_loss_and_gradient_is_both(name, rng):
    network, shape = SMALL[name]()
    x, t = rng.standard_normal((5, *shape)), np.array([0, 2, 1, 1, 0])
    loss, grads = network.loss_and_gradient(x, t)
    assert loss == pytest.approx(network.loss(x, t, train_flg=True))
    np.testing.assert_array_equal(grads.flat, network.gradient(x, t).flat)
    assert list(grads) == list(network.params)


@pytest.mark.parametrize("name", BOOK)
def test_book_networks_have_the_books_parameters(name):
    shapes = {
        "two layers": {"W1": (784, 50), "b1": (50,), "W2": (50, 10), "b2": (10,)},
        "three layers": {
            "W1": (784, 50), "b1": (50,), "W2": (50, 100), "b2": (100,),
            "W3": (100, 10), "b3": (10,)
        },
        "simple convnet": {
            "W1": (30, 1, 5, 5), "b1": (30,), "W2": (4320, 100), "b2": (100,),
            "W3": (100, 10), "b3": (10,)
        },
        "deep convnet": {
            "W1": (16, 1, 3, 3), "b1": (16,), "W2": (16, 16, 3, 3), "b2": (16,),
            "W3": (32, 16, 3, 3), "b3": (32,), "W4": (32, 32, 3, 3), "b4": (32,),
            "W5": (64, 32, 3, 3), "b5": (64,), "W6": (64, 64, 3, 3), "b6": (64,),
            "W7": (1024, 50), "b7": (50,), "W8": (50, 10), "b8": (10,)
        },
    }  # fmt: skip
    network = BOOK[name]()
    assert {key: array.shape for key, array in network.params.items()} == shapes[name]
    assert network.params.flat.dtype == np.float32


@pytest.mark.parametrize("name", BOOK)
def test_all_ways_to_write_the_same_images_give_the_same_scores(name, rng):
    network = BOOK[name]()
    x = rng.random((4, 1, 28, 28), dtype=np.float32)
    expected = network.predict(x)
    assert expected.shape == (4, 10)
    assert expected.dtype == np.float32
    channels_last = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
    for same in (
        x.reshape(4, 784),
        x.reshape(4, 28, 28),
        x.astype(float),
        channels_last,
        x.tolist(),
    ):
        np.testing.assert_array_equal(network.predict(same), expected)
    grads = network.gradient(x.reshape(4, 28, 28), [1, 2, 3, 4])
    assert grads.flat.dtype == np.float32


@pytest.mark.parametrize("name", BOOK)
@pytest.mark.parametrize("shape", [(784,), (4, 783), (4, 2, 28, 28), (4, 28, 29), (28, 28)])
def test_other_samples_are_refused(name, shape):
    with pytest.raises(ShapeError, match=rf"\({shape[0]},.*784"):
        BOOK[name]().predict(np.zeros(shape))


def test_labels_must_belong_to_the_samples(rng):
    network = SimpleConvNet()
    x = rng.random((4, 784))
    for t in ([1, 2, 3], np.zeros((4, 9)), 3):
        with pytest.raises(ShapeError):
            network.gradient(x, t)
        with pytest.raises(ShapeError):
            network.accuracy(x, t)
        with pytest.raises(ShapeError):
            network.loss(x, t)
    with pytest.raises(ValueError, match="label 10"):
        network.gradient(x, [1, 2, 3, 10])


def test_accuracy_counts_right_answers_of_many_samples(rng):
    network = TwoLayerNet(784, 50, 10)
    x = rng.random((230, 784))
    answers = network.predict(x).argmax(axis=1)
    wrong = answers.copy()
    wrong[::10] = (wrong[::10] + 1) % 10
    assert network.accuracy(x, answers) == 1.0
    assert network.accuracy(x, wrong, batch_size=7) == pytest.approx(0.9)
    assert network.accuracy(x, one_hot(wrong, 10)) == pytest.approx(0.9)


@pytest.mark.parametrize("name", BOOK)
def test_many_samples_get_the_scores_that_each_gets_alone(name, rng):
    network = BOOK[name]()
    x = rng.random((120, 784), dtype=np.float32)
    scores = network.predict(x)
    for i in (0, 49, 50, 119):
        np.testing.assert_allclose(
            network.predict(x[i : i + 1])[0], scores[i], rtol=2e-4, atol=1e-5
        )


@pytest.mark.parametrize("name", SMALL)
def test_a_trace_holds_every_layers_answer(name, rng):
    network, shape = SMALL[name]()
    x = rng.standard_normal((5, *shape))
    trace = network.trace(x)
    assert list(trace) == list(network.layers)
    np.testing.assert_allclose(list(trace.values())[-1], network.predict(x), atol=1e-12)
    for layer, answer in trace.items():
        if layer.startswith("Relu"):
            assert answer.min() >= 0
        if layer.startswith("Conv"):
            assert answer.min() < 0


def test_trace_has_the_shapes_of_the_book(rng):
    trace = DeepConvNet().trace(rng.random((2, 784)))
    shapes = {
        "Conv1": (2, 16, 28, 28), "Relu2": (2, 16, 28, 28), "Pool1": (2, 16, 14, 14),
        "Conv3": (2, 32, 14, 14), "Conv4": (2, 32, 16, 16), "Pool2": (2, 32, 8, 8),
        "Conv6": (2, 64, 8, 8), "Pool3": (2, 64, 4, 4), "Affine1": (2, 50), "Affine2": (2, 10),
    }  # fmt: skip
    assert {name: trace[name].shape for name in shapes} == shapes


@pytest.mark.parametrize("name", SMALL)
def test_input_gradient_is_that_of_the_score(name, rng):
    network, shape = SMALL[name]()
    x, t = rng.standard_normal((2, *shape)), np.array([2, 0])
    network.gradient(x, t)

    def scores(_: np.ndarray) -> float:
        return float(network.predict(x)[np.arange(2), t].sum())

    assert gradient_error(network.input_gradient(x, t), numerical_gradient(scores, x)) < 1e-6


def test_weight_decay_is_in_loss_and_gradient(rng):
    x, t = rng.standard_normal((5, 6)), np.array([0, 2, 1, 1, 0])
    plain = MultiLayerNet(6, [5], 3, **FLOAT64)
    decaying = MultiLayerNet(6, [5], 3, weight_decay_lambda=0.5, **FLOAT64)
    squares = sum(np.sum(plain.params[name] ** 2) for name in ("W1", "W2"))
    assert decaying.loss(x, t) - plain.loss(x, t) == pytest.approx(0.25 * squares)
    difference = decaying.gradient(x, t)["W1"] - plain.gradient(x, t)["W1"]
    np.testing.assert_allclose(difference, 0.5 * plain.params["W1"])
    np.testing.assert_allclose(decaying.gradient(x, t)["b1"], plain.gradient(x, t)["b1"])


def test_max_norm_is_enforced_by_project():
    network = MultiLayerNet(6, [5], 3, weight_decay="max_norm", weight_decay_lambda=0.4)
    network.project()
    for name in ("W1", "W2"):
        lengths = np.linalg.norm(network.params[name], axis=0)
        assert lengths.max() <= 0.4 * (1 + 1e-6)
    before = network.params.flat.copy()
    MultiLayerNet(6, [5], 3).project()
    np.testing.assert_array_equal(network.params.flat, before)


@pytest.mark.parametrize(
    ("kwargs", "word"),
    [
        ({"activation": "softer"}, "softer"),
        ({"weight_init_std": "big"}, "big"),
        ({"weight_decay": "l3", "weight_decay_lambda": 1}, "l3"),
        ({"dtype": np.float16}, "float16"),
        ({"dtype": int}, "int64"),
    ],
)
def test_settings_that_do_not_exist_are_named(kwargs, word):
    with pytest.raises(ValueError, match=word):
        MultiLayerNet(6, [5], 3, **kwargs)


def test_networks_that_do_not_fit_their_images_are_refused():
    with pytest.raises(ShapeError, match="5 does not fit into 4"):
        SimpleConvNet((1, 4, 4))
    with pytest.raises(ShapeError, match="2 does not fit into 1"):
        DeepConvNet((1, 3, 3))


@pytest.mark.parametrize("name", [*BOOK, "batch normalisation"])
def test_saved_weights_come_back(name, rng, tmp_path):
    build = {
        **BOOK,
        "batch normalisation": lambda **kwargs: MultiLayerNet(
            784, [20, 20], 10, use_batchnorm=True, **kwargs
        ),
    }[name]
    network, other = build(), build(rng=np.random.default_rng(5))
    x, t = rng.random((20, 784)), rng.integers(0, 10, 20)
    Adam().update(network.params, network.gradient(x, t))
    path = tmp_path / "weights.npz"
    network.save_params(path, {"accuracy": 0.5})
    assert not np.array_equal(other.predict(x), network.predict(x))
    other.load_params(path)
    np.testing.assert_array_equal(other.predict(x), network.predict(x))


def test_the_books_pickles_are_read(tmp_path, rng):
    network, book = SimpleConvNet(), SimpleConvNet(rng=np.random.default_rng(5))
    path = tmp_path / "params.pkl"
    arrays = {name: np.ascontiguousarray(array) for name, array in book.params.items()}
    path.write_bytes(pickle.dumps(arrays, protocol=2).replace(b"numpy._core", b"numpy.core"))
    network.load_params(path)
    x = rng.random((3, 784))
    np.testing.assert_array_equal(network.predict(x), book.predict(x))


@pytest.mark.parametrize("change", ["shape", "missing", "unknown"])
def test_weights_of_another_network_change_nothing(change, tmp_path):
    network = TwoLayerNet(6, 5, 3)
    arrays = dict(network.params)
    match change:
        case "shape":
            arrays["W2"] = np.ones((5, 4))
        case "missing":
            del arrays["W2"]
        case "unknown":
            arrays["W9"] = np.ones(3)
    path = tmp_path / "other.npz"
    save_weights(path, {name: array + 1 for name, array in arrays.items()})
    before = network.params.flat.copy()
    with pytest.raises(WeightsError, match=r"other\.npz.*TwoLayerNet.*W[29]") as caught:
        network.load_params(path)
    assert "\n" not in str(caught.value)
    np.testing.assert_array_equal(network.params.flat, before)


def test_a_deep_copy_learns_by_itself(rng):
    network = SimpleConvNet()
    twin = copy.deepcopy(network)
    x, t = rng.random((6, 784)), rng.integers(0, 10, 6)
    np.testing.assert_array_equal(twin.predict(x), network.predict(x))
    before = network.predict(x)
    for _ in range(3):
        Adam(lr=0.01).update(twin.params, twin.gradient(x, t))
    np.testing.assert_array_equal(network.predict(x), before)
    assert not np.array_equal(twin.predict(x), before)


def test_gradients_that_are_kept_stay_right(rng):
    network = SimpleConvNet()
    x, t = rng.random((3, 8, 784)), rng.integers(0, 10, (3, 8))
    kept = [network.gradient(*batch) for batch in zip(x, t, strict=True)]
    copies = [grads.flat.copy() for grads in kept]
    network.gradient(x[0], t[0])
    for grads, expected in zip(kept, copies, strict=True):
        np.testing.assert_array_equal(grads.flat, expected)


@pytest.mark.parametrize("name", BOOK)
def test_the_same_seed_gives_the_same_network(name):
    one, other, third = (BOOK[name](rng=np.random.default_rng(seed)) for seed in (4, 4, 5))
    np.testing.assert_array_equal(one.params.flat, other.params.flat)
    assert not np.array_equal(one.params.flat, third.params.flat)


def test_dropout_of_the_two_halves_is_not_the_same(rng):
    network = DeepConvNet()
    x = np.repeat(rng.random((1, 784), dtype=np.float32), 40, axis=0)
    losses = {network.loss_and_gradient(x, np.full(40, 3))[0] for _ in range(3)}
    assert len(losses) == 3
    half = network.layers["Dropout1"].mask[:20]
    other = network._spawned()["Dropout1"]
    other.forward(np.ones((20, 50), dtype=np.float32))
    assert not np.array_equal(half, other.mask)


@pytest.mark.parametrize("name", BOOK)
def test_networks_learn_a_few_samples_by_heart(name, rng):
    network, optimizer = BOOK[name](), Adam(lr=0.003)
    if name == "deep convnet":
        network = DeepConvNet(dropout_ratio=0.0)
    x, t = rng.random((10, 784), dtype=np.float32), np.arange(10)
    for _ in range(60):
        loss, grads = network.loss_and_gradient(x, t)
        optimizer.update(network.params, grads)
        if loss < 0.05:
            break
    assert network.accuracy(x, t) == 1.0
