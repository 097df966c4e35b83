"""The optimizers lab: a race of optimizers down one surface from one start (chapter 6.1).

Each frame is one update of every competitor. What a frame holds, for n competitors at step t:

scalars  `loss.<name>`, `x.<name>`, `y.<name>`
arrays   `trails` (n, t + 1, 2), `gaps` (n, t + 1): the loss above the lowest known, or the loss
         itself if `logarithmic` is false; `loss_range` (2,): what of them is worth showing;
         `out` (n,): who left the race; `order` (n,): rows, the best first; `minima` (k, 2);
         and the map: `region` (4,), `heights`, `shades`, `contours` (see `optimizers_contours`)

On digits there are no points and no map: see `optimizers_digits`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fishlab.engine.divergence import DivergedError
from fishlab.engine.second_order import BFGS
from fishlab.experiment import (
    Frame,
    Frames,
    Lab,
    LabError,
    Params,
    message,
)

from .contents import OPTIMIZERS
from .optimizers_claims import CLAIMS
from .optimizers_competitors import Competitor
from .optimizers_contours import Map, draw_map
from .optimizers_digits import digits_race
from .optimizers_params import COMPETITORS, OptimizersParams
from .optimizers_presets import PRESETS
from .optimizers_script import script
from .optimizers_surfaces import SURFACES, TYPED, Function, Values
from .optimizers_verdicts import UNDEFINED_START, verdicts

SMALLEST_GAP = 1e-16
"""Nearer to the lowest value than rounding can tell; a logarithmic axis has no 0."""

DECADES = 1e-10
"""How far below the start the axis of the losses reaches."""


class Optimizers(Lab):
    """Any set of nine optimizers, each with its own settings, on one surface."""

    id, title, chapter, summary = OPTIMIZERS
    params = OptimizersParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    rate = 20.0
    code = (
        "fishlab.engine.optimizers.SGD",
        "fishlab.engine.optimizers.Momentum",
        "fishlab.engine.optimizers.Nesterov",
        "fishlab.engine.optimizers.AdaGrad",
        "fishlab.engine.optimizers.RMSprop",
        "fishlab.engine.optimizers.AdaDelta",
        "fishlab.engine.optimizers.Adam",
        "fishlab.engine.second_order.Newton",
        "fishlab.engine.second_order.BFGS",
        "fishlab.engine.graph.Graph",
    )

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the start and one frame after every step."""
        assert isinstance(params, OptimizersParams)
        if params.on_digits:
            yield from digits_race(params, rng)
            return
        race = Race(params)
        total = params.steps if race.competitors else 0
        changed = yield race.frame(0, total)
        for step in range(1, total + 1):
            if isinstance(changed, OptimizersParams):
                race.tune(changed)
            race.advance(step)
            changed = yield race.frame(step, total)

    def pace(self, params: Params) -> float | None:
        """Points are followed by the eye; networks learn as fast as they can."""
        assert isinstance(params, OptimizersParams)
        return None if params.on_digits else self.rate

    def script(self, params: Params, seed: int) -> str:
        """Return the race as a script. Raises LabError if the surface has no value at the start."""
        assert isinstance(params, OptimizersParams)
        return script(params, seed)


