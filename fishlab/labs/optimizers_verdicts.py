"""What the race says: who is nearest, who stopped where there is no minimum, who is out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Message, Names, message
from fishlab.text import with_fix

from .divergence import slower
from .optimizers_competitors import Competitor
from .optimizers_params import COMPETITORS, SETTINGS, OptimizersParams
from .optimizers_surfaces import Point, Values

UNDEFINED_START = QT_TRANSLATE_NOOP(
    "optimizers", "f is not defined at the start ({x}, {y}): move the ring elsewhere"
)
NOBODY = QT_TRANSLATE_NOOP("optimizers", "Nobody runs: choose at least one optimizer")
_NEAREST = QT_TRANSLATE_NOOP(
    "optimizers", "{name} is lowest, {distance} from the minimum ({x}, {y})"
)
_ARRIVED = QT_TRANSLATE_NOOP("optimizers", "At a minimum, as far as the eye can tell: {names}")
LEVEL = QT_TRANSLATE_NOOP("optimizers", "Level so far: {names}, each at {loss}")
_LOWEST = QT_TRANSLATE_NOOP("optimizers", "{name} is lowest: f = {loss}")
_BOTTOMLESS = QT_TRANSLATE_NOOP(
    "optimizers", "This surface has no known minimum: whoever goes on falling is right"
)
_ON_SADDLE = QT_TRANSLATE_NOOP(
    "optimizers", "Stopped at ({x}, {y}), a saddle or crest and no minimum: {names}"
)
_ZIGZAG = QT_TRANSLATE_NOOP(
    "optimizers", "Turning back at every step, the rate is large for this slope: {names}"
)

NEAR_SADDLE, NEAR_MINIMUM = 1e-4, 0.01
"""So close, in widths of the picture, counts as there."""

LABELS = {choice.value: choice.label for choice in COMPETITORS}


def verdicts(
    competitors: Sequence[Competitor],
    minima: Values,
    saddles: Sequence[Point],
    reach: float,
    params: OptimizersParams,
    *,
    last: bool,
) -> tuple[Message, ...]:
    """Return the sentences for one moment; those that judge a whole race only at the `last` step.

    minima: (k, 2), none if the surface falls without end. reach: width of the picture.
    """
    if not competitors:
        return (message(NOBODY),)
    said = [_leader(competitors, minima)]
    if last:
        said += _arrived(competitors, minima, NEAR_MINIMUM * reach)
        said += _stuck(competitors, saddles, NEAR_SADDLE * reach)
        if turning := [c for c in competitors if c.zigzags]:
            said.append(message(_ZIGZAG, names=_names(turning)))
        if not len(minima):
            said.append(message(_BOTTOMLESS))
    return tuple(said + [_out(c, c.out, params) for c in competitors if c.out is not None])


def _out(competitor: Competitor, said: Message, params: OptimizersParams) -> Message:
    """Return why it is out, with a smaller learning rate if it has any."""
    if competitor.lr is None:
        return said
    field = SETTINGS[competitor.name]["lr"]
    return with_fix(said, slower(params, field, competitor.lr))


def _leader(competitors: Sequence[Competitor], minima: Values) -> Message:
    best = min(competitors, key=lambda competitor: competitor.loss)
    level = [c for c in competitors if c.loss == best.loss]
    if len(level) > 1:
        return message(LEVEL, names=names_of(c.name for c in level), loss=number(best.loss))
    name = LABELS[best.name]
    if not len(minima):
        return message(_LOWEST, name=name, loss=number(best.loss))
    distances = np.linalg.norm(minima - best.point, axis=1)
    x, y = minima[distances.argmin()]
    distance = number(float(distances.min()))
    return message(_NEAREST, name=name, distance=distance, x=number(x), y=number(y))


def _arrived(competitors: Sequence[Competitor], minima: Values, near: float) -> list[Message]:
    there = [
        competitor
        for competitor in competitors
        if (np.linalg.norm(minima - competitor.point, axis=1) < near).any()
    ]
    return [message(_ARRIVED, names=_names(there))] if there else []


def _stuck(
    competitors: Sequence[Competitor], saddles: Sequence[Point], near: float
) -> list[Message]:
    said = []
    for x, y in saddles:
        stuck = [c for c in competitors if np.linalg.norm(c.point - (x, y)) < near]
        if stuck:
            said.append(message(_ON_SADDLE, x=number(x), y=number(y), names=_names(stuck)))
    return said


def _names(competitors: Sequence[Competitor]) -> Names:
    return names_of(competitor.name for competitor in competitors)


def names_of(competitors: Iterable[str]) -> Names:
    """Return the labels of the competitors as one list."""
    return Names(LABELS[name] for name in competitors)


def number(value: float) -> str:
    """Return the value with four digits that count, and a real minus sign."""
    return f"{value:.4g}".replace("-", "−")
