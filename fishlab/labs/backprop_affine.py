"""An affine layer, softmax and the loss as nodes that carry matrices (5.6).

The layers are the engine's own. The scalars: `L`, `y1` … `y3` and `score.1` … of the first sample,
its gradient `dscore.1` … and, once they are known, `difference`: the largest gap between a
derivative of X, W, B or the scores and the numerical one.
"""

from __future__ import annotations

import numpy as np

from fishlab.engine.affine import Affine
from fishlab.engine.gradients import numerical_gradient
from fishlab.engine.labels import one_hot
from fishlab.engine.softmax_with_loss import SoftmaxWithLoss
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .backprop_params import BackpropParams
from .backprop_scene import BACKWARD, CONSTANT, END, FORWARD, LAYER, START, VARIABLE, Scene, Values

CLASSES = 3
X, W, B, AFFINE, T, LOSS = range(6)

_START = QT_TRANSLATE_NOOP("backprop", "Nodes can carry matrices: X {x} and W {w} go in")
_AFFINE = QT_TRANSLATE_NOOP("backprop", "Forward: X·W + B has the shape {shape}")
_LOSS = QT_TRANSLATE_NOOP("backprop", "Forward: y = softmax = ({y}); L = −log {right} = {loss}")
_MEAN = QT_TRANSLATE_NOOP("backprop", "Forward: L = {loss}, the mean over {count} samples")
_TURN = QT_TRANSLATE_NOOP("backprop", "Now backward: the derivative of L by itself is 1")
_DIFFERENCE = QT_TRANSLATE_NOOP("backprop", "Backward: softmax with loss hands back y − t = ({d})")
_DIFFERENCES = QT_TRANSLATE_NOOP(
    "backprop", "Backward: softmax with loss hands back (y − t) / {count}"
)
_SHAPES = QT_TRANSLATE_NOOP(
    "backprop",
    "Backward: dX = dY·Wᵀ, dW = Xᵀ·dY, dB = the sum of dY's rows: each in its own shape",
)
_AGREE = QT_TRANSLATE_NOOP(
    "backprop", "All {count} derivatives agree with the numerical ones: ✓ (largest gap {gap})"
)
_APART = QT_TRANSLATE_NOOP("backprop", "The numerical derivatives differ: by up to {gap}")


def affine_frames(params: BackpropParams) -> Frames:
    """Yield the start, two frames forward, one to turn, and two backward."""
    story = AffineStory(params)
    scene = story.scene
    if not params.stepwise:
        scene.know_all()
        yield story.frame(0, 0, -1, END, story.verdict())
        return
    total = 5
    yield story.frame(0, total, -1, START, story.opening())
    scene.forward[AFFINE] = True
    yield story.frame(1, total, AFFINE, FORWARD, story.scored())
    scene.forward[LOSS] = True
    yield story.frame(2, total, LOSS, FORWARD, story.lost())
    scene.arrive()
    yield story.frame(3, total, LOSS, BACKWARD, (message(_TURN),))
    scene.hand_back(LOSS)
    yield story.frame(4, total, LOSS, BACKWARD, story.handed())
    scene.hand_back(AFFINE)
    yield story.frame(5, total, AFFINE, END, (message(_SHAPES), *story.verdict()))


