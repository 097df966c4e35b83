"""The engine's speed: training steps and single images, against PyTorch and the book's own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Adam, DeepConvNet, Network, SimpleConvNet, TwoLayerNet

from .textbook import Textbook
from .timing import Timing, paired
from .torch_networks import TorchNetwork, torch_or_none

BATCH = 100
THREADS = 2
CNNS = ("simple_convnet", "deep_convnet")

Array = NDArray[Any]


def built(name: str) -> Network:
    """Return the network of that name with the weights that it begins with."""
    rng = np.random.default_rng(0)
    if name == "two_layer":
        return TwoLayerNet(784, 50, 10, rng=rng)
    return SimpleConvNet(rng=rng) if name == "simple_convnet" else DeepConvNet(rng=rng)


def batch(network: Network, size: int, seed: int = 0) -> tuple[Array, Array]:
    """Return random images and labels: how fast a step is does not depend on what they show."""
    rng = np.random.default_rng(seed)
    shape = (size, *network.input_shape)
    return rng.random(shape, dtype=np.float32), rng.integers(0, 10, size)


def training_steps(name: str, seconds: float, size: int = BATCH) -> dict[str, Timing]:
    """Time one training step with Adam: the engine's, PyTorch's and, at batch 100, the book's."""
    network = built(name)
    x, t = batch(network, size)
    optimizer = Adam()

    def ours() -> None:
        optimizer.update(network.params, network.gradient(x, t))

    calls: dict[str, Callable[[], object]] = {"fishlab": ours}
    torch = torch_or_none(THREADS)
    if torch is not None:
        peer = TorchNetwork(torch, network)
        tensors = peer.tensors(x, t)
        calls["pytorch"] = lambda: peer.step(*tensors)
    return paired(calls, seconds)


def against_the_book(name: str, seconds: float) -> dict[str, Timing]:
    """Time one training step of the engine and one of the book's way in float64."""
    network = built(name)
    x, t = batch(network, BATCH)
    ours, theirs = Adam(), Adam()
    book, wide = Textbook(network), x.astype(np.float64)
    return paired(
        {
            "fishlab": lambda: ours.update(network.params, network.gradient(x, t)),
            "textbook": lambda: book.step(theirs, wide, t),
        },
        seconds,
    )


def one_image(name: str, seconds: float) -> dict[str, Timing]:
    """Time the scores of one image, as the drawing pad asks for them."""
    network = built(name)
    x, t = batch(network, 1)
    calls: dict[str, Callable[[], object]] = {"fishlab": lambda: network.predict(x)}
    torch = torch_or_none(THREADS)
    if torch is not None:
        peer = TorchNetwork(torch, network)
        image, _ = peer.tensors(x, t)
        calls["pytorch"] = lambda: peer.predict(image)
    return paired(calls, seconds)


def scaling(seconds: float) -> Iterator[tuple[str, dict[str, Timing]]]:
    """Time convolution networks over sizes of batch, image and filters, each with its peer."""
    for size in (1, 10, 32, 100, 256):
        yield f"SimpleConvNet, batch {size}", training_steps("simple_convnet", seconds, size)
    for side in (16, 28, 56):
        yield f"SimpleConvNet, {side} × {side} pixels", _shaped((1, side, side), 30, seconds)
    for filters in (8, 30, 64):
        yield f"SimpleConvNet, {filters} filters", _shaped((1, 28, 28), filters, seconds)


def _shaped(shape: tuple[int, int, int], filters: int, seconds: float) -> dict[str, Timing]:
    network = SimpleConvNet(shape, {"filter_num": filters}, rng=np.random.default_rng(0))
    x, t = batch(network, BATCH)
    optimizer = Adam()
    calls: dict[str, Callable[[], object]] = {
        "fishlab": lambda: optimizer.update(network.params, network.gradient(x, t))
    }
    torch = torch_or_none(THREADS)
    if torch is not None:
        peer = TorchNetwork(torch, network)
        tensors = peer.tensors(x, t)
        calls["pytorch"] = lambda: peer.step(*tensors)
    return paired(calls, seconds)
