"""How many threads the matrix products take: set before NumPy is first imported.

This module must not import NumPy, not even indirectly.
"""

from __future__ import annotations

import os

VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OMP_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def limit_blas_threads_at_start() -> None:
    """Have the matrix products of this process run on one thread each.

    The program splits its batches over threads of its own. A BLAS that starts threads too makes
    them fight for the cores, and those of OpenBLAS go on spinning when they have nothing to do, at
    the cost of the window. What the user has set himself is kept. Without effect once NumPy is
    imported; a network's own computations look after themselves (see `engine.blas`).
    """
    for variable in VARIABLES:
        os.environ.setdefault(variable, "1")
