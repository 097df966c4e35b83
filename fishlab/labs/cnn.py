"""The convolution lab (chapter 7): windows, products, pooling, filters that learn, and their maps.

Six pictures, one a mode; the module of each says what its frames hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from fishlab.experiment import Frames, Lab, Params
from fishlab.experiment.own_weights import FILE

from .cnn_claims import CLAIMS
from .cnn_convolution import convolution_frames
from .cnn_filters import filters_frames
from .cnn_im2col import im2col_frames
from .cnn_maps import maps_frame
from .cnn_params import (
    CELLS,
    CONVOLUTION,
    FILTERS,
    FIRST,
    FIRST_MODEL,
    IM2COL,
    MAPS,
    MODELS,
    POOLING,
    SALIENCY,
    CnnParams,
)
from .cnn_pooling import pooling_frames
from .cnn_presets import PRESETS
from .cnn_saliency import saliency_frames
from .cnn_script import script
from .contents import CNN


class Cnn(Lab):
    """Windows and learning run frame by frame; the other pictures follow a hand."""

    id, title, chapter, summary = CNN
    params = CnnParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    rate = 5.0
    code = (
        "fishlab.engine.im2col.im2col",
        "fishlab.engine.naive_convolution.convolve_by_loops",
        "fishlab.engine.textbook_convolution.TextbookConvolution",
        "fishlab.engine.convolution.Convolution",
        "fishlab.engine.pooling.Pooling",
        "fishlab.engine.simple_convnet.SimpleConvNet",
        "fishlab.engine.network.Network.trace",
        "fishlab.engine.network.Network.input_gradient",
    )

    def is_animated(self, params: Params) -> bool:
        """A window that moves, and a network that learns, take their time."""
        assert isinstance(params, CnnParams)
        if params.mode == POOLING:
            return params.source == CELLS
        return params.mode in (CONVOLUTION, FILTERS)

    def pace(self, params: Params) -> float | None:
        """Learning goes as fast as it can; a window that moves is to be followed by the eye."""
        assert isinstance(params, CnnParams)
        return None if params.mode == FILTERS else self.rate

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode. Raises LabError."""
        assert isinstance(params, CnnParams)
        if params.mode == CONVOLUTION:
            yield from convolution_frames(params)
        elif params.mode == IM2COL:
            yield from im2col_frames(params)
        elif params.mode == POOLING:
            yield from pooling_frames(params)
        elif params.mode == FILTERS:
            yield from filters_frames(params, rng)
        elif params.mode == MAPS:
            yield maps_frame(params)
        else:
            yield from saliency_frames(params)

    def with_weights(self, params: Params, model: str) -> Mapping[str, Any] | None:
        """Maps and saliency look into a network; the first filters are always SimpleConvNet's."""
        assert isinstance(params, CnnParams)
        if params.mode not in (MAPS, SALIENCY):
            return None
        first = params.mode == MAPS and params.show == FIRST
        fits = model == FIRST_MODEL if first else model in {one.value for one in MODELS}
        return {"model": model, "network_weights": FILE} if fits else None

    def script(self, params: Params, seed: int) -> str:
        """Return a script that does what a run does. Raises LabError."""
        assert isinstance(params, CnnParams)
        return script(params, seed)
