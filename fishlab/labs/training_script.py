"""The training lab as short scripts: one network, cures compared, a search, points to part.

Each script keeps the newest value of every number of the run and prints them all at its end; of a
network that diverges these are the last that it had.
"""

from __future__ import annotations

from textwrap import indent

from fishlab.experiment import LabError, message

from .training_curves import READINGS
from .training_digits import READ
from .training_networks import variant_cure
from .training_overfit import NOBODY
from .training_params import L2, MAX_NORM, OVERFIT, POINTS, TRAIN, TrainingParams
from .training_script_network import (
    cure_dict,
    engine_names,
    network_lines,
    optimizer_call,
    own_arguments,
    requoted,
)
from .training_script_points import points_script
from .training_search import BEST, LEAST_HELD_OUT
from .training_weights import NEAR_ZERO

_IMPORTS = """\
import math

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import {names}

np.seterr(all="ignore")  # a rate that is too large is seen in the loss
(x, t), (x_test, t_test) = load_mnist(data={data!r})
"""

_PRINT = """
for name, value in last.items():
    print(name, float(value))
"""

_KEPT = """\
kept = min({images}, len(t))  # so many digits are learned from
"""

_HELD_OUT = """\
count = min({images}, len(t))
kept = count - math.floor({share} * count)  # the rest is held out: nobody learns from it
"""

_STEPS = """\
per_epoch = math.ceil(kept / {batch})
total = {epochs} * per_epoch
every = {every}  # steps between two readings of the accuracies
last = {{}}
"""

_SETS = """\
sets = {"train": (x[:kept], t[:kept]), "test": (x_test, t_test)}
"""

_VALIDATION = """\
if kept < count:
    sets["validation"] = x[kept:count], t[kept:count]
"""

_ONE = """
rng = np.random.default_rng({seed}).spawn(1)[0]  # for the first weights, then for the order
{network}
optimizer = {optimizer}


def read():
    for name, (images, labels) in sets.items():
        last[f"{{name}}_accuracy"] = network.accuracy(images[:{read}], labels[:{read}])
    last["gap"] = last["train_accuracy"] - last["test_accuracy"]


read()
for step in range(1, total + 1):
    place = (step - 1) % per_epoch
    if place == 0:  # an epoch takes every digit once, in a new order
        order = rng.permutation(kept)
    rows = order[place * {batch} : (place + 1) * {batch}]
    last["epoch"] = step / per_epoch
    loss, grads = network.loss_and_gradient(x[rows], t[rows])
    if not np.isfinite(loss):  # diverged
        break
    last["loss"] = loss
    optimizer.update(network.params, grads)
{project}\
    if step % every == 0 or step == total:
        read()
"""

_SEVERAL = """
rngs = np.random.default_rng({seed}).spawn({repeats})  # each network has its own random numbers
networks, optimizers = [], []
for rng in rngs:
{network}
    networks.append(network)
    optimizers.append({optimizer})
alive = list(range({repeats}))  # those that have not diverged
orders, losses = {{}}, {{}}


def read():
    for name, (images, labels) in sets.items():
        own = [networks[k].accuracy(images[:{read}], labels[:{read}]) for k in alive]
        last[f"{{name}}_accuracy"] = np.mean(own)
        last.update({{f"{{name}}_accuracy.{{k + 1}}": a for k, a in zip(alive, own, strict=True)}})
    last["gap"] = last["train_accuracy"] - last["test_accuracy"]


read()
for step in range(1, total + 1):
    place = (step - 1) % per_epoch
    last["epoch"] = step / per_epoch
    for k in list(alive):
        network = networks[k]
        if place == 0:  # an epoch takes every digit once, in a new order
            orders[k] = rngs[k].permutation(kept)
        rows = orders[k][place * {batch} : (place + 1) * {batch}]
        losses[k], grads = network.loss_and_gradient(x[rows], t[rows])
        if not np.isfinite(losses[k]):  # diverged
            alive.remove(k)
            continue
        optimizers[k].update(network.params, grads)
{project}\
    if not alive:
        break
    last["loss"] = np.mean([losses[k] for k in alive])
    if step % every == 0 or step == total:
        read()
"""

_COMPARED = """
rng = np.random.default_rng({seed})
first = int(rng.integers(2**32))  # all begin with the same weights
shuffles = rng.spawn(1)[0]  # and see the same batches
cures = {{
{cures}
}}
networks, optimizers = {{}}, {{}}
for name, cure in cures.items():
    rng = np.random.default_rng(first)
{network}
    networks[name], optimizers[name] = network, {optimizer}
alive = list(cures)  # those that have not diverged


def read():
    for name in alive:
        network = networks[name]
        train = network.accuracy(x[:kept][:{read}], t[:kept][:{read}])
        test = network.accuracy(x_test[:{read}], t_test[:{read}])
        last.update({{f"train.{{name}}": train, f"test.{{name}}": test}})
        last[f"gap.{{name}}"] = train - test
        weights = [w for key, w in network.params.items() if key.startswith("W")]
        small = sum(int((np.abs(w) < {near_zero}).sum()) for w in weights)
        last[f"near_zero.{{name}}"] = small / sum(w.size for w in weights)


read()
for step in range(1, total + 1):
    place = (step - 1) % per_epoch
    if place == 0:  # an epoch takes every digit once, in a new order
        order = shuffles.permutation(kept)
    rows = order[place * {batch} : (place + 1) * {batch}]
    last["epoch"] = step / per_epoch
    for name in list(alive):
        loss, grads = networks[name].loss_and_gradient(x[rows], t[rows])
        if not np.isfinite(loss):  # diverged
            alive.remove(name)
            continue
        last[f"loss.{{name}}"] = loss
        optimizers[name].update(networks[name].params, grads)
        networks[name].project()  # for max-norm; nothing to do for the others
    if not alive:
        break
    if step % every == 0 or step == total:
        read()
"""

