"""Mode "points" of the training lab as a short script."""

from __future__ import annotations

import numpy as np

from fishlab.experiment import LabError, message

from .script_text import rows
from .training_params import MAX_NORM, OWN_POINTS, TrainingParams
from .training_plane import scaling_of
from .training_points import COORDINATES, NO_POINTS, SIDES
from .training_script_network import (
    engine_names,
    network_lines,
    optimizer_call,
    own_arguments,
)

_HEAD = '''\
"""Chapters 2.5 and 4.5: a network learns to part points of the plane into two classes."""

{math}import numpy as np

{draw}from fishlab.engine import {names}

np.seterr(all="ignore")  # a rate that is too large is seen in the loss
draws, rng = np.random.default_rng({seed}).spawn(2)  # for the points; for weights and batches
'''

_DRAWN = """\
x, t = draw_points("{pattern}", {count}, {noise}, draws)
"""

_OWN = """\
table = np.array(
    [
{rows}
    ],
    float,
)
x, t = table[:, :2], (table[:, 2] > 0.5).astype(int)
"""

_SCALED = """\
x = (x - {middle}) / {reach}  # from -1 to 1
"""

_SETS = """\
order = draws.permutation(len(t))
x, t = x[order], t[order]
"""

_ALL = """\
kept = len(t)
sets = {"train": (x, t)}
"""

_HELD_OUT = """\
kept = len(t) - math.floor({share} * len(t))
sets = {{"train": (x[:kept], t[:kept]), "test": (x[kept:], t[kept:])}}
"""

_BODY = """\
{network}
optimizer = {optimizer}
last = {{"epoch": 0}}


def learn():
    order = rng.permutation(kept)  # an epoch takes every point once, in a new order
    for start in range(0, kept, {batch}):
        rows = order[start : start + {batch}]
        loss, grads = network.loss_and_gradient(x[rows], t[rows])
        if not np.isfinite(loss):
            return False
        optimizer.update(network.params, grads)
{project}\
    return True


def read():
    losses = {{name: network.loss(*points) for name, points in sets.items()}}
    if not np.isfinite(list(losses.values())).all():
        return False
    for name, points in sets.items():
        last[f"{{name}}_loss"] = losses[name]
        last[f"{{name}}_accuracy"] = network.accuracy(*points)
    return True


read()
for epoch in range(1, {epochs} + 1):
    last["epoch"] = epoch
    if not (learn() and read()):
        break  # diverged

for name, value in last.items():
    print(name, float(value))
"""


def points_script(params: TrainingParams, seed: int) -> str:
    """Return the script of a run. Raises LabError if there are no points."""
    own = params.pattern == OWN_POINTS
    if own and not params.points:
        raise LabError(message(NO_POINTS))
    names = engine_names(params)
    draw = "" if own else "from fishlab.datasets.point_sets import draw_points\n"
    math = "import math\n\n" if params.validation else ""
    head = _HEAD.format(math=math, draw=draw, names=names, seed=seed)
    project = "        network.project()\n" if params.decay == MAX_NORM else ""
    body = _BODY.format(
        network=network_lines(params, own_arguments(params), COORDINATES, SIDES),
        optimizer=optimizer_call(params),
        batch=params.batch,
        epochs=params.epochs,
        project=project,
    )
    held_out = _HELD_OUT.format(share=params.validation) if params.validation else _ALL
    return head + _points(params, own) + _SETS + held_out + "\n" + body


def _points(params: TrainingParams, own: bool) -> str:
    if not own:
        return _DRAWN.format(pattern=params.pattern, count=params.count, noise=params.noise)
    table = _OWN.format(rows=rows(params.points))
    scaling = scaling_of(np.array(params.points)[:, :2])
    if scaling.is_none:
        return table
    return table + _SCALED.format(middle=scaling.middle.tolist(), reach=scaling.reach.tolist())
