"""The gradients lab as short scripts, one for each experiment.

The times of "Numerical against backprop" are those of the computer on which the script runs.
"""

from __future__ import annotations

from .gradients_check import CLASSES, SIDE, WEIGHT_STD
from .gradients_field import field_frames
from .gradients_losses import losses_frame
from .gradients_params import BOOK_WEIGHTS, GradientsParams
from .gradients_params import CLASSES as ANSWERS
from .gradients_tangent import (
    EXACT,
    LARGEST_STEP,
    SMALLEST_STEP,
    STEPS_A_DECADE,
    step_size_frame,
    tangent_frame,
)
from .script_text import literal, rows

_LOSSES = '''\
"""Chapter 4.2: two losses of what a network answers to {count}."""

import numpy as np

from fishlab.engine import cross_entropy_error, mean_squared_error, one_hot

y = np.array(
    [
{rows}
    ],
    float,
)
{normalise}\
t = one_hot({labels}, {classes})  # the right classes
print("mse", float(mean_squared_error(y, t)))
print("ce", float(cross_entropy_error(y, t)))
'''

_NORMALISE = "y /= y.sum(axis=1, keepdims=True)  # each answer adds up to 1\n"

_CURVE = """\
text = {text}
graph = parse(text, ("x",))


def f(x):
    return graph.forward({{"x": x}})[()]


x, h = {x}, {h}
f(x)
exact = float(graph.gradient()["x"])  # backwards through the graph of the expression
forward = float(forward_difference(f, x, h))
central = float(central_difference(f, x, h))
"""

_TANGENT = (
    '''\
"""Chapter 4.3: the slope of a curve by numerical differentiation."""

from fishlab.engine.expression import parse
from fishlab.engine.gradients import central_difference, forward_difference

'''
    + _CURVE
    + """\
slope = {difference}
print("x", x)
print("f", float(f(x)))
print("h", h)
print("slope", slope)
print("forward", forward)
print("central", central)
print("exact", exact)
print("error", abs(slope - exact))
"""
)

_STEP_SIZE = (
    '''\
"""Chapter 4.3.1: how the error of a numerical slope depends on h."""

import numpy as np

from fishlab.engine.expression import parse
from fishlab.engine.gradients import central_difference, forward_difference

np.seterr(all="ignore")  # where f has no value the slope is taken as 0

'''
    + _CURVE
    + """\
print("x", x)
print("exact", exact)
print("h", h)
print("error.forward", abs(forward - exact))
print("error.central", abs(central - exact))

steps = np.logspace({largest}, {smallest}, {count})
for name, rule in (("forward", forward_difference), ("central", central_difference)):
{precisions}\
"""
)

_DOUBLE = """\
    slopes = np.array([rule(f, np.float64(x), step) for step in steps])
    errors = np.maximum(np.abs(np.where(np.isfinite(slopes), slopes, 0.0) - exact), {least})
    best = errors.argmin()
    print(f"best_h.{{name}}", float(steps[best]))
    print(f"best_error.{{name}}", float(errors[best]))
"""

_SINGLE = """\
    # The same with every number rounded to single precision.
    slopes = [rule(lambda x: np.float32(f(x)), np.float32(x), np.float32(h)) for h in steps]
    slopes = np.array(slopes, float)
    errors = np.maximum(np.abs(np.where(np.isfinite(slopes), slopes, 0.0) - exact), {least})
    best = errors.argmin()
    print(f"best_h.{{name}}32", float(steps[best]))
    print(f"best_error.{{name}}32", float(errors[best]))
"""

_FIELD = '''\
"""Chapter 4.4.1: gradient descent by the numerical gradient."""

import numpy as np

from fishlab.engine import gradient_descent, numerical_gradient
from fishlab.engine.expression import parse

np.seterr(all="ignore")  # a rate that is too large is seen in the numbers
text = {text}
graph = parse(text, ("x0", "x1"))


def f(x):
    return graph.forward({{"x0": x[0], "x1": x[1]}})[()]


start = np.array([{x0}, {x1}])
lr = {lr}
x = start
for _ in range({steps}):
    new = gradient_descent(f, x, lr, step_num=1)
    numbers = [*new, f(new), *numerical_gradient(f, new)]
    if not np.isfinite(numbers).all():  # diverged
        break
    x = new

gradient = numerical_gradient(f, x)
print("x0", float(x[0]))
print("x1", float(x[1]))
print("f", float(f(x)))
print("gradient0", float(gradient[0]))
print("gradient1", float(gradient[1]))
print("distance", float(np.linalg.norm(x - start)))
print("lr", lr)
'''

_NET = '''\
"""Chapter 4.4.2: a network of one matrix learns by its numerical gradient."""

import numpy as np

from fishlab.engine import SGD, numerical_gradient, softmax
from fishlab.engine.simple_net import SimpleNet

x, t = np.array([{input1}, {input2}]), {target}
{weights}
net = SimpleNet(W)
optimizer = SGD(lr={lr})
for step in range({steps} + 1):
    # numerical_gradient moves each number of W up and down, and the network sees it.
    gradient = numerical_gradient(lambda _: net.loss(x, t), net.W)
    if step < {steps}:
        optimizer.update({{"W": net.W}}, {{"W": gradient}})

print("loss", float(net.loss(x, t)))
print("chance", float(softmax(net.predict(x))[t]))
print("lr", optimizer.lr)
for i, j in np.ndindex(2, 3):
    print(f"W{{i}}{{j}}", float(net.W[i, j]))
    print(f"dW{{i}}{{j}}", float(gradient[i, j]))
'''

