"""The backprop lab as short scripts: a graph, an affine layer, a network, and its check."""

from __future__ import annotations

from collections.abc import Sequence

from .backprop_affine import CLASSES as ANSWERS
from .backprop_check import BIAS_STD, ROUNDING, SMOOTH
from .backprop_graphs import given
from .backprop_networks import CLASSES, FILTERS, FILTERS_CHECKED, PIXELS, WEIGHT_STD
from .backprop_params import BackpropParams
from .backprop_typed import typed_graph
from .script_text import literal, rows

_GRAPH = '''\
"""Chapter 5: values walk forward through a graph, derivatives walk back."""

import numpy as np

from fishlab.engine import numerical_diff
{imports}

np.seterr(all="ignore")  # where something has no value it is left out below
{build}
values = {values}
graph.forward(values)
graph.backward()


def numerical(number):
    """dL/d(node) by a central difference: the node cut off from what stands before it."""
    if number == len(graph.nodes) - 1:
        return 1.0  # the result is this node
    cut, place = Graph(), []
    for i, node in enumerate(graph.nodes):
        if i == number or node.is_variable:
            place.append(cut.variable("|" if i == number else node.name))
        elif node.constant is not None:
            place.append(cut.constant(node.constant))
        else:
            place.append(cut.operation(node.name, *(place[k] for k in node.inputs)))
    at = float(graph.values[number])
    return float(numerical_diff(lambda value: cut.forward({{**values, "|": value}}), at))


for name, value in values.items():
    print(f"value.{{name}}", float(value))
if all(np.isfinite(value) for value in graph.values):
    print("L", float(graph.values[-1]))
    gaps = []
    for number, node in enumerate(graph.nodes):
        if node.constant is not None:
            continue
        derivative, slope = float(graph.gradients[number]), numerical(number)
        gaps.append(abs(derivative - slope))
        if node.is_variable:
            print(f"derivative.{{node.name}}", derivative if np.isfinite(derivative) else 0.0)
            print(f"numerical.{{node.name}}", slope if np.isfinite(slope) else 0.0)
    if gaps:
        print("difference", max(gap if np.isfinite(gap) else 0.0 for gap in gaps))
'''

_BUILDS = {
    "buy_apple": """\
graph = Graph()
apple, number = graph.variable("apple"), graph.variable("apple_num")
graph.operation("*", graph.operation("*", apple, number), graph.variable("tax"))""",
    "buy_apple_orange": """\
graph = Graph()
apples = graph.operation("*", graph.variable("apple"), graph.variable("apple_num"))
oranges = graph.operation("*", graph.variable("orange"), graph.variable("orange_num"))
graph.operation("*", graph.operation("+", apples, oranges), graph.variable("tax"))""",
    "sigmoid": """\
graph = Graph()  # 1 / (1 + exp(-x)), node by node
negative = graph.operation("*", graph.variable("x"), graph.constant(-1.0))
below = graph.operation("+", graph.operation("exp", negative), graph.constant(1.0))
graph.operation("/", graph.constant(1.0), below)""",
    "relu": """\
graph = Graph()  # w (relu(x1) + relu(x2))
first = graph.operation("relu", graph.variable("x1"))
second = graph.operation("relu", graph.variable("x2"))
graph.operation("*", graph.operation("+", first, second), graph.variable("w"))""",
}