class AffineStory:
    """The two layers with everything computed, and the words for each step."""

    def __init__(self, params: BackpropParams) -> None:
        x, w, b = (np.array(table, np.float64) for table in (params.X, params.W, params.B))
        t = np.full(len(x), params.target)
        affine, last = Affine(w, b[0]), SoftmaxWithLoss()
        self.scores = affine.forward(x)
        self.loss = last.forward(self.scores, t)
        assert last.y is not None
        self.y = np.array(last.y)
        self.d_scores = last.backward()
        dx = affine.backward(self.d_scores)
        assert affine.dW is not None
        assert affine.db is not None
        self._target = params.target
        numeric = [
            numerical_gradient(lambda array: _loss_of(array, w, b, t), x),
            numerical_gradient(lambda array: _loss_of(x, array, b, t), w),
            numerical_gradient(lambda array: _loss_of(x, w, array, t), b),
            numerical_gradient(lambda array: SoftmaxWithLoss().forward(array, t), self.scores),
        ]
        totals = [dx, np.array(affine.dW), affine.db[None], self.d_scores]
        one, zero, labels = np.ones((1, 1)), np.zeros((len(x), CLASSES)), one_hot(t, CLASSES)
        self.scene = Scene(
            labels=["X", "W", "B", "Affine", "t", "SoftmaxWithLoss"],
            kinds=[VARIABLE, VARIABLE, VARIABLE, LAYER, CONSTANT, LAYER],
            fields=["X", "W", "B", "", "target", ""],
            inputs=[(), (), (), (X, W, B), (), (AFFINE, T)],
            values=[x, w, b, self.scores, labels.astype(np.float64), self.loss * one],
            totals=[*totals, zero, one],
            numeric=[*numeric, zero, one],
            derivatives=[*totals[:3], self.d_scores, zero],
        )

    def frame(self, step: int, total: int, at: int, phase: int, said: tuple[Message, ...]) -> Frame:
        """Return the frame of what is known."""
        scene = self.scene
        scalars: dict[str, float] = {}
        if scene.forward[AFFINE]:
            scalars |= {f"score.{k + 1}": s for k, s in enumerate(self.scores[0].tolist())}
        if scene.forward[LOSS]:
            scalars |= {f"y{k + 1}": y for k, y in enumerate(self.y[0].tolist())}
            scalars["L"] = float(self.loss)
        if scene.returned[AFFINE]:
            scalars |= {f"dscore.{k + 1}": d for k, d in enumerate(self.d_scores[0].tolist())}
            known = scene.returned & (np.array(scene.kinds) != CONSTANT)
            scalars["difference"] = float(scene.fixed["gaps"][known].max())
        return scene.frame(step, total, at, phase, scalars, said)

    def opening(self) -> tuple[Message, ...]:
        """Return what is said before the first layer."""
        shapes = self.scene.fixed["shapes"]
        return (message(_START, x=_shape(shapes[X]), w=_shape(shapes[W])),)

    def scored(self) -> tuple[Message, ...]:
        """Return what the affine layer has done."""
        return (message(_AFFINE, shape=_shape(self.scene.fixed["shapes"][AFFINE])),)

    def lost(self) -> tuple[Message, ...]:
        """Return what softmax and the loss have done."""
        count, loss = len(self.y), _written(float(self.loss))
        if count > 1:
            return (message(_MEAN, loss=loss, count=count),)
        right = _written(float(self.y[0, self._target]))
        return (message(_LOSS, y=_row(self.y[0]), right=right, loss=loss),)

    def handed(self) -> tuple[Message, ...]:
        """Return what comes back from the loss."""
        if len(self.y) > 1:
            return (message(_DIFFERENCES, count=len(self.y)),)
        return (message(_DIFFERENCE, d=_row(self.d_scores[0])),)

    def verdict(self) -> tuple[Message, ...]:
        """Tell whether the numerical derivatives agree."""
        fixed = self.scene.fixed
        gap = f"{float(fixed['gaps'].max()):.1e}".replace("-", "−")
        if not fixed["agrees"].all():
            return (message(_APART, gap=gap),)
        count = sum(self.scene.totals[node].size for node in (X, W, B, AFFINE))
        return (message(_AGREE, count=count, gap=gap),)


def _loss_of(x: Values, w: Values, b: Values, t: Values) -> float:
    return SoftmaxWithLoss().forward(Affine(w, b[0]).infer(x), t)


def _shape(shape: Values) -> str:
    return f"({shape[0]}, {shape[1]})"


def _row(row: Values) -> str:
    return ", ".join(_written(float(value)) for value in row)


def _written(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
