"""The convolution lab as short scripts, one for each mode."""

from __future__ import annotations

from .cnn_params import CONVOLUTION, FILTERS, IM2COL, MAPS, POOLING, CnnParams
from .cnn_script_cells import convolution_script, im2col_script, pooling_script
from .cnn_script_networks import filters_script, maps_script, saliency_script


def script(params: CnnParams, seed: int) -> str:
    """Return the script of a run. Raises LabError for a filter or window that does not fit."""
    if params.mode == CONVOLUTION:
        return convolution_script(params)
    if params.mode == IM2COL:
        return im2col_script(params)
    if params.mode == POOLING:
        return pooling_script(params)
    if params.mode == FILTERS:
        return filters_script(params, seed)
    if params.mode == MAPS:
        return maps_script(params)
    return saliency_script(params)
