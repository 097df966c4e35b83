"""The training lab (chapters 4.5, 5.7, 6.4, 6.5): learn, overfit and be cured, search for settings.

Three experiments, one a mode; the module of each says what its frames hold.
"""

from __future__ import annotations

import numpy as np

from fishlab.experiment import Frames, Lab, Params

from .contents import TRAINING
from .training_claims import CLAIMS
from .training_overfit import overfit_frames
from .training_params import OVERFIT, TRAIN, TrainingParams
from .training_presets import PRESETS
from .training_script import script
from .training_search import search_frames
from .training_train import train_frames


class TrainingLab(Lab):
    """Networks of the reader's design learn digits."""

    id, title, chapter, summary = TRAINING
    params = TrainingParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    code = (
        "fishlab.engine.multi_layer_net.MultiLayerNet",
        "fishlab.engine.network.Network.loss_and_gradient",
        "fishlab.engine.optimizers.SGD",
        "fishlab.engine.regularization.L2",
        "fishlab.engine.regularization.L1",
        "fishlab.engine.regularization.MaxNorm",
        "fishlab.engine.dropout.Dropout",
        "fishlab.engine.normalization.BatchNormalization",
        "fishlab.engine.search.draw_settings",
        "fishlab.engine.search.log_uniform",
    )

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode. Raises LabError."""
        assert isinstance(params, TrainingParams)
        if params.mode == TRAIN:
            yield from train_frames(params, rng)
        elif params.mode == OVERFIT:
            yield from overfit_frames(params, rng)
        else:
            yield from search_frames(params, rng)

    def script(self, params: Params, seed: int) -> str:
        """Return a script that does what a run does. Raises LabError."""
        assert isinstance(params, TrainingParams)
        return script(params, seed)
