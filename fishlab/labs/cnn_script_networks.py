"""Scripts of whole networks: filters that learn, feature maps, and saliency."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby

from fishlab.datasets.ones import SHARE
from fishlab.experiment.models import find_model
from fishlab.experiment.training import EVALUATED

from .cnn_filters import BATCH, READ, READ_EVERY
from .cnn_params import DRAWING, FIRST_MODEL, LAYERS, PREDICTED, SHORT, CnnParams
from .cnn_pictures import SHEET, shows_digits
from .cnn_saliency import AT_ONCE, EVERY, INK, PATCH
from .digits_drawing import SIDE, strokes_of
from .script_text import drawn, literal, model_text

_STRUCTURE = '''

def structure():
    """How alike a filter's cells are to their right and lower neighbours: the mean correlation."""
    w = network.params["W1"][:, 0].astype(float)  # (FN, FH, FW)
    n = len(w)
    one = np.hstack([w[:, :, :-1].reshape(n, -1), w[:, :-1].reshape(n, -1)])
    other = np.hstack([w[:, :, 1:].reshape(n, -1), w[:, 1:].reshape(n, -1)])
    one -= one.mean(axis=1, keepdims=True)
    other -= other.mean(axis=1, keepdims=True)
    spread = np.sqrt((one**2).sum(axis=1) * (other**2).sum(axis=1))
    return ((one * other).sum(axis=1) / np.maximum(spread, 1e-300)).mean()

'''

_SHORT = '''\
"""Chapter 7.6.1: SimpleConvNet learns, and its filters gain structure."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import Adam, SimpleConvNet

np.seterr(all="ignore")  # a rate that is too large is seen in the loss
(x, t), (x_test, t_test) = load_mnist(flatten=False, data="{data}")
weights, order = np.random.default_rng({seed}).spawn(2)
network = SimpleConvNet(rng=weights)
optimizer = Adam(lr={lr})
{structure}
print("structure.before", float(structure()))
order.integers(0, len(x), {batch})  # the lab looks at a first batch before it learns
test_accuracy = network.accuracy(x_test[:{read}], t_test[:{read}])
for step in range(1, {steps} + 1):
    rows = order.integers(0, len(x), {batch})
    newest, grads = network.loss_and_gradient(x[rows], t[rows])
    if not np.isfinite(newest):  # diverged
        break
    loss = newest
    optimizer.update(network.params, grads)
    if step % {every} == 0 or step == {steps}:
        test_accuracy = network.accuracy(x_test[:{read}], t_test[:{read}])
print("loss", float(loss))
print("test_accuracy", float(test_accuracy))
print("structure", float(structure()))
'''

_RECIPE = '''\
"""Chapter 7.6.1: SimpleConvNet learns by the recipe of the shipped weights."""

import math

import numpy as np

from fishlab.datasets import Augmentation, load_mnist
from fishlab.datasets.ones import flagged_ones
from fishlab.engine import SimpleConvNet, Trainer

(x, t), (x_test, t_test) = load_mnist(flatten=False, data="{data}")
seed = int(np.random.default_rng({seed}).integers(2**31))
weights, drawn, order = np.random.default_rng(seed).spawn(3)
# Ones with a flag, as they are written by hand, are rare in MNIST: some are drawn and added.
ones = flagged_ones(round({share} * len(x)), drawn).reshape(-1, *x.shape[1:])
x, t = np.concatenate([x, ones]), np.concatenate([t, np.ones(len(ones), t.dtype)])
network = SimpleConvNet(rng=weights)
{structure}
print("structure.before", float(structure()))
trainer = Trainer(
    network,
    x,
    t,
    x_test,
    t_test,
    epochs={epochs},
    mini_batch_size={batch},
    optimizer="Adam",
    optimizer_param={{"lr": {lr}}},
    evaluate_sample_num_per_epoch={evaluated},
    verbose=False,
    rng=order,
    schedule=lambda progress: 0.5 * (1.0 + math.cos(math.pi * progress)),  # from 1 down to 0
    augment=Augmentation({augmentation}),
)
*_, last = trainer.steps()
print("loss", float(last.loss))
print("test_accuracy", float(last.test_accuracy))
print("structure", float(structure()))
print("final_accuracy", network.accuracy(x_test, t_test))
'''

_LAYERS = '''\
"""Chapter 7.6: what each layer of a network answers to one picture."""

import numpy as np

{imports}
{picture}
network = load_model({model})
layers = network.trace(image[np.newaxis])
*_, scores = layers.values()
probabilities = softmax(scores[0])
digit = int(probabilities.argmax())
print("digit", float(digit))
print("certainty", float(probabilities[digit]))
for name, answer in layers.items():
    if not name.startswith("Dropout"):  # which is silent outside of training
        print(f"firing.{{name}}", float(np.mean(answer > 0)))  # the share of numbers above 0
'''

_FIRST = '''\
"""Chapter 7.6.1: the learned filters of the first layer go over a whole picture."""

import numpy as np

{imports}
{picture}
network = load_model({model})
answer = image[np.newaxis, np.newaxis]  # one picture of one channel
for name in ("Conv1", "Relu1", "Pool1"):
    answer = network.layers[name].infer(answer)
    print(f"firing.{{name}}", float(np.mean(answer > 0)))  # the share of numbers above 0
'''

_SALIENCY = '''\
"""Saliency: on which pixels a network's score depends, by the gradient and by occlusion."""

import numpy as np

{imports}
{picture}
network = load_model({model})
probabilities = softmax(network.predict(image[np.newaxis]))[0]
target = {target}
gradient = network.input_gradient(image[np.newaxis], np.array([target]))[0, 0]