_AFFINE = '''\
"""Chapter 5.6: an affine layer, softmax and the loss; every derivative checked numerically."""

import numpy as np

from fishlab.engine import Affine, SoftmaxWithLoss, numerical_gradient

X = np.array(
    [
{X}
    ],
    float,
)
W = np.array(
    [
{W}
    ],
    float,
)
B = np.array(
    [
{B}
    ],
    float,
)
t = np.full(len(X), {target})


def loss(X, W, B):
    return SoftmaxWithLoss().forward(Affine(W, B[0]).forward(X), t)


affine, last = Affine(W, B[0]), SoftmaxWithLoss()
scores = affine.forward(X)
L = last.forward(scores, t)
dscores = last.backward()
dX = affine.backward(dscores)
gaps = [
    dX - numerical_gradient(lambda x: loss(x, W, B), X),
    affine.dW - numerical_gradient(lambda w: loss(X, w, B), W),
    affine.db[None] - numerical_gradient(lambda b: loss(X, W, b), B),
    dscores - numerical_gradient(lambda s: SoftmaxWithLoss().forward(s, t), scores),
]
for k in range({answers}):  # of the first sample
    print(f"score.{{k + 1}}", float(scores[0, k]))
    print(f"y{{k + 1}}", float(last.y[0, k]))
    print(f"dscore.{{k + 1}}", float(dscores[0, k]))
print("L", float(L))
print("difference", max(float(np.abs(gap).max()) for gap in gaps))
'''

_LAYERS = '''\
"""Chapter 5.7: a batch goes forward through the layers of a network, and derivatives go back."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import {network_class}

rng = np.random.default_rng({seed})
network = {network}
(x, t), _ = load_mnist(data="sample")
chosen = rng.choice(len(x), {batch}, replace=False)
out = x[chosen].astype(float).reshape(-1, *network.input_shape)
for name, layer in network.layers.items():
    # Batch normalization is told that this is training.
    out = layer.forward(out, True) if name.startswith("BatchNorm") else layer.forward(out)
    print(f"forward.{{name}}", float(np.abs(out).mean()))
loss = network.last_layer.forward(out, t[chosen])
print("loss", float(loss))
print("forward.SoftmaxWithLoss", float(loss))
dout = network.last_layer.backward(1.0)
print("backward.SoftmaxWithLoss", float(np.abs(dout).mean()))
for name, layer in reversed(network.layers.items()):
    dout = layer.backward(dout)
    print(f"backward.{{name}}", float(np.abs(dout).mean()))
'''

_CHECK = '''\
"""Chapter 5.7.3: the gradient check of a network, parameter by parameter."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import {network_class}

rng = np.random.default_rng({seed})
network = {network}
(x, t), _ = load_mnist(data="sample")
chosen = rng.choice(len(x), {samples}, replace=False)
x, t = x[chosen].astype(float), t[chosen]
for name, array in network.params.items():
    if name.startswith("b") and not name.startswith("beta"):
        network.params[name] = {bias} * rng.standard_normal(array.shape)
gradient = {{name: np.array(array) for name, array in network.gradient(x, t).items()}}
{mistake}\
h = {h}


def loss():
    return network.loss(x, t, train_flg=True)


def slope(array, index):
    """The central difference by one number, or None if the loss has a kink nearby."""
    original, losses = array[index], {{}}
    for part in (1.0, -1.0, 0.5, -0.5):
        array[index] = original + part * h
        losses[part] = loss()
    array[index] = original
    whole, half = (losses[1.0] - losses[-1.0]) / (2 * h), (losses[0.5] - losses[-0.5]) / h
    bend = (losses[1.0] + losses[-1.0] - 2 * here) / h
    half_bend = (losses[0.5] + losses[-0.5] - 2 * here) / (0.5 * h)
    smooth = {smooth} + h * h + {rounding} / h
    return None if max(abs(whole - half), abs(bend - 2 * half_bend)) > smooth else whole


here = loss()
places = {{
    name: rng.choice(array.size, min({entries}, array.size), replace=False)
    for name, array in network.params.items()
}}
gaps, kinks = {{name: [] for name in places}}, 0
for name, numbers in places.items():
    array = network.params[name]
    for number in numbers:
        index = np.unravel_index(int(number), array.shape)
        found = slope(array, index)
        if found is None:
            kinks += 1
        else:
            gaps[name].append(abs(found - gradient[name][index]))
everything = np.concatenate([np.array(gap) for gap in gaps.values()])
print("checked", float(len(everything)))
print("kinks", float(kinks))
print("passes", 4.0 * (len(everything) + kinks))
if len(everything):
    print("difference", float(everything.mean()))
    print("largest", float(everything.max()))
for name, gap in gaps.items():
    if gap:
        print(f"difference.{{name}}", float(np.array(gap).mean()))
'''


