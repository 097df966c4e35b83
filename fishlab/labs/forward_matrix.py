"""Mode "matrix" (3.3): the product of two matrices, one cell a frame.

scalars  row, column, value: the cell that was computed last
arrays   `a` (R, K), `b` (L, C), `product` (R, C) as far as it is known, `known` (R, C) bool;
         `terms` (K,): what is added up for this cell. If K ≠ L there is one frame and no product.
"""

from __future__ import annotations

import numpy as np

from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, message

from .forward_params import ForwardParams, matrix_of

_BEGIN = QT_TRANSLATE_NOOP(
    "forward", "({R}, {K}) times ({K}, {C}) gives ({R}, {C}): the inner {K} and {K} are alike"
)
_CELL = QT_TRANSLATE_NOOP("forward", "Row {row} of A times column {column} of B: {terms} = {value}")
_MISFIT = QT_TRANSLATE_NOOP(
    "forward",
    "({R}, {K}) times ({L}, {C}) does not go: a row of A has {K} numbers, a column of B has {L}. "
    "The two inner numbers must be alike",
)


def matrix_frames(params: ForwardParams) -> Frames:
    """Yield the matrices, then a frame for every cell of the product."""
    a, b = matrix_of(params.a), matrix_of(params.b)
    (R, K), (L, C) = a.shape, b.shape
    if K != L:
        empty = np.empty((0, 0))
        arrays = {"a": a, "b": b, "product": empty, "known": empty, "terms": np.empty(0)}
        yield Frame(0, {}, arrays, 0, (message(_MISFIT, R=R, K=K, L=L, C=C),))
        return
    # The whole product is NumPy's; the frames uncover it cell by cell.
    product = np.dot(a, b)
    known = np.zeros((R, C), bool)
    shapes = message(_BEGIN, R=R, K=K, C=C)
    arrays = {"a": a, "b": b, "product": np.zeros((R, C)), "known": known, "terms": np.empty(0)}
    yield Frame(0, {}, arrays, R * C, (shapes,))
    for step, (row, column) in enumerate(np.ndindex(R, C), start=1):
        known[row, column] = True
        terms = " + ".join(f"{x:g}·{y:g}" for x, y in zip(a[row], b[:, column], strict=True))
        value = float(product[row, column])
        said = message(_CELL, row=row + 1, column=column + 1, terms=terms, value=f"{value:g}")
        yield Frame(
            step,
            {"row": row, "column": column, "value": value},
            {
                "a": a,
                "b": b,
                "product": np.where(known, product, 0.0),
                "known": known,
                "terms": a[row] * b[:, column],
            },
            R * C,
            (shapes, said),
        )
