"""From settings to a network that can learn: its layers, its cure against overfitting, its rate."""

from __future__ import annotations

from typing import Any

import numpy as np

from fishlab.engine.dropout import Dropout
from fishlab.engine.multi_layer_net import MultiLayerNet
from fishlab.engine.optimizers import make_optimizer
from fishlab.engine.regularization import L1, L2, MaxNorm

from .learner import Learner
from .training_layers import CLASSES, INPUTS, sizes
from .training_params import BATCHNORM, DROPOUT, MAX_NORM, NONE, TOGETHER, TrainingParams

Cure = dict[str, Any]
"""Arguments of MultiLayerNet."""


def make_learner(
    params: TrainingParams,
    cure: Cure,
    rng: np.random.Generator,
    inputs: int = INPUTS,
    classes: int = CLASSES,
) -> Learner:
    """Return a network of `params` with that cure; the same rng draws the same first weights."""
    network = MultiLayerNet(
        inputs,
        sizes(params.hidden),
        classes,
        params.activation,
        params.init,
        rng=rng,
        **cure,
    )
    return Learner(network, make_optimizer(params.optimizer, lr=params.lr))


def own_cure(params: TrainingParams) -> Cure:
    """Return what the reader chose in the modes "train" and "points"."""
    cure = {} if params.decay == NONE else _decay(params, params.decay)
    if params.dropout:
        cure |= _dropout(params)
    return cure | {"use_batchnorm": params.batchnorm}


def variant_cure(params: TrainingParams, variant: str) -> Cure:
    """Return what makes that variant of mode "overfit"."""
    if variant == NONE:
        return {}
    if variant == DROPOUT:
        return _dropout(params)
    if variant == BATCHNORM:
        return {"use_batchnorm": True}
    if variant == TOGETHER:
        return _decay(params, "l2") | _dropout(params)
    return _decay(params, variant)


def take_live(learner: Learner, before: TrainingParams, now: TrainingParams) -> None:
    """Give a learning network the rates and strengths that changed; a new optimizer begins anew."""
    if now.optimizer != before.optimizer:
        learner.optimizer = make_optimizer(now.optimizer, lr=now.lr)
    learner.optimizer.lr = now.lr
    network = learner.network
    if isinstance(network.decay, L2):
        network.decay.strength = now.l2
    elif isinstance(network.decay, L1):
        network.decay.strength = now.l1
    elif isinstance(network.decay, MaxNorm):
        network.decay.limit = now.limit
    for layer in network.layers.values():
        if isinstance(layer, Dropout):
            layer.dropout_ratio = now.dropout_ratio


def _decay(params: TrainingParams, kind: str) -> Cure:
    strength = params.limit if kind == MAX_NORM else getattr(params, kind)
    return {"weight_decay": kind, "weight_decay_lambda": strength}


def _dropout(params: TrainingParams) -> Cure:
    return {"use_dropout": True, "dropout_ratio": params.dropout_ratio}
