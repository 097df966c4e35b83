"""The digits lab as short scripts: one drawing, one test digit, all of them, or one's own hand."""

from __future__ import annotations

from fishlab.datasets import DataError
from fishlab.datasets.personal import load_personal

from .digits_drawing import SIDE, normalized, strokes_of
from .digits_params import DigitsParams
from .digits_reading import AT_ONCE
from .digits_training import BATCH, HELD_BACK, TEST_EVERY, VARIATION
from .script_text import call, drawn, literal, model_text

_DRAWING = '''\
"""Chapters 3.6 to 8: a drawing is made like one of MNIST's digits, and read by a network."""

{imports}

{ink}
network = load_model({model})
*_, scores = network.trace(image[np.newaxis]).values()  # every layer's answer, the last one here
probabilities = softmax(scores[0])
digit = int(probabilities.argmax())
print("digit", digit)
print("probability", float(probabilities[digit]))
'''

_STROKES = """\
# Each stroke: its points (x, y), the width of the pen, and whether it takes ink away.
drawn = [
{strokes}
]
strokes = [Stroke(np.array(points), width, erase) for points, width, erase in drawn]
normalizer = Normalizer(box={box}, centre={centre}, antialias={antialias})
image = normalizer.strokes(strokes, canvas=({side}, {side})).result"""

_PICTURE = """\
packed = {packed}
pixels = zlib.decompress(base64.b64decode(packed))
picture = np.frombuffer(pixels, np.uint8).reshape({height}, {width})  # grey, 0 ... 255
normalizer = Normalizer(box={box}, centre={centre}, antialias={antialias})
image = normalizer.picture(picture).result"""

_NOTHING = '''\
"""Chapter 3.6: a drawing, read by a network."""

print("# Nothing stands out from the paper: there is no ink to read")
'''

_DIGITS = """\
import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import softmax
from fishlab.experiment.models import load_model

_, (images, labels) = load_mnist(normalize=False, flatten=False, data="{data}")
images = images.reshape(-1, 28, 28).astype(np.float32) / np.float32(255)
network = load_model({model})
"""

_READ_ALL = """\
read = np.concatenate(
    [
        softmax(network.predict(images[start : start + {at_once}])).argmax(axis=1)
        for start in range(0, len(images), {at_once})
    ]
)
"""

_TEST = (
    '''\
"""Chapter 3.6.2: one of the test digits, read by a network."""

'''
    + _DIGITS
    + """\
{chosen}\
{out}\
number = numbers[min({index}, len(numbers) - 1)]
*_, scores = network.trace(images[number][np.newaxis]).values()
probabilities = softmax(scores[0])
print("digit", int(probabilities.argmax()))
print("probability", float(probabilities.max()))
print("label", int(labels[number]))
"""
)

_CONFUSION = (
    '''\
"""Chapter 3.6.2: all test digits read by a network, and how often each is taken for each."""

'''
    + _DIGITS
    + _READ_ALL
    + """\
counts = np.zeros((10, 10), int)
np.add.at(counts, (labels, read), 1)
for label, row in enumerate(counts):
    print(f"# a {{label}} was read as 0 ... 9 so often: {{row.tolist()}}")
correct = int((read == labels).sum())
print("accuracy", correct / len(labels))
print("correct", correct)
print("read", len(labels))
"""
)

