"""Optimizers (6.1): how parameters follow their gradients downhill.

`update(params, grads)` changes the parameters in place. Both are mappings with the same keys. The
gradients of our own networks live in one flat vector (`Parameters.flat`), and then the whole
network is updated by a handful of NumPy calls; any other mapping is updated key by key. Memory and
scratch space are taken at the first update and used again at every later one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, MutableMapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.shapes import ShapeError

Array = NDArray[Any]

# AdaGrad, RMSprop and Adam divide by a root; the book adds this outside of it.
EPSILON = 1e-7
FLAT = "flat"
# So many numbers are updated at a time: what they need, and what is remembered for them, stays in a
# core's cache between the steps of a formula (of 430 000 at once Adam takes 1.7 times as long).
PIECE = 2**16
# What is remembered of a unit that has died fades by a tenth with every step. After 850 it is below
# the smallest normal float32, and stays there, where a processor takes ten times as long. So every
# so many updates what is smaller than this is set to 0; no parameter can tell.
FADED = 1e-30
FORGET_EVERY = 64


class Optimizer:
    """What all optimizers share; a subclass says what it remembers and how one array is updated.

    `memory` names what is kept for each parameter from update to update (all zero at first),
    `settings` the numbers it was made with. `lr` may be changed between updates.
    """

    memory: ClassVar[tuple[str, ...]] = ()
    settings: ClassVar[tuple[str, ...]] = ("lr",)
    scratches: ClassVar[int] = 1

    def __init__(self, lr: float) -> None:
        self.lr = lr
        self._kept: dict[str, dict[str, Array]] = {}
        self._scratch: dict[str, list[Array]] = {}
        self._updates = 0

    def update(self, params: MutableMapping[str, Any], grads: Mapping[str, Any]) -> None:
        """Move every parameter in place by one step.

        params, grads: mappings with the same keys; arrays of the same shapes, or plain numbers
        (which are replaced in `params`). Raises ShapeError where a gradient is missing or has
        another shape.
        """
        flat, flat_grad = getattr(params, "flat", None), getattr(grads, "flat", None)
        self._begin()
        self._updates += 1
        if flat is not None and flat_grad is not None:
            _check_layout(params, grads)
            self._update_array(FLAT, flat, flat_grad)
            return
        for key, value in params.items():
            if key not in grads:
                raise ShapeError(f"the parameter {key!r} has no gradient")
            if isinstance(value, np.ndarray) and np.issubdtype(value.dtype, np.floating):
                self._update_array(key, value, np.asarray(grads[key]))
            else:
                number = np.array(value, dtype=np.float64)
                self._update_array(key, number, np.asarray(grads[key]))
                params[key] = number if number.ndim else float(number)

    def state_dict(self) -> dict[str, float | Array]:
        """All that is needed to go on from here: settings, and memory as "name/key" arrays."""
        state: dict[str, float | Array] = {name: getattr(self, name) for name in self.settings}
        for key, kept in self._kept.items():
            for name, array in kept.items():
                state[f"{name}/{key}"] = array.copy()
        return state

    def load_state_dict(self, state: Mapping[str, float | Array]) -> None:
        """Take over what `state_dict` gave; raises ValueError if the optimizer was another kind."""
        kept: dict[str, dict[str, Array]] = {}
        for entry, value in state.items():
            name, _, key = entry.partition("/")
            if key and name in self.memory:
                kept.setdefault(key, {})[name] = np.array(value)
            elif entry not in self.settings:
                raise ValueError(
                    f"{type(self).__name__} has no {entry!r}: the state is another optimizer's"
                )
        if any(len(arrays) != len(self.memory) for arrays in kept.values()):
            raise ValueError(f"the state of {type(self).__name__} is incomplete")
        for name in self.settings:
            if name in state:
                setattr(self, name, type(getattr(self, name))(state[name]))
        self._kept = kept

    def _update_array(self, key: str, param: Array, grad: Array) -> None:
        if grad.shape != param.shape:
            raise ShapeError(f"{key}: the parameter is {param.shape}, its gradient {grad.shape}")
        if key not in self._scratch:
            self._scratch[key] = [np.empty_like(param) for _ in range(self.scratches)]
        if key not in self._kept:
            self._kept[key] = {name: np.zeros_like(param) for name in self.memory}
        kept, scratch = self._kept[key], self._scratch[key]
        for array in (*kept.values(), *scratch):
            if array.shape != param.shape:
                raise ShapeError(
                    f"{key}: the parameter is {param.shape}, earlier it was {array.shape}"
                )
        if self._updates % FORGET_EVERY == 0:
            for array in kept.values():
                size = np.abs(array, out=scratch[0])
                array *= np.greater_equal(size, FADED, out=size)
        if param.ndim != 1 or param.size <= PIECE:
            self._apply(param, grad, kept, *scratch)
            return
        for start in range(0, param.size, PIECE):
            piece = slice(start, start + PIECE)
            kept_of_piece = {name: array[piece] for name, array in kept.items()}
            scratch_of_piece = (array[piece] for array in scratch)
            self._apply(param[piece], grad[piece], kept_of_piece, *scratch_of_piece)

    def _begin(self) -> None:
        """Called once an update, before the parameters."""

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        """Update one array in place, without taking new memory."""
        raise NotImplementedError


class SGD(Optimizer):
    """Stochastic gradient descent (6.1.2): W -= lr g."""

    def __init__(self, lr: float = 0.01) -> None:
        super().__init__(lr)

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        (step,) = scratch
        np.multiply(grad, self.lr, out=step)
        param -= step


class Momentum(Optimizer):
    """A ball with inertia (6.1.4): v = momentum v - lr g; W += v."""

    memory = ("v",)
    settings = ("lr", "momentum")

    def __init__(self, lr: float = 0.01, momentum: float = 0.9) -> None:
        super().__init__(lr)
        self.momentum = momentum

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        v, (step,) = kept["v"], scratch
        v *= self.momentum
        np.multiply(grad, self.lr, out=step)
        v -= step
        param += v


class Nesterov(Momentum):
    """Nesterov's accelerated gradient, written for the point one momentum step ahead.

    W += momentum**2 v - (1 + momentum) lr g; v = momentum v - lr g. This is equation 7 of Bengio,
    Boulanger-Lewandowski and Pascanu 2012 (arXiv:1212.0901), which the book's common/optimizer.py
    cites; v in the first line is the velocity before this update.
    """

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        v, (step,) = kept["v"], scratch
        np.multiply(v, self.momentum * self.momentum, out=step)
        param += step
        np.multiply(grad, self.lr, out=step)
        v *= self.momentum
        v -= step
        step *= 1.0 + self.momentum
        param -= step


class AdaGrad(Optimizer):
    """A learning rate for each parameter that shrinks as it moves (6.1.5; Duchi et al. 2011).

    h += g**2; W -= lr g / (sqrt(h) + 1e-7).
    """

    memory = ("h",)

    def __init__(self, lr: float = 0.01) -> None:
        super().__init__(lr)

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        h, (step,) = kept["h"], scratch
        np.multiply(grad, grad, out=step)
        h += step
        _divide_by_root(grad, h, self.lr, out=step)
        param -= step


class RMSprop(Optimizer):
    """AdaGrad that forgets (6.1.5; Tieleman and Hinton 2012).

    h = decay_rate h + (1 - decay_rate) g**2; W -= lr g / (sqrt(h) + 1e-7).
    """

    memory = ("h",)
    settings = ("lr", "decay_rate")

    def __init__(self, lr: float = 0.01, decay_rate: float = 0.99) -> None:
        super().__init__(lr)
        self.decay_rate = decay_rate

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        h, (step,) = kept["h"], scratch
        h *= self.decay_rate
        np.multiply(grad, grad, out=step)
        step *= 1.0 - self.decay_rate
        h += step
        _divide_by_root(grad, h, self.lr, out=step)
        param -= step


class AdaDelta(Optimizer):
    """Steps in the parameter's own units, as large as those before (Zeiler 2012, arXiv:1212.5701).

    h = rho h + (1 - rho) g**2; d = -sqrt(u + eps) / sqrt(h + eps) g; u = rho u + (1 - rho) d**2; W
    += lr d, with rho = decay_rate. The paper has no learning rate: lr is 1.
    """

    memory = ("h", "u")
    settings = ("lr", "decay_rate", "eps")
    scratches = 2

    def __init__(self, decay_rate: float = 0.95, eps: float = 1e-6, lr: float = 1.0) -> None:
        super().__init__(lr)
        self.decay_rate = decay_rate
        self.eps = eps

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        h, u, (step, other) = kept["h"], kept["u"], scratch
        np.multiply(grad, grad, out=other)
        self._average(h, other)
        np.add(u, self.eps, out=step)
        np.add(h, self.eps, out=other)
        step /= other
        np.sqrt(step, out=step)
        step *= grad
        np.multiply(step, step, out=other)
        self._average(u, other)
        step *= self.lr
        param -= step

    def _average(self, mean: Array, new: Array) -> None:
        """Let the running mean follow `new`, which is used up."""
        mean *= self.decay_rate
        new *= 1.0 - self.decay_rate
        mean += new


class Adam(Optimizer):
    """Momentum and a learning rate for each parameter together (6.1.6; Kingma and Ba 2014).

    m += (1 - beta1) (g - m); v += (1 - beta2) (g**2 - v); W -= lr_t m / (sqrt(v) + 1e-7) with
    lr_t = lr sqrt(1 - beta2**t) / (1 - beta1**t), as the book has it; `iter` counts t.
    """

    memory = ("m", "v")
    settings = ("lr", "beta1", "beta2", "iter")

    def __init__(self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999) -> None:
        super().__init__(lr)
        self.beta1 = beta1
        self.beta2 = beta2
        self.iter = 0
        self._lr_t = 0.0

    def _begin(self) -> None:
        self.iter += 1
        correction = math.sqrt(1.0 - self.beta2**self.iter) / (1.0 - self.beta1**self.iter)
        self._lr_t = self.lr * correction

    def _apply(self, param: Array, grad: Array, kept: dict[str, Array], *scratch: Array) -> None:
        m, v, (step,) = kept["m"], kept["v"], scratch
        np.subtract(grad, m, out=step)
        step *= 1.0 - self.beta1
        m += step
        np.multiply(grad, grad, out=step)
        step -= v
        step *= 1.0 - self.beta2
        v += step
        _divide_by_root(m, v, self._lr_t, out=step)
        param -= step


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.__name__.lower(): kind
    for kind in (SGD, Momentum, Nesterov, AdaGrad, RMSprop, AdaDelta, Adam)
}


def make_optimizer(name: str, **settings: float) -> Optimizer:
    """The optimizer of that name, upper or lower case, with its settings.

    Raises ValueError for an unknown name or setting.
    """
    kind = OPTIMIZERS.get(name.lower())
    if kind is None:
        raise ValueError(f"optimizer: one of {', '.join(OPTIMIZERS)}, not {name!r}")
    for setting in settings:
        if setting not in kind.settings:
            raise ValueError(
                f"{kind.__name__} has no setting {setting!r}: {', '.join(kind.settings)}"
            )
    return kind(**settings)


def _divide_by_root(numerator: Array, squares: Array, factor: float, out: Array) -> None:
    """out = factor numerator / (sqrt(squares) + 1e-7)."""
    np.sqrt(squares, out=out)
    out += EPSILON
    np.divide(numerator, out, out=out)
    out *= factor


def _check_layout(params: Mapping[str, Array], grads: Mapping[str, Array]) -> None:
    """Both flat vectors must be divided alike, or gradients would reach the wrong parameters."""
    if getattr(params, "places", params) is getattr(grads, "places", grads):
        return
    if list(params) != list(grads):
        raise ShapeError(f"parameters {list(params)} and gradients {list(grads)} do not correspond")
    for key, param in params.items():
        if param.shape != grads[key].shape:
            raise ShapeError(
                f"{key}: the parameter is {param.shape}, its gradient {grads[key].shape}"
            )
