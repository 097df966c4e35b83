"""Softmax from scores to probabilities (3.5): temperature, and overflow with its remedy."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from fishlab.engine.functions import softmax, softmax_without_shift
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Message, message

from .activations_functions import Array
from .activations_params import ActivationsParams

_SUM = QT_TRANSLATE_NOOP("activations", "The probabilities add up to {total}")
_ORDER = QT_TRANSLATE_NOOP("activations", "The order of the scores is kept")
_OVERFLOW = QT_TRANSLATE_NOOP(
    "activations", "Overflow: an exponential became infinite, and ∞ / ∞ is not a number (nan)"
)
_UNDERFLOW = QT_TRANSLATE_NOOP(
    "activations", "Underflow: every exponential became 0, and 0 / 0 is not a number (nan)"
)


class Verdict(IntEnum):
    """What the computer made of one probability."""

    NUMBER = 0
    INFINITY_BY_INFINITY = 1
    NUMBER_BY_INFINITY = 2
    ZERO_BY_ZERO = 3


def softmax_frame(params: ActivationsParams) -> Frame:
    """Return one Frame with every stage of softmax for `params.scores()`, K of them.

    Arrays, all (K,) and finite: `given` (a), `score` (a + C), `scaled` ((a + C) / T), `exponent`
    (what exp is given), `exponential` and `probability` (0 where the computer has no finite number;
    `infinite` and `verdict` say so), `expected` (by softmax in double precision, with the maximum
    subtracted and without C). Scalars: `sum`, `y1` … `yK` and `error`, the largest difference from
    `expected`, as far as they are numbers.
    """
    dtype = np.dtype(params.precision)
    given = np.array(params.scores())
    score = (given + params.constant).astype(dtype)
    scaled = score / dtype.type(params.temperature)
    exponent = scaled - np.max(scaled) if params.subtract_max else scaled
    # Overflow is what the reader came to see: it is shown in the picture, not as a warning.
    with np.errstate(all="ignore"):
        probability = softmax(scaled) if params.subtract_max else softmax_without_shift(scaled)
        exponential = np.exp(exponent)
    verdict = _verdicts(exponential, probability)
    infinite = ~np.isfinite(exponential)
    expected = softmax(given / params.temperature)
    arrays = {
        "given": given,
        "score": score,
        "scaled": scaled,
        "exponent": exponent,
        "exponential": np.where(infinite, 0, exponential),
        "infinite": infinite,
        "probability": np.where(np.isnan(probability), 0, probability),
        "verdict": verdict,
        "expected": expected,
    }
    scalars = {f"y{k}": float(y) for k, y in enumerate(probability, start=1) if not np.isnan(y)}
    if not np.isnan(probability).any():
        scalars["sum"] = float(np.sum(probability))
        scalars["error"] = float(np.max(np.abs(probability - expected)))
    return Frame(0, scalars, arrays, messages=_messages(given, probability, verdict))


def _verdicts(exponential: Array, probability: Array) -> NDArray[np.int_]:
    overflow = bool(np.isinf(exponential).any())
    verdicts = np.full(exponential.shape, Verdict.NUMBER, np.int_)
    verdicts[np.isnan(probability)] = Verdict.ZERO_BY_ZERO
    if overflow:
        verdicts[:] = Verdict.NUMBER_BY_INFINITY
        verdicts[np.isinf(exponential)] = Verdict.INFINITY_BY_INFINITY
    return verdicts


def _messages(given: Array, probability: Array, verdict: NDArray[np.int_]) -> tuple[Message, ...]:
    if Verdict.INFINITY_BY_INFINITY in verdict:
        return (message(_OVERFLOW),)
    if Verdict.ZERO_BY_ZERO in verdict:
        return (message(_UNDERFLOW),)
    total = message(_SUM, total=f"{np.sum(probability):.6f}")
    return (total, message(_ORDER)) if order_kept(given, probability) else (total,)


def order_kept(scores: Array, probability: Array) -> bool:
    """True if no score that is larger than another has a smaller probability; both (K,)."""
    ascending = probability[np.argsort(scores, kind="stable")]
    return bool(np.all(np.diff(ascending) >= 0))