def script(params: BackpropParams, seed: int) -> str:
    """Return the script of that mode; it prints the last number of each scalar of the run."""
    if params.mode == "graph":
        return _affine(params) if params.graph == "affine_softmax" else _graph(params)
    network_class, network = _network(params)
    common = {"network_class": network_class, "network": network, "seed": seed}
    if params.mode == "layers":
        return _LAYERS.format(**common, batch=params.batch)
    return _CHECK.format(
        **common, samples=params.samples, bias=BIAS_STD, h=params.h, entries=params.entries,
        smooth=SMOOTH, rounding=ROUNDING, mistake=_mistake(params),
    )  # fmt: skip


def _graph(params: BackpropParams) -> str:
    found = given(params)
    imports = ["from fishlab.engine.graph import Graph"]
    if params.graph == "typed":
        imports.insert(0, "from fishlab.engine.expression import parse")
        names = _tuple(typed_graph(params.expression).variables)
        build = f"graph = parse({literal(params.expression)}, {names})"
    else:
        build = _BUILDS[params.graph]
    pairs = [f'"{name}": {value}' for name, value in found.values.items()]
    values = "{" + ", ".join(pairs) + "}"
    if len(values) > 85:
        values = "{\n    " + ",\n    ".join(pairs) + ",\n}"
    return _GRAPH.format(imports="\n".join(imports), build=build, values=values)


def _affine(params: BackpropParams) -> str:
    return _AFFINE.format(
        X=rows(params.X), W=rows(params.W), B=rows(params.B), target=params.target, answers=ANSWERS
    )


def _network(params: BackpropParams) -> tuple[str, str]:
    """Return the class of the network, and the call that makes it."""
    last = "dtype=np.float64, rng=rng"
    if params.network == "conv":
        filters = FILTERS if params.mode == "layers" else FILTERS_CHECKED
        given = f'conv_param={{"filter_num": {filters}}}, hidden_size={params.hidden}'
        return "SimpleConvNet", f"SimpleConvNet(\n    {given}, {last}\n)"
    if params.network == "batchnorm":
        given = f'{PIXELS}, {[params.hidden] * 2}, {CLASSES}, "relu", {WEIGHT_STD}'
        return "MultiLayerNet", f"MultiLayerNet(\n    {given}, use_batchnorm=True, {last}\n)"
    if params.network == "sigmoid_net":
        given = f'{PIXELS}, [{params.hidden}], {CLASSES}, "sigmoid", "sigmoid"'
        return "MultiLayerNet", f"MultiLayerNet(\n    {given}, {last}\n)"
    return "TwoLayerNet", f"TwoLayerNet({PIXELS}, {params.hidden}, {CLASSES}, {last})"


def _mistake(params: BackpropParams) -> str:
    """Return the line that spoils the gradient, if it is to be spoilt."""
    if params.mistake == "sum":
        return (
            "for array in gradient.values():\n"
            f"    array *= {params.samples}  # the mistake: a sum instead of a mean\n"
        )
    if params.mistake == "bias":
        return 'gradient["b1"][:] = 0.0  # the mistake: the bias was forgotten\n'
    if params.mistake == "transposed":
        return (
            'last = [name for name in gradient if name.startswith("W")][-1]\n'
            "gradient[last][:, [0, 1]] = gradient[last][:, [1, 0]]  # the mistake: two swapped\n"
        )
    return ""


def _tuple(names: Sequence[str]) -> str:
    return "(" + ", ".join(f'"{name}"' for name in names) + ("," if len(names) == 1 else "") + ")"
