"""The slope of a curve by numerical differentiation, and how its error depends on h (4.3.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from fishlab.engine.gradients import central_difference, forward_difference
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, LabError, Message, message

from .gradients_functions import CURVES, TYPED, Curve, Values, number
from .gradients_params import GradientsParams

POINTS = 401
TYPED_REGION = (-5.0, 5.0)
LARGEST_STEP, SMALLEST_STEP, STEPS_A_DECADE = -1, -14, 8
KINK_STEP = 1e-6
EXACT = 1e-18
"""Drawn for an error of 0, which a logarithmic axis has no place for."""

_UNDEFINED = QT_TRANSLATE_NOOP(
    "gradients", "f is not defined at or near x = {x}: move the point elsewhere"
)
_SLOPE = QT_TRANSLATE_NOOP("gradients", "Slope at x = {x}: {slope}; the exact one is {exact}")
_SECANT = QT_TRANSLATE_NOOP(
    "gradients", "h is so large that the line cuts the curve in two points: it is no tangent yet"
)
_ROUNDED = QT_TRANSLATE_NOOP(
    "gradients", "h is so small that the subtraction leaves only rounding errors"
)
_KINK = QT_TRANSLATE_NOOP(
    "gradients", "f has a kink here: the slope from the left is {left}, from the right {right}"
)
_BEST = QT_TRANSLATE_NOOP(
    "gradients",
    "Smallest error: forward {forward} at h = {h_forward}, central {central} at h = {h_central}",
)
_VALLEY = QT_TRANSLATE_NOOP(
    "gradients", "Right of the best h the formula is to blame, left of it rounding"
)


def tangent_frame(params: GradientsParams) -> Frame:
    """Return one Frame with the curve, the two points that were used, and the line through them.

    Arrays: `x` and `y` (n,) of the curve and `defined` (n,), `points` (2, 2), `line` (2, 2): its
    ends, `exact_line` (2, 2), `region` (4,) left, right, bottom, top. Scalars: `x`, `f`, `h`,
    `slope` (of the chosen difference), `forward`, `central`, `exact` and `error`.
    """
    f = Curve(params.curve_text())
    x, h = params.x, params.h
    exact, forward, central = _slopes(f, x, h)
    slope = central if params.difference == "central" else forward
    first = x - h if params.difference == "central" else x
    points = np.array([[first, f(first)], [x + h, f(x + h)]])
    region = _region(f, params)
    grid = np.linspace(region[0], region[1], POINTS)
    heights = f(grid)
    # Far outside of the picture is as good as undefined, and no number too large to draw.
    defined = np.abs(np.nan_to_num(heights, nan=np.inf)) < 1e6 * (1 + abs(region[2:]).max())
    ends = np.array(region[:2])
    arrays = {
        "x": grid,
        "y": np.where(defined, heights, 0.0),
        "defined": defined,
        "points": points,
        "line": np.column_stack((ends, points[0, 1] + slope * (ends - points[0, 0]))),
        "exact_line": np.column_stack((ends, f(x) + exact * (ends - x))),
        "region": region,
    }
    scalars = {
        "x": x,
        "f": float(f(x)),
        "h": h,
        "slope": slope,
        "forward": forward,
        "central": central,
        "exact": exact,
        "error": abs(slope - exact),
    }
    return Frame(0, scalars, arrays, messages=_tangent_messages(f, scalars))


def step_size_frame(params: GradientsParams) -> Frame:
    """Return one Frame with the error of both differences for h from 1e-1 to 1e-14.

    Arrays: `h` (n,), `forward` and `central` (n,), in single precision too if asked for
    (`forward32`, `central32`). An error of 0 is EXACT. Scalars: for each of them `best_h.<name>`
    and `best_error.<name>`; `exact`, the slope; `error.<name>` at the h of the form.
    """
    f = Curve(params.curve_text())
    exact, forward, central = _slopes(f, params.x, params.h)
    count = (LARGEST_STEP - SMALLEST_STEP) * STEPS_A_DECADE + 1
    h = np.logspace(LARGEST_STEP, SMALLEST_STEP, count)
    rules = {"forward": forward_difference, "central": central_difference}
    arrays = {"h": h}
    scalars = {
        "x": params.x,
        "exact": exact,
        "h": params.h,
        "error.forward": abs(forward - exact),
        "error.central": abs(central - exact),
    }
    for name, rule in rules.items():
        arrays[name] = _errors(rule, f, params.x, h, exact, np.float64)
        if params.single:
            arrays[f"{name}32"] = _errors(rule, _single(f), params.x, h, exact, np.float32)
    for name in [name for name in arrays if name != "h"]:
        best = int(arrays[name].argmin())
        scalars[f"best_h.{name}"] = h[best]
        scalars[f"best_error.{name}"] = arrays[name][best]
    said = message(
        _BEST,
        forward=_short(scalars["best_error.forward"]),
        central=_short(scalars["best_error.central"]),
        h_forward=_short(scalars["best_h.forward"]),
        h_central=_short(scalars["best_h.central"]),
    )
    return Frame(0, scalars, arrays, messages=(said, message(_VALLEY)))


def _slopes(f: Curve, x: float, h: float) -> tuple[float, float, float]:
    """Return the exact slope, forward and central difference; raise LabError without them."""
    with np.errstate(all="ignore"):
        slopes = (f.slope(x), forward_difference(f, x, h), central_difference(f, x, h))
    if not np.isfinite(slopes).all():
        raise LabError(message(_UNDEFINED, x=f"{x:g}"))
    return float(slopes[0]), float(slopes[1]), float(slopes[2])


def _region(f: Curve, params: GradientsParams) -> Values:
    """Return left, right, bottom, top of a picture that has the point in it."""
    left, right = TYPED_REGION
    if params.function != TYPED:
        known = CURVES[params.function]
        left, right = known.left, known.right
    left, right = min(left, params.x - 1.0), max(right, params.x + 1.0)
    heights = f(np.linspace(left, right, POINTS))
    heights = heights[np.isfinite(heights)]
    # A pole must not press the rest of the curve flat.
    low, high = np.quantile(heights, [0.02, 0.98]) if len(heights) else (0.0, 1.0)
    at = float(f(params.x))
    low, high = min(float(low), at), max(float(high), at)
    room = 0.12 * max(high - low, 1e-3 * abs(at), 1e-3)
    return np.array([left, right, low - room, high + room])


def _errors(
    rule: Callable[..., Any], f: Callable[[Any], Any], x: float, h: Values, exact: float,
    dtype: type[np.floating[Any]],
) -> Values:  # fmt: skip
    """Return the error of the rule for each h (n,); where f has no value, that of a slope of 0."""
    with np.errstate(all="ignore"):
        slopes = np.array([rule(f, dtype(x), dtype(step)) for step in h], np.float64)
    return np.maximum(np.abs(np.where(np.isfinite(slopes), slopes, 0.0) - exact), EXACT)


def _single(f: Curve) -> Callable[[Any], Any]:
    """Return f with its result rounded to single precision."""
    return lambda x: np.float32(f(x))


def _tangent_messages(f: Curve, scalars: dict[str, float]) -> tuple[Message, ...]:
    slope = message(
        _SLOPE,
        x=number(scalars["x"]),
        slope=number(scalars["slope"], 16),
        exact=number(scalars["exact"], 16),
    )
    if scalars["error"] <= 1e-3 * max(1.0, abs(scalars["exact"])):
        return (slope,)
    left, right = (float(forward_difference(f, scalars["x"], h)) for h in (-KINK_STEP, KINK_STEP))
    if abs(left - right) > 1e-3 * max(1.0, abs(scalars["exact"])):
        return (slope, message(_KINK, left=number(left, 4), right=number(right, 4)))
    return (slope, message(_SECANT if scalars["h"] > 1e-6 else _ROUNDED))


def _short(value: float) -> str:
    return f"{value:.1e}".replace("-", "−")
