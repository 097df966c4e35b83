"""One competitor of the race: an optimizer of the engine and the point that it moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from fishlab.engine.divergence import DivergedError
from fishlab.engine.optimizers import OPTIMIZERS, Optimizer, make_optimizer
from fishlab.engine.second_order import BFGS, Newton
from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

from .optimizers_surfaces import Function, Values

FAR = 1e4
"""Who is so many times farther from 0 than the picture is wide is out of the race."""

_LEFT = QT_TRANSLATE_NOOP("optimizers", "{name} ran away at step {step}")
_UNDEFINED = QT_TRANSLATE_NOOP(
    "optimizers", "{name} came to where f is not defined, at step {step}"
)

Step = Callable[[Values], Values]


class Competitor:
    """Where one optimizer stands, step after step.

    point: (2,), always finite. loss: f there, always finite. out: why it is out of the race, or
    None; whoever is out stays where it last was.
    """

    def __init__(
        self,
        name: str,
        label: str,
        settings: Mapping[str, float],
        expression: str,
        start: Values,
        reach: float,
    ) -> None:
        self.name = name
        # A graph of its own: the value at a new point is already there for the gradient.
        function = Function(expression)
        self.point = start.copy()
        self.loss = function.value(start)
        self.out: Message | None = None
        self._label = label
        self._function = function
        self._resting = False
        self._far = FAR * reach
        self._step, self._method = stepper(name, settings, function)
        self._turns = 0
        self._moved = np.zeros(2)

    def advance(self, step: int) -> None:
        """Make one update, the one of that number."""
        if self.out is not None or self._resting:
            return
        try:
            with np.errstate(all="ignore"):
                point = self._step(self.point)
                loss = self._function.value(point)
        except DivergedError:
            self.out = message(_UNDEFINED, name=self._label, step=step)
            return
        if np.isfinite(point).all() and not np.abs(point).max() < self._far:
            self.out = message(_LEFT, name=self._label, step=step)
        elif not np.isfinite(point).all() or not np.isfinite(loss):
            self.out = message(_UNDEFINED, name=self._label, step=step)
        else:
            moved = point - self.point
            # A line search that finds nothing lower would look again, and long, at every step.
            self._resting = self.name == "bfgs" and not moved.any()
            self._turns = self._turns + 1 if moved @ self._moved < 0 else 0
            self.point, self.loss, self._moved = point, loss, moved

    def tune(self, settings: Mapping[str, float]) -> None:
        """Go on with these settings."""
        for setting, value in settings.items():
            setattr(self._method, setting, value)

    @property
    def lr(self) -> float | None:
        """Its learning rate, if it has one."""
        return getattr(self._method, "lr", None)

    @property
    def zigzags(self) -> bool:
        """True if it has turned back at each of the last eight steps, still on its way."""
        return self.out is None and self._turns >= 8 and float(np.abs(self._moved).max()) > 1e-3


def stepper(
    name: str, settings: Mapping[str, float], function: Function
) -> tuple[Step, Optimizer | Newton | BFGS]:
    """Return what takes a point (2,) to the next one, and the method whose settings it follows."""
    if name == "newton":
        newton = Newton(function.gradient, damping=settings["damping"])
        return newton.step, newton
    if name == "bfgs":
        bfgs = BFGS(function.value, function.gradient)
        return bfgs.step, bfgs
    assert name in OPTIMIZERS
    optimizer = make_optimizer(name, **settings)

    def step(point: Values) -> Values:
        params = {"point": point.copy()}
        optimizer.update(params, {"point": function.gradient(point)})
        return params["point"]

    return step, optimizer
