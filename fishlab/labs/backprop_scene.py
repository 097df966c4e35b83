"""What a frame of a computational graph holds, whether its nodes carry numbers or matrices.

For n nodes, m edges and at most M numbers a node:

arrays   `labels`, `fields` (n,): text; a field names the parameter that holds an input's value
         `kinds` (n,): VARIABLE, CONSTANT, OPERATION or LAYER; `shapes` (n, 2): rows and columns
         `positions` (n, 2), `edges` (m, 2), `bends` (k, 3): see `backprop_layout`
         `values` (n, M), `numeric` (n, M): row by row, then 0; `derivatives` (m, M): what an edge
         carries back; `totals` (n, M): their sum at the node; `gaps` (n,): the largest difference
         between `totals` and `numeric`, and `agrees` (n,)
         `forward`, `returned` (n,), `back` (m,): what is known by now; `defined` (n,): finite
         `at`: number of the node that is at work, or −1; `phase`: START, FORWARD, BACKWARD or END
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import Frame, Message

from .backprop_layout import lay_out

Values = NDArray[np.float64]

VARIABLE, CONSTANT, OPERATION, LAYER = range(4)
START, FORWARD, BACKWARD, END = range(4)
AGREE = 1e-6
"""How far two derivatives may lie apart, by their size if that is above 1."""


@dataclass
class Scene:
    """A graph to be shown: what is fixed, what has been computed, and what the reader knows yet.

    inputs: of every node. values, totals, numeric: one array a node. derivatives: one an edge.
    """

    labels: Sequence[str]
    kinds: Sequence[int]
    fields: Sequence[str]
    inputs: Sequence[Sequence[int]]
    values: Sequence[Values]
    totals: Sequence[Values]
    numeric: Sequence[Values]
    derivatives: Sequence[Values]
    fixed: dict[str, NDArray[Any]] = field(init=False)
    forward: NDArray[np.bool_] = field(init=False)
    returned: NDArray[np.bool_] = field(init=False)
    back: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        layout = lay_out(self.inputs)
        gaps = np.array([_gap(a, b) for a, b in zip(self.totals, self.numeric, strict=True)])
        sizes = np.array([max(1.0, _largest(total)) for total in self.totals])
        shapes = [np.atleast_2d(value).shape for value in self.values]
        self.fixed = {
            "labels": np.array(self.labels),
            "kinds": np.array(self.kinds),
            "fields": np.array(self.fields),
            "shapes": np.array(shapes),
            "positions": layout.positions,
            "edges": layout.edges,
            "bends": layout.bends,
            "values": _padded(self.values),
            "totals": _padded(self.totals),
            "numeric": _padded(self.numeric),
            "derivatives": _padded(self.derivatives),
            "gaps": np.where(np.isfinite(gaps), gaps, 0.0),
            "agrees": np.isfinite(gaps) & (gaps <= AGREE * sizes),
            "defined": np.array([bool(np.isfinite(value).all()) for value in self.values]),
        }
        for array in self.fixed.values():
            array.flags.writeable = False
        inner = np.array([bool(sources) for sources in self.inputs])
        self.forward = ~inner
        self.returned = np.zeros(len(self.labels), bool)
        self.back = np.zeros(len(layout.edges), bool)

    @property
    def work(self) -> list[int]:
        """Numbers of the nodes that compute, in the order of the forward walk."""
        return [number for number, sources in enumerate(self.inputs) if sources]

    @property
    def checked(self) -> list[int]:
        """Numbers of the nodes whose derivative is asked for: all but constants."""
        return [number for number, kind in enumerate(self.kinds) if kind != CONSTANT]

    def hand_back(self, number: int) -> None:
        """Let the reader know what node `number` hands to its inputs."""
        edges = self.fixed["edges"]
        for edge, (source, target) in enumerate(edges.tolist()):
            if target == number and self.kinds[source] != CONSTANT:
                self.back[edge] = True
        for source in self.checked:
            users = edges[:, 0] == source
            self.returned[source] |= bool(users.any() and self.back[users].all())

    def arrive(self) -> None:
        """Let the reader know that the derivative of the result by itself is 1."""
        self.returned[-1] = True

    def know_all(self) -> None:
        """Let the reader know everything."""
        self.forward[:] = True
        self.arrive()
        for number in reversed(self.work):
            self.hand_back(number)

    def frame(
        self, step: int, total: int, at: int, phase: int, scalars: Mapping[str, float],
        said: tuple[Message, ...],
    ) -> Frame:  # fmt: skip
        """Return what is to be seen now."""
        changing = {
            "forward": self.forward,
            "returned": self.returned,
            "back": self.back,
            "at": np.array(at),
            "phase": np.array(phase),
        }
        return Frame(step, scalars, self.fixed | changing, total, said)


def _padded(arrays: Sequence[Values]) -> Values:
    width = max((np.size(array) for array in arrays), default=1)
    table = np.zeros((len(arrays), width))
    for row, array in enumerate(arrays):
        flat = np.ravel(array)
        table[row, : len(flat)] = np.where(np.isfinite(flat), flat, 0.0)
    return table


def _gap(first: Values, second: Values) -> float:
    return _largest(np.subtract(first, second))


def _largest(array: Values) -> float:
    return float(np.max(np.abs(array), initial=0.0))
