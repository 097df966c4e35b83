"""What all layers share (5.4): `forward` gives the output, `backward` the gradient of the input.

A layer remembers in `forward` what its `backward` will need. Parameters and their gradients are
attributes: `W` and `dW`, `b` and `db`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]


class Layer:
    """One step of a network. Neither direction changes the array it is given.

    `parameters` names the attributes that are learned; the gradient of "W" is in "dW".
    """

    parameters: ClassVar[tuple[str, ...]] = ()

    def infer(self, x: Array) -> Array:
        """The output for the input x, in use rather than in training.

        Remembers nothing: several threads may ask at a time, also while another one trains.
        """
        raise NotImplementedError

    def laid_out(self, x: Array) -> tuple[Array, Callable[[], object]]:
        """Memory for the output, and a call that fills it from whatever is in the memory of x then.

        What `infer` finds out about shapes every time is found out once; a single small image takes
        less time to compute than that. The memory holds numbers from the beginning, whatever they
        are: the next layer may compute with them to find out what its own output is like.
        """
        out = self.infer(x).copy(order="K")

        def fill() -> None:
            out[...] = self.infer(x)

        return out, fill

    def forward(self, x: Array) -> Array:
        """The output for the input x."""
        raise NotImplementedError

    def backward(self, dout: Array) -> Array:
        """The gradient of the input of the last `forward`, from that of its output."""
        raise NotImplementedError

    def backward_parameters(self, dout: Array) -> None:
        """Only the gradients of the parameters: all that is needed of a network's first layer."""
        self.backward(dout)

    def copy(self) -> Self:
        """Another layer on the very same parameters, with a memory of its own.

        With copies, several threads can go through one network, forward and backward, at a time.
        """
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        return twin


class TrainingLayer(Layer):
    """A layer that does something else in training than in use."""

    def forward(self, x: Array, train_flg: bool = True) -> Array:
        """The output for the input x, in training or (train_flg false) in use."""
        raise NotImplementedError


def floating(x: ArrayLike) -> Array:
    """x itself if it is an array of floating numbers; whole numbers and lists become float64."""
    array = np.asarray(x)
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def remembered(value: Array | None) -> Array:
    """What a layer kept for its `backward`; RuntimeError when there was no `forward` before."""
    if value is None:
        raise RuntimeError("backward needs a forward before it")
    return value
