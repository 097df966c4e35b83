"""The depth lab as short scripts, one for each of its modes."""

from __future__ import annotations

from fishlab.datasets.ones import SHARE
from fishlab.experiment.models import find_model

from .depth_augment import SHOWN
from .depth_few import BATCH, EVERY, READ
from .depth_half import AT_A_TIME
from .depth_language import parsed
from .depth_params import AUGMENT, FEW, HALF, RECEPTIVE, SCRATCH, DepthParams
from .depth_receptive import POOL
from .depth_scratch import FIRST
from .script_text import call, literal, model_text

_STACK = '''\
"""Chapter 8.1: shapes, parameters and multiplications of a stack of layers, for one image."""

from fishlab.engine.shapes import conv_output_size

# Kind, filters or units; of windows size, padding and stride.
layers = [
{layers}
]
shape = ({channels}, {side}, {side})  # channels, height, width
parameters = multiplications = values = 0
for kind, count, k, p, s in layers:
    if kind in ("conv", "pool"):
        channels, height, width = shape
        height, width = (conv_output_size(n, k, s, p) for n in (height, width))
        if kind == "conv":
            parameters += count * (channels * k**2 + 1)
            multiplications += height * width * count * channels * k**2
            channels = count
        shape = (channels, height, width)
    elif kind == "affine":
        inputs = 1
        for number in shape:
            inputs *= number
        parameters += (inputs + 1) * count
        multiplications += inputs * count
        shape = (count,)
    size = 1
    for number in shape:
        size *= number
    values += size  # what the layer hands on

print("parameters", float(parameters))
print("multiplications", float(multiplications))
print("megabytes", 4 * parameters / 2**20)  # four bytes each, as float32 takes
print("memory", 4 * (parameters + values) / 2**20)
'''

_RECEPTIVE = '''\
"""Chapter 8.1.3: how far a stack of small filters sees, and what it costs."""

windows = {layers} * {windows}  # size and stride of every layer
field = jump = 1
for size, stride in reversed(windows):
    field, jump = (field - 1) * stride + size, jump * stride

channels = {channels}  # in and out of every layer; biases are not counted
print("field", float(field))
print("parameters", float({layers} * {kernel}**2 * channels**2))
print("single_parameters", float(field**2 * channels**2))
print("jump", float(jump))
'''

_AUGMENT = '''\
"""Chapter 8.1.2: one digit, changed a little differently each time, and how it is read."""

import numpy as np

from fishlab.datasets import Augmentation, load_mnist
from fishlab.experiment.models import load_model

_, (images, labels) = load_mnist(flatten=False, data="sample")
digit, label = images[{digit}], labels[{digit}]
augmentation = {augmentation}
changed = augmentation(
    np.repeat(digit[np.newaxis], {count}, axis=0), np.random.default_rng({seed})
)
seen = np.concatenate([digit[np.newaxis], changed])
read = load_model({model}).predict(seen).argmax(axis=1)
print("right", int((read[1:] == label).sum()) / {count})
'''

_FEW = '''\
"""Chapter 8.1.2: the same network learns from few images, as they are and changed each time."""

import numpy as np

from fishlab.datasets import Augmentation, load_mnist
from fishlab.engine import Adam, SimpleConvNet

np.seterr(all="ignore")  # a rate that is too large is seen in the loss
(images, labels), (x_test, t_test) = load_mnist(flatten=False, data="sample")
weights, order, changes = np.random.default_rng({seed}).spawn(3)
seed = int(weights.integers(2**32))
chosen = order.choice(len(images), {images}, replace=False)
x, t = images[chosen], labels[chosen]
augmentation = {augmentation}
networks = {{
    way: SimpleConvNet(rng=np.random.default_rng(seed)) for way in ("plain", "changed")
}}
optimizers = {{way: Adam(lr={lr}) for way in networks}}
last, out = {{}}, set()  # the newest numbers; who has diverged learns no more
for step in range({steps} + 1):
    rows = order.integers(0, len(x), {batch})
    seen = {{"plain": x[rows], "changed": augmentation(x[rows], changes)}}
    for way, network in networks.items():
        if way in out:
            continue
        if step:
            loss, grads = network.loss_and_gradient(seen[way], t[rows])
            if not np.isfinite(loss):
                out.add(way)
                continue
            optimizers[way].update(network.params, grads)
        else:
            loss = network.loss(seen[way], t[rows])
        last[f"loss.{{way}}"] = loss
    if step % {every} == 0 or step == {steps} or len(out) == 2:
        for way, network in networks.items():
            read = network.predict(x_test[:{read}]).argmax(axis=1)
            last[f"accuracy.{{way}}"] = int((read == t_test[:{read}]).sum()) / {read}
    if len(out) == 2:
        break

for name, value in last.items():
    print(name, float(value))
'''

