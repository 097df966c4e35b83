"""What all networks share (4.5, 5.7, 7.5): a stack of layers with softmax and loss on top."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from functools import partial
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fishlab.engine import parallel
from fishlab.engine.activations import Relu
from fishlab.engine.affine import Affine
from fishlab.engine.blas import single_threaded_blas
from fishlab.engine.convolution import Convolution
from fishlab.engine.dropout import Dropout
from fishlab.engine.gradients import numerical_gradient
from fishlab.engine.labels import class_indices
from fishlab.engine.laid_out import laid_out
from fishlab.engine.layer import Layer, TrainingLayer
from fishlab.engine.normalization import BatchNormalization
from fishlab.engine.parameters import Parameters
from fishlab.engine.pooling import Pooling
from fishlab.engine.regularization import Decay
from fishlab.engine.shapes import ShapeError
from fishlab.engine.softmax_with_loss import SoftmaxWithLoss
from fishlab.engine.weights import WeightsError, load_weights, save_weights

Array = NDArray[Any]
Layers = dict[str, Layer]

RUNNING = ("running_mean", "running_var")
# A part of a batch has so many samples at least: of smaller ones threads wait more than they work
# (measured on both convolutional networks: one thread is faster up to batches of 32).
FEWEST = 16


class Network:
    """A network: `params` by name, `layers` by name in order, and `last_layer`, softmax with loss.

    A subclass makes parameters and layers and calls this constructor. input_shape: of one sample,
    (D,) or (C, H, W). Samples x may be (N, D), (N, C, H, W) or, with one channel, (N, H, W), of any
    kind of number; labels t are indices (N,) or one-hot (N, K). Everything raises ShapeError where
    they do not fit.

    shards: in how many parts `gradient` splits a large batch, each computed by a thread of its own.
    portion: how many samples at a time, likewise, `predict` takes. Both are properties of the
    network, not of the machine: results are the same on any number of cores.
    """

    shards: ClassVar[int] = 1
    portion: ClassVar[int] = 500

    def __init__(
        self,
        params: Parameters,
        layers: Layers,
        input_shape: tuple[int, ...],
        decay: Decay | None = None,
    ) -> None:
        self.params = params
        self.layers = layers
        self.last_layer = SoftmaxWithLoss()
        self.input_shape = input_shape
        self.decay = decay
        # Which attribute of which layer holds the gradient of each parameter.
        names = {id(array): name for name, array in params.items()}
        self._gradients = [
            (names[id(getattr(layer, attribute))], place, f"d{attribute}")
            for place, layer in layers.items()
            for attribute in layer.parameters
        ]
        self._first = next(place for place, layer in layers.items() if layer.parameters)
        self._order = _computing_order(layers)
        self._in_place = _in_place(layers, self._order)

    # --- asking -----------------------------------------------------------------------------------

    def predict(self, x: ArrayLike, train_flg: bool = False) -> Array:
        """The scores (N, K), before softmax. train_flg: as in training, with dropout and so on.

        Without it, any number of threads may ask at a time, also while another one trains.
        """
        x = self._arranged(x)
        if train_flg:
            with single_threaded_blas():
                return _forward(self._ordered(), x, in_place=self._in_place)
        if len(x) <= self.portion:
            with single_threaded_blas():
                return self._scores(x)
        starts = range(0, len(x), self.portion)
        scores = parallel.run(
            [partial(self._scores, x[start : start + self.portion]) for start in starts]
        )
        return np.concatenate(scores)

    def trace(self, x: ArrayLike) -> dict[str, Array]:
        """Every layer's answer to x by the layer's name, in order."""
        out = self._arranged(x)
        answers: dict[str, Array] = {}
        with single_threaded_blas():
            for name, layer in self.layers.items():
                answers[name] = out = layer.infer(out)
        return answers

    def loss(self, x: ArrayLike, t: ArrayLike, train_flg: bool = False) -> float:
        """The mean loss of a batch, weight decay included."""
        scores = self.predict(x, train_flg)
        return SoftmaxWithLoss().forward(scores, t) + self._penalty()

    def accuracy(self, x: ArrayLike, t: ArrayLike, batch_size: int = 100) -> float:
        """The share of the samples whose highest score is that of the right class, 0 to 1.

        batch_size: accepted as in the book; how many go through at once changes nothing. Raises
        ShapeError when there is not one label for each sample, or no sample.
        """
        scores = self.predict(x)
        labels = class_indices(t, scores.shape[1])
        if len(labels) != len(scores) or len(scores) == 0:
            raise ShapeError(f"scores {scores.shape} and labels {np.shape(t)} do not correspond")
        return float(np.mean(np.argmax(scores, axis=1) == labels))

    # --- learning ---------------------------------------------------------------------------------

    def gradient(self, x: ArrayLike, t: ArrayLike) -> Parameters:
        """The gradient of the loss for each parameter by backpropagation, in training mode."""
        return self.loss_and_gradient(x, t)[1]

    def loss_and_gradient(self, x: ArrayLike, t: ArrayLike) -> tuple[float, Parameters]:
        """Loss and gradient in one go; the loss is the training one, with dropout and decay."""
        x, t = self._arranged(x), np.asarray(t)
        N = len(x)
        if N == 0 or t.ndim == 0 or len(t) != N:
            raise ShapeError(f"samples {x.shape} and labels {t.shape} do not correspond")
        spans = self.parts(N)
        # The first part goes through the network's own layers, the others through copies.
        stacks = [(self._ordered(), self.last_layer)]
        stacks += [(self._spawned(), SoftmaxWithLoss()) for _ in spans[1:]]
        results = parallel.run(
            [
                partial(self._learn, *stack, x[span], t[span], N)
                for stack, span in zip(stacks, spans, strict=True)
            ]
        )
        loss, grads = results[0]
        for other_loss, other_grads in results[1:]:
            loss += other_loss
            grads.flat += other_grads.flat
        if self.decay is not None:
            for name in self._decayed():
                grads[name] += self.decay.gradient(self.params[name])
        return loss + self._penalty(), grads

    def parts(self, N: int) -> list[slice]:
        """How `gradient` splits a batch of N."""
        count = max(1, min(self.shards, N // FEWEST))
        return [slice(N * i // count, N * (i + 1) // count) for i in range(count)]

    def numerical_gradient(self, x: ArrayLike, t: ArrayLike) -> Parameters:
        """The gradient by numerical differentiation (4.4.2): slow, to check the other one.

        Of the loss in training mode, the function that `gradient` differentiates.
        """
        before = {name: dict(vars(layer)) for name, layer in self._normalizations().items()}
        grads = self.params.empty_like()
        try:
            for name, array in self.params.items():
                grads[name] = numerical_gradient(lambda _: self.loss(x, t, train_flg=True), array)
        finally:
            # A thousand looks at one batch are no training: the running statistics stay.
            for name, layer in self._normalizations().items():
                vars(layer).update(before[name])
        return grads

    def input_gradient(self, x: ArrayLike, t: ArrayLike) -> Array:
        """How the score of class t of each sample changes with its input; the shape of the input.

        t: labels (N,) or one-hot (N, K). Its size at a pixel is the saliency of Simonyan et al.
        2013.
        """
        x = self._arranged(x)
        layers = {name: layer.copy() for name, layer in self.layers.items()}
        with single_threaded_blas():
            scores = _forward(layers, x, train_flg=False)
            labels = class_indices(t, scores.shape[1])
            if len(labels) != len(scores):
                raise ShapeError(f"samples {x.shape} and labels {np.shape(t)} do not correspond")
            dout = np.zeros_like(scores)
            dout[np.arange(len(labels)), labels] = 1
            for layer in reversed(layers.values()):
                dout = layer.backward(dout)
        return dout

    def project(self) -> None:
        """Bring the weights back to where their constraint (max-norm) allows, after an update."""
        if self.decay is not None:
            for name in self._decayed():
                self.decay.project(self.params[name])

    # --- keeping ----------------------------------------------------------------------------------

    def state(self) -> dict[str, Array]:
        """All that learning has changed: the parameters, and running statistics by layer."""
        state = dict(self.params)
        for place, layer in self._normalizations().items():
            for statistic in RUNNING:
                value = getattr(layer, statistic)
                if value is not None:
                    state[f"{place}_{statistic}"] = value
        return state

    def save_params(
        self, path: str | os.PathLike[str], meta: Mapping[str, Any] | None = None
    ) -> None:
        """Write what was learned as .npz, with a description that JSON can hold.

        Raises WeightsError.
        """
        save_weights(path, self.state(), meta)

    def load_params(self, path: str | os.PathLike[str]) -> None:
        """Take over weights from an .npz of `save_params` or from the book's .pkl.

        Raises WeightsError when the file cannot be read or is another network's, and then nothing
        has been changed.
        """
        arrays = load_weights(path).arrays
        statistics = {
            f"{place}_{statistic}": (layer, statistic)
            for place, layer in self._normalizations().items()
            for statistic in RUNNING
        }
        expected = {name: array.shape for name, array in self.params.items()}
        for name, (layer, _) in statistics.items():
            if name in arrays:
                expected[name] = layer.gamma.shape
        given = {name: array.shape for name, array in arrays.items()}
        for name in sorted(expected.keys() | given.keys()):
            if expected.get(name) != given.get(name):
                raise WeightsError(
                    f"{path}: not the weights of this {type(self).__name__}: {name} is "
                    f"{given.get(name, 'missing')}, here it is {expected.get(name, 'unknown')}"
                )
        for name in self.params:
            self.params[name] = arrays[name]
        for name, (layer, statistic) in statistics.items():
            setattr(layer, statistic, arrays.get(name))

    # --- inside -----------------------------------------------------------------------------------

    def _arranged(self, x: ArrayLike) -> Array:
        """x as (N, *input_shape) in the parameters' dtype."""
        x = np.asarray(x, dtype=self.params.flat.dtype)
        shape = self.input_shape
        if x.shape[1:] == shape:
            return x
        D = int(np.prod(shape))
        flat_or_gray = x.shape[1:] in ((D,), shape[1:]) or len(shape) == 1
        if x.ndim < 2 or not flat_or_gray or x.size != len(x) * D:
            wanted = ", ".join(map(str, shape))
            raise ShapeError(f"samples are {x.shape}, the network takes (N, {wanted}) or (N, {D})")
        return x.reshape(-1, *shape)

    def _scores(self, x: Array) -> Array:
        if len(x) == 1:
            layers = [self.layers[name] for name in self._order]
            return laid_out(self, layers, x).scores(x)
        for name in self._order:
            layer = self.layers[name]
            if isinstance(layer, Relu) and name in self._in_place:
                x = layer.infer_in_place(x)
            else:
                x = layer.infer(x)
        return x

    def _spawned(self) -> Layers:
        """Layers for another part of the batch, whose dropout draws other numbers."""
        return {
            name: layer.spawn() if isinstance(layer, Dropout) else layer.copy()
            for name, layer in self._ordered().items()
        }

    def _ordered(self) -> Layers:
        """The layers in the order in which they are computed."""
        return {name: self.layers[name] for name in self._order}

    def _learn(
        self, layers: Layers, last_layer: SoftmaxWithLoss, x: Array, t: Array, N: int
    ) -> tuple[float, Parameters]:
        """Forward and backward: this part's share of the loss and gradient of a batch of N."""
        grads = self.params.empty_like()
        for name, place, attribute in self._gradients:
            layer = layers[place]
            if isinstance(layer, Affine) and attribute == "dW":
                layer.dW_into = grads[name]
        scores = _forward(layers, x, in_place=self._in_place)
        share = len(x) / N
        loss = share * last_layer.forward(scores, t)
        dout = last_layer.backward(share)
        for name, layer in reversed(layers.items()):
            if name == self._first:
                # Nothing learns before this layer.
                layer.backward_parameters(dout)
                break
            if isinstance(layer, Relu) and name in self._in_place:
                dout = layer.backward_in_place(dout)
            else:
                dout = layer.backward(dout)
        for name, place, attribute in self._gradients:
            gradient = getattr(layers[place], attribute)
            if gradient is not grads[name]:
                grads[name] = gradient
        return loss, grads

    def _normalizations(self) -> dict[str, BatchNormalization]:
        return {
            name: layer
            for name, layer in self.layers.items()
            if isinstance(layer, BatchNormalization)
        }

    def _decayed(self) -> list[str]:
        """The parameters that decay: weights, not biases, gammas or betas."""
        return [name for name, array in self.params.items() if array.ndim > 1]

    def _penalty(self) -> float:
        if self.decay is None:
            return 0.0
        return self.decay.penalty([self.params[name] for name in self._decayed()])


