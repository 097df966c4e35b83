"""Activation functions and their derivatives over one axis (3.2, 6.2), saturated parts marked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, message

from .activations_functions import FUNCTIONS, Array, activation, derivative
from .activations_params import ActivationsParams

# Points on each side of 0: about one a pixel, so that a step looks upright.
HALF = 300

_NOTHING = QT_TRANSLATE_NOOP("activations", "Choose at least one function")
_SATURATED = QT_TRANSLATE_NOOP(
    "activations", "At x = {x}, {count} of {total} are saturated: |f′| stays under {threshold}"
)


def curves_frame(params: ActivationsParams) -> Frame:
    """Return one Frame with x, f and f′ of every chosen function.

    Arrays: `x` (601,), in even steps with 0 exactly in the middle; for each function `<name>`,
    `<name>_derivative` and `<name>_saturated` (bool), each (601,); `threshold` ().
    Scalars: `x` of the vertical line (kept inside the picture), `<name>` and `<name>_derivative`
    there.
    """
    x = np.arange(-HALF, HALF + 1) * (params.reach / HALF)
    probe = np.clip(np.array([params.x]), x[0], x[-1])
    nearest = int(np.argmin(np.abs(x - probe)))
    arrays = {"x": x, "threshold": np.array(params.threshold)}
    scalars = {"x": float(probe[0])}
    saturated_here = 0
    for name in (choice.value for choice in FUNCTIONS if choice.value in params.functions):
        f, slope = activation(name, params.shape), derivative(name, params.shape)
        saturated = saturated_parts(slope(x), params.threshold)
        arrays[name] = f(x)
        arrays[f"{name}_derivative"] = slope(x)
        arrays[f"{name}_saturated"] = saturated
        scalars[name] = float(f(probe)[0])
        scalars[f"{name}_derivative"] = float(slope(probe)[0])
        saturated_here += bool(saturated[nearest])
    if not params.functions:
        verdict = message(_NOTHING)
    elif params.threshold > 0:
        verdict = message(
            _SATURATED,
            x=f"{probe[0]:.2f}".replace("-", "−"),
            count=saturated_here,
            total=len(params.functions),
            threshold=f"{params.threshold:g}",
        )
    else:
        return Frame(0, scalars, arrays)
    return Frame(0, scalars, arrays, messages=(verdict,))


def saturated_parts(slope: Array, threshold: float) -> NDArray[np.bool_]:
    """Return where |slope| is under `threshold` and stays so up to the left or the right end.

    slope: (n,), the derivative from left to right. A flat place in the middle, such as the bottom
    of GELU's dip, is a minimum and not saturation.
    """
    flat = np.abs(slope) < threshold
    left = np.logical_and.accumulate(flat)
    right = np.logical_and.accumulate(flat[::-1])[::-1]
    return left | right
