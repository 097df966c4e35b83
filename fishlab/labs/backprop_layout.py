"""Where the nodes of a graph stand: in columns from left to right, with few crossing edges.

The method of Sugiyama, Tagawa & Toda (1981, "Methods for visual understanding of hierarchical
system structures"): put nodes into layers, give a long edge a bend in every layer it passes,
and order each layer by the mean place of the neighbours, to and fro, keeping the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

Edge = tuple[int, int]
SWEEPS = 12
INPUT_PULL = 0.15
"""An input pulls less at its user's height than other nodes do: chains of nodes stay straight."""
YIELDING = 0.1
"""And where it needs the place of another node, it is rather the input that moves aside."""
SETTLING = 40
"""Rounds in which nodes of one column move toward their neighbours' height."""


@dataclass(frozen=True)
class Layout:
    """positions (n, 2): column and height of each node, from 0; height grows downward.

    edges (m, 2): from node to node. bends (k, 3): number of an edge, column, height; in order.
    """

    positions: NDArray[np.float64]
    edges: NDArray[np.int64]
    bends: NDArray[np.float64]


def lay_out(inputs: Sequence[Sequence[int]]) -> Layout:
    """Return the layout of a graph given as the inputs of each node, which stand before it."""
    edges = [(source, node) for node, sources in enumerate(inputs) for source in sources]
    layer = _layers(inputs)
    # Bends are nodes too, numbered from len(inputs) on.
    chains: list[list[int]] = []
    for source, target in edges:
        passed = range(layer[source] + 1, layer[target])
        chains.append([source, *range(len(layer), len(layer) + len(passed)), target])
        layer.extend(passed)
    short = [pair for chain in chains for pair in pairwise(chain)]
    order = _ordered(_first_order(inputs, layer, chains), short)
    height = _heights(order, short)
    places = np.column_stack((np.array(layer, float), height))
    bends = [
        (number, *places[bend])
        for number, chain in enumerate(chains)
        for bend in chain[1:-1]
    ]  # fmt: skip
    return Layout(
        places[: len(inputs)],
        np.array(edges, np.int64).reshape(-1, 2),
        np.array(bends, np.float64).reshape(-1, 3),
    )


def _layers(inputs: Sequence[Sequence[int]]) -> list[int]:
    """Return each node's column: right of its inputs; an input stands close to its first user."""
    layer: list[int] = []
    for sources in inputs:
        layer.append(1 + max((layer[source] for source in sources), default=-1))
    for node, sources in enumerate(inputs):
        users = [layer[user] for user, used in enumerate(inputs) if node in used]
        if not sources and users:
            layer[node] = min(users) - 1
    return layer


def _first_order(
    inputs: Sequence[Sequence[int]], layer: Sequence[int], chains: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Return the layers in the order of a walk from the result: a tree has no crossings then."""
    order: list[list[int]] = [[] for _ in range(max(layer) + 1)]
    met: set[int] = set()

    def place(node: int) -> None:
        if node not in met:
            met.add(node)
            order[layer[node]].append(node)

    def walk(node: int) -> None:
        if node in met:
            return
        place(node)
        for chain in chains:
            if chain[-1] == node:
                for bend in reversed(chain[1:-1]):
                    place(bend)
                walk(chain[0])

    for node in reversed(range(len(inputs))):
        walk(node)
    return order


def _ordered(order: list[list[int]], short: Sequence[Edge]) -> list[list[int]]:
    """Return the order with the fewest crossings that sweeps to and fro have met."""
    best, fewest = order, crossings(order, short)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        onward = sweep % 2 == 0
        order = [list(nodes) for nodes in order]
        for number in range(len(order)) if onward else reversed(range(len(order))):
            place = {node: k for nodes in order for k, node in enumerate(nodes)}
            near: dict[int, list[int]] = {node: [] for node in order[number]}
            for source, target in short:
                own, other = (target, source) if onward else (source, target)
                if own in near:
                    near[own].append(place[other])
            means = {n: float(np.mean(p)) if p else place[n] for n, p in near.items()}
            order[number].sort(key=means.__getitem__)
        count = crossings(order, short)
        if count < fewest:
            best, fewest = order, count
    return best


def crossings(order: Sequence[Sequence[int]], short: Sequence[Edge]) -> int:
    """Return how many pairs of edges between neighbouring layers cross."""
    place = {n: (column, k) for column, nodes in enumerate(order) for k, n in enumerate(nodes)}
    count = 0
    for (a, b), (c, d) in combinations(short, 2):
        if place[a][0] == place[c][0]:
            count += (place[a][1] - place[c][1]) * (place[b][1] - place[d][1]) < 0
    return count


def _heights(order: Sequence[Sequence[int]], short: Sequence[Edge]) -> NDArray[np.float64]:
    """Return heights, at least 1 apart within a layer and near the neighbours' mean."""
    count = sum(len(nodes) for nodes in order)
    height = np.zeros(count)
    for nodes in order:
        height[list(nodes)] = np.arange(len(nodes)) - (len(nodes) - 1) / 2
    inner = {target for _, target in short}
    near: list[list[int]] = [[] for _ in range(count)]
    weights: list[list[float]] = [[] for _ in range(count)]
    for source, target in short:
        near[source].append(target)
        weights[source].append(1.0)
        near[target].append(source)
        weights[target].append(1.0 if source in inner else INPUT_PULL)
    for _ in range(SETTLING):
        for nodes in order:
            wanted = [
                np.average(height[near[n]], weights=weights[n]) if near[n] else height[n]
                for n in nodes
            ]
            stiff = [1.0 if n in inner else YIELDING for n in nodes]
            height[list(nodes)] = _spread(np.array(wanted), stiff)
    return np.asarray(height - height.min(), np.float64)


def _spread(wanted: NDArray[np.float64], weights: Sequence[float]) -> NDArray[np.float64]:
    """Return the heights nearest to `wanted` that are in order and at least 1 apart.

    Weighted least squares by pooling neighbours that push each other (isotonic regression).
    """
    steps = np.arange(len(wanted), dtype=np.float64)
    # Each block: its mean, its weight, and of how many nodes it is.
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip((wanted - steps).tolist(), weights, strict=True):
        mean, heavy, size = value, weight, 1
        while blocks and blocks[-1][0] > mean:
            other, more, count = blocks.pop()
            mean = (mean * heavy + other * more) / (heavy + more)
            heavy, size = heavy + more, size + count
        blocks.append((mean, heavy, size))
    means = np.array([mean for mean, _, _ in blocks], np.float64)
    return np.asarray(np.repeat(means, [size for _, _, size in blocks]) + steps, np.float64)
