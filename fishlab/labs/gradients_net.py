"""The network of one matrix, learning by its numerical gradient; and the closure trap (4.4.2)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from fishlab.engine.functions import softmax
from fishlab.engine.gradients import numerical_gradient
from fishlab.engine.losses import cross_entropy_error
from fishlab.engine.optimizers import SGD
from fishlab.engine.simple_net import SimpleNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message

from .gradients_functions import Values, number
from .gradients_params import BOOK_WEIGHTS, GradientsParams

REACH, POINTS = 2.0, 81
"""How far, and in how many places, the trap looks along one number of W."""

_LEARNS = QT_TRANSLATE_NOOP(
    "gradients", "Loss {loss}; the right class {target} has the probability {chance}"
)
_RULE = QT_TRANSLATE_NOOP(
    "gradients", "Where dW is positive W will shrink, where it is negative W will grow"
)
_ZERO_INPUT = QT_TRANSLATE_NOOP(
    "gradients", "An input of 0 gives its row of W no gradient: that row cannot learn from it"
)
_READS = QT_TRANSLATE_NOOP(
    "gradients", "W[{row}, {column}] is moved by ±1e-4: on the left the loss follows it"
)
_CONSTANT = QT_TRANSLATE_NOOP(
    "gradients", "On the right it does not: y was computed before, f is a constant, its slope is 0"
)
_BEFORE = QT_TRANSLATE_NOOP(
    "gradients", "Two functions with the same value here: {loss}. Step on to differentiate both"
)
_TRAPPED = QT_TRANSLATE_NOOP(
    "gradients", "The left gradient is right, the right one is all zeros: nothing would be learned"
)


def _weights(params: GradientsParams, rng: np.random.Generator) -> Values:
    """Return W (2, 3)."""
    return np.array(BOOK_WEIGHTS) if params.weights == "book" else rng.standard_normal((2, 3))


def net_frames(params: GradientsParams, rng: np.random.Generator) -> Frames:
    """Yield the network as it begins and after every step of learning.

    Arrays: `input` (2,), `W` (2, 3), `scores` (3,), `y` (3,), `target` (), `dW` (2, 3) and
    `losses` (t + 1,). Scalars: `loss`, `chance` of the right class, `lr` and the numbers of W and
    dW as `W00` … and `dW00` ….
    """
    x, t = np.array([params.input1, params.input2]), params.target
    net = SimpleNet(_weights(params, rng))
    losses = np.empty(params.steps + 1)
    for step in range(params.steps + 1):
        losses[step] = net.loss(x, t)
        gradient = numerical_gradient(lambda _: net.loss(x, t), net.W)
        scores = net.predict(x)
        y = softmax(scores)
        arrays = {
            "input": x, "W": net.W, "scores": scores, "y": y, "target": np.array(t),
            "dW": gradient, "losses": losses[: step + 1],
        }  # fmt: skip
        scalars = {"loss": losses[step], "chance": float(y[t]), "lr": params.net_lr}
        for row, column in np.ndindex(2, 3):
            scalars[f"W{row}{column}"] = net.W[row, column]
            scalars[f"dW{row}{column}"] = gradient[row, column]
        said = [message(_LEARNS, loss=number(losses[step]), target=t, chance=number(y[t], 4))]
        said.append(message(_RULE if x.all() else _ZERO_INPUT))
        changed = yield Frame(step, scalars, arrays, params.steps, tuple(said))
        if changed is not None:
            assert isinstance(changed, GradientsParams)
            params = changed
        SGD(params.net_lr).update({"W": net.W}, {"W": gradient})


def noted(function: Callable[[], float], seen: list[float]) -> Callable[[Values], float]:
    """Return `function`, as a function of W that it may or may not look at; `seen` notes values."""

    def f(_: Values) -> float:
        seen.append(function())
        return seen[-1]

    return f


def _along(function: Callable[[], float], W: Values, place: int, values: Values) -> Values:
    """Return the function with number `place` of W at each of the values (n,); W is put back."""
    before = W.flat[place]
    seen = np.empty(len(values))
    for k, value in enumerate(values):
        W.flat[place] = value
        seen[k] = function()
    W.flat[place] = before
    return seen


def trap_frames(params: GradientsParams, rng: np.random.Generator) -> Frames:
    """Yield one frame before, and one for each of the six numbers of W that is differentiated.

    Two functions of W are differentiated by the same `numerical_gradient`: one asks the network
    again, the other closes over the y of before. Arrays, for both (`reads_`, `closed_`): `gradient`
    (2, 3) as far as it is known, 0 elsewhere, and `looks` (6, 2): f with the number above and
    below; `along` (81,): f with the number that was moved last at each value of `around` (81,).
    Also `W` (2, 3), `y` (3,), `moved` (): the number's place. Scalars: `loss`,
    `reads` and `closed`: the gradients' largest size.
    """
    x, t = np.array([params.input1, params.input2]), params.target
    net = SimpleNet(_weights(params, rng))
    y = softmax(net.predict(x))
    loss = net.loss(x, t)
    gradients, looks = {}, {}
    functions = {"reads": lambda: net.loss(x, t), "closed": lambda: cross_entropy_error(y, t)}
    for name, function in functions.items():
        seen: list[float] = []

        gradients[name] = numerical_gradient(noted(function, seen), net.W)
        looks[name] = np.array(seen).reshape(-1, 2)
    total = net.W.size
    for step in range(total + 1):
        known = (np.arange(total) < step).reshape(net.W.shape)
        place = max(step - 1, 0)
        around = net.W.flat[place] + np.linspace(-REACH, REACH, POINTS)
        arrays = {"W": net.W, "y": y, "around": around, "moved": np.array(place)}
        scalars = {"loss": loss}
        for name, function in functions.items():
            arrays[f"{name}_along"] = _along(function, net.W, place, around)
            shown = np.where(known, gradients[name], 0.0)
            arrays[f"{name}_gradient"] = shown
            arrays[f"{name}_looks"] = looks[name][:step]
            scalars[name] = float(np.abs(shown).max())
        if step == 0:
            said = [message(_BEFORE, loss=number(loss))]
        elif step == total:
            said = [message(_TRAPPED)]
        else:
            row, column = divmod(step - 1, net.W.shape[1])
            said = [message(_READS, row=row, column=column), message(_CONSTANT)]
        yield Frame(step, scalars, arrays, total, tuple(said))
