"""The activations lab: functions and derivatives, softmax, and why layers need a bend between them.

Three pictures (chapters 3.2, 3.5 and 6.2): activation functions over one axis, softmax from scores
to probabilities, and linear layers in a row that are no more than one.
"""

from __future__ import annotations

import numpy as np

from fishlab.experiment import Frames, Lab, Params

from .activations_claims import CLAIMS
from .activations_collapse import collapse_frame
from .activations_curves import curves_frame
from .activations_params import ActivationsParams
from .activations_presets import PRESETS
from .activations_script import script
from .activations_softmax import softmax_frame
from .contents import ACTIVATIONS


class Activations(Lab):
    """One frame for any Params; of the three pictures, `mode` names the one that is computed."""

    id, title, chapter, summary = ACTIVATIONS
    params = ActivationsParams
    presets = PRESETS
    claims = CLAIMS
    code = (
        "fishlab.engine.functions.step_function",
        "fishlab.engine.functions.sigmoid",
        "fishlab.engine.functions.relu",
        "fishlab.engine.functions.tanh",
        "fishlab.engine.functions.softmax",
        "fishlab.engine.functions.softmax_without_shift",
        "fishlab.engine.affine.Affine",
    )

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the one frame that belongs to `params`."""
        assert isinstance(params, ActivationsParams)
        if params.mode == "functions":
            yield curves_frame(params)
        elif params.mode == "softmax":
            yield softmax_frame(params)
        else:
            yield collapse_frame(params, rng)

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script of a few lines."""
        assert isinstance(params, ActivationsParams)
        return script(params, seed)
