"""The forward lab (3.3 to 3.6): products of matrices, and what a network makes of its inputs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from fishlab.experiment import Frames, Lab, Params
from fishlab.experiment.own_weights import FILE

from .contents import FORWARD
from .forward_batch import MODEL, batch_frame
from .forward_claims import CLAIMS
from .forward_matrix import matrix_frames
from .forward_network import network_frames
from .forward_params import BATCH, MATRIX, ForwardParams
from .forward_presets import PRESETS
from .forward_script import script


class Forward(Lab):
    """Cells and units one by one; the batch is one picture."""

    id, title, chapter, summary = FORWARD
    params = ForwardParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    rate = 1.0
    code = (
        "fishlab.engine.affine.Affine",
        "fishlab.engine.functions.sigmoid",
        "fishlab.engine.functions.softmax",
        "fishlab.engine.network.Network.predict",
    )

    def is_animated(self, params: Params) -> bool:
        """A batch goes through at once."""
        assert isinstance(params, ForwardParams)
        return params.mode != BATCH

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode; see the module that each mode has."""
        assert isinstance(params, ForwardParams)
        if params.mode == MATRIX:
            yield from matrix_frames(params)
        elif params.mode == BATCH:
            yield batch_frame(params)
        else:
            yield from network_frames(params)

    def with_weights(self, params: Params, model: str) -> Mapping[str, Any] | None:
        """The batch goes through the book's network with three layers."""
        assert isinstance(params, ForwardParams)
        return {"weights": FILE} if params.mode == BATCH and model == MODEL else None

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script of a few lines; it draws no random numbers."""
        assert isinstance(params, ForwardParams)
        return script(params)
