"""Scripts of windows that go over a few cells: convolution, im2col and pooling."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from fishlab.experiment import LabError, message

from .cnn_cells import filters_of, image_of
from .cnn_convolution import size_verdicts
from .cnn_im2col import RACE_DIGITS, RACE_FILTERS, RACE_SIZE, REPEATS
from .cnn_params import CELLS, CnnParams
from .cnn_pooling import EXAMPLES, NEAR, TOO_LARGE
from .script_text import rows

_CONVOLUTION = '''\
"""Chapter 7.2: a window goes over the image, and every place gives one cell of the output."""

import numpy as np

from fishlab.engine import Convolution, im2col

# The image (C, H, W), and one filter (C, FH, FW), as deep as the image.
image = {image}
weights = {weights}
bias = {bias}

batch = image[np.newaxis]  # the layers take many images at once, (N, C, H, W)
layer = Convolution(weights[np.newaxis], np.array([bias]), stride={stride}, pad={pad})
output = layer.infer(batch)[0, 0]
OH, OW = output.shape
for k, window in enumerate(im2col(batch, {size}, {size}, stride={stride}, pad={pad})):
    row, column = divmod(k, OW)
    total = (window.reshape(weights.shape) * weights).sum()

# These are of the last window.
print("row", float(row))
print("column", float(column))
print("sum", float(total))
print("value", float(output[row, column]))
print("OH", float(OH))
print("OW", float(OW))
'''

_IMPORTS = """\
from fishlab.engine import Convolution, im2col
from fishlab.engine.naive_convolution import convolve_by_loops
"""
_IMPORTS_TIMED = """\
from fishlab.datasets import load_mnist
from fishlab.engine import Convolution, TextbookConvolution, im2col
from fishlab.engine.naive_convolution import convolve_by_loops
"""
_IMPORT_DIGITS = "from fishlab.datasets import load_mnist\n"
_IMPORT_POOLING = "from fishlab.engine import Pooling\n"

_IM2COL = '''\
"""Chapter 7.4: a convolution by nested loops, as one matrix product, and by the fast layer."""

{clock}import numpy as np

{imports}
# The image (C, H, W), and the filters (FN, C, FH, FW).
image = {image}
filters = {filters}
bias = np.full({count}, {bias})

batch = image[np.newaxis]
column = im2col(batch, {size}, {size}, stride={stride}, pad={pad})  # row k is window k
product = column @ filters.reshape({count}, -1).T + bias
loops = convolve_by_loops(batch, filters, bias, {stride}, {pad})
OH, OW = loops.shape[2:]
output = product.T.reshape(loops.shape)  # what TextbookConvolution does
fast = Convolution(filters, bias, {stride}, {pad}).infer(batch)
differences = [np.abs(way - loops).max() for way in (output, fast)]
'''

_RACE = """
# The race: {digits} digits, {filters} filters; the times are this computer's.
x = load_mnist(flatten=False, data="sample")[1][0][:{digits}].astype(float)
rng = np.random.default_rng(0)
W, b = rng.standard_normal(({filters}, 1, {size}, {size})), rng.standard_normal({filters})
began = perf_counter()
loops = convolve_by_loops(x, W, b)
print("milliseconds.loops", 1000 * (perf_counter() - began))
ways = {{"im2col": TextbookConvolution(W, b), "fast": Convolution(W, b)}}
for k, (name, layer) in enumerate(ways.items()):
    taken = []
    for _ in range({repeats}):
        began = perf_counter()
        answer = layer.infer(x)
        taken.append(perf_counter() - began)
    differences[k] = max(differences[k], np.abs(answer - loops).max())
    print(f"milliseconds.{{name}}", 1000 * min(taken))
