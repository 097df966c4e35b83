"""Numerical gradient against backpropagation: the same numbers, at very different prices (5.7.3).

The one experiment here that reads a clock: its `seconds` differ from run to run.
"""

from __future__ import annotations

from time import perf_counter

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine.gradients import numerical_gradient
from fishlab.engine.parameters import Parameters
from fishlab.engine.pooling import Pooling
from fishlab.engine.two_layer_net import TwoLayerNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Names, message

from .gradients_functions import number
from .gradients_params import GradientsParams

SIDE, CLASSES = 7, 10
"""Digits are shrunk to 7 × 7 pixels, so that the numerical gradient ends within a second or two."""
WEIGHT_STD = 0.3
BOOK_NET = 784 * 50 + 50 + 50 * 10 + 10
"""Numbers to learn in the book's own TwoLayerNet."""

_BUSY = QT_TRANSLATE_NOOP(
    "gradients", "{passes} forward passes so far; backprop had all {count} numbers after one"
)
_SAME = QT_TRANSLATE_NOOP(
    "gradients", "The same gradient: a mean difference of {difference}, {times} times as fast"
)
_DIFFERENT = QT_TRANSLATE_NOOP(
    "gradients", "Not the same gradient: {names} differ by {difference} in the mean"
)
_SINGLE = QT_TRANSLATE_NOOP(
    "gradients", "In single precision the numerical gradient has only {difference} of accuracy"
)
_BOOK = QT_TRANSLATE_NOOP(
    "gradients", "784-50-10 has {count} numbers: {passes} passes for a single step of learning"
)


def check_frames(params: GradientsParams, rng: np.random.Generator) -> Frames:
    """Yield one frame after every row of weights that was differentiated numerically.

    Arrays: `numeric` and `backprop` (n,): as far as they are known, `owner` (n,): to which of the
    four parameters each belongs, `shapes` (4, 2), `sizes` (4,), `known` (4,), `mean` and `largest`
    (4,): the differences. Scalars: `passes`, `passes.all`, `difference` (the mean of all that is
    known), `difference.<name>`, `seconds.numerical`, `seconds.backprop`.
    """
    (images, labels), _ = load_mnist(flatten=False, data="sample")
    chosen = rng.choice(len(images), params.batch_size, replace=False)
    pool = images.shape[-1] // SIDE
    small = Pooling(pool, pool, stride=pool, kind="average")
    x, t = small.infer(images[chosen]).reshape(params.batch_size, -1), labels[chosen]
    net = TwoLayerNet(
        SIDE * SIDE, params.hidden, CLASSES, WEIGHT_STD, dtype=params.precision, rng=rng
    )
    net.gradient(x, t)  # the first time costs more
    began = perf_counter()
    backprop = net.gradient(x, t)
    backprop_seconds = perf_counter() - began
    _spoil(backprop, params)
    numeric = net.params.empty_like()
    known = dict.fromkeys(net.params, 0)
    seconds, step = 0.0, 0
    rows = {name: np.atleast_2d(array) for name, array in net.params.items()}
    total = sum(len(array) for array in rows.values())
    for name, array in rows.items():
        result = np.atleast_2d(numeric[name])
        for row in range(len(array)):
            began = perf_counter()
            result[row] = numerical_gradient(lambda _: net.loss(x, t, train_flg=True), array[row])
            seconds += perf_counter() - began
            known[name] += array.shape[1]
            step += 1
            yield _frame(numeric, backprop, known, step, total, (seconds, backprop_seconds), params)


def _spoil(backprop: Parameters, params: GradientsParams) -> None:
    """Put in the mistake that was asked for."""
    if params.mistake == "sum":
        backprop.flat *= params.batch_size
    elif params.mistake == "bias":
        backprop["b1"] = np.zeros_like(backprop["b1"])


def _frame(
    numeric: Parameters, backprop: Parameters, known: dict[str, int], step: int, total: int,
    seconds: tuple[float, float], params: GradientsParams,
) -> Frame:  # fmt: skip
    names = list(numeric)
    pairs = {n: (numeric[n].ravel()[:k], backprop[n].ravel()[:k]) for n, k in known.items()}
    gaps = {n: np.abs(a.astype(np.float64) - b) for n, (a, b) in pairs.items()}
    everything = np.concatenate(list(gaps.values()))
    passes = 2 * len(everything)
    scalars = {
        "passes": float(passes),
        "passes.all": float(2 * numeric.flat.size),
        "difference": float(everything.mean()),
        "seconds.numerical": seconds[0],
        "seconds.backprop": seconds[1],
    }
    scalars |= {f"difference.{n}": float(gap.mean()) for n, gap in gaps.items() if len(gap)}
    arrays = {
        "numeric": np.concatenate([a for a, _ in pairs.values()]),
        "backprop": np.concatenate([b for _, b in pairs.values()]),
        "owner": np.repeat(np.arange(len(names)), [known[n] for n in names]),
        "shapes": np.array([np.atleast_2d(numeric[n]).shape for n in names]),
        "sizes": np.array([numeric[n].size for n in names]),
        "known": np.array([known[n] for n in names]),
        "mean": np.array([gap.mean() if len(gap) else 0.0 for gap in gaps.values()]),
        "largest": np.array([gap.max(initial=0.0) for gap in gaps.values()]),
    }
    said: tuple[Message, ...] = (message(_BUSY, passes=passes, count=numeric.flat.size),)
    if step == total:
        said = _verdict(scalars, names, params)
    return Frame(step, scalars, arrays, total, said)


def _verdict(
    scalars: dict[str, float], names: list[str], params: GradientsParams
) -> tuple[Message, ...]:
    tolerance = 1e-6 if params.precision == "float64" else 0.02
    wrong = [name for name in names if scalars[f"difference.{name}"] > tolerance]
    difference = f"{scalars['difference']:.1e}".replace("-", "−")
    book = message(_BOOK, count=BOOK_NET, passes=2 * BOOK_NET)
    if wrong:
        largest = max(scalars[f"difference.{name}"] for name in wrong)
        return (message(_DIFFERENT, names=Names(wrong), difference=number(largest, 2)), book)
    if params.precision == "float32":
        return (message(_SINGLE, difference=difference), book)
    times = scalars["seconds.numerical"] / max(scalars["seconds.backprop"], 1e-9)
    return (message(_SAME, difference=difference, times=f"{times:.0f}"), book)
