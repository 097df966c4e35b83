"""The initialization lab as short scripts, one for each of its modes."""

from __future__ import annotations

from . import initialization_grid as grid
from . import initialization_race as race
from . import initialization_symmetry as symmetry
from .initialization_histograms import FLAT
from .initialization_params import (
    CONSTANT,
    GRID,
    RACE,
    RANDOM,
    STARTERS,
    STD,
    SYMMETRY,
    InitializationParams,
)
from .script_text import literal

_HISTOGRAMS = '''\
"""Chapter 6.2: what is left of the data's spread, and of the gradient's, after every layer."""

import numpy as np

from fishlab.engine import {imports}
from fishlab.engine.blas import single_threaded_blas

np.seterr(over="ignore")
rng = np.random.default_rng({seed})
scale = initial_scale({kind}, {width})
x = rng.standard_normal(({inputs}, {width}))
blocks, outputs = [], []
with single_threaded_blas():  # small products: threads would cost more than they bring
    for _ in range({depth}):
        W = scale * rng.standard_normal(({width}, {width}))
        block = [
            Affine(W, np.zeros({width})),
{normalization}\
            {layer}(),
        ]
        for layer in block:
            x = layer.forward(x)
        blocks.append(block)
        outputs.append(x)
    gradients = [rng.standard_normal(x.shape)]  # it comes back from the last layer
    for block in reversed(blocks[1:]):
        gradient = gradients[0]
        for layer in reversed(block):
            gradient = layer.backward(gradient)
        gradients.insert(0, gradient)

print("weight_std", float(scale))
for k, (y, gradient) in enumerate(zip(outputs, gradients, strict=True), start=1):
    print(f"mean.{{k}}", float(y.mean()))
    print(f"std.{{k}}", float(y.std()))
    print(f"saturated.{{k}}", float(np.mean({flat})))
{dead}\
    print(f"gradient_std.{{k}}", float(gradient.std()))
'''

_NORMALIZATION = """\
            BatchNormalization(np.ones({width}), np.zeros({width})),
"""
_DEAD = """\
    print(f"dead.{k}", float(np.mean((y <= 0).all(axis=0))))
"""
_LAYERS = {"sigmoid": "Sigmoid", "tanh": "Tanh", "relu": "Relu"}

_LEARN = '''
def learn(network, optimizer, x, t):
    """One update; returns the loss before it, or None if that is no number any more."""
    loss, grads = network.loss_and_gradient(x, t)
    if not np.isfinite(loss):
        return None
    optimizer.update(network.params, grads)
    return loss

'''

_RACE = (
    '''\
"""Chapter 6.2.4: the same network from different first weights, on the same batches."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import SGD, MultiLayerNet

np.seterr(all="ignore")  # who diverges is seen in the loss
'''
    + _LEARN
    + """
(images, labels), _ = load_mnist(data="sample")
rng = np.random.default_rng({seed})
seed, order = int(rng.integers(2**32)), rng.spawn(1)[0]
starters = {{{starters}}}
networks = {{
    name: MultiLayerNet(
        784, {hidden}, 10, "{activation}", std,
        use_batchnorm={batchnorm}, rng=np.random.default_rng(seed),
    )
    for name, std in starters.items()
}}
optimizers = {{name: SGD(lr={lr}) for name in networks}}
losses, smooth, out = dict.fromkeys(networks, 0.0), {{}}, set()
for _ in range({steps} + 1):
    rows = order.integers(0, len(images), {batch})
    for name, network in networks.items():
        if name not in out:
            loss = learn(network, optimizers[name], images[rows], labels[rows])
            if loss is None:
                out.add(name)  # diverged: it learns no more
            else:
                losses[name] = loss
        before = smooth.get(name, losses[name])
        smooth[name] = {smoothing} * before + (1 - {smoothing}) * losses[name]
for name in networks:
    print(f"loss.{{name}}", float(losses[name]))
    print(f"smooth.{{name}}", float(smooth[name]))
"""
)