class Race:
    """All competitors, their trails so far, and the map that they run on.

    Raises LabError if the surface has no value at the start.
    """

    def __init__(self, params: OptimizersParams) -> None:
        function = Function(params.function())
        start = np.array([params.x0, params.y0])
        if not np.isfinite(function.value(start)):
            raise LabError(message(UNDEFINED_START, x=f"{params.x0:g}", y=f"{params.y0:g}"))
        self.map = draw_map(function, params.region())
        left, right, bottom, top = self.map.region
        self._reach = float(max(right - left, top - bottom))
        self.competitors = [
            Competitor(
                choice.value, choice.label, params.settings(choice.value), params.function(),
                start, self._reach,
            )
            for choice in COMPETITORS
            if choice.value in params.competitors
        ]  # fmt: skip
        self._params = params
        self.minima, self.lowest = lowest_points(params, function, self.map)
        self._saddles = () if params.surface == TYPED else SURFACES[params.surface].saddles
        count = len(self.competitors)
        self._trails = np.empty((count, params.steps + 1, 2))
        self._losses = np.empty((count, params.steps + 1))
        self._record(0)

    def tune(self, params: OptimizersParams) -> None:
        """Go on with the settings of `params`."""
        self._params = params
        for competitor in self.competitors:
            competitor.tune(params.settings(competitor.name))

    def advance(self, step: int) -> None:
        """Make the update of that number, counted from 1, with every competitor."""
        for competitor in self.competitors:
            competitor.advance(step)
        self._record(step)

    def frame(self, step: int, total: int) -> Frame:
        """Return what is to be seen after `step` updates."""
        losses = self._losses[:, : step + 1]
        # A surface may go lower than what was found beforehand: then there is no logarithm.
        gaps, logarithmic = losses, False
        if self.lowest is not None and bool((losses >= self.lowest - 1e-9).all()):
            gaps, logarithmic = np.maximum(losses - self.lowest, SMALLEST_GAP), True
        order = np.argsort(losses[:, -1], kind="stable")
        scalars: dict[str, float] = {}
        for competitor in self.competitors:
            scalars[f"loss.{competitor.name}"] = competitor.loss
            scalars[f"x.{competitor.name}"] = float(competitor.point[0])
            scalars[f"y.{competitor.name}"] = float(competitor.point[1])
        arrays = {
            "trails": self._trails[:, : step + 1],
            "gaps": gaps,
            "logarithmic": np.array(logarithmic),
            "loss_range": self._loss_range(gaps, logarithmic),
            "out": np.array([c.out is not None for c in self.competitors], bool),
            "order": order,
            "minima": self.minima,
            "region": self.map.region,
            "heights": self.map.heights,
            "shades": self.map.shades,
            "contours": self.map.contours,
        }
        said = verdicts(
            self.competitors,
            self.minima,
            self._saddles,
            self._reach,
            self._params,
            last=step == total,
        )
        return Frame(step, scalars, arrays, total, said)

    def _loss_range(self, gaps: Values, logarithmic: bool) -> Values:
        """Return (low, high) of an axis on which one who runs away does not flatten the others."""
        if not gaps.size:
            return np.array([1.0, 10.0])
        start = float(gaps[0, 0])
        if logarithmic:
            # Newton's last digits, 1e-16 above the ground, would press the others into a line.
            low = max(float(gaps.min()), DECADES * start)
            return np.array([low, max(min(float(gaps.max()), 100 * start), start)])
        heights = self.map.heights
        low, high = float(heights.min()), float(heights.max())
        low = max(float(gaps.min()), start - (high - low))
        high = min(float(gaps.max()), start + (high - float(heights.min())))
        return np.array([low, high])

    def _record(self, step: int) -> None:
        for row, competitor in enumerate(self.competitors):
            self._trails[row, step] = competitor.point
            self._losses[row, step] = competitor.loss


def lowest_points(
    params: OptimizersParams, function: Function, chart: Map
) -> tuple[Values, float | None]:
    """Return the known minima (k, 2) and the lowest value; none and None if there is none.

    On a typed surface the lowest point of the map is followed down by BFGS.
    """
    if params.surface != TYPED:
        points: Sequence[Sequence[float]] = SURFACES[params.surface].minima
    else:
        points = _searched(function, chart)
    minima = np.array(points, np.float64).reshape(-1, 2)
    minima.flags.writeable = False
    return minima, min((function.value(point) for point in minima), default=None)


def _searched(function: Function, chart: Map) -> list[list[float]]:
    left, right, bottom, top = chart.region
    heights = function.heights(
        np.linspace(left, right, chart.heights.shape[1]),
        np.linspace(bottom, top, chart.heights.shape[0]),
    )
    if not np.isfinite(heights).any():
        return []
    row, column = np.unravel_index(np.argmin(np.where(np.isfinite(heights), heights, np.inf)),
                                   heights.shape)  # fmt: skip
    rows, columns = heights.shape
    point = np.array([
        left + (right - left) * column / (columns - 1),
        bottom + (top - bottom) * row / (rows - 1),
    ])  # fmt: skip
    search = BFGS(function.value, function.gradient)
    try:
        for _ in range(50):
            point = search.step(point)
        flat = np.linalg.norm(function.gradient(point)) < 1e-5
    except DivergedError:
        return []
    inside = left <= point[0] <= right and bottom <= point[1] <= top
    return [[float(point[0]), float(point[1])]] if flat and inside else []
