"""Pooling, and what a shift by one pixel leaves of its output (7.3, mode "pooling").

On a few cells there is one frame for each window; a digit is pooled at once.

arrays   `image` (H, W), `shifted` (H, W); `output`, `output_shifted` (OH, OW); on cells also
         `done` (OH, OW) bool, `window` (4,) and `share` (H, W): how much each cell has of the
         window's result: 1 for the largest, or 1/n for each of n
         and `changed`, `changed_pooled` bool: what the shift has made another number
scalars  `unchanged.plain`, `unchanged.pooled`: share of the numbers that the shift leaves as they
         were, of those that are not 0 both times; on digits the means over `EXAMPLES` of them too:
         `mean.plain`, `mean.pooled`; on cells `row`, `column`, `value`
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.engine import Pooling, ShapeError
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .cnn_cells import Values, image_of, windows_of
from .cnn_params import CELLS, CnnParams
from .cnn_pictures import sample_digits

EXAMPLES = 200
"""So many test digits, from the chosen one on, for the means."""
NEAR = 0.1
"""Grey levels of 0 … 1 that differ by less look the same."""

_SHIFT = QT_TRANSLATE_NOOP(
    "cnn",
    "Shifted by {shift}: {plain} of the numbers stay as they were without pooling, {pooled} "
    "with it",
)
_MEANS = QT_TRANSLATE_NOOP(
    "cnn", "Over {count} digits: {plain} stay without pooling, {pooled} with it"
)
TOO_LARGE = QT_TRANSLATE_NOOP("cnn", "A window of {size} does not fit into an image of {side}")


def pooling_frames(params: CnnParams) -> Frames:
    """Yield a frame for each window of the small image, or one for a digit."""
    if params.source == CELLS:
        yield from _cells(params)
    else:
        yield _digit(params)


def pooling_of(params: CnnParams) -> Pooling:
    """Return the engine's layer with these settings."""
    return Pooling(params.pool_size, params.pool_size, params.pool_stride, kind=params.kind)


def shifted(images: NDArray[Any], pixels: int) -> NDArray[Any]:
    """Return images (…, W) moved to the right; paper (0) comes in from the left."""
    moved = np.zeros_like(images)
    moved[..., pixels:] = images[..., : images.shape[-1] - pixels]
    return moved


def unchanged(before: NDArray[Any], after: NDArray[Any], near: float = 0.0) -> Values:
    """Return (N,): the share of each image's numbers that are as before, to within `near`.

    Numbers that are 0 both times are the paper around the ink and are not counted. Images (N, …).
    """
    axes = tuple(range(1, before.ndim))
    counted = (before != 0) | (after != 0)
    same = counted & (np.abs(after - before) <= near)
    shares: Values = same.sum(axis=axes) / np.maximum(counted.sum(axis=axes), 1)
    return shares


def changed(before: NDArray[Any], after: NDArray[Any], near: float = 0.0) -> NDArray[np.bool_]:
    """Tell for each number whether it is another one after the shift."""
    return np.asarray(np.abs(after - before) > near)


def _cells(params: CnnParams) -> Frames:
    image = image_of(params, channels=1)
    moved = shifted(image, params.shift)
    arrays: dict[str, Any] = {"image": image[0, 0], "shifted": moved[0, 0]}
    layer = pooling_of(params)
    try:
        output = layer.infer(image)
    except ShapeError:
        said = message(TOO_LARGE, size=params.pool_size, side=params.image_size)
        yield Frame(0, arrays=arrays | {"output": np.zeros((0, 0))}, messages=(said,))
        return
    output_shifted = layer.infer(moved)
    arrays |= {
        "output": output[0, 0],
        "output_shifted": output_shifted[0, 0],
        "changed": changed(image, moved)[0, 0],
        "changed_pooled": changed(output, output_shifted)[0, 0],
    }
    scalars, said_shift = _compared(params, (image, moved), (output, output_shifted), 0.0)
    layer.forward(image)
    for k, window in enumerate(windows_of(output.shape[2:], params.pool_size, params.pool_stride)):
        place = divmod(k, output.shape[3])
        # What would flow back if only this cell mattered: to the largest cell, or to all.
        only = np.zeros_like(output)
        only[0, 0][place] = 1.0
        now = {
            "done": np.arange(output[0, 0].size).reshape(output.shape[2:]) <= k,
            "window": window,
            "share": layer.backward(only)[0, 0],
        }
        at = {"row": place[0], "column": place[1], "value": output[0, 0][place]}
        yield Frame(k, scalars | at, arrays | now, output.size - 1, (said_shift,))


def _digit(params: CnnParams) -> Frame:
    images = sample_digits()[0]
    chosen = images[(params.index + np.arange(EXAMPLES)) % len(images), np.newaxis]
    moved = shifted(chosen, params.shift)
    layer = pooling_of(params)
    output, output_shifted = layer.infer(chosen), layer.infer(moved)
    first = slice(0, 1)
    scalars, said = _compared(
        params, (chosen[first], moved[first]), (output[first], output_shifted[first]), NEAR
    )
    scalars["mean.plain"] = float(unchanged(chosen, moved, NEAR).mean())
    scalars["mean.pooled"] = float(unchanged(output, output_shifted, NEAR).mean())
    means = message(
        _MEANS,
        count=EXAMPLES,
        plain=f"{scalars['mean.plain']:.0%}",
        pooled=f"{scalars['mean.pooled']:.0%}",
    )
    arrays = {
        "image": chosen[0, 0],
        "shifted": moved[0, 0],
        "output": output[0, 0],
        "output_shifted": output_shifted[0, 0],
        "changed": changed(chosen, moved, NEAR)[0, 0],
        "changed_pooled": changed(output, output_shifted, NEAR)[0, 0],
    }
    return Frame(0, scalars, arrays, messages=(said, means))


def _compared(
    params: CnnParams,
    plain: tuple[NDArray[Any], NDArray[Any]],
    pooled: tuple[NDArray[Any], NDArray[Any]],
    near: float,
) -> tuple[dict[str, float], Message]:
    """What the shift leaves, of one image without and with pooling, (1, 1, H, W) each."""
    scalars = {
        "unchanged.plain": float(unchanged(*plain, near)[0]),
        "unchanged.pooled": float(unchanged(*pooled, near)[0]),
    }
    said = message(
        _SHIFT,
        shift=params.shift,
        plain=f"{scalars['unchanged.plain']:.0%}",
        pooled=f"{scalars['unchanged.pooled']:.0%}",
    )
    return scalars, said