_GRID = (
    '''\
"""Chapter 6.3.2: 16 scales of the first weights, with batch normalization and without."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import SGD, MultiLayerNet

np.seterr(all="ignore")  # who diverges is seen in the accuracy
'''
    + _LEARN
    + """
(images, labels), _ = load_mnist(data="sample")
rng = np.random.default_rng({seed})
chosen = rng.choice(len(images), {digits}, replace=False)
x, t = images[chosen], labels[chosen]
seed, order = int(rng.integers(2**32)), rng.spawn(1)[0]
networks = {{
    (way, k): MultiLayerNet(
        784, {hidden}, 10, "{activation}", float(scale),
        use_batchnorm=way == "with", rng=np.random.default_rng(seed),
    )
    for way in ("without", "with")
    for k, scale in enumerate(np.logspace(0, -4, 16))
}}
optimizers = {{key: SGD(lr={lr}) for key in networks}}
accuracy, out = {{}}, set()
for step in range({steps} + 1):
    rows = order.integers(0, {digits}, {batch})
    for key, network in networks.items():
        if step and key not in out and learn(network, optimizers[key], x[rows], t[rows]) is None:
            out.add(key)  # diverged: it learns no more
        if step % {epoch} == 0 and key not in out:
            accuracy[key] = network.accuracy(x, t)  # of the digits that it learns from
for (way, k), value in accuracy.items():
    print(f"accuracy.{{way}}.{{k}}", float(value))
for way in ("without", "with"):
    print(f"reached.{{way}}", sum(accuracy[way, k] >= 0.5 for k in range(16)))
"""
)

_SYMMETRY = '''\
"""Chapter 6.2.1: units that begin alike get the same gradient, and stay alike."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import SGD, MultiLayerNet

np.seterr(all="ignore")  # a rate that is too large is seen in the loss
(images, labels), (x_test, t_test) = load_mnist(data="sample")
weights, order = np.random.default_rng({seed}).spawn(2)
network = MultiLayerNet(784, [{units}], 10, "{activation}", "{kind}", rng=weights)
{constant}\
optimizer = SGD(lr={lr})
for step in range({steps} + 1):
    rows = order.integers(0, len(images), {batch})
    newest, grads = network.loss_and_gradient(images[rows], labels[rows])
    if not np.isfinite(newest):
        break  # diverged
    loss = newest
    if step:
        optimizer.update(network.params, grads)
W1 = network.params["W1"]
print("loss", float(loss))
print("accuracy", network.accuracy(x_test[:{read}], t_test[:{read}]))
print("difference", float(np.abs(W1 - W1[:, :1]).max()))
'''

_CONSTANT = """\
for name in ("W1", "W2"):
    network.params[name] = np.full_like(network.params[name], {value})
"""


def script(params: InitializationParams, seed: int) -> str:
    """Return the script of that mode; it prints the last number of each scalar of the run."""
    common = {"seed": seed, "activation": params.activation, "lr": params.lr}
    if params.mode == RACE:
        return _RACE.format(
            **common, hidden=race.HIDDEN, batchnorm=params.batchnorm, steps=params.steps,
            starters=", ".join(f'"{name}": {_scale(STARTERS[name])}' for name in params.starters),
            batch=race.BATCH, smoothing=race.SMOOTHING,
        )  # fmt: skip
    if params.mode == GRID:
        epoch = grid.DIGITS // grid.BATCH
        return _GRID.format(
            **common, hidden=grid.HIDDEN, digits=grid.DIGITS, batch=grid.BATCH, epoch=epoch,
            steps=params.epochs * epoch,
        )  # fmt: skip
    if params.mode == SYMMETRY:
        constant = _CONSTANT.format(value=symmetry.VALUE) if params.beginning == CONSTANT else ""
        return _SYMMETRY.format(
            **common, units=symmetry.UNITS, batch=symmetry.BATCH, read=symmetry.READ,
            kind="xavier" if params.beginning == RANDOM else "zero", constant=constant,
            steps=params.steps,
        )  # fmt: skip
    return _histograms(params, seed)


def _histograms(params: InitializationParams, seed: int) -> str:
    # Where the slope, which follows from the output, is below a tenth of the steepest.
    flat = {
        "sigmoid": f"y * (1 - y) < {FLAT / 4}",
        "tanh": f"1 - y**2 < {FLAT}",
        "relu": "y <= 0",
    }[params.activation]
    layer = _LAYERS[params.activation]
    names = ["Affine", layer, "initial_scale", *(["BatchNormalization"] * params.batchnorm)]
    return _HISTOGRAMS.format(
        imports=", ".join(sorted(names)), seed=seed, flat=flat, layer=layer,
        kind=_scale(params.std if params.kind == STD else params.kind),
        width=params.width, inputs=params.inputs, depth=params.depth,
        normalization=_NORMALIZATION.format(width=params.width) if params.batchnorm else "",
        dead=_DEAD if params.activation == "relu" else "",
    )  # fmt: skip


def _scale(scale: str | float) -> str:
    return literal(scale) if isinstance(scale, str) else repr(scale)
