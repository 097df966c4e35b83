"""The perceptron lab as short scripts, one for each of its pictures."""

from __future__ import annotations

from textwrap import fill

import numpy as np
from numpy.typing import NDArray

from .perceptron_params import SPAN, PerceptronParams
from .perceptron_weights import CELLS
from .script_text import rows

_SAMPLES = """\
points = np.array(
    [
{points}
    ],
    float,
)
targets = {targets}
"""

_GATE = '''\
"""Chapter 2.3: one perceptron, and for how many of its inputs it fails."""

import numpy as np

from fishlab.engine.perceptron import Perceptron

{samples}
perceptron = Perceptron(({w1}, {w2}), {b})
outputs = perceptron.forward(points)
print("w1", {w1})
print("w2", {w2})
print("b", {b})
print("wrong", int((outputs != targets).sum()))
'''

_LEARN = '''\
"""Chapter 2: a perceptron learns by Rosenblatt's rule, sample by sample."""

import numpy as np

from fishlab.engine.perceptron import Perceptron

{samples}
rng = np.random.default_rng({seed})
perceptron, lr = Perceptron(({w1}, {w2}), {b}), {lr}
for _ in range({epochs}):
    order = {order}
    wrong = sum(perceptron.learn(points[k], targets[k], lr) != 0 for k in order)
    if not wrong:
        break  # an epoch without an error: it has settled
w1, w2 = perceptron.w
print("w1", float(w1))
print("w2", float(w2))
print("b", perceptron.b)
print("errors", wrong)
'''

_NOTHING = '''\
"""Chapter 2: without samples a perceptron stays as it is."""

print("w1", {w1})
print("w2", {w2})
print("b", {b})
'''

_WEIGHTS = '''\
"""Chapter 2.4: for which weights, at one bias, a perceptron gives all the wanted outputs."""

import numpy as np

from fishlab.engine.perceptron import Perceptron

{samples}
axis = np.linspace(-{span}, {span}, {cells})
weights = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
makes_it = np.ones(len(weights), bool)
for point, target in zip(points, targets, strict=True):
    # w1 x1 + w2 x2 + b is itself a perceptron's sum, of the inputs (w1, w2) with weights x.
    makes_it &= Perceptron(point, {b}).forward(weights) == target
print("w1", {w1})
print("w2", {w2})
print("b", {b})
print("share", float(makes_it.mean()))
'''

_STACK = '''\
"""Chapter 2.5: XOR from NAND, OR and AND, in two layers."""

from fishlab.engine.perceptron import AND, NAND, OR

for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1)):
    s1, s2 = NAND(x1, x2), OR(x1, x2)
    print(f"# x = ({x1}, {x2}): first layer ({s1}, {s2}), XOR {AND(s1, s2)}")
'''

_ADDER = '''\
"""Chapter 2.5: a half adder of perceptrons, 1 + 1 = 10 in binary."""

from fishlab.engine.perceptron import half_adder

for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1)):
    total, carry = half_adder(x1, x2)
    print(f"# {x1} + {x2} = {carry}{total}")
'''


def script(
    params: PerceptronParams, points: NDArray[np.float64], targets: NDArray[np.int64], seed: int
) -> str:
    """Return the script of that mode; it prints the last number of each scalar of the run.

    points: (n, 2), targets: (n,), as the lab has them for `params`.
    """
    if params.mode == "stack":
        return _STACK
    if params.mode == "adder":
        return _ADDER
    values = {"w1": params.w1, "w2": params.w2, "b": params.b}
    if params.mode == "learn" and not len(points):
        return _NOTHING.format(**values)
    listed = _SAMPLES.format(points=rows(points.tolist()), targets=_answers(targets))
    if not len(points):
        listed = "points, targets = np.empty((0, 2)), []\n"
    if params.mode == "learn":
        order = "rng.permutation(len(points))" if params.shuffle else "range(len(points))"
        return _LEARN.format(
            **values, samples=listed, seed=seed, epochs=params.epochs, order=order,
            lr=params.learning_rate,
        )  # fmt: skip
    if params.mode == "weights":
        return _WEIGHTS.format(**values, samples=listed, span=SPAN, cells=CELLS)
    return _GATE.format(**values, samples=listed)


def _answers(targets: NDArray[np.int64]) -> str:
    return fill(repr(targets.tolist()), 80, subsequent_indent="    ", break_on_hyphens=False)
