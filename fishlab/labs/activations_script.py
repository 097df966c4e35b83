"""The activation lab as short scripts: functions at one x, softmax, layers that collapse."""

from __future__ import annotations

from .activations_collapse import LINE_POINTS, NET_LINES, NET_REACH
from .activations_curves import HALF
from .activations_functions import FUNCTIONS
from .activations_params import MAX_DEPTH, ActivationsParams

_FUNCTIONS = '''\
"""Chapters 3.2 and 6.2: activation functions and their derivatives at one x."""

import numpy as np
{imports}
x = np.array([{x}])
print("x", {x})
{lines}\
'''

_PLAIN = """\
name = "{name}"
f, slope = ACTIVATIONS[name].function, ACTIVATIONS[name].derivative
print(name, float(f(x)[0]))
print(f"{{name}}_derivative", float(slope(x)[0]))
"""

_LEAKY = """\
# Leaky ReLU, {leaky_slope} for negative x.
print("leaky_relu", float((relu(x) - {leaky_slope} * relu(-x))[0]))
slope = relu_derivative(x) + {leaky_slope} * (1 - relu_derivative(x))
print("leaky_relu_derivative", float(slope[0]))
"""

_ELU = """\
# ELU with alpha = {elu_alpha}.
f, slope = ACTIVATIONS["elu"].function, ACTIVATIONS["elu"].derivative
print("elu", float((relu(x) + {elu_alpha} * f(-relu(-x)))[0]))
slope = relu_derivative(x) + {elu_alpha} * slope(x) * (1 - relu_derivative(x))
print("elu_derivative", float(slope[0]))
"""

_SHARP = """\
# {name} with beta = {sharpness}.
f, slope = ACTIVATIONS["{name}"].function, ACTIVATIONS["{name}"].derivative
print("{name}", float((f({sharpness} * x) / {sharpness})[0]))
print("{name}_derivative", float(slope({sharpness} * x)[0]))
"""

_SOFTMAX = '''\
"""Chapter 3.5: softmax, and what subtracting the maximum is for."""

import numpy as np

from fishlab.engine import softmax
{imports}
np.seterr(all="ignore")  # overflow is what there is to see
a = np.array({scores})
scores = (a + {constant}).astype(np.{precision}) / np.{precision}({temperature})
y = {function}(scores)
expected = softmax(a / {temperature})  # in double precision, without the constant
for k, probability in enumerate(y, start=1):
    if not np.isnan(probability):
        print(f"y{{k}}", float(probability))
if not np.isnan(y).any():
    print("sum", float(np.sum(y)))
    print("error", float(np.max(np.abs(y - expected))))
'''

_COLLAPSE = '''\
"""Chapter 3.2.6: linear layers in a row are one linear layer."""

import numpy as np

from fishlab.engine import Affine
from fishlab.engine.functions import {imports}

rng = np.random.default_rng({seed})
# Each matrix turns, stretches along the axes, and turns again.
turns = rng.uniform(-np.pi, np.pi, (2, {most}))
cos, sin = np.cos(turns), np.sin(turns)
rotation = np.stack([np.stack([cos, -sin], -1), np.stack([sin, cos], -1)], -2)
stretch = rng.uniform(0.75, 1.35, ({most}, 2, 1))
weights = (rotation[0] @ (stretch * rotation[1]))[:{depth}].astype(np.{precision})
biases = rng.normal(0.0, 0.3, ({most}, 2))[:{depth}].astype(np.{precision})

# A net of lines over a square.
across, along = np.linspace(-{reach}, {reach}, {lines}), np.linspace(-{reach}, {reach}, {points})
fixed, running = np.meshgrid(across, along, indexing="ij")
upright, level = np.stack([fixed, running], -1), np.stack([running, fixed], -1)
net = np.concatenate([upright, level]).astype(np.{precision}).reshape(-1, 2)

out = net
for number, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
    out = Affine(W, b).forward(out)
    if number < {depth}:
        out = {bend}
{single}
difference = (out - Affine(W, b).forward(net)).astype(float)
y = out.astype(float)
print("max_difference", float(np.max(np.abs(difference))))
print("rms_difference", float(np.sqrt(np.mean(difference**2))))
spread = np.sum((y - np.mean(y, axis=0)) ** 2)
print("unexplained", float(np.sum(difference**2) / spread) if np.ptp(y, axis=0).any() else 0.0)
'''

_PRODUCT = """\
# (x W1 + b1) W2 + b2 = x (W1 W2) + (b1 W2 + b2): one layer does it all.
W, b = weights[0], biases[0]
for following, shift in zip(weights[1:], biases[1:], strict=True):
    W, b = W @ following, b @ following + shift"""

_NEAREST = """\
# No single layer does the same; this one comes nearest, by least squares.
ones = np.ones((len(net), 1), net.dtype)
solution = np.linalg.lstsq(np.hstack([net, ones]), out, rcond=None)[0]
W, b = solution[:2], solution[2]"""


def script(params: ActivationsParams, seed: int) -> str:
    """Return the script of that mode; it prints every scalar of the run."""
    if params.mode == "functions":
        return _functions(params)
    if params.mode == "softmax":
        function, imports = "softmax", ""
        if not params.subtract_max:
            function = "softmax_without_shift"
            imports = f"from fishlab.engine.functions import {function}\n"
        return _SOFTMAX.format(
            scores=list(params.scores()), constant=params.constant, precision=params.precision,
            temperature=params.temperature, function=function, imports=imports,
        )  # fmt: skip
    linear = params.between == "identity" or params.depth == 1
    bend, imports = _bend(params)
    return _COLLAPSE.format(
        seed=seed, most=MAX_DEPTH, depth=params.depth, precision=params.precision, bend=bend,
        imports=imports, reach=NET_REACH, lines=NET_LINES, points=LINE_POINTS,
        single=_PRODUCT if linear else _NEAREST,
    )  # fmt: skip


def _functions(params: ActivationsParams) -> str:
    reach = HALF * (params.reach / HALF)
    lines = []
    for name in (choice.value for choice in FUNCTIONS if choice.value in params.functions):
        if name == "leaky_relu":
            lines.append(_LEAKY.format(leaky_slope=params.leaky_slope))
        elif name == "elu":
            lines.append(_ELU.format(elu_alpha=params.elu_alpha))
        elif name in ("silu", "softplus"):
            lines.append(_SHARP.format(name=name, sharpness=params.sharpness))
        else:
            lines.append(_PLAIN.format(name=name))
    text = "".join(lines)
    used = [name for name in ("ACTIVATIONS", "relu", "relu_derivative") if f"{name}(" in text
            or f"{name}[" in text]  # fmt: skip
    imports = f"\nfrom fishlab.engine.functions import {', '.join(used)}\n" if used else ""
    return _FUNCTIONS.format(x=min(max(params.x, -reach), reach), imports=imports, lines=text)


def _bend(params: ActivationsParams) -> tuple[str, str]:
    """Return what is done to `out` between two layers, and what that takes."""
    if params.between == "leaky_relu":
        return f"relu(out) - {params.leaky_slope} * relu(-out)", "relu"
    return f'ACTIVATIONS["{params.between}"].function(out).astype(out.dtype)', "ACTIVATIONS"