_HALF = '''\
"""Chapter 8.3.4: a trained network in half precision beside the same one in single."""

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import softmax
from fishlab.experiment.models import load_model


def rounded(array):
    """The values that float16 can hold, as float32: sums are made in float32."""
    return array.astype(np.float16).astype(np.float32)


_, (images, labels) = load_mnist(flatten=False, data="sample")
single = load_model({model})
half = load_model({model})
for name, array in half.params.items():
    half.params[name] = rounded(array)
answers = [[], []]
for start in range(0, len(images), {at_a_time}):
    x = images[start : start + {at_a_time}]
    out = rounded(x)
    for layer in half.layers.values():
        out = rounded(layer.infer(out))  # what a layer hands on is rounded
    answers[0].append(softmax(single.predict(x)))
    answers[1].append(softmax(out))
sure, less_sure = np.concatenate(answers[0]), np.concatenate(answers[1])
read = np.stack([sure.argmax(axis=1), less_sure.argmax(axis=1)])
right = (read == labels).mean(axis=1)
size = sum(array.size for array in single.params.values())
print("accuracy.single", float(right[0]))
print("accuracy.half", float(right[1]))
print("agreement", float((read[0] == read[1]).mean()))
print("bytes.single", float(4 * size))
print("bytes.half", float(2 * size))
print("difference", float(np.abs(sure - less_sure).max()))
'''

_SCRATCH = '''\
"""Chapter 8.1.1: DeepConvNet learns to read digits, as the weights that are shipped did."""

import math

import numpy as np

from fishlab.datasets import Augmentation, load_mnist
from fishlab.datasets.ones import flagged_ones
from fishlab.engine import DeepConvNet, Trainer

seed = int(np.random.default_rng({seed}).integers(2**31))
(x, t), (x_test, t_test) = load_mnist(flatten=False, data="{data}")
weights, drawn, order = np.random.default_rng(seed).spawn(3)
# Some ones with a flag, as most of the world writes them and MNIST's writers hardly did.
ones = flagged_ones(round({share} * len(x)), drawn).reshape(-1, *x.shape[1:])
x, t = np.concatenate([x, ones]), np.concatenate([t, np.ones(len(ones), t.dtype)])
network = DeepConvNet(rng=weights)
trainer = Trainer(
    network, x, t, x_test, t_test,
    epochs={epochs}, mini_batch_size={batch}, optimizer="Adam", optimizer_param={{"lr": {lr}}},
    evaluate_sample_num_per_epoch=0, verbose=False, rng=order,
    schedule=lambda progress: 0.5 * (1 + math.cos(math.pi * progress)),
    augment={augmentation},
)


def accuracy(count):
    """How many of the first test digits are read right, a hundred at a time."""
    correct = 0
    for start in range(0, count, 100):
        part = slice(start, start + 100)
        correct += int((network.predict(x_test[part]).argmax(axis=1) == t_test[part]).sum())
    return correct / count


for step in trainer.steps():
    if step.iteration % (trainer.max_iter // {epochs}) == 0:
        print(f"# epoch {{step.epoch}}: loss {{step.loss:.4f}}", flush=True)
        loss, tested = step.loss, accuracy({first})
print("loss", float(loss))
print("test_accuracy", tested)
print("final_accuracy", accuracy(len(t_test)))
'''


def script(params: DepthParams, seed: int) -> str:
    """Return the script of that mode; it prints the last number of each scalar of the run."""
    augmentation = call(params.augmentation())
    model = model_text(params.model, params.weights)
    if params.mode == RECEPTIVE:
        pooling = [(POOL, POOL)] if params.pooling else []
        return _RECEPTIVE.format(
            layers=params.layers, kernel=params.kernel, channels=params.channels,
            windows=[(params.kernel, params.stride), *pooling],
        )  # fmt: skip
    if params.mode == AUGMENT:
        return _AUGMENT.format(
            digit=params.digit, model=model, augmentation=augmentation, seed=seed,
            count=SHOWN - 1,
        )  # fmt: skip
    if params.mode == FEW:
        return _FEW.format(
            seed=seed, images=params.images, augmentation=augmentation, lr=params.lr,
            steps=params.steps, batch=BATCH, every=EVERY, read=READ,
        )  # fmt: skip
    if params.mode == HALF:
        return _HALF.format(model=model, at_a_time=AT_A_TIME)
    if params.mode == SCRATCH:
        recipe = find_model("deep_convnet").recipe
        return _SCRATCH.format(
            seed=seed, data=params.data, share=SHARE, epochs=params.epochs,
            batch=recipe.batch_size, lr=recipe.lr,
            augmentation=call(recipe.augmentation, 4), first=FIRST,
        )  # fmt: skip
    layers = "\n".join(
        f"    ({literal(layer.kind)}, {layer.count}, {layer.k}, {layer.p}, {layer.s}),"
        for layer in parsed(params.stack)
    )
    return _STACK.format(layers=layers, channels=params.channels, side=params.side)
