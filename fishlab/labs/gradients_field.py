"""The field of −∇f and a descent through it by the numerical gradient (4.4, 4.4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.gradients import (
    central_difference,
    gradient_descent,
    numerical_gradient,
)
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, LabError, Message, message
from fishlab.text import with_fix

from .divergence import slower
from .gradients_functions import Surface, Values, number
from .gradients_params import GradientsParams
from .optimizers_contours import contour_lines

ARROWS = 15
"""Arrows in a row and in a column."""
GRID = 97
LEVELS = 12
SMALLEST = 1e-300
FAR = 100.0
"""Times the width of the picture: what lies farther outside is not drawn."""
ARRIVED, EXPLODED, STUCK = 1e-6, 1e6, 1e-3

_UNDEFINED = QT_TRANSLATE_NOOP(
    "gradients", "f is not defined at or near the start ({x0}, {x1}): move the ring elsewhere"
)
_AT = QT_TRANSLATE_NOOP("gradients", "At ({x0}, {x1}), f = {f}; the gradient there is ({g0}, {g1})")
_ARRIVED = QT_TRANSLATE_NOOP(
    "gradients", "Arrived: the gradient has become as good as 0 after {step} steps"
)
_EXPLODED = QT_TRANSLATE_NOOP(
    "gradients", "Too large a rate: each step overshoots by more than the last"
)
_LOST = QT_TRANSLATE_NOOP(
    "gradients", "So far out x ± 1e-4 is x again: the numerical gradient is 0, and all stands still"
)
_STUCK = QT_TRANSLATE_NOOP(
    "gradients", "Too small a rate: after {step} steps it has hardly left the start"
)
_ON_WAY = QT_TRANSLATE_NOOP("gradients", "Still on the way after {step} steps")
_ENDED = QT_TRANSLATE_NOOP(
    "gradients", "Diverged: at step {step} f is no longer a number that can be computed with"
)


def field_frames(params: GradientsParams) -> Frames:
    """Yield the start and one frame after every step of gradient descent.

    Arrays: `trail` (t + 1, 2), `drawn`: how many of its points are near enough to be drawn,
    `values` (t + 1,): f, `logarithmic`: whether all of them are above 0; and the map, the same for
    all frames: `region` (4,) left, right, bottom, top, `arrows` (k, 3, 2, 2): shaft and two barbs,
    both ends of each, `grid` (15,), `field` (15, 15, 2): −∇f, row by row from the bottom, 0 where
    undefined, and `contours` (m, 2, 2). Scalars: `x0`, `x1`, `f`, `gradient0`, `gradient1`,
    `distance` from the start, `lr`.
    """
    f = Surface(params.surface_text())
    start = np.array([params.x0, params.x1])
    if not np.isfinite(f(start)) or not np.isfinite(_gradient(f, start)).all():
        raise LabError(message(_UNDEFINED, x0=f"{params.x0:g}", x1=f"{params.x1:g}"))
    reach = max(5.0, 1.2 * float(np.abs(start).max()))
    chart = _chart(f, reach)
    trail = np.empty((params.steps + 1, 2))
    values = np.empty(params.steps + 1)
    x = start
    for step in range(params.steps + 1):
        trail[step], values[step] = x, f(x)
        frame = _frame(f, trail[: step + 1], values[: step + 1], chart, params)
        changed = yield frame
        if changed is not None:
            assert isinstance(changed, GradientsParams)
            params = changed
        if step == frame.total:
            return
        with np.errstate(all="ignore"):
            x = gradient_descent(f, x, params.lr, step_num=1)
            lost = not (
                np.isfinite(x).all() and np.isfinite(f(x)) and np.isfinite(_gradient(f, x)).all()
            )
        if lost:
            yield _frame(f, trail[: step + 1], values[: step + 1], chart, params, lost=step + 1)
            return


def _gradient(f: Surface, x: Values) -> Values:
    with np.errstate(all="ignore"):
        return numerical_gradient(f, x.copy())


def _frame(
    f: Surface, trail: Values, values: Values, chart: Mapping[str, NDArray[Any]],
    params: GradientsParams, *, lost: int = 0,
) -> Frame:  # fmt: skip
    """Return what is to be seen; `lost`: the step that led to where there are no numbers."""
    step = lost or len(trail) - 1
    x, gradient = trail[-1], _gradient(f, trail[-1])
    limit = FAR * (chart["region"][1] - chart["region"][0])
    outside = np.abs(trail).max(axis=1) > limit
    positive = bool((values > 0).all())
    arrays = {
        "trail": trail,
        "drawn": np.array(int(outside.argmax()) + 1 if outside.any() else len(trail)),
        "values": np.maximum(values, SMALLEST) if positive else values,
        "logarithmic": np.array(positive),
        **chart,
    }
    scalars = {
        "x0": x[0],
        "x1": x[1],
        "f": values[-1],
        "gradient0": gradient[0],
        "gradient1": gradient[1],
        "distance": float(np.linalg.norm(x - trail[0])),
        "lr": params.lr,
    }
    total = step if lost else params.steps
    said = _messages(trail, values[-1], gradient, step, params, last=step == total, lost=bool(lost))
    return Frame(step, scalars, arrays, total, said)


def _messages(
    trail: Values, f: float, gradient: Values, step: int, params: GradientsParams,
    *, last: bool, lost: bool,
) -> tuple[Message, ...]:  # fmt: skip
    x = trail[-1]
    at = message(
        _AT,
        x0=number(x[0], 5),
        x1=number(x[1], 5),
        f=number(f, 5),
        g0=number(gradient[0], 5),
        g1=number(gradient[1], 5),
    )
    size, length = float(np.linalg.norm(x)), float(np.linalg.norm(gradient))
    slow = slower(params, "lr", params.lr)
    if lost:
        return (at, with_fix(message(_ENDED, step=step), slow))
    if size > EXPLODED:
        return (at, with_fix(message(_EXPLODED), slow), *([message(_LOST)] if length == 0 else []))
    if not last:
        return (at,)
    if length < ARRIVED:
        return (at, message(_ARRIVED, step=step))
    if float(np.linalg.norm(x - trail[0])) < STUCK * max(1.0, size):
        return (at, message(_STUCK, step=step))
    return (at, message(_ON_WAY, step=step))


def _chart(f: Surface, reach: float) -> dict[str, NDArray[Any]]:
    """Return the arrays of the map, read-only, so that all frames share them."""
    places = np.linspace(-reach, reach, ARROWS + 2)[1:-1]
    a, b = np.meshgrid(places, places)
    with np.errstate(all="ignore"):
        down = -np.stack(
            (
                central_difference(lambda x: f(np.array([x, b])), a),
                central_difference(lambda x: f(np.array([a, x])), b),
            ),
            axis=-1,
        )
    down = np.where(np.isfinite(down).all(axis=-1, keepdims=True), down, 0.0)
    fine = np.linspace(-reach, reach, GRID)
    heights = f(np.array(np.meshgrid(fine, fine)))
    heights = np.where(np.isfinite(heights), heights, np.nan)
    chart = {
        "region": np.array([-reach, reach, -reach, reach]),
        "arrows": _arrows(np.stack((a, b), axis=-1), down, places[1] - places[0]),
        "grid": places,
        "field": down,
        "contours": contour_lines(fine, fine, heights, _levels(heights)),
    }
    for array in chart.values():
        array.flags.writeable = False
    return {name: array if array.base is None else _own(array) for name, array in chart.items()}


def _own(array: NDArray[Any]) -> NDArray[Any]:
    copy = array.copy()
    copy.flags.writeable = False
    return copy


def _levels(heights: Values) -> Values:
    """Return heights for the contours, closer together where the surface is low."""
    defined = heights[~np.isnan(heights)]
    if not len(defined):
        return np.empty(0)
    low, high = np.quantile(defined, [0.0, 0.98])
    return np.asarray(low + (high - low) * (np.arange(1, LEVELS) / LEVELS) ** 2)


def _arrows(at: Values, down: Values, spacing: float) -> Values:
    """Return shaft and barbs of every arrow, (k, 3, 2, 2); the longest is as long as a space."""
    at, down = at.reshape(-1, 2), down.reshape(-1, 2)
    length = np.linalg.norm(down, axis=1)
    longest = float(length.max(initial=0.0))
    some = length > 1e-3 * longest
    shaft = 0.95 * spacing * down[some] / max(longest, SMALLEST)
    start = at[some]
    tip = start + shaft
    across = np.column_stack((-shaft[:, 1], shaft[:, 0]))
    barbs = [tip - 0.3 * shaft + side * 0.18 * across for side in (-1, 1)]
    lines = [(start, tip), *((barb, tip) for barb in barbs)]
    return np.stack([np.stack(line, axis=1) for line in lines], axis=1)
