"""The depth lab (chapter 8): deep stacks, small filters, more data of little, half precision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from fishlab.experiment import Frames, Lab, Params
from fishlab.experiment.own_weights import FILE

from .contents import DEPTH
from .depth_augment import augment_frame
from .depth_claims import CLAIMS
from .depth_few import few_frames
from .depth_half import half_frames
from .depth_params import AUGMENT, FEW, HALF, MODELS, RECEPTIVE, SCRATCH, DepthParams
from .depth_presets import PRESETS
from .depth_receptive import receptive_frame
from .depth_scratch import scratch_frames
from .depth_script import script
from .depth_stack import stack_frame


class Depth(Lab):
    """Tables and previews follow the hand; learning and reading take their time."""

    id, title, chapter, summary = DEPTH
    params = DepthParams
    presets = PRESETS
    claims = CLAIMS
    animated = True
    code = (
        "fishlab.engine.deep_convnet.DeepConvNet",
        "fishlab.engine.convolution.Convolution",
        "fishlab.engine.dropout.Dropout",
        "fishlab.datasets.augmentation.Augmentation",
    )

    def is_animated(self, params: Params) -> bool:
        """Learning, and reading a thousand digits, take time."""
        assert isinstance(params, DepthParams)
        return params.mode in (FEW, HALF, SCRATCH)

    def run(self, params: Params, rng: np.random.Generator) -> Frames:
        """Yield the frames of the mode; see the module that each mode has."""
        assert isinstance(params, DepthParams)
        if params.mode == RECEPTIVE:
            yield receptive_frame(params)
        elif params.mode == AUGMENT:
            yield augment_frame(params, rng)
        elif params.mode == FEW:
            yield from few_frames(params, rng)
        elif params.mode == HALF:
            yield from half_frames(params)
        elif params.mode == SCRATCH:
            yield from scratch_frames(params, rng)
        else:
            yield stack_frame(params)

    def with_weights(self, params: Params, model: str) -> Mapping[str, Any] | None:
        """Changed digits, and all in half precision, are read by a trained network."""
        assert isinstance(params, DepthParams)
        fits = params.mode in (AUGMENT, HALF) and model in {one.value for one in MODELS}
        return {"model": model, "weights": FILE} if fits else None

    def script(self, params: Params, seed: int) -> str:
        """Return the run as a script of a few lines."""
        assert isinstance(params, DepthParams)
        return script(params, seed)
