"""Images in memory: pixel by pixel, and at each pixel all images of the batch.

To its callers a batch of images is (N, C, H, W), as in the book. In memory our layers keep it as
(H, W, N, C): line by line, in a line pixel by pixel, at a pixel the C numbers of one image after
those of the other; and hand on a transposed view. So the pixels of a line are a matrix of W * N
rows as the products with the filters take it, and whatever is done with lines or pixels as a whole
(to compare them in pooling, to add them up in `winograd`) is done in long runs. A caller's own
array is copied once.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from fishlab.engine.workspace import contiguous

Array = NDArray[Any]


def to_pixels(x: Array) -> Array:
    """(N, C, H, W) in any memory order -> (H, W, N, C), contiguous; a view where possible."""
    return contiguous(x.transpose(2, 3, 0, 1))


def to_images(x: Array) -> Array:
    """(H, W, N, C) -> the same memory seen as (N, C, H, W)."""
    return x.transpose(2, 3, 0, 1)
