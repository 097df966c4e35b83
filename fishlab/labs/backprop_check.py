"""The gradient check (5.7.3): backprop against the numerical gradient, parameter by parameter.

Of each parameter so many numbers are drawn at random, and each is moved by h to either side. Where
a ReLU or a maximum changes sides within h the loss has a kink, and no slope to compare with: such
a number is left out, and counted. It is recognised by asking the loss at half of h as well: on
smooth ground the difference hardly changes. Biases begin at random here: with b = 0 a blank piece
of a digit would put ReLUs exactly on their kink.

Arrays, for n parameters: `names` (n,): text, `shapes` (n, 4): 0 where there are fewer axes;
`known`, `asked`, `kinks` (n,): numbers checked, to be checked, left out; `mean` and `largest` (n,):
the differences, 0 while none is known; and of the k numbers checked `backprop`, `numeric` and
`owner` (k,). Scalars: `difference`, the mean of all; `difference.<name>`; `largest`; `checked`;
`kinks`; `passes`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.network import Network
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Names, message

from .backprop_networks import Batch, draw_digits, make_network
from .backprop_params import BackpropParams

AXES = 4
LIMIT = 1e-7
"""A right gradient in float64 differs by less in the mean of all numbers."""
WRONG = 1e-6
"""The mean of one parameter alone may be above LIMIT: the loss adds 1e-7 inside its logarithm, and
backprop's y − t knows nothing of it."""
BIAS_STD = 0.1
SMOOTH, ROUNDING = 1e-8, 2e-14
"""How far differences at h and h / 2 may lie apart where the loss is smooth: h² + SMOOTH by its
third derivative, and ROUNDING / h by rounding."""
AT_A_TIME = {"conv": 3}
FEW_AT_A_TIME = 8
"""Numbers checked between two frames: well below 50 ms of work."""

_BUSY = QT_TRANSLATE_NOOP("backprop", "Checking {name}: {known} of {asked} numbers")
_HOLDS = QT_TRANSLATE_NOOP(
    "backprop", "Backprop is right: a mean difference of {difference} over {count} numbers"
)
_WRONG = QT_TRANSLATE_NOOP(
    "backprop", "Backprop is not right: the gradient of {names} differs by {difference} in the mean"
)
_LOGARITHM = QT_TRANSLATE_NOOP(
    "backprop",
    "A little above 1e−7: {names}. The loss adds 1e−7 inside its logarithm, backprop's y − t does "
    "not know",
)
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "backprop", "{count} numbers were left out: a ReLU or a maximum switches within ±h of them"
)
_ROUGH = QT_TRANSLATE_NOOP(
    "backprop",
    "The mean difference is {difference}, at h = {h}: too large an h bends, too small an h rounds",
)


def check_frames(params: BackpropParams, rng: np.random.Generator) -> Frames:
    """Yield a frame after every few numbers."""
    network = make_network(params, rng)
    batch = draw_digits(params.samples, rng)
    check = Check(params, network, batch, rng)
    total = len(check.chunks)
    yield check.frame(0, total, (message(_BUSY, name=check.names[0], known=0, asked=check.asked),))
    for step, (parameter, places) in enumerate(check.chunks, start=1):
        check.compare(parameter, places)
        said: tuple[Message, ...] = (
            message(
                _BUSY,
                name=check.names[parameter],
                known=check.compared(parameter),
                asked=int(check.wanted[parameter]),
            ),
        )
        yield check.frame(step, total, check.verdict() if step == total else said)


