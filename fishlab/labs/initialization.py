"""The initialization lab (6.2, 6.3): how the first random weights decide what can be learned."""

from __future__ import annotations

import numpy as np

from fishlab.experiment import Frames, Lab, Params

from .contents import INITIALIZATION
from .initialization_claims import CLAIMS
from .initialization_grid import grid_frames
from .initialization_histograms import histograms_frame
from .initialization_params import GRID, HISTOGRAMS, RACE, InitializationParams
from .initialization_presets import PRESETS
from .initialization_race import race_frames
from .initialization_script import script
from .initialization_symmetry import symmetry_frames


class Initialization(Lab):
    """Histograms follow the hand; networks that learn take their time."""

    id, title, chapter, summary = INITIALIZATION
    params = InitializationParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    code = (
        "fishlab.engine.initializers.initial_scale",
        "fishlab.engine.normalization.BatchNormalization",
        "fishlab.engine.activations.Sigmoid",
        "fishlab.engine.multi_layer_net.MultiLayerNet",
    )

    def is_animated(self, params: Params) -> bool:
        """Only learning takes time."""
        assert isinstance(params, InitializationParams)
        return params.mode != HISTOGRAMS

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode; see the module that each mode has."""
        assert isinstance(params, InitializationParams)
        if params.mode == HISTOGRAMS:
            yield histograms_frame(params, rng)
        elif params.mode == RACE:
            yield from race_frames(params, rng)
        elif params.mode == GRID:
            yield from grid_frames(params, rng)
        else:
            yield from symmetry_frames(params, rng)

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script of a few lines."""
        assert isinstance(params, InitializationParams)
        return script(params, seed)
