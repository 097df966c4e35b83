"""The forward lab as short scripts: a product of matrices, a small network, a batch of digits."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .forward_batch import MODEL, SHOWN
from .forward_params import BATCH, MATRIX, ForwardParams, matrix_of
from .script_text import model_text, rows

_MATRIX = '''\
"""Chapter 3.3: the product of two matrices, cell by cell."""

import numpy as np

a = np.array(
    [
{a}
    ],
    float,
)
b = np.array(
    [
{b}
    ],
    float,
)
product = np.dot(a, b)
for row, column in np.ndindex(product.shape):
    pairs = zip(a[row], b[:, column], strict=True)
    terms = " + ".join(f"{{x:g}}*{{y:g}}" for x, y in pairs)
    print(f"# row {{row + 1}}, column {{column + 1}}: {{terms}} = {{product[row, column]:g}}")
print("row", row)
print("column", column)
print("value", float(product[row, column]))
'''

_MISFIT = '''\
"""Chapter 3.3: shapes that do not fit."""

print("# {first} times {second} does not go: the inner numbers must be alike")
'''

_NETWORK = '''\
"""Chapter 3.4: the 2-3-2-2 network, layer by layer."""

import numpy as np

from fishlab.engine import Affine, {functions}

layers = [  # weights, biases, and what the sums go through
{layers}
]
z = np.array([[{x1}, {x2}]])
for layer, (W, b, function) in enumerate(layers, start=1):
    a = Affine(np.array(W), np.array(b)).forward(z)
    z = function(a)
    for unit, (sum_, value) in enumerate(zip(a[0], z[0], strict=True), start=1):
        print(f"a.{{layer}}.{{unit}}", float(sum_))
        print(f"z.{{layer}}.{{unit}}", float(value))
for unit, y in enumerate(z[0], start=1):
    print(f"y.{{unit}}", float(y))
'''

_BATCH = '''\
"""Chapter 3.6: digits go through a trained network, as a batch and one by one."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.experiment.models import load_model

_, (images, labels) = load_mnist(data="sample")
x, t = images[:{digits}], labels[:{digits}]
network = load_model({model})
scores = network.predict(x)
some = min(len(x), {shown})
single = np.concatenate([network.predict(x[k : k + 1]) for k in range(some)])
correct = int((scores.argmax(axis=1) == t).sum())
print("accuracy", correct / len(x))
print("correct", correct)
print("difference", float(np.abs(single - scores[:some]).max()))
'''

_NAMES = {"identity": "identity_function"}


def script(params: ForwardParams) -> str:
    """Return the script of that mode; it prints the last number of each scalar of the run."""
    if params.mode == MATRIX:
        a, b = matrix_of(params.a), matrix_of(params.b)
        if a.shape[1] != b.shape[0]:
            return _MISFIT.format(first=a.shape, second=b.shape)
        return _MATRIX.format(a=rows(a.tolist()), b=rows(b.tolist()))
    if params.mode == BATCH:
        return _BATCH.format(
            digits=params.digits, shown=SHOWN, model=model_text(MODEL, params.weights)
        )
    hidden, output = (_NAMES.get(name, name) for name in (params.hidden, params.output))
    weights, biases = params.network()
    functions = [hidden] * (len(weights) - 1) + [output]
    return _NETWORK.format(
        functions=", ".join(sorted({hidden, output})), x1=params.x1, x2=params.x2,
        layers="\n".join(map(_layer, weights, biases, functions)),
    )  # fmt: skip


def _layer(W: NDArray[Any], b: NDArray[np.float64], function: str) -> str:
    written = ",\n      ".join(map(repr, W.tolist()))
    return f"    (\n     [{written}],\n     {b.tolist()}, {function},\n    ),"