_OWN = '''\
"""A network trained further, on digits of one's own hand, mixed with MNIST's."""

import numpy as np

from fishlab.datasets import Augmentation, load_mnist
from fishlab.datasets.personal import load_personal
from fishlab.engine import Adam, softmax
from fishlab.experiment.models import load_model

np.seterr(all="ignore")  # a rate that is too large is seen in the accuracy


def inputs(images):
    return np.asarray(images).reshape(-1, 28, 28).astype(np.float32) / np.float32(255)


def read(x):
    return softmax(network.predict(x)).argmax(axis=1)


(train, t_train), (test, t_test) = load_mnist(normalize=False, flatten=False, data="sample")
own, problems = load_personal()  # kept by the digits lab
mine = inputs([digit.image for digit in own])
labels = np.array([digit.label for digit in own])
held = np.zeros(len(mine), bool)
{hold_back}\
network = load_model({model})
{learning}
optimizer = Adam(lr={lr})
variation = {variation}
rng = np.random.default_rng({seed})
last = {{}}


def accuracies():
    right = read(mine) == labels
    last["own"] = float(right[~held].mean())
    if held.any():
        last["held"] = float(right[held].mean())


def tested():
    last["test"] = sum(
        int((read(inputs(test[i : i + {at_once}])) == t_test[i : i + {at_once}]).sum())
        for i in range(0, len(test), {at_once})
    ) / len(test)


accuracies()
tested()
for step in range(1, {steps} + 1):
    some = rng.integers(0, len(train), {from_mnist})  # so that it does not forget
    of_mine = rng.integers(0, int((~held).sum()), {from_own})
    x = np.concatenate([inputs(train[some]), variation(mine[~held][of_mine], rng)])
    t = np.concatenate([t_train[some], labels[~held][of_mine]])
    loss, grads = network.loss_and_gradient(x, t)
    if not np.isfinite(loss):
        break  # diverged
    last["loss"] = loss
    optimizer.update(learning, grads)
    accuracies()
    if step == {steps} or step % {test_every} == 0:
        tested()
for name, value in last.items():
    print(name, float(value))
'''

_ALL_LEARN = "learning = network.params"
_LAST_LEARN = """\
# The weights and biases of the last two layers learn; what the others see stays as it is.
layers = sorted({int(name[1:]) for name in network.params if name[0] == "W"})[-2:]
learning = {f"{letter}{layer}": network.params[f"{letter}{layer}"]
            for layer in layers for letter in "Wb"}"""

_NO_DIGITS = '''\
"""A network trained further on digits of one's own hand."""

print("# There are no digits of your own yet: draw some in the digits lab")
'''


def script(params: DigitsParams, seed: int) -> str:
    """Return the script of that mode; it prints the last number of each scalar of the run."""
    model = model_text(params.model, params.weights)
    if params.mode == "draw":
        return _drawing(params, model)
    if params.mode == "own":
        return _own(params, model, seed)
    common = {"data": params.data, "model": model, "at_once": AT_ONCE}
    if params.mode == "confusion":
        return _CONFUSION.format(**common)
    chosen, out = "numbers = np.arange(len(labels))\n", ""
    if params.label != "any":
        chosen = f"numbers = np.flatnonzero(labels == {params.label})\n"
    if params.only_wrong:
        kind = "" if params.label == "any" else f"(labels == {params.label}) & "
        wrong = "labels != read" if not kind else f"{kind}(labels != read)"
        chosen = _READ_ALL.format(**common) + f"numbers = np.flatnonzero({wrong})\n"
        out = 'print("read", len(labels))\n'
        out += "if not len(numbers):\n    raise SystemExit  # every one of them is read rightly\n"
    return _TEST.format(**common, chosen=chosen, out=out, index=params.index)


def _drawing(params: DigitsParams, model: str) -> str:
    switches = {"box": params.box, "centre": params.centre, "antialias": params.antialias}
    try:
        normalized(params)
    except DataError:
        return _NOTHING
    names = ["Normalizer"]
    lines = ["import numpy as np"]
    if params.picture:
        size, _, packed = params.picture.partition(":")
        width, height = size.split("x")
        ink = _PICTURE.format(packed=literal(packed), width=width, height=height, **switches)
        lines = ["import base64", "import zlib", "", *lines]
    else:
        strokes = drawn(strokes_of(params.strokes))
        ink = _STROKES.format(strokes=strokes, side=SIDE, **switches)
        names.append("Stroke")
    lines += [
        "",
        f"from fishlab.datasets import {', '.join(names)}",
        "from fishlab.engine import softmax",
        "from fishlab.experiment.models import load_model",
    ]
    return _DRAWING.format(imports="\n".join(lines), ink=ink, model=model)


def _own(params: DigitsParams, model: str, seed: int) -> str:
    if not load_personal()[0]:
        return _NO_DIGITS
    from_mnist = round(params.remember * BATCH)
    whole = params.layers == "all"
    return _OWN.format(
        hold_back=f"held[{HELD_BACK - 1}::{HELD_BACK}] = True\n" if params.hold_back else "",
        model=model, learning=_ALL_LEARN if whole else _LAST_LEARN, lr=params.lr,
        variation=call(VARIATION), seed=seed, steps=params.steps, at_once=AT_ONCE,
        from_mnist=from_mnist, from_own=BATCH - from_mnist, test_every=TEST_EVERY,
    )  # fmt: skip
