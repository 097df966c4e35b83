"""Connected parts of a picture: pixels that hang together, diagonals included."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


def label_components(mask: Mask) -> tuple[NDArray[np.intp], int]:
    """Return labels (H, W), 0 outside `mask` and 1 … count inside, and the count.

    Runs of pixels in a row are joined with the runs that they touch in the row above
    (Rosenfeld and Pfaltz 1966), so the Python loop walks over runs, not over pixels.
    """
    padded = np.pad(mask, 1)
    width = padded.shape[1]
    # The frame keeps runs from going on in the next row: changes come in pairs.
    changes = np.flatnonzero(np.diff(padded.ravel())) + 1
    starts, ends = changes[::2], changes[1::2]
    first = np.searchsorted(ends, starts - width, "left").tolist()
    last = np.searchsorted(starts, ends - width, "right").tolist()
    parent = list(range(len(starts)))

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    for run in range(len(parent)):
        for above in range(first[run], last[run]):
            parent[root(run)] = root(above)
    roots = np.array([root(run) for run in range(len(parent))], np.intp)
    names, numbers = np.unique(roots, return_inverse=True)
    labels = np.zeros(mask.shape, np.intp)
    labels[mask] = np.repeat(numbers + 1, ends - starts)
    return labels, len(names)
