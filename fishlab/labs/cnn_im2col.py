"""Convolution as one matrix product (7.4, mode "im2col"), and the race of three ways to do it.

arrays   `image` (C, H + 2P, W + 2P), `pad`, `column` (OH · OW, C · FH · FW): row k is window k;
         `matrix` (C · FH · FW, FN): the filters as columns; `product` (OH · OW, FN) with the bias;
         `output` (FN, OH, OW); `windows` (OH · OW, 4): top, left, height, width
scalars  `difference.im2col`, `difference.fast`: the largest difference from the nested loops; with
         `timed` also `milliseconds.loops`, `milliseconds.im2col`, `milliseconds.fast`
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from fishlab.engine import Convolution, ShapeError, im2col
from fishlab.engine.naive_convolution import convolve_by_loops
from fishlab.engine.textbook_convolution import TextbookConvolution
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .cnn_cells import Array, biases_of, filters_of, image_of, padded, windows_of
from .cnn_convolution import size_verdicts
from .cnn_params import CnnParams
from .cnn_pictures import sample_digits

RACE_DIGITS, RACE_FILTERS, RACE_SIZE = 4, 8, 5
REPEATS = 5

_SAME = QT_TRANSLATE_NOOP(
    "cnn", "Loops, im2col and the fast layer agree: the largest difference is {difference}"
)
_DIFFERENT = QT_TRANSLATE_NOOP("cnn", "The three ways differ by {difference}")
_FASTER = QT_TRANSLATE_NOOP(
    "cnn",
    "Four digits, eight 5×5 filters: loops {loops} ms, im2col {im2col} ms, the fast layer {fast} "
    "ms; the product is {times} times as fast as the loops",
)
AGREE = 1e-10


def im2col_frames(params: CnnParams) -> Frames:
    """Yield the matrices, and with `timed` a further frame after each way that was timed."""
    image, filters = image_of(params), filters_of(params, params.filters)
    bias = biases_of(params, params.filters)
    side, stride, pad = params.filter_size, params.stride, params.pad
    arrays: dict[str, Any] = {"image": padded(image, pad), "pad": np.array(pad)}
    said = size_verdicts(params)
    try:
        output = TextbookConvolution(filters, bias, stride, pad).infer(image)
    except ShapeError:
        yield Frame(0, arrays=arrays | {"output": np.zeros((0, 0, 0))}, messages=said)
        return
    OH, OW = output.shape[2:]
    arrays |= {
        "column": im2col(image, side, side, stride, pad),
        "matrix": filters.reshape(params.filters, -1).T,
        "product": output[0].reshape(params.filters, -1).T,
        "output": output[0],
        "windows": windows_of((OH, OW), side, stride),
    }
    loops = convolve_by_loops(image, filters, bias, stride, pad)
    fast = Convolution(filters, bias, stride, pad).infer(image)
    scalars = {
        "difference.im2col": float(np.max(np.abs(output - loops))),
        "difference.fast": float(np.max(np.abs(fast - loops))),
        "OH": OH,
        "OW": OW,
    }
    if params.timed:
        yield from _race(scalars, arrays, said)
    else:
        yield Frame(0, scalars, arrays, messages=(*said, _agreement(scalars)))


def _agreement(scalars: dict[str, float]) -> Message:
    worst = max(scalars["difference.im2col"], scalars["difference.fast"])
    return message(_SAME if worst <= AGREE else _DIFFERENT, difference=f"{worst:.2g}")


def _race(scalars: dict[str, float], arrays: dict[str, Any], said: tuple[Message, ...]) -> Frames:
    """Time the three ways on a few digits, float64, the best of several times."""
    x = sample_digits()[0][:RACE_DIGITS, np.newaxis].astype(np.float64)
    rng = np.random.default_rng(0)
    W = rng.standard_normal((RACE_FILTERS, 1, RACE_SIZE, RACE_SIZE))
    b = rng.standard_normal(RACE_FILTERS)
    before = (*said, _agreement(scalars))
    loops = 0.0
    parts = []
    for n in range(RACE_DIGITS):
        # One digit by loops takes tens of milliseconds: long enough without a frame.
        halves = []
        for half in (slice(0, RACE_FILTERS // 2), slice(RACE_FILTERS // 2, RACE_FILTERS)):
            yield Frame(n, scalars, arrays, RACE_DIGITS, before)
            started = time.perf_counter()
            halves.append(convolve_by_loops(x[n : n + 1], W[half], b[half]))
            loops += time.perf_counter() - started
        parts.append(np.concatenate(halves, axis=1))
    ways: dict[str, Callable[[Array], Array]] = {
        "im2col": TextbookConvolution(W, b).infer,
        "fast": Convolution(W, b).infer,
    }
    times = {"loops": loops}
    differences = []
    for name, way in ways.items():
        taken = []
        for _ in range(REPEATS):
            started = time.perf_counter()
            output = way(x)
            taken.append(time.perf_counter() - started)
        times[name] = min(taken)
        differences.append(float(np.max(np.abs(output - np.concatenate(parts)))))
    milliseconds = {f"milliseconds.{name}": 1000 * taken for name, taken in times.items()}
    faster = message(
        _FASTER,
        times=f"{times['loops'] / times['im2col']:.0f}",
        **{name: f"{1000 * taken:.3g}" for name, taken in times.items()},
    )
    differs = {
        "difference.im2col": max(differences[0], scalars["difference.im2col"]),
        "difference.fast": max(differences[1], scalars["difference.fast"]),
    }
    now = scalars | differs | milliseconds
    yield Frame(RACE_DIGITS, now, arrays, RACE_DIGITS, (*said, _agreement(now), faster))
