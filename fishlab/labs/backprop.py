"""The backprop lab: values walk forward through a graph, derivatives walk back (chapter 5).

Three experiments; `mode` names the one that is run, and its own module says what its frames hold.
"""

from __future__ import annotations

import numpy as np

from fishlab.experiment import Frames, Lab, Params

from .backprop_affine import affine_frames
from .backprop_check import check_frames
from .backprop_claims import CLAIMS
from .backprop_layers import layers_frames
from .backprop_params import BackpropParams
from .backprop_presets import PRESETS
from .backprop_script import script
from .backprop_walk import walk_frames
from .contents import BACKPROP

PACES = {"graph": 1.25, "layers": 1.5, "check": None}
"""Frames a second of each mode; the check goes as fast as it can."""


class BackpropLab(Lab):
    """A computational graph node by node, a network layer by layer, and the check of both."""

    id, title, chapter, summary = BACKPROP
    params = BackpropParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    rate = 1.25
    code = (
        "fishlab.engine.graph.Graph",
        "fishlab.engine.expression.parse",
        "fishlab.engine.arithmetic.MulLayer",
        "fishlab.engine.arithmetic.AddLayer",
        "fishlab.engine.activations.Relu",
        "fishlab.engine.activations.Sigmoid",
        "fishlab.engine.affine.Affine",
        "fishlab.engine.softmax_with_loss.SoftmaxWithLoss",
        "fishlab.engine.gradients.numerical_diff",
        "fishlab.engine.gradients.numerical_gradient",
        "fishlab.engine.two_layer_net.TwoLayerNet",
    )

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode that is chosen."""
        assert isinstance(params, BackpropParams)
        if params.mode == "layers":
            yield from layers_frames(params, rng)
        elif params.mode == "check":
            yield from check_frames(params, rng)
        elif params.graph == "affine_softmax":
            yield from affine_frames(params)
        else:
            yield from walk_frames(params)

    def is_animated(self, params: Params) -> bool:
        """A graph that is shown at once has a single frame."""
        assert isinstance(params, BackpropParams)
        return params.mode != "graph" or params.stepwise

    def pace(self, params: Params) -> float | None:
        """Return the mode's own pace."""
        assert isinstance(params, BackpropParams)
        return PACES[params.mode]

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script."""
        assert isinstance(params, BackpropParams)
        return script(params, seed)
