"""The optimizers lab as a script: the race down a surface, or on digits."""

from __future__ import annotations

from textwrap import fill

import numpy as np

from fishlab.engine.optimizers import OPTIMIZERS
from fishlab.experiment import LabError, message

from .optimizers_competitors import FAR
from .optimizers_digits import BATCH, HIDDEN
from .optimizers_params import COMPETITORS, OptimizersParams
from .optimizers_surfaces import Function
from .optimizers_verdicts import UNDEFINED_START
from .script_text import literal

_RACE = '''\
"""Chapter 6.1: a race of optimizers down one surface, all from one start."""

import numpy as np

{imports}

np.seterr(all="ignore")  # who runs away is told apart below
text = {text}
graph = parse(text, ("x", "y"))


def value(point):
    graph.forward({{"x": float(point[0]), "y": float(point[1])}})
    return float(graph.values[-1])


def gradient(point):
    """Backwards through the graph of the expression: exact."""
    value(point)
    slopes = graph.gradient()
    return np.array([slopes["x"], slopes["y"]], float)

{steps_of}
far = {far}  # nobody comes back from there
methods = {{
{methods}
}}
for name, method in methods.items():
    point = np.array([{x0}, {y0}])
    loss = value(point)
    for _ in range({steps}):
        try:
            following = {step}
            lower = value(following)
        except DivergedError:
            break
        if not np.isfinite([*following, lower]).all() or np.abs(following).max() >= far:
            break  # out of the race: it stays where it last was
        arrived = name == "bfgs" and (following == point).all()
        point, loss = following, lower
        if arrived:
            break
    print(f"loss.{{name}}", loss)
    print(f"x.{{name}}", float(point[0]))
    print(f"y.{{name}}", float(point[1]))
'''

_UPDATED = '''
def updated(optimizer, point):
    """The optimizers of the book change a dictionary of parameters in place."""
    params = {"point": point.copy()}
    optimizer.update(params, {"point": gradient(point)})
    return params["point"]

'''

_DIGITS = '''\
"""Chapter 6.1.8: networks learn the same digits, each by another optimizer."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import {imports}

np.seterr(all="ignore")  # a rate that is too large is seen in the loss
(images, labels), _ = load_mnist(data="sample")
rng = np.random.default_rng({seed})
seed = int(rng.integers(2**32))
optimizers = {{
{methods}
}}
# All begin with the same weights, and see the same batches.
networks = {{
    name: MultiLayerNet(784, {hidden}, 10, rng=np.random.default_rng(seed))
    for name in optimizers
}}
losses, out = dict.fromkeys(networks, 0.0), set()
for _ in range({steps} + 1):
    rows = rng.choice(len(images), {batch})
    for name, network in networks.items():
        if name in out:
            continue
        loss, grads = network.loss_and_gradient(images[rows], labels[rows])
        if not np.isfinite(loss):
            out.add(name)  # diverged: it learns no more
            continue
        losses[name] = loss
        optimizers[name].update(network.params, grads)
for name, loss in losses.items():
    print(f"loss.{{name}}", float(loss))
'''


def script(params: OptimizersParams, seed: int) -> str:
    """Return the script; it prints the last number of each scalar. Raises LabError as the run."""
    names = [choice.value for choice in COMPETITORS if choice.value in params.competitors]
    if params.on_digits:
        names = [name for name in params.competitors if name in OPTIMIZERS]
        return _DIGITS.format(
            imports=_classes(["MultiLayerNet", *_class_names(names)]),
            seed=seed, hidden=HIDDEN, batch=BATCH,
            methods="\n".join(_method(params, name) for name in names),
            steps=params.steps if names else 0,
        )  # fmt: skip
    if not np.isfinite(Function(params.function()).value(np.array([params.x0, params.y0]))):
        raise LabError(message(UNDEFINED_START, x=f"{params.x0:g}", y=f"{params.y0:g}"))
    left, right, bottom, top = params.region()
    first = [name for name in names if name in OPTIMIZERS]
    second = [name for name in names if name not in OPTIMIZERS]
    return _RACE.format(
        imports=_imports(first, second), text=literal(params.function()),
        steps_of="" if second and not first else _UPDATED,
        methods="\n".join(_method(params, name) for name in names),
        step=_step(bool(first), bool(second)), x0=params.x0, y0=params.y0, steps=params.steps,
        far=FAR * max(right - left, top - bottom),
    )  # fmt: skip


def _imports(first: list[str], second: list[str]) -> str:
    lines = [
        "from fishlab.engine.divergence import DivergedError",
        "from fishlab.engine.expression import parse",
    ]
    if first:
        lines.insert(0, f"from fishlab.engine import {_classes(_class_names(first))}")
    if second:
        classes = _classes([{"newton": "Newton", "bfgs": "BFGS"}[name] for name in second])
        lines.append(f"from fishlab.engine.second_order import {classes}")
    return "\n".join(lines)


def _class_names(names: list[str]) -> list[str]:
    return [OPTIMIZERS[name].__name__ for name in names]


def _classes(names: list[str]) -> str:
    """Return the names as ruff sorts them: those all in capitals stand in front."""
    return ", ".join(sorted(names, key=lambda name: (not name.isupper(), name)))


def _step(first: bool, second: bool) -> str:
    if first and second:
        return 'method.step(point) if hasattr(method, "step") else updated(method, point)'
    return "method.step(point)" if second else "updated(method, point)"


def _method(params: OptimizersParams, name: str) -> str:
    settings = params.settings(name)
    if name == "newton":
        return f'    "newton": Newton(gradient, damping={settings["damping"]}),'
    if name == "bfgs":
        return '    "bfgs": BFGS(value, gradient),'
    given = ", ".join(f"{setting}={value}" for setting, value in settings.items())
    made = f'"{name}": {OPTIMIZERS[name].__name__}({given}),'
    return fill(made, 96, initial_indent=" " * 4, subsequent_indent=" " * 8, break_on_hyphens=False)
