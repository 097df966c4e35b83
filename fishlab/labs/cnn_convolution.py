"""Convolution cell by cell (7.2): the window moves, its products are summed (mode "convolution").

One frame for each cell of the output, row by row. A frame at cell (row, column) holds

scalars  `row`, `column`, `sum` (of the products), `value` (with the bias), `OH`, `OW`
arrays   `image` (C, H + 2P, W + 2P), `pad`, `filter` (C, FH, FW), `bias`, `output` (OH, OW),
         `done` (OH, OW) bool, `window` (4,): top, left, height, width in the padded image, and
         `products` (C, FH, FW)
"""

from __future__ import annotations

import numpy as np

from fishlab.engine import Convolution, im2col
from fishlab.engine.shapes import ShapeError, conv_output_size
from fishlab.experiment import QT_TRANSLATE_NOOP, Frame, Frames, Message, message

from .cnn_cells import biases_of, filters_of, image_of, padded, windows_of
from .cnn_params import CnnParams

_SIZE = QT_TRANSLATE_NOOP("cnn", "OH = (H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {OH}")
_FLOOR = QT_TRANSLATE_NOOP(
    "cnn",
    "(H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {quotient} is no whole number: the "
    "filter has {OH} places, and the last {left} rows and columns are never looked at",
)
_FLOOR_ONE = QT_TRANSLATE_NOOP(
    "cnn",
    "(H + 2P − FH)/S + 1 = ({H} + 2·{P} − {FH})/{S} + 1 = {quotient} is no whole number: the "
    "filter has {OH} places, and the last row and column are never looked at",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "cnn",
    "The filter of {FH} × {FH} does not fit into {H} + 2·{P} = {room} rows: enlarge the image or "
    "the padding, or take a smaller filter",
)
_SAME = QT_TRANSLATE_NOOP("cnn", "The output is as large as the image: this is what padding is for")


def convolution_frames(params: CnnParams) -> Frames:
    """Yield a frame for each cell of the output."""
    image, filters, bias = image_of(params), filters_of(params), biases_of(params)
    still = {
        "image": padded(image, params.pad),
        "pad": np.array(params.pad),
        "filter": filters[0],
        "bias": bias[0],
    }
    said = size_verdicts(params)
    try:
        output = Convolution(filters, bias, params.stride, params.pad).infer(image)[0, 0]
    except ShapeError:
        yield Frame(0, arrays=still | {"output": np.zeros((0, 0))}, messages=said)
        return
    rows = im2col(image, params.filter_size, params.filter_size, params.stride, params.pad)
    windows = windows_of(output.shape, params.filter_size, params.stride)
    for k, (row, window) in enumerate(zip(rows, windows, strict=True)):
        products = row.reshape(filters[0].shape) * filters[0]
        place = divmod(k, output.shape[1])
        scalars = {
            "row": place[0],
            "column": place[1],
            "sum": products.sum(),
            "value": output[place],
            "OH": output.shape[0],
            "OW": output.shape[1],
        }
        arrays = still | {
            "output": output,
            "done": np.arange(output.size).reshape(output.shape) <= k,
            "window": window,
            "products": products,
        }
        yield Frame(k, scalars, arrays, output.size - 1, said)


def size_verdicts(params: CnnParams) -> tuple[Message, ...]:
    """Say the size of the output by the formula, with the numbers in it."""
    H, P, FH, S = params.image_size, params.pad, params.filter_size, params.stride
    room = H + 2 * P
    if room < FH:
        return (message(_TOO_LARGE, FH=FH, H=H, P=P, room=room),)
    OH = conv_output_size(H, FH, S, P)
    values = {"H": H, "P": P, "FH": FH, "S": S, "OH": OH}
    left = (room - FH) % S
    if left:
        text = _FLOOR_ONE if left == 1 else _FLOOR
        return (message(text, quotient=f"{(room - FH) / S + 1:g}", left=left, **values),)
    said = [message(_SIZE, **values)]
    if OH == H and P:
        said.append(message(_SAME))
    return tuple(said)