_SEARCH = """
rng = np.random.default_rng({seed})
draws = rng.spawn(1)[0]
# Every trial has the same first weights and the same batches: only the settings differ.
first, shuffles = int(rng.integers(2**32)), int(rng.integers(2**32))


def score(lr, decay):
    rng, order = np.random.default_rng(first), np.random.default_rng(shuffles)
{network}
    optimizer = {optimizer}
    for _ in range({epochs}):
        digits = order.permutation(kept)
        for start in range(0, kept, {batch}):
            rows = digits[start : start + {batch}]
            loss, grads = network.loss_and_gradient(x[rows], t[rows])
            if not np.isfinite(loss):  # diverged
                return 0.0
            optimizer.update(network.params, grads)
    # Judged by digits held out, not by the test digits: those are for the end.
    return network.accuracy(x[kept:count][:{read}], t[kept:count][:{read}])


trials = []
for _ in range({trials}):
    lr = log_uniform(draws, {lr_low}, {lr_high})
    decay = log_uniform(draws, {decay_low}, {decay_high})
    trials.append((score(lr, decay), lr, decay))
ranked = sorted(trials, key=lambda trial: -trial[0])
last = {{"trial": len(trials), "lr": lr, "decay": decay}}
last |= {{"accuracy": trials[-1][0], "best": ranked[0][0]}}
last["lr.best5"] = np.median([rate for _, rate, _ in ranked[:{best}]])
"""


def script(params: TrainingParams, seed: int) -> str:
    """Return the script of a run. Raises LabError if there is nothing to compare, or no point."""
    if params.mode == TRAIN:
        return _train(params, seed)
    if params.mode == OVERFIT:
        return _overfit(params, seed)
    if params.mode == POINTS:
        return points_script(params, seed)
    return _search(params, seed)


def _train(params: TrainingParams, seed: int) -> str:
    several = params.repeats > 1
    margin = " " * 8 if several else " " * 4
    # Only max-norm has something to do after an update.
    project = f"{margin}network.project()\n" if params.decay == MAX_NORM else ""
    body = (_SEVERAL if several else _ONE).format(
        seed=seed,
        repeats=params.repeats,
        network=indent(network_lines(params, own_arguments(params)), " " * 4 if several else ""),
        optimizer=optimizer_call(params),
        read=READ,
        batch=params.batch,
        project=project,
    )
    says = "Chapters 4.5 and 5.7: {} digits, and others tell what it is worth."
    learner = f"{params.repeats} networks learn" if several else "a network learns"
    if params.validation:
        kept = _HELD_OUT.format(images=params.images, share=params.validation)
        sets = _SETS + _VALIDATION
    else:
        kept, sets = _KEPT.format(images=params.images), _SETS
    return _imports(params, says.format(learner)) + kept + _steps(params) + sets + body + _PRINT


def _overfit(params: TrainingParams, seed: int) -> str:
    if not params.variants:
        raise LabError(message(NOBODY))
    cures = [f"    {name!r}: {cure_dict(variant_cure(params, name))}," for name in params.variants]
    body = _COMPARED.format(
        seed=seed,
        cures=requoted("\n".join(cures)),
        network=indent(network_lines(params, "**cure"), " " * 4),
        optimizer=optimizer_call(params),
        read=READ,
        batch=params.batch,
        near_zero=NEAR_ZERO,
    )
    says = "Chapter 6.4: few digits and a large network, with and without cures."
    kept = _KEPT.format(images=params.images)
    return _imports(params, says) + kept + _steps(params) + body + _PRINT


def _search(params: TrainingParams, seed: int) -> str:
    cure = f'weight_decay="{L2}", weight_decay_lambda=decay'
    body = _SEARCH.format(
        seed=seed,
        network=indent(network_lines(params, cure), " " * 4),
        optimizer=optimizer_call(params, "lr"),
        read=READ,
        batch=params.batch,
        epochs=params.epochs,
        trials=params.trials,
        best=BEST,
        lr_low=params.lr_low,
        lr_high=params.lr_high,
        decay_low=params.decay_low,
        decay_high=params.decay_high,
    )
    says = "Chapter 6.5: a random search for learning rate and weight decay."
    share = max(params.validation, LEAST_HELD_OUT)
    held_out = _HELD_OUT.format(images=params.images, share=share)
    return _imports(params, says, "log_uniform") + held_out + body + _PRINT


def _imports(params: TrainingParams, says: str, *more: str) -> str:
    names = engine_names(params, *more)
    data = requoted(_IMPORTS.format(names=names, data=params.data))
    return f'"""{says}"""\n\n{data}'


def _steps(params: TrainingParams) -> str:
    if params.epochs > 1:
        epochs = -(-params.epochs // READINGS)
        every = f"{epochs} * per_epoch" if epochs > 1 else "per_epoch"
    else:
        every = "max(1, per_epoch // 10)"
    return _STEPS.format(batch=params.batch, epochs=params.epochs, every=every)
