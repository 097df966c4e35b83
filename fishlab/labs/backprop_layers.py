"""A network's layers as nodes: what walks forward and what comes back, in shape and size (5.7).

Arrays, for n layers, the loss the last: `names` (n,): text; `parameters` (n,): text such as
"W (784, 50)  b (50)"; `outputs` (n + 1, 4): the shape of the batch and of each layer's output, 0
where there are fewer axes; `sizes`, `returns` (n + 1,): the mean of |value| and of |derivative|
there; `slopes` (n,): the mean |gradient| of a layer's parameters; `forward`, `back` (n + 1,): what
is known; `at`, `phase` as in `backprop_scene`. Scalars: `loss`, `forward.<layer>`,
`backward.<layer>`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.layer import Layer, TrainingLayer
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .backprop_networks import draw_digits, make_network
from .backprop_params import BackpropParams
from .backprop_scene import BACKWARD, END, FORWARD, START

AXES = 4
LOSS = "SoftmaxWithLoss"

_START = QT_TRANSLATE_NOOP("backprop", "{count} digits go in as {shape}")
_FORWARD = QT_TRANSLATE_NOOP("backprop", "Forward: {name} turns {before} into {after}")
_LOSS = QT_TRANSLATE_NOOP("backprop", "Forward: the mean loss of the batch is {loss}")
_TURN = QT_TRANSLATE_NOOP("backprop", "Now backward: the derivative of the loss by itself is 1")
_BACKWARD = QT_TRANSLATE_NOOP(
    "backprop", "Backward: {name} hands back {shape}, the shape of what it was given"
)
_LEARNS = QT_TRANSLATE_NOOP(
    "backprop", "Backward: {name} hands back {shape}, and keeps the gradients of its parameters"
)
_END = QT_TRANSLATE_NOOP(
    "backprop",
    "Every derivative has the shape of its value; one walk back gave the gradients of all {count} "
    "parameters",
)


def layers_frames(params: BackpropParams, rng: np.random.Generator) -> Frames:
    """Yield the start, a frame for each layer forward, one to turn, and one for each backward."""
    walk = LayersWalk(params, rng)
    count = len(walk.names)
    total = 2 * count + 1
    yield walk.frame(0, total, -1, START, walk.opening())
    for number in range(count):
        walk.go_forward(number)
        yield walk.frame(number + 1, total, number, FORWARD, walk.forward_words(number))
    walk.turn()
    yield walk.frame(count + 1, total, count - 1, BACKWARD, (message(_TURN),))
    for number in reversed(range(count)):
        walk.go_back(number)
        last = number == 0
        said = walk.ending() if last else walk.backward_words(number)
        yield walk.frame(total - number, total, number, END if last else BACKWARD, said)


class LayersWalk:
    """A batch of digits on its way through the layers of a network, and back."""

    def __init__(self, params: BackpropParams, rng: np.random.Generator) -> None:
        self._network = make_network(params, rng)
        x, self._t = draw_digits(params.batch, rng)
        # Every digit in the shape that the first layer takes.
        self._out = x.reshape(-1, *self._network.input_shape)
        self._dout: NDArray[np.float64] = np.ones(1)
        self.names = [*self._network.layers, LOSS]
        self._layers: list[Layer] = list(self._network.layers.values())
        count = len(self.names)
        self._shapes = np.zeros((count + 1, AXES), np.int64)
        self._sizes, self._returns = np.zeros(count + 1), np.zeros(count + 1)
        self._slopes = np.zeros(count)
        self._forward, self._back = np.zeros(count + 1, bool), np.zeros(count + 1, bool)
        self._remember(0)

    def go_forward(self, number: int) -> None:
        """Compute layer `number`."""
        if number == len(self._layers):
            self._out = np.full((1,), self._network.last_layer.forward(self._out, self._t))
        else:
            layer = self._layers[number]
            if isinstance(layer, TrainingLayer):
                self._out = layer.forward(self._out, True)
            else:
                self._out = layer.forward(self._out)
        self._remember(number + 1)

    def turn(self) -> None:
        """Start backward with dL/dL = 1."""
        self._returned(len(self._layers) + 1)

    def go_back(self, number: int) -> None:
        """Take the derivative through layer `number`."""
        if number == len(self._layers):
            self._dout = self._network.last_layer.backward(1.0)
        else:
            layer = self._layers[number]
            self._dout = layer.backward(self._dout)
            slopes = [np.ravel(getattr(layer, f"d{name}")) for name in layer.parameters]
            if slopes:
                self._slopes[number] = np.abs(np.concatenate(slopes)).mean()
        self._returned(number)

    def frame(self, step: int, total: int, at: int, phase: int, said: tuple[Message, ...]) -> Frame:
        """Return what is known now."""
        scalars: dict[str, float] = {}
        if self._forward[-1]:
            scalars["loss"] = float(self._sizes[-1])
        for number, name in enumerate(self.names):
            if self._forward[number + 1]:
                scalars[f"forward.{name}"] = float(self._sizes[number + 1])
            if self._back[number]:
                scalars[f"backward.{name}"] = float(self._returns[number])
        arrays = {
            "names": np.array(self.names),
            "parameters": np.array([*map(_parameters, self._layers), ""]),
            "outputs": self._shapes,
            "sizes": self._sizes,
            "returns": self._returns,
            "slopes": self._slopes,
            "forward": self._forward,
            "back": self._back,
            "at": np.array(at),
            "phase": np.array(phase),
        }
        return Frame(step, scalars, arrays, total, said)

    def opening(self) -> tuple[Message, ...]:
        """Return what is said before the first layer."""
        return (message(_START, count=len(self._t), shape=self._shape(0)),)

    def forward_words(self, number: int) -> tuple[Message, ...]:
        """Return what layer `number` has done."""
        if number == len(self._layers):
            return (message(_LOSS, loss=f"{self._sizes[-1]:.4f}"),)
        name, before, after = self.names[number], self._shape(number), self._shape(number + 1)
        return (message(_FORWARD, name=name, before=before, after=after),)

    def backward_words(self, number: int) -> tuple[Message, ...]:
        """Return what layer `number` has handed back."""
        learns = number < len(self._layers) and bool(self._layers[number].parameters)
        text = _LEARNS if learns else _BACKWARD
        return (message(text, name=self.names[number], shape=self._shape(number)),)

    def ending(self) -> tuple[Message, ...]:
        """Return what the whole walk was for."""
        return (message(_END, count=f"{self._network.params.flat.size:,}"),)

    def _remember(self, place: int) -> None:
        self._shapes[place, : self._out.ndim] = self._out.shape
        self._sizes[place] = np.abs(self._out).mean()
        self._forward[place] = True

    def _returned(self, place: int) -> None:
        self._returns[place] = np.abs(self._dout).mean()
        self._back[place] = True

    def _shape(self, place: int) -> str:
        return written_shape(self._shapes[place])


def written_shape(shape: Sequence[int] | NDArray[np.int64]) -> str:
    """Return "(100, 784)"; 0 stands for an axis that is not there."""
    return f"({', '.join(str(length) for length in shape if length)})"


def _parameters(layer: Layer) -> str:
    return "  ".join(
        f"{name} {written_shape(getattr(layer, name).shape)}" for name in layer.parameters
    )
