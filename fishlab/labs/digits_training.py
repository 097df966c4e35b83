"""Fine-tuning on the reader's own digits, mixed with MNIST's so that the network does not forget.

Before and after, all digits of one's own and a sample of MNIST's test digits are read; in between a
frame after every step tells loss and accuracies. The last frame carries the parameters.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets.augmentation import Augmentation
from fishlab.engine import Adam
from fishlab.engine.network import Network
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, Params, message

from .digits_networks import Reader, last_parameters
from .digits_params import DigitsParams
from .digits_reading import AT_ONCE, DigitSet, inputs
from .divergence import THE_NETWORK, overshot
from .learner import Learner

BATCH = 40
HELD_BACK = 5
"""With `hold_back`, every fifth digit of one's own is not trained on."""
TEST_EVERY = 10
"""Steps between two readings of MNIST's test digits."""

_EMPTY = QT_TRANSLATE_NOOP(
    "digits", "You have no digits of your own yet: draw some, and add them with their labels"
)
_VERDICT = QT_TRANSLATE_NOOP(
    "digits",
    "Your digits: {own_before} right before, {own_after} after. MNIST's test digits: "
    "{test_before} before, {test_after} after.",
)

# A hand is never twice alike: what is drawn once is seen in many small variations.
VARIATION = Augmentation(shift=1, rotate=8, scale=0.1, shear=0.1)


@dataclass(frozen=True)
class Mixture:
    """What is trained on. own, mnist: images (N, 28, 28) of 0 … 1 and labels (N,)."""

    own: tuple[NDArray[np.float32], NDArray[np.int64]]
    mnist: DigitSet
    share: float

    def batch(self, rng: np.random.Generator) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Return a mini-batch: images (BATCH, 28, 28) and labels (BATCH,)."""
        from_mnist = rng.integers(0, len(self.mnist), round(self.share * BATCH))
        from_own = rng.integers(0, len(self.own[1]), BATCH - len(from_mnist))
        varied = VARIATION(self.own[0][from_own], rng)
        images = np.concatenate([inputs(self.mnist.images[from_mnist]), varied])
        labels = np.concatenate([self.mnist.labels[from_mnist], self.own[1][from_own]])
        return images, labels


class Tuning:
    """Trains `network` (which is changed) on `own` digits, and on `mnist[0]` so as not to forget.

    `mnist[1]` are the digits to test with.
    """

    def __init__(
        self,
        params: DigitsParams,
        rng: np.random.Generator,
        network: Network,
        own: DigitSet,
        mnist: tuple[DigitSet, DigitSet],
    ) -> None:
        self._params = params
        self._rng = rng
        self._network = network
        self._reader = Reader(network, ())
        self._images = inputs(own.images)
        self._labels = own.labels
        self._held = np.zeros(len(own), bool)
        if params.hold_back:
            self._held[HELD_BACK - 1 :: HELD_BACK] = True
        free = ~self._held
        self._mixture = Mixture((self._images[free], own.labels[free]), mnist[0], params.remember)
        self._test_digits = mnist[1]
        learning = None if params.layers == "all" else last_parameters(network.params)
        self._learner = Learner(network, Adam(lr=params.lr), learning)

    def frames(self) -> Frames:
        """Yield frames: while the test digits are read, and after every step.

        Scalars "own", "held" and "test" are accuracies, "loss" that of the mini-batch. "before" and
        "read" (N,) are the readings of one's own digits, "held_back" (N,) tells which of them are
        not trained on. The last frame has "trained", all parameters in one vector.
        """
        if not len(self._labels):
            yield Frame(0, messages=(message(_EMPTY),))
            return
        steps = self._params.steps
        before = self._read()
        first = self._accuracies(before)
        arrays = {"before": before, "held_back": self._held, "read": before}
        self._hear((yield Frame(0, first, arrays, steps)))
        test_before = test = yield from self._test(Frame(0, {}, arrays, steps))
        self._hear((yield Frame(0, {"test": test}, arrays, steps)))
        for step in range(1, steps + 1):
            self._learner.learn(*self._mixture.batch(self._rng), step)
            if self._learner.out is not None:
                said = overshot(self._learner, THE_NETWORK, self._params)
                yield Frame(step, {}, arrays, steps, (said,))
                return
            arrays["read"] = self._read()
            scalars = {"loss": self._learner.loss, **self._accuracies(arrays["read"])}
            messages: tuple[Message, ...] = ()
            if step == steps or step % TEST_EVERY == 0:
                test = yield from self._test(Frame(step, {}, arrays, steps))
                scalars["test"] = test
            if step == steps:
                arrays["trained"] = self._network.params.flat
                messages = (_verdict(first, scalars, test_before, test),)
            self._hear((yield Frame(step, scalars, arrays, steps, messages)))

    def _hear(self, params: Params | None) -> None:
        if isinstance(params, DigitsParams):
            self._learner.optimizer.lr = params.lr

    def _read(self) -> NDArray[np.int64]:
        # What has just diverged reads nonsense once, before the next step finds out.
        with np.errstate(all="ignore"):
            read: NDArray[np.int64] = self._reader.probabilities(self._images).argmax(axis=1)
        return read

    def _accuracies(self, read: NDArray[np.int64]) -> dict[str, float]:
        right = read == self._labels
        found = {"own": float(right[~self._held].mean())}
        if self._held.any():
            found["held"] = float(right[self._held].mean())
        return found

    def _test(self, meanwhile: Frame) -> Generator[Frame, Params | None, float]:
        """Read MNIST's test digits, with a frame after every batch; returns the accuracy."""
        digits, right = self._test_digits, 0
        for start in range(0, len(digits), AT_ONCE):
            batch = slice(start, start + AT_ONCE)
            with np.errstate(all="ignore"):
                read = self._reader.probabilities(inputs(digits.images[batch])).argmax(axis=1)
            right += int((read == digits.labels[batch]).sum())
            self._hear((yield meanwhile))
        return right / len(digits)


def _verdict(
    first: dict[str, float], last: dict[str, float], test_before: float, test_after: float
) -> Message:
    # Digits held back tell what was learned; without any, those trained on must do.
    name = "held" if "held" in last else "own"
    return message(
        _VERDICT,
        own_before=f"{first[name]:.1%}",
        own_after=f"{last[name]:.1%}",
        test_before=f"{test_before:.1%}",
        test_after=f"{test_after:.1%}",
    )