"""

_DIFFERENCES = """
print("difference.im2col", float(differences[0]))
print("difference.fast", float(differences[1]))
print("OH", float(OH))
print("OW", float(OW))
"""

_POOLING = '''\
"""Chapter 7.3: pooling, and how many numbers stay as they were when the image is shifted."""

import numpy as np

{imports}

def unchanged(before, after):
    """The share of the numbers that stay; what is 0 both times is only paper."""
    counted = (before != 0) | (after != 0)
    same = counted & (np.abs(after - before) <= {near})
    return same.sum(axis=(1, 2, 3)) / np.maximum(counted.sum(axis=(1, 2, 3)), 1)


{images}
moved = np.zeros_like(images)
moved[..., {shift}:] = images[..., : images.shape[-1] - {shift}]  # to the right

layer = Pooling({size}, {size}, stride={stride}, kind="{kind}")
output, output_moved = layer.infer(images), layer.infer(moved)
plain, pooled = unchanged(images, moved), unchanged(output, output_moved)
print("unchanged.plain", float(plain[0]))
print("unchanged.pooled", float(pooled[0]))
'''

_MEANS = """\
print("mean.plain", float(plain.mean()))
print("mean.pooled", float(pooled.mean()))
"""

_LAST_WINDOW = """\
print("row", float(output.shape[2] - 1))  # the last window
print("column", float(output.shape[3] - 1))
print("value", float(output[0, 0, -1, -1]))
"""

_DIGITS = """\
digits = load_mnist(flatten=False, data="sample")[1][0]  # (1000, 1, 28, 28)
images = digits[np.arange({index}, {end}) % len(digits)]"""


def convolution_script(params: CnnParams) -> str:
    """Return the script of mode "convolution". Raises LabError if the filter does not fit."""
    _check_room(params)
    return _CONVOLUTION.format(
        image=_array(image_of(params)[0]),
        weights=_array(filters_of(params)[0]),
        bias=float(params.bias),
        size=params.filter_size,
        stride=params.stride,
        pad=params.pad,
    )


def im2col_script(params: CnnParams) -> str:
    """Return the script of mode "im2col". Raises LabError if the filter does not fit."""
    _check_room(params)
    text = _IM2COL.format(
        clock="from time import perf_counter\n\n" if params.timed else "",
        imports=_IMPORTS_TIMED if params.timed else _IMPORTS,
        image=_array(image_of(params)[0]),
        filters=_array(filters_of(params, params.filters)),
        count=params.filters,
        bias=float(params.bias),
        size=params.filter_size,
        stride=params.stride,
        pad=params.pad,
    )
    if params.timed:
        text += _RACE.format(
            digits=RACE_DIGITS, filters=RACE_FILTERS, size=RACE_SIZE, repeats=REPEATS
        )
    return text + _DIFFERENCES


def pooling_script(params: CnnParams) -> str:
    """Return the script of mode "pooling". Raises LabError if the window does not fit."""
    cells = params.source == CELLS
    if cells and params.pool_size > params.image_size:
        raise LabError(message(TOO_LARGE, size=params.pool_size, side=params.image_size))
    if cells:
        imports, near = _IMPORT_POOLING, 0.0
        images = f"images = {_array(image_of(params, channels=1))}"
    else:
        imports, near = _IMPORT_DIGITS + _IMPORT_POOLING, NEAR
        images = _DIGITS.format(index=params.index, end=params.index + EXAMPLES)
    text = _POOLING.format(
        imports=imports,
        near=near,
        images=images,
        shift=params.shift,
        size=params.pool_size,
        stride=params.pool_stride,
        kind=params.kind,
    )
    return text + (_LAST_WINDOW if cells else _MEANS)


def _check_room(params: CnnParams) -> None:
    if params.image_size + 2 * params.pad < params.filter_size:
        raise LabError(size_verdicts(params)[0])


def _array(values: NDArray[Any]) -> str:
    """Return the array (…, H, W) as an expression: a line for each row, and its shape."""
    inner = rows(values.reshape(-1, values.shape[-1]).tolist())
    return f"np.array(\n    [\n{inner}\n    ],\n    float,\n).reshape{values.shape}"
