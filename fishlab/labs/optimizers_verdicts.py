"""What the race says: who is nearest, who stopped where there is no minimum, who is out and why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

from .optimizers_competitors import Competitor
from .optimizers_params import COMPETITORS
from .optimizers_surfaces import Point, Values

_NOBODY = QT_TRANSLATE_NOOP("optimizers", "Nobody runs: choose at least one optimizer")
_NEAREST = QT_TRANSLATE_NOOP(
    "optimizers", "{name} is lowest, {distance} from the minimum ({x}, {y})"
)
_ARRIVED = QT_TRANSLATE_NOOP("optimizers", "Arrived at a minimum: {names}")
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

NEAR = 1e-3
"""So close to a point counts as there."""

LABELS = {choice.value: choice.label for choice in COMPETITORS}


def verdicts(
    competitors: Sequence[Competitor], minima: Values, saddles: Sequence[Point], *, last: bool
) -> tuple[Message, ...]:
    """Return the sentences for one moment; the slower judgements only at the `last` step."""
    if not competitors:
        return (message(_NOBODY),)
    said = [_leader(competitors, minima)]
    if last:
        said += _arrived(competitors, minima) + _stuck(competitors, saddles)
        if turning := [c for c in competitors if c.zigzags]:
            said.append(message(_ZIGZAG, names=_names(turning)))
        if not len(minima):
            said.append(message(_BOTTOMLESS))
    said += [competitor.out for competitor in competitors if competitor.out is not None]
    return tuple(said)


def _leader(competitors: Sequence[Competitor], minima: Values) -> Message:
    best = min(competitors, key=lambda competitor: competitor.loss)
    name = LABELS[best.name]
    if not len(minima):
        return message(_LOWEST, name=name, loss=_number(best.loss))
    distances = np.linalg.norm(minima - best.point, axis=1)
    x, y = minima[distances.argmin()]
    distance = _number(float(distances.min()))
    return message(_NEAREST, name=name, distance=distance, x=_number(x), y=_number(y))


def _arrived(competitors: Sequence[Competitor], minima: Values) -> list[Message]:
    there = [c for c in competitors if _close(c.point, minima)]
    return [message(_ARRIVED, names=_names(there))] if there else []


def _stuck(competitors: Sequence[Competitor], saddles: Sequence[Point]) -> list[Message]:
    said = []
    for x, y in saddles:
        stuck = [c for c in competitors if _close(c.point, np.array([[x, y]]))]
        if stuck:
            said.append(message(_ON_SADDLE, x=_number(x), y=_number(y), names=_names(stuck)))
    return said


def _close(point: Values, places: Values) -> bool:
    return bool((np.linalg.norm(places - point, axis=1) < NEAR).any())


def _names(competitors: Sequence[Competitor]) -> str:
    return ", ".join(LABELS[competitor.name] for competitor in competitors)


def _number(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
