"""A single image goes through a network laid out in memory: the same scores, whatever happens."""

from __future__ import annotations

import gc
import threading
import weakref

import numpy as np
import pytest

from fishlab.engine import (
    SGD,
    Affine,
    BatchNormalization,
    Convolution,
    DeepConvNet,
    Dropout,
    MultiLayerNet,
    Pooling,
    Relu,
    Sigmoid,
    SimpleConvNet,
    TwoLayerNet,
)

NETWORKS = {
    "two layers": lambda: TwoLayerNet(784, 50, 10, 0.1),
    "sigmoid": lambda: MultiLayerNet(784, [20, 20], 10, activation="sigmoid"),
    "batch normalisation": lambda: MultiLayerNet(784, [20, 20], 10, use_batchnorm=True),
    "simple convnet": lambda: SimpleConvNet(weight_init_std=0.1),
    "deep convnet": DeepConvNet,
}


def _step_by_step(network, x):
    """The scores by each layer's own `infer`."""
    return list(network.trace(x).values())[-1]


@pytest.mark.parametrize("name", NETWORKS)
def test_scores_are_those_of_the_layers_one_by_one(name, rng):
    network = NETWORKS[name]()
    for x in rng.random((3, 1, 784), dtype=np.float32):
        np.testing.assert_allclose(
            network.predict(x), _step_by_step(network, x), rtol=1e-5, atol=1e-6
        )


@pytest.mark.parametrize("name", NETWORKS)
def test_what_is_learned_is_seen(name, rng):
    network = NETWORKS[name]()
    x, t = rng.random((8, 784), dtype=np.float32), np.arange(8)
    before = network.predict(x[:1])
    SGD(0.1).update(network.params, network.gradient(x, t))
    after = network.predict(x[:1])
    assert np.abs(after - before).max() > 1e-4
    np.testing.assert_allclose(after, _step_by_step(network, x[:1]), rtol=1e-5, atol=1e-6)


def test_another_layer_in_its_place_and_another_setting_are_seen(rng):
    network = DeepConvNet()
    x = rng.random((1, 784), dtype=np.float32)
    before = network.predict(x)
    network.layers["Dropout1"].dropout_ratio = 0.25
    np.testing.assert_allclose(
        network.predict(x) - network.params["b8"], 1.5 * (before - network.params["b8"]), rtol=1e-4
    )
    network.layers["Relu7"] = Sigmoid()
    np.testing.assert_allclose(network.predict(x), _step_by_step(network, x), rtol=1e-5, atol=1e-6)


def test_scores_that_are_kept_stay(rng):
    network = DeepConvNet()
    images = rng.random((4, 1, 784), dtype=np.float32)
    kept = [network.predict(x) for x in images]
    for scores, x in zip(kept, images, strict=True):
        np.testing.assert_array_equal(scores, network.predict(x))
    assert len({scores.tobytes() for scores in kept}) == 4


def test_threads_do_not_disturb_each_other(rng):
    network = SimpleConvNet(weight_init_std=0.1)
    images = rng.random((2, 1, 784), dtype=np.float32)
    expected = [network.predict(x) for x in images]
    wrong = []

    def ask(place):
        for _ in range(200):
            if not np.array_equal(network.predict(images[place]), expected[place]):
                wrong.append(place)

    threads = [threading.Thread(target=ask, args=(place,)) for place in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_network_that_nobody_needs_any_more_goes(rng):
    network = SimpleConvNet()
    network.predict(rng.random((1, 784)))
    gone = weakref.ref(network.layers["Affine1"])
    del network
    gc.collect()
    assert gone() is None


LAYERS = {
    "affine": (lambda rng: Affine(rng.random((12, 3)), rng.random(3)), (1, 12)),
    "affine on images": (lambda rng: Affine(rng.random((12, 3)), rng.random(3)), (1, 3, 2, 2)),
    "convolution": (lambda rng: Convolution(rng.random((4, 3, 2, 2)), rng.random(4)), (1, 3, 5, 5)),
    "convolution, padded": (
        lambda rng: Convolution(rng.random((4, 20, 3, 3)), rng.random(4), 1, 1),
        (1, 20, 5, 5),
    ),
    "convolution with a stride": (
        lambda rng: Convolution(rng.random((4, 3, 2, 2)), rng.random(4), 2, 1),
        (1, 3, 6, 6),
    ),
    "pooling": (lambda rng: Pooling(2, 2, 2), (1, 3, 5, 7)),
    "average pooling": (lambda rng: Pooling(2, 2, 2, kind="average"), (1, 3, 6, 6)),
    "ReLU": (lambda rng: Relu(), (1, 5)),
    "ReLU on images": (lambda rng: Relu(), (1, 3, 4, 4)),
    "dropout": (lambda rng: Dropout(0.3), (1, 5)),
    "batch normalisation": (lambda rng: BatchNormalization(np.ones(3), np.ones(3)), (1, 3, 4, 4)),
}


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 3, 0, 1)])
@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_fills_its_place_from_what_is_in_the_place_before(name, order, rng):
    build, shape = LAYERS[name]
    layer = build(rng)
    x = np.zeros(shape)
    if len(shape) == 4:
        memory = np.zeros([shape[axis] for axis in order])
        x = memory.transpose(np.argsort(order))
    out, fill = layer.laid_out(x)
    for _ in range(2):
        x[...] = rng.standard_normal(shape)
        fill()
        np.testing.assert_allclose(out, layer.infer(x), rtol=1e-12)
        assert out.shape == layer.infer(x).shape


@pytest.mark.parametrize("name", LAYERS)
def test_a_place_holds_numbers_from_the_beginning(name, rng):
    build, shape = LAYERS[name]
    layer, x = build(rng), np.zeros(shape)
    size = layer.infer(x).size
    poison = [np.full(size, np.nan) for _ in range(7)]
    del poison  # small memory is given out again just as it came back
    out, _ = layer.laid_out(x)
    assert np.isfinite(out).all()
