"""The perceptron lab: gates, learning, the space of weights, and what two layers can do (ch. 2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets.points import Rows, read_points
from fishlab.engine.perceptron import AND, NAND, OR, Perceptron, half_adder
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Lab, Message, Params, message

from .contents import PERCEPTRON
from .perceptron_claims import CLAIMS
from .perceptron_learning import learning_frames
from .perceptron_params import LINES, PRESETS, TABLES, PerceptronParams
from .perceptron_script import script
from .perceptron_separable import why_no_line
from .perceptron_weights import weights_frame

CORNERS = np.array([(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)])

_IS = QT_TRANSLATE_NOOP("perceptron", "This is {gate}: all four outputs are right.")
_IS_NOT = QT_TRANSLATE_NOOP("perceptron", "Not yet {gate}: wrong at {places}.")
_CANNOT = QT_TRANSLATE_NOOP("perceptron", "No line can be {gate}: this one is wrong at {places}.")
_BUT_IS = QT_TRANSLATE_NOOP("perceptron", "It is {gate}.")
_ALL_RIGHT = QT_TRANSLATE_NOOP("perceptron", "The line separates all {count} points.")
_SOME_WRONG = QT_TRANSLATE_NOOP("perceptron", "{wrong} of {count} points are on the wrong side.")
_NO_POINTS = QT_TRANSLATE_NOOP("perceptron", "There are no points yet: click into the picture.")
_OWN_TABLE = QT_TRANSLATE_NOOP("perceptron", "your truth table")
_STACKED = QT_TRANSLATE_NOOP(
    "perceptron",
    "NAND and OR fire both for (0, 1) and (1, 0) only: the first layer lays these two on one "
    "place, and AND cuts that place off with one line.",
)
_ADDED = QT_TRANSLATE_NOOP(
    "perceptron", "1 + 1 = 2 is written 10 in binary: sum 0, carry 1. Four perceptrons can add."
)


class PerceptronLab(Lab):
    """One perceptron in the plane of its two inputs, or three of them in two layers."""

    id, title, chapter, summary = PERCEPTRON
    params = PerceptronParams
    presets = PRESETS
    claims = CLAIMS
    rate = 8.0
    code = (
        "fishlab.engine.perceptron.Perceptron",
        "fishlab.engine.perceptron.AND",
        "fishlab.engine.perceptron.XOR",
        "fishlab.engine.perceptron.half_adder",
    )

    def is_animated(self, params: Params) -> bool:
        """Only learning takes time."""
        assert isinstance(params, PerceptronParams)
        return params.mode == "learn"

    def points_of_file(self, path: str) -> Rows:
        """Return the points in a CSV file as the parameter `points` takes them.

        Raises DataError.
        """
        return read_points(path)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode; see the module that each mode has."""
        assert isinstance(params, PerceptronParams)
        points, targets = samples(params)
        if params.mode == "learn":
            yield from learning_frames(params, points, targets, rng)
        elif params.mode == "weights":
            yield weights_frame(params, points, targets)
        elif params.mode == "stack":
            yield _stack_frame()
        elif params.mode == "adder":
            yield _adder_frame()
        else:
            yield _gate_frame(params, points, targets)

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script of a few lines."""
        assert isinstance(params, PerceptronParams)
        return script(params, *samples(params), seed)


def samples(params: PerceptronParams) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the points (n, 2) and what they should give (n,): the corners, or one's own."""
    if params.gate == "points":
        table = np.array(params.points, np.float64).reshape(-1, 3)
        return table[:, :2], (table[:, 2] > 0.5).astype(np.int64)
    return CORNERS, np.array(wanted(params), np.int64)


def wanted(params: PerceptronParams) -> tuple[int, ...]:
    """Return the gate's outputs for 00, 01, 10, 11."""
    if params.gate in TABLES:
        return TABLES[params.gate]
    return tuple(int(digit) for digit in params.truth)


def _gate_frame(
    params: PerceptronParams, points: NDArray[np.float64], targets: NDArray[np.int64]
) -> Frame:
    gate = Perceptron((params.w1, params.w2), params.b)
    sums, outputs = gate.sums(points), gate.forward(points)
    wrong = int((outputs != targets).sum())
    return Frame(
        0,
        scalars={"w1": params.w1, "w2": params.w2, "b": params.b, "wrong": wrong},
        arrays={"points": points, "targets": targets, "sums": sums, "outputs": outputs},
        messages=_verdict(params, points, targets, outputs),
    )


def _verdict(
    params: PerceptronParams,
    points: NDArray[np.float64],
    targets: NDArray[np.int64],
    outputs: NDArray[np.int64],
) -> tuple[Message, ...]:
    wrong = np.flatnonzero(outputs != targets)
    if params.gate == "points":
        if not len(points):
            return (message(_NO_POINTS),)
        if not len(wrong):
            return (message(_ALL_RIGHT, count=len(points)),)
        some_wrong = message(_SOME_WRONG, wrong=len(wrong), count=len(points))
        return (some_wrong, *why_no_line(params, points, targets))
    name = params.gate if params.gate in TABLES else _OWN_TABLE
    if not len(wrong):
        return (message(_IS, gate=name),)
    places = ", ".join(f"({x1:g}, {x2:g})" for x1, x2 in points[wrong])
    why = why_no_line(params, points, targets)
    but_is = [message(_BUT_IS, gate=g) for g, t in TABLES.items() if tuple(outputs) == t]
    return (message(_CANNOT if why else _IS_NOT, gate=name, places=places), *but_is, *why)


def _stack_frame() -> Frame:
    """XOR in two layers: what the first hands on, and what the second makes of it."""
    first = np.array([(NAND(x1, x2), OR(x1, x2)) for x1, x2 in CORNERS])
    return Frame(
        0,
        arrays={
            "points": CORNERS,
            "first": first,
            "outputs": np.array([AND(s1, s2) for s1, s2 in first]),
            "targets": np.array(TABLES["XOR"]),
            "lines": np.array([LINES["NAND"], LINES["OR"], LINES["AND"]]),
        },
        messages=(message(_STACKED),),
    )


def _adder_frame() -> Frame:
    """Sum and carry of two binary digits."""
    return Frame(
        0,
        arrays={
            "points": CORNERS,
            "results": np.array([half_adder(x1, x2) for x1, x2 in CORNERS]),
            "lines": np.array([LINES["NAND"], LINES["OR"], LINES["AND"]]),
        },
        messages=(message(_ADDED),),
    )
