"""The gradients lab: losses, slopes, descent, and what a gradient costs (chapter 4).

Seven experiments; `mode` names the one that is run, and its own module says what its frames hold.
"""

from __future__ import annotations

import numpy as np

from fishlab.experiment import Frames, Lab, Params

from .contents import GRADIENTS
from .gradients_check import check_frames
from .gradients_claims import CLAIMS
from .gradients_field import field_frames
from .gradients_losses import losses_frame
from .gradients_net import net_frames, trap_frames
from .gradients_params import GradientsParams
from .gradients_presets import PRESETS
from .gradients_script import script
from .gradients_tangent import step_size_frame, tangent_frame

PACES = {"field": 20.0, "simple_net": 20.0, "trap": 1.5, "check": None}
"""Frames a second of the animated modes; the others have a single frame."""


class Gradients(Lab):
    """From the loss to its slope, from the slope to a step, and from the numerical to backprop."""

    id, title, chapter, summary = GRADIENTS
    params = GradientsParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    rate = 20.0
    code = (
        "fishlab.engine.losses.mean_squared_error",
        "fishlab.engine.losses.cross_entropy_error",
        "fishlab.engine.gradients.numerical_diff",
        "fishlab.engine.gradients.forward_difference",
        "fishlab.engine.gradients.central_difference",
        "fishlab.engine.gradients.numerical_gradient",
        "fishlab.engine.gradients.gradient_descent",
        "fishlab.engine.simple_net.SimpleNet",
        "fishlab.engine.two_layer_net.TwoLayerNet",
    )

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode that is chosen."""
        assert isinstance(params, GradientsParams)
        if params.mode == "losses":
            yield losses_frame(params)
        elif params.mode == "tangent":
            yield tangent_frame(params)
        elif params.mode == "step_size":
            yield step_size_frame(params)
        elif params.mode == "simple_net":
            yield from net_frames(params, rng)
        elif params.mode == "trap":
            yield from trap_frames(params, rng)
        elif params.mode == "check":
            yield from check_frames(params, rng)
        else:
            yield from field_frames(params)

    def is_animated(self, params: Params) -> bool:
        """True for the modes that go on step by step."""
        assert isinstance(params, GradientsParams)
        return params.mode in PACES

    def pace(self, params: Params) -> float | None:
        """Return the mode's own pace."""
        assert isinstance(params, GradientsParams)
        return PACES.get(params.mode, self.rate)

    def script(self, params: Params, seed: int) -> str:
        """Return a script that does what a run does. Raises LabError."""
        assert isinstance(params, GradientsParams)
        return script(params, seed)