_TRAP = '''\
"""Chapter 4.4.2: the closure trap, a loss that does not look at the weights again."""

import numpy as np

from fishlab.engine import cross_entropy_error, numerical_gradient, softmax
from fishlab.engine.simple_net import SimpleNet

x, t = np.array([{input1}, {input2}]), {target}
{weights}
net = SimpleNet(W)
y = softmax(net.predict(x))
reads = numerical_gradient(lambda _: net.loss(x, t), net.W)  # asks the network again
closed = numerical_gradient(lambda _: cross_entropy_error(y, t), net.W)  # y stays what it was
print("loss", float(net.loss(x, t)))
print("reads", float(np.abs(reads).max()))
print("closed", float(np.abs(closed).max()))
'''

_CHECK = '''\
"""Chapters 4.5 and 5.7.3: the numerical gradient of a network against backpropagation."""

from time import perf_counter

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import Pooling, TwoLayerNet

(images, labels), _ = load_mnist(flatten=False, data="sample")
rng = np.random.default_rng({seed})
chosen = rng.choice(len(images), {batch}, replace=False)
# Digits of {side} x {side} pixels: with more of them it would take too long.
size = images.shape[-1] // {side}
small = Pooling(size, size, stride=size, kind="average").infer(images[chosen])
x, t = small.reshape({batch}, -1), labels[chosen]
net = TwoLayerNet({side} * {side}, {hidden}, {classes}, {std}, dtype="{precision}", rng=rng)

net.gradient(x, t)  # the first time costs more
began = perf_counter()
backprop = net.gradient(x, t)
print("seconds.backprop", perf_counter() - began)
{mistake}\
began = perf_counter()
numeric = net.numerical_gradient(x, t)  # two forward passes for each number
print("seconds.numerical", perf_counter() - began)

gaps = {{name: np.abs(numeric[name].astype(float) - backprop[name]).ravel() for name in numeric}}
for name, gap in gaps.items():
    print(f"difference.{{name}}", float(gap.mean()))
print("difference", float(np.concatenate(list(gaps.values())).mean()))
print("passes", float(2 * numeric.flat.size))
print("passes.all", float(2 * numeric.flat.size))
'''

_MISTAKES = {
    "none": "",
    "sum": "backprop.flat *= {batch}  # the mistake: not divided by the batch size\n",
    "bias": 'backprop["b1"] = np.zeros_like(backprop["b1"])  # the mistake: b1 forgotten\n',
}


def script(params: GradientsParams, seed: int) -> str:
    """Return the script of a run. Raises LabError where f is not defined, as the run does."""
    if params.mode == "losses":
        return _losses(params)
    if params.mode == "tangent":
        return _tangent(params)
    if params.mode == "step_size":
        return _step_size(params)
    if params.mode == "check":
        return _check(params, seed)
    if params.mode == "field":
        return _field(params)
    template = _NET if params.mode == "simple_net" else _TRAP
    return template.format(
        input1=params.input1,
        input2=params.input2,
        target=params.target,
        weights=_weights(params, seed),
        lr=params.net_lr,
        steps=params.steps,
    )


def _losses(params: GradientsParams) -> str:
    losses_frame(params)  # raises what the run would raise
    answers = params.answers[: len(params.labels)]
    return _LOSSES.format(
        count="a batch of three" if params.batch else "one picture",
        rows=rows(answers),
        normalise=_NORMALISE if params.normalise else "",
        labels=list(params.labels),
        classes=ANSWERS,
    )


def _tangent(params: GradientsParams) -> str:
    tangent_frame(params)  # raises what the run would raise
    return _TANGENT.format(
        text=literal(params.curve_text()), x=params.x, h=params.h, difference=params.difference
    )


def _step_size(params: GradientsParams) -> str:
    step_size_frame(params)  # raises what the run would raise
    precisions = _DOUBLE + (_SINGLE if params.single else "")
    return _STEP_SIZE.format(
        text=literal(params.curve_text()),
        x=params.x,
        h=params.h,
        largest=LARGEST_STEP,
        smallest=SMALLEST_STEP,
        count=(LARGEST_STEP - SMALLEST_STEP) * STEPS_A_DECADE + 1,
        precisions=precisions.format(least=EXACT),
    )


def _field(params: GradientsParams) -> str:
    next(field_frames(params))  # raises what the run would raise
    return _FIELD.format(
        text=literal(params.surface_text()),
        x0=params.x0,
        x1=params.x1,
        lr=params.lr,
        steps=params.steps,
    )


def _check(params: GradientsParams, seed: int) -> str:
    return _CHECK.format(
        seed=seed,
        batch=params.batch_size,
        side=SIDE,
        hidden=params.hidden,
        classes=CLASSES,
        std=WEIGHT_STD,
        precision=params.precision,
        mistake=_MISTAKES[params.mistake].format(batch=params.batch_size),
    )


def _weights(params: GradientsParams, seed: int) -> str:
    if params.weights == "book":
        return f"W = np.array(\n    [  # the book's\n{rows(BOOK_WEIGHTS)}\n    ]\n)"
    return f"W = np.random.default_rng({seed}).standard_normal((2, 3))"
