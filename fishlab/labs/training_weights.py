"""The weights of a network as histograms, one a layer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.network import Network

BINS = 60
NEAR_ZERO = 1e-3

Values = NDArray[np.float64]


def histograms(network: Network) -> tuple[Values, Values, Values]:
    """Return counts (layers, BINS), edges (BINS + 1,) common to all layers, spreads (layers,).

    A weight that is not finite is not counted.
    """
    layers = [w[np.isfinite(w)] for w in _weights(network)]
    reach = max((float(np.abs(w).max()) for w in layers if w.size), default=0.0) or 1.0
    edges = np.linspace(-reach, reach, BINS + 1)
    counts = np.array([np.histogram(w, BINS, (-reach, reach))[0] for w in layers], np.float64)
    spreads = np.array([w.std(dtype=np.float64) if w.size else 0.0 for w in layers])
    for array in (counts, edges, spreads):
        array.flags.writeable = False
    return counts, edges, spreads


def share_near_zero(network: Network) -> float:
    """Return the share of weights smaller than NEAR_ZERO."""
    small = sum(int((np.abs(w) < NEAR_ZERO).sum()) for w in _weights(network))
    return small / sum(w.size for w in _weights(network))


def _weights(network: Network) -> list[NDArray[np.floating]]:
    return [array for name, array in network.params.items() if name.startswith("W")]
