"""A network laid out in memory for inputs of one shape, to be asked again and again.

For a single small image, Python takes longer to find out where everything goes than NumPy to
compute it. But that depends on shapes only. So the first time every layer gets a place for its
output, where the next one finds its input; from then on the layers only fill these places.
"""

from __future__ import annotations

import threading
from typing import Any
from weakref import WeakKeyDictionary

from numpy.typing import NDArray

from fishlab.engine.layer import Layer

Array = NDArray[Any]


class LaidOut:
    """The layers, in the order in which they are computed, for inputs of the shape of x."""

    def __init__(self, layers: list[Layer], x: Array) -> None:
        self.layers = layers
        self._input = x.copy()
        self._steps = []
        place = self._input
        for layer in layers:
            place, step = layer.laid_out(place)
            self._steps.append(step)
        self._output = place

    def scores(self, x: Array) -> Array:
        """The last layer's output for x."""
        self._input[...] = x
        for step in self._steps:
            step()
        return self._output.copy()


class _Memory(threading.local):
    """What one thread has laid out: by network, and by the shape of its input."""

    def __init__(self) -> None:
        self.networks: WeakKeyDictionary[object, dict[tuple[int, ...], LaidOut]] = (
            WeakKeyDictionary()
        )


_memory = _Memory()


def laid_out(network: object, layers: list[Layer], x: Array) -> LaidOut:
    """The layers of a network laid out for inputs like x, in this thread's memory."""
    shapes = _memory.networks.setdefault(network, {})
    found = shapes.get(x.shape)
    if found is None or found.layers != layers:
        found = shapes[x.shape] = LaidOut(layers, x)
    return found
