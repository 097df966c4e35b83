"""The size of the first random weights (6.2): the standard deviation they are drawn with."""

from __future__ import annotations

import math


def initial_scale(kind: str | float, fan_in: int) -> float:
    """The standard deviation of the initial weights of a unit with `fan_in` inputs.

    kind: a number, used as it is; "zero" (nothing learns: all units stay alike); "sigmoid" or
    "xavier", sqrt(1/fan_in), for sigmoid and tanh (6.2.2; Glorot and Bengio 2010); "relu" or "he",
    sqrt(2/fan_in), because ReLU silences half of the units (6.2.3; He et al. 2015). Upper and lower
    case are the same.

    Raises ValueError for anything else.
    """
    if fan_in < 1:
        raise ValueError(f"a unit needs at least one input, not {fan_in}")
    name = str(kind).strip().lower()
    if name == "zero":
        return 0.0
    if name in ("sigmoid", "xavier"):
        return math.sqrt(1.0 / fan_in)
    if name in ("relu", "he"):
        return math.sqrt(2.0 / fan_in)
    try:
        scale = float(name)
    except ValueError:
        scale = math.nan
    if not 0.0 <= scale < math.inf:
        raise ValueError(
            f'initial weights: give a number from 0 up, "zero", "xavier" or "he", not {kind!r}'
        )
    return scale
