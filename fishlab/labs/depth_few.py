"""Mode "few" (8.1.2): the same network learns from few images, as they are and changed each time.

SimpleConvNet with Adam and batches of 50, twice from the same weights and with the same images in
every batch; one of the two sees them changed.

scalars  loss.plain, loss.changed; every 20 steps accuracy.plain, accuracy.changed of 500 digits
arrays   `batch` (8, 28, 28): the first images of the newest batch, as the second network sees them
"""

from __future__ import annotations

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine import Adam, SimpleConvNet
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message

from .depth_augment import sample_test
from .depth_params import DepthParams
from .learner import Learner

BATCH, READ, EVERY, SHOWN = 50, 500, 20, 8
WAYS = ("plain", "changed")

_SO_FAR = QT_TRANSLATE_NOOP(
    "depth",
    "From {images} images: {plain} of the test digits as they are, {changed} with changed ones",
)
_DIVERGED = QT_TRANSLATE_NOOP("depth", "Diverged at step {step}: the learning rate is too large")


def few_frames(params: DepthParams, rng: np.random.Generator) -> Frames:
    """Yield a frame before the first update and one after each."""
    (images, labels), _ = load_mnist(flatten=False, data="sample")
    test_images, test_labels = (part[:READ] for part in sample_test())
    weights, order, changes = rng.spawn(3)
    seed = int(weights.integers(2**32))
    chosen = order.choice(len(images), params.images, replace=False)
    x, t = images[chosen], labels[chosen]
    learners = {
        way: Learner(SimpleConvNet(rng=np.random.default_rng(seed)), Adam(lr=params.lr))
        for way in WAYS
    }
    augmentation, lr = params.augmentation(), params.lr
    accuracy = dict.fromkeys(WAYS, 0.0)
    for step in range(params.steps + 1):
        rows = order.integers(0, len(x), BATCH)
        seen = {"plain": x[rows], "changed": augmentation(x[rows], changes)}
        scalars = {}
        measures = step % EVERY == 0 or step == params.steps
        for way, learner in learners.items():
            learner.optimizer.lr = lr
            if step:
                learner.learn(seen[way], t[rows], step)
            else:
                learner.loss = learner.network.loss(seen[way], t[rows])
            scalars[f"loss.{way}"] = learner.loss
            if measures:
                accuracy[way] = learner.network.accuracy(test_images, test_labels)
                scalars[f"accuracy.{way}"] = accuracy[way]
        said = [
            message(
                _SO_FAR, images=params.images, plain=f"{accuracy['plain']:.1%}",
                changed=f"{accuracy['changed']:.1%}",
            )
        ]  # fmt: skip
        out = [learner.out for learner in learners.values() if learner.out is not None]
        if out:
            said.append(message(_DIVERGED, step=min(out)))
        changed = yield Frame(
            step, scalars, {"batch": seen["changed"][:SHOWN, 0]}, params.steps, tuple(said)
        )
        if len(out) == len(WAYS):
            return
        if isinstance(changed, DepthParams):
            lr = changed.lr