box = np.zeros(image.shape, bool)  # the smallest box around the ink
rows, columns = np.flatnonzero(image.max(1) > {ink}), np.flatnonzero(image.max(0) > {ink})
if len(rows):
    box[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
else:
    box[:] = True


def mean(values, where):
    return float(values[where].mean()) if where.any() else 0.0


# Paint over a patch of {patch} x {patch}: how much of the probability is lost?
places = range(1 - {every}, 28, {every})
corners = [(i, j) for i in places for j in places]
lost, counted = np.zeros((28, 28)), np.zeros((28, 28))
for start in range(0, len(corners), {at_once}):
    some = corners[start : start + {at_once}]
    patches = [(slice(max(i, 0), i + {patch}), slice(max(j, 0), j + {patch})) for i, j in some]
    covered = np.repeat(image[np.newaxis], len(patches), axis=0)
    for picture, patch in zip(covered, patches, strict=True):
        picture[patch] = 0
    answers = softmax(network.predict(covered))[:, target]
    for patch, answer in zip(patches, answers, strict=True):
        lost[patch] += probabilities[target] - answer
        counted[patch] += 1
occlusion = lost / np.maximum(counted, 1)

print("target", float(target))
print("certainty", float(probabilities[target]))
print("inside", mean(np.abs(gradient), box))
print("outside", mean(np.abs(gradient), ~box))
print("occlusion.inside", mean(occlusion, box))
print("occlusion.outside", mean(occlusion, ~box))
'''

_DIGIT = """\
digits = load_mnist(flatten=False, data="sample")[1][0]  # the sample's test digits
image = digits[{index}, 0]  # (28, 28), ink 0 to 1
"""

_SHEET = """\
digits = load_mnist(flatten=False, data="sample")[1][0]  # the sample's test digits
chosen = digits[np.arange({index}, {end}) % len(digits)]
# A sheet with {side} rows of {side} digits.
sheet = chosen.reshape({side}, {side}, 28, 28).swapaxes(1, 2)
image = sheet.reshape({side} * 28, {side} * 28)
"""

_DRAWING = """\
# Each stroke: its points (x, y), the width of the pen, and whether it takes ink away.
drawn = [
{strokes}
]
strokes = [Stroke(np.array(points), width, erase) for points, width, erase in drawn]
image = Normalizer().strokes(strokes, canvas=({side}, {side})).{stage}
"""

_OWN = "path = {path}\nimage = normalize_picture(open_picture(path))  # (28, 28), ink 0 to 1\n"
_OWN_LARGE = "path = {path}\nimage = picture_ink(open_picture(path))  # ink 0 to 1\n"


def filters_script(params: CnnParams, seed: int) -> str:
    """Return the script of mode "filters"."""
    if params.training == SHORT:
        return _SHORT.format(
            data=params.data,
            seed=seed,
            lr=params.lr,
            structure=_STRUCTURE,
            batch=BATCH,
            read=READ,
            steps=params.steps,
            every=READ_EVERY,
        )
    recipe = find_model("simple_convnet").recipe
    changes = asdict(recipe.augmentation)
    return _RECIPE.format(
        data=params.data,
        seed=seed,
        share=SHARE,
        structure=_STRUCTURE,
        epochs=params.epochs,
        batch=recipe.batch_size,
        lr=recipe.lr,
        evaluated=EVALUATED,
        augmentation=", ".join(f"{name}={value}" for name, value in changes.items() if value),
    )


def maps_script(params: CnnParams) -> str:
    """Return the script of mode "maps"."""
    large = params.show != LAYERS
    needs, picture = _picture(params, large=large)
    imports = _imports(*needs, _MODEL, *([] if large else [_SOFTMAX]))
    return (_FIRST if large else _LAYERS).format(
        imports=imports,
        picture=picture,
        model=model_text(FIRST_MODEL if large else params.model, params.network_weights),
    )


def saliency_script(params: CnnParams) -> str:
    """Return the script of mode "saliency"."""
    needs, picture = _picture(params, large=False)
    return _SALIENCY.format(
        imports=_imports(*needs, _MODEL, _SOFTMAX),
        picture=picture,
        model=model_text(params.model, params.network_weights),
        target="int(probabilities.argmax())" if params.target == PREDICTED else params.target,
        ink=INK,
        patch=PATCH,
        every=EVERY,
        at_once=AT_ONCE,
    )


Need = tuple[str, str]
_MODEL: Need = ("fishlab.experiment.models", "load_model")
_SOFTMAX: Need = ("fishlab.engine", "softmax")


def _imports(*needs: Need) -> str:
    """Return one line for each module; classes before functions, as ruff sorts them."""
    listed = sorted(needs, key=lambda need: (need[0], not need[1][0].isupper(), need[1]))
    lines = [
        f"from {module} import {', '.join(name for _, name in names)}\n"
        for module, names in groupby(listed, key=lambda need: need[0])
    ]
    return "".join(lines)


def _picture(params: CnnParams, *, large: bool) -> tuple[list[Need], str]:
    """Return what is to be imported and the lines that make `image`."""
    if shows_digits(params):
        text = _SHEET if large else _DIGIT
        return [("fishlab.datasets", "load_mnist")], text.format(
            index=params.index, end=params.index + SHEET * SHEET, side=SHEET
        )
    if params.picture == DRAWING:
        stage = "drawn" if large else "result"
        text = _DRAWING.format(strokes=drawn(strokes_of(params.strokes)), side=SIDE, stage=stage)
        return [("fishlab.datasets", "Normalizer"), ("fishlab.datasets", "Stroke")], text
    needs = [("fishlab.datasets", "open_picture")]
    if large:
        needs.append(("fishlab.datasets.pictures", "picture_ink"))
    else:
        needs.append(("fishlab.datasets", "normalize_picture"))
    return needs, (_OWN_LARGE if large else _OWN).format(path=literal(params.path.strip()))
