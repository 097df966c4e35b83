"""The training lab (chapters 4.5, 5.7, 6.4, 6.5): learn, overfit and be cured, search, part points.

Four experiments, one a mode; the module of each says what its frames hold.
"""

from __future__ import annotations

import numpy as np

from fishlab.datasets.points import Rows, read_points
from fishlab.experiment import Frames, Lab, Params

from .contents import TRAINING
from .training_claims import CLAIMS
from .training_overfit import overfit_frames
from .training_params import OVERFIT, POINTS, TRAIN, TrainingParams
from .training_points import points_frames
from .training_presets import PRESETS
from .training_script import script
from .training_search import search_frames
from .training_train import train_frames

POINTS_PACE = 30.0
"""Epochs a second."""


class TrainingLab(Lab):
    """Networks of the reader's design learn digits, or points of the plane."""

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

    def pace(self, params: Params) -> float | None:
        """A boundary that bends is followed by the eye; digits are learned as fast as can be."""
        assert isinstance(params, TrainingParams)
        return POINTS_PACE if params.mode == POINTS else None

    def points_of_file(self, path: str) -> Rows:
        """Return the points in a CSV file as the parameter `points` takes them.

        Raises DataError.
        """
        return read_points(path)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode. Raises LabError."""
        assert isinstance(params, TrainingParams)
        if params.mode == TRAIN:
            yield from train_frames(params, rng)
        elif params.mode == OVERFIT:
            yield from overfit_frames(params, rng)
        elif params.mode == POINTS:
            yield from points_frames(params, rng)
        else:
            yield from search_frames(params, rng)

    def script(self, params: Params, seed: int) -> str:
        """Return a script that does what a run does. Raises LabError."""
        assert isinstance(params, TrainingParams)
        return script(params, seed)
