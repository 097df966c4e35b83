"""A graph of numbers, walked forward and then backward, one node a frame (5.1–5.4).

Each derivative is found once more numerically: the node is cut off what stands before it, and its
value moved a little to either side. What the frames hold: see `backprop_scene`; their scalars are
`value.<variable>`, `L`, and, as they become known, `derivative.<variable>`,
`numerical.<variable>` and `difference`: the largest gap of all derivatives known.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.engine.functions import sigmoid
from fishlab.engine.gradients import numerical_diff
from fishlab.engine.graph import OPERATIONS, Graph
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Names, message

from .backprop_graphs import Given, given
from .backprop_params import BackpropParams
from .backprop_scene import (
    BACKWARD,
    CONSTANT,
    END,
    FORWARD,
    OPERATION,
    START,
    VARIABLE,
    Scene,
    Values,
)

SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷", "**": "**", "neg": "−"}
PASSES_ON, SWAPS = "+", "*"

_START = QT_TRANSLATE_NOOP("backprop", "Forward first: from the inputs to the result L")
_ASSUMED = QT_TRANSLATE_NOOP("backprop", "No value was given for {names}: 1 is taken")
_FORWARD = QT_TRANSLATE_NOOP("backprop", "Forward: {calculation} = {value}")
_TURN = QT_TRANSLATE_NOOP("backprop", "Now backward: the derivative of L by itself is 1")
_ADDS = QT_TRANSLATE_NOOP("backprop", "Backward: + hands {given} on to both inputs as it is")
_TIMES = QT_TRANSLATE_NOOP(
    "backprop",
    "Backward: × swaps its inputs: {first} goes to the first, {second} to the second",
)
_PRODUCTS = QT_TRANSLATE_NOOP("backprop", "{given} × {other}")
_PASSES = QT_TRANSLATE_NOOP("backprop", "Backward: relu got {x} above 0 and lets {given} through")
_BLOCKS = QT_TRANSLATE_NOOP("backprop", "Backward: relu got {x}, not above 0, and blocks: 0")
_LOCAL = QT_TRANSLATE_NOOP(
    "backprop", "Backward: {name} multiplies {given} by its own derivative, {local}"
)
_ALL = QT_TRANSLATE_NOOP("backprop", "L = {value}; {derivatives}")
_AGREE = QT_TRANSLATE_NOOP("backprop", "All derivatives agree with the numerical ones: ✓")
_KINK = QT_TRANSLATE_NOOP(
    "backprop", "Not so numerically: {names}. Is there a kink, or is a number too large?"
)
_UNDEFINED = QT_TRANSLATE_NOOP(
    "backprop", "{calculation} is not defined, and so neither is the result: change an input"
)
_BOOK_SIGMOID = QT_TRANSLATE_NOOP(
    "backprop", "y (1 − y) = {value}: the four nodes together are one sigmoid node"
)


def walk_frames(params: BackpropParams) -> Frames:
    """Yield the start, a frame for each node forward, one to turn, and one for each backward."""
    walk = Walk(params)
    if not params.stepwise:
        walk.scene.know_all()
        yield walk.frame(0, 0, -1, END, walk.verdict())
        return
    nodes = walk.scene.work
    total = 2 * len(nodes) + 1 if walk.defined else len(nodes)
    yield walk.frame(0, total, -1, START, walk.opening())
    step = 0
    for number in nodes:
        step += 1
        walk.scene.forward[number] = True
        yield walk.frame(step, total, number, FORWARD, walk.forward_words(number))
    if not walk.defined:
        return
    step += 1
    walk.scene.arrive()
    yield walk.frame(step, total, len(walk.graph.nodes) - 1, BACKWARD, (message(_TURN),))
    for number in reversed(nodes):
        step += 1
        walk.scene.hand_back(number)
        last = step == total
        said = walk.verdict() if last else walk.backward_words(number)
        yield walk.frame(step, total, number, END if last else BACKWARD, said)


class Walk:
    """A graph with everything computed, and the words for each of its steps."""

    def __init__(self, params: BackpropParams) -> None:
        self._params = params
        self._given: Given = given(params)
        self.graph = self._given.graph
        self.graph.forward(self._given.values)
        self.graph.backward()
        nodes = self.graph.nodes
        self.defined = all(bool(np.isfinite(value)) for value in self.graph.values)
        self.scene = Scene(
            labels=[SIGNS.get(n.name, n.name).replace("-", "−") for n in nodes],
            kinds=[
                VARIABLE if n.is_variable else OPERATION if n.inputs else CONSTANT for n in nodes
            ],
            fields=[self._given.fields.get(n.name, "") if n.is_variable else "" for n in nodes],
            inputs=[n.inputs for n in nodes],
            values=self.graph.values,
            totals=self.graph.gradients,
            numeric=[numeric_derivative(self.graph, i) for i in range(len(nodes))],
            derivatives=_carried(self.graph),
        )

    def frame(self, step: int, total: int, at: int, phase: int, said: tuple[Message, ...]) -> Frame:
        """Return the frame of what is known."""
        scene, fixed = self.scene, self.scene.fixed
        scalars = {f"value.{name}": value for name, value in self._given.values.items()}
        if scene.forward[-1] and self.defined:
            scalars["L"] = float(self.graph.values[-1])
        known = [number for number in scene.checked if scene.returned[number] and self.defined]
        for number in known:
            if scene.kinds[number] == VARIABLE:
                name = scene.labels[number]
                scalars[f"derivative.{name}"] = float(fixed["totals"][number, 0])
                scalars[f"numerical.{name}"] = float(fixed["numeric"][number, 0])
        if known:
            scalars["difference"] = float(fixed["gaps"][known].max())
        return scene.frame(step, total, at, phase, scalars, said)

    def opening(self) -> tuple[Message, ...]:
        """Return what is said before the first node."""
        if self._given.assumed:
            return (message(_ASSUMED, names=Names(self._given.assumed)), message(_START))
        return (message(_START),)

    def forward_words(self, number: int) -> tuple[Message, ...]:
        """Return what node `number` has computed, in words."""
        value = float(self.graph.values[number])
        if not np.isfinite(value):
            return (message(_UNDEFINED, calculation=self._calculation(number)),)
        return (message(_FORWARD, calculation=self._calculation(number), value=_written(value)),)

    def backward_words(self, number: int) -> tuple[Message, ...]:
        """Return what node `number` does with the derivative that comes from behind."""
        node = self.graph.nodes[number]
        x = [float(self.graph.values[i]) for i in node.inputs]
        handed = _written(float(self.graph.gradients[number]))
        if node.name == PASSES_ON:
            return (message(_ADDS, given=handed),)
        if node.name == SWAPS:
            products = [message(_PRODUCTS, given=handed, other=_factor(other)) for other in x[::-1]]
            return (message(_TIMES, first=products[0], second=products[1]),)
        if node.name == "relu":
            text = _PASSES if x[0] > 0 else _BLOCKS
            return (message(text, x=_written(x[0]), given=handed),)
        local = _local(self.graph, number)
        return (
            message(
                _LOCAL,
                name=SIGNS.get(node.name, node.name),
                given=handed,
                local="; ".join(_written(float(derivative)) for derivative in local),
            ),
        )

    def verdict(self) -> tuple[Message, ...]:
        """Return the result, its derivatives, and whether the numerical ones agree."""
        if not self.defined:
            finite = [bool(np.isfinite(value)) for value in self.graph.values]
            first = finite.index(False)
            return (message(_UNDEFINED, calculation=self._calculation(first)),)
        variables = [n for n, kind in enumerate(self.scene.kinds) if kind == VARIABLE]
        derivatives = ", ".join(
            f"∂L/∂{self.scene.labels[n]} = {_written(float(self.graph.gradients[n]))}"
            for n in variables
        )
        value = _written(float(self.graph.values[-1]))
        said = [message(_ALL, value=value, derivatives=derivatives)]
        if self._params.graph == "sigmoid":
            y = float(sigmoid(np.array(self._params.x)))
            said.append(message(_BOOK_SIGMOID, value=_written(y * (1 - y))))
        agrees = self.scene.fixed["agrees"]
        wrong = [self.scene.labels[n] for n in self.scene.checked if not agrees[n]]
        said.append(message(_KINK, names=Names(wrong)) if wrong else message(_AGREE))
        return tuple(said)

    def _calculation(self, number: int) -> str:
        node = self.graph.nodes[number]
        x = [_written(float(self.graph.values[i])) for i in node.inputs]
        if not x:
            return node.name
        if node.name == "neg":
            return f"−({x[0]})"
        if node.name in SIGNS:
            return f"{x[0]} {SIGNS[node.name]} {_bracketed(x[1])}"
        return f"{node.name}({', '.join(x)})"


def numeric_derivative(graph: Graph, number: int) -> Values:
    """Return dL/d(node) by a central difference: the node cut off from what stands before it."""
    cut = Graph()
    place: list[int] = []
    for i, node in enumerate(graph.nodes):
        if i == number or node.is_variable:
            # A name that nobody can type, so that no variable has it already.
            place.append(cut.variable("|" if i == number else node.name))
        elif node.constant is not None:
            place.append(cut.constant(node.constant))
        else:
            place.append(cut.operation(node.name, *(place[k] for k in node.inputs)))
    values = {node.name: graph.values[i] for i, node in enumerate(graph.nodes) if node.is_variable}

    def result(value: float) -> Values:
        return cut.forward({**values, "|": value})

    if number == len(graph.nodes) - 1:
        return np.array(1.0)  # the result is this node
    with np.errstate(all="ignore"):
        return np.asarray(numerical_diff(result, float(graph.values[number])), np.float64)


def _local(graph: Graph, number: int) -> Sequence[Values]:
    """Return a node's own derivatives, one for each input."""
    node = graph.nodes[number]
    inputs = [graph.values[i] for i in node.inputs]
    with np.errstate(all="ignore"):
        return OPERATIONS[node.name].derivatives(graph.values[number], *inputs)


def _carried(graph: Graph) -> list[Values]:
    """Return what each edge carries back: the derivative from behind times the node's own."""
    with np.errstate(all="ignore"):
        return [
            np.asarray(graph.gradients[number] * derivative)
            for number, node in enumerate(graph.nodes)
            if node.inputs
            for derivative in _local(graph, number)
        ]


def _written(value: float) -> str:
    return f"{value:.6g}".replace("-", "−")


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text


def _factor(value: float) -> str:
    return _bracketed(_written(value))
