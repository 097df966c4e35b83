"""Images in memory: channels last.

To its callers an image is (C, H, W), as in the book. In memory our layers keep the channels of a
pixel side by side, (H, W, C), and hand on a transposed view. A window of a convolution then is
FH runs of FW * C neighbouring numbers instead of C * FH runs of FW, and the product with the
filters gives the output in the same order without a copy. A caller's own array is copied once.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.workspace import contiguous

Array = NDArray[Any]


def to_channels_last(x: Array) -> Array:
    """(N, C, H, W) in any memory order -> (N, H, W, C), contiguous; a view where possible."""
    return contiguous(x.transpose(0, 2, 3, 1))


def to_channels_first(x: Array) -> Array:
    """(N, H, W, C) -> the same memory seen as (N, C, H, W)."""
    return x.transpose(0, 3, 1, 2)


def pixels(x: Array) -> Array:
    """x (N, H, W, C), contiguous, with each pixel as one thing of so many bytes: (N, H, W).

    Every second pixel is copied that way in half the time (NumPy then has no loop over channels).
    """
    N, H, W, C = x.shape
    return np.ndarray((N, H, W), np.dtype((np.void, C * x.itemsize)), x)