class Check:
    """What has been compared so far."""

    def __init__(
        self, params: BackpropParams, network: Network, batch: Batch, rng: np.random.Generator
    ) -> None:
        self._params, self._network, self._batch = params, network, batch
        self.names = list(network.params)
        for name in self.names:
            if name.startswith("b") and not name.startswith("beta"):
                network.params[name] = BIAS_STD * rng.standard_normal(network.params[name].shape)
        gradient = network.gradient(*batch)
        self._gradient = {name: np.array(gradient[name]) for name in self.names}
        self._spoil()
        self._here = self._loss()
        self._backprop: list[list[float]] = [[] for _ in self.names]
        self._numeric: list[list[float]] = [[] for _ in self.names]
        self._kinks = np.zeros(len(self.names), np.int64)
        self.wanted = np.zeros(len(self.names), np.int64)
        self.chunks: list[tuple[int, NDArray[np.int64]]] = []
        size = AT_A_TIME.get(params.network, FEW_AT_A_TIME)
        for number, name in enumerate(self.names):
            count = min(params.entries, network.params[name].size)
            self.wanted[number] = count
            drawn = rng.choice(network.params[name].size, count, replace=False)
            self.chunks += [
                (number, drawn[first : first + size]) for first in range(0, count, size)
            ]
        self._shapes = np.zeros((len(self.names), AXES), np.int64)
        for number, name in enumerate(self.names):
            shape = network.params[name].shape
            self._shapes[number, : len(shape)] = shape

    @property
    def asked(self) -> int:
        """How many numbers of the first parameter are to be checked."""
        return int(self.wanted[0])

    def compared(self, parameter: int) -> int:
        """How many numbers of that parameter have been looked at."""
        return len(self._numeric[parameter]) + int(self._kinks[parameter])

    def compare(self, parameter: int, places: NDArray[np.int64]) -> None:
        """Differentiate numerically by these numbers of a parameter, counted in C order."""
        name = self.names[parameter]
        for place in places:
            index = np.unravel_index(int(place), self._network.params[name].shape)
            slope = self._slope(name, index)
            if slope is None:
                self._kinks[parameter] += 1
                continue
            self._numeric[parameter].append(slope)
            self._backprop[parameter].append(float(self._gradient[name][index]))

    def _slope(self, name: str, index: tuple[np.intp, ...]) -> float | None:
        """Return the central difference by one number; None if there is a kink within ±h."""
        array, h = self._network.params[name], self._params.h
        original = array[index]
        losses = {}
        try:
            for part in (1.0, -1.0, 0.5, -0.5):
                array[index] = original + part * h
                losses[part] = self._loss()
        finally:
            array[index] = original
        slope = (losses[1.0] - losses[-1.0]) / (2 * h)
        near = (losses[0.5] - losses[-0.5]) / h
        bend = (losses[1.0] + losses[-1.0] - 2 * self._here) / h
        bend_near = (losses[0.5] + losses[-0.5] - 2 * self._here) / (0.5 * h)
        smooth = SMOOTH + h * h + ROUNDING / h
        # A kink in between changes the first; one exactly here, only the second.
        kink = abs(slope - near) > smooth or abs(bend - 2 * bend_near) > smooth
        return None if kink else slope

    def frame(self, step: int, total: int, said: tuple[Message, ...]) -> Frame:
        """Return the differences known by now."""
        gaps = self._gaps()
        known = np.array([len(gap) for gap in gaps])
        everything = np.concatenate(gaps)
        scalars = {
            "checked": float(known.sum()),
            "kinks": float(self._kinks.sum()),
            "passes": 4.0 * float(known.sum() + self._kinks.sum()),
        }
        if known.any():
            scalars["difference"] = float(everything.mean())
            scalars["largest"] = float(everything.max())
        for name, gap in zip(self.names, gaps, strict=True):
            if len(gap):
                scalars[f"difference.{name}"] = float(gap.mean())
        arrays = {
            "names": np.array(self.names),
            "shapes": self._shapes,
            "known": known,
            "asked": self.wanted,
            "kinks": self._kinks,
            "mean": np.array([gap.mean() if len(gap) else 0.0 for gap in gaps]),
            "largest": np.array([gap.max(initial=0.0) for gap in gaps]),
            "backprop": np.concatenate([np.array(part) for part in self._backprop]),
            "numeric": np.concatenate([np.array(part) for part in self._numeric]),
            "owner": np.repeat(np.arange(len(self.names)), known),
        }
        return Frame(step, scalars, arrays, total, said)

    def verdict(self) -> tuple[Message, ...]:
        """Tell which gradients are right."""
        pairs = zip(self.names, self._gaps(), strict=True)
        means = {name: float(gap.mean()) for name, gap in pairs if len(gap)}
        said: list[Message] = []
        wrong = [name for name, mean in means.items() if mean >= WRONG]
        above = [name for name, mean in means.items() if LIMIT <= mean < WRONG]
        gaps = np.concatenate(self._gaps())
        mean = float(gaps.mean()) if len(gaps) else 0.0
        difference = f"{mean:.1e}".replace("-", "−")
        if wrong and self._params.mistake != "none":
            worst = f"{max(means.values()):.1e}".replace("-", "−")
            said.append(message(_WRONG, names=Names(wrong), difference=worst))
        elif wrong or mean >= LIMIT:
            h = f"{self._params.h:.0e}".replace("-", "−")
            said.append(message(_ROUGH, difference=difference, h=h))
        else:
            said.append(message(_HOLDS, difference=difference, count=len(gaps)))
            if above:
                said.append(message(_LOGARITHM, names=Names(above)))
        if self._kinks.any():
            said.append(message(_LEFT_OUT, count=int(self._kinks.sum())))
        return tuple(said)

    def _gaps(self) -> list[NDArray[np.float64]]:
        """Return the differences known, an array for each parameter."""
        return [
            np.abs(np.array(a) - np.array(b))
            for a, b in zip(self._numeric, self._backprop, strict=True)
        ]

    def _loss(self) -> float:
        return self._network.loss(*self._batch, train_flg=True)

    def _spoil(self) -> None:
        """Put in the mistake that was asked for."""
        if self._params.mistake == "sum":
            for array in self._gradient.values():
                array *= self._params.samples
        elif self._params.mistake == "bias":
            self._gradient["b1"][:] = 0.0
        elif self._params.mistake == "transposed":
            last = [name for name in self.names if name.startswith("W")][-1]
            self._gradient[last][:, [0, 1]] = self._gradient[last][:, [1, 0]]