def float_dtype(dtype: DTypeLike) -> np.dtype[Any]:
    """The dtype, if a network can learn in it; raises ValueError otherwise."""
    kind = np.dtype(dtype)
    if kind not in (np.float32, np.float64):
        raise ValueError(f"a network computes in float32 or float64, not in {kind}")
    return kind


def _computing_order(layers: Layers) -> list[str]:
    """The layers' names, but maximum pooling before a ReLU that stands right before it.

    The maximum of a window, cut off at 0, is the maximum of the numbers cut off at 0, and the same
    number gets the gradient: to the last bit nothing changes, but ReLU has a quarter of the work.
    """
    order = list(layers)
    for place, (name, following) in enumerate(pairwise(layers)):
        pooling = layers[following]
        is_max = isinstance(pooling, Pooling) and pooling.kind == "max"
        if is_max and isinstance(layers[name], Relu):
            order[place : place + 2] = following, name
    return order


def _in_place(layers: Layers, order: list[str]) -> frozenset[str]:
    """The ReLUs that may write over what they are given: the layer before has no use for it."""
    return frozenset(
        name
        for before, name in pairwise(order)
        if isinstance(layers[name], Relu) and isinstance(layers[before], Convolution | Affine)
    )


def _forward(
    layers: Layers,
    x: Array,
    train_flg: bool = True,
    in_place: Container[str] = (),
) -> Array:
    for name, layer in layers.items():
        if isinstance(layer, TrainingLayer):
            x = layer.forward(x, train_flg)
        elif isinstance(layer, Relu) and name in in_place:
            x = layer.forward_in_place(x)
        else:
            x = layer.forward(x)
    return x
