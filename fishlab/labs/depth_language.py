"""A stack of layers written as words: conv16 conv16k5p0 pool relu affine50 dropout affine10.

A convolution has 3 × 3 filters, padding 1 and stride 1 unless k, p or s say otherwise; a pooling is
2 × 2 with stride 2. Nothing typed is ever executed: each word is read by one regular expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fishlab.engine.shapes import ShapeError, conv_output_size
from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

WORD = re.compile(
    r"(?P<kind>conv|pool|affine|relu|sigmoid|tanh|dropout)(?P<count>\d{1,4})?"
    r"(?:k(?P<k>\d{1,2}))?(?:p(?P<p>\d))?(?:s(?P<s>\d{1,2}))?"
)
MOST = 60
"""Layers. With so many, and digits as few as above, every product is below 2 ** 63."""

_EMPTY = QT_TRANSLATE_NOOP("depth", "write at least one layer, such as conv16 pool affine10")
_UNKNOWN = QT_TRANSLATE_NOOP(
    "depth",
    "{word}: no layer; there are conv16, conv16k5p2s1, pool, pool3s2, affine50, relu, sigmoid, "
    "tanh, dropout",
)
_COUNT = QT_TRANSLATE_NOOP("depth", "{word}: say how many, such as {kind}16")
_NOT_HERE = QT_TRANSLATE_NOOP("depth", "{word}: after an affine layer there is no image any more")
_MISFIT = QT_TRANSLATE_NOOP(
    "depth",
    "{word}: a window of {size} × {size} is larger than the {height} × {width} that are left, with "
    "padding {pad}",
)
_TOO_MANY = QT_TRANSLATE_NOOP("depth", "at most 60 layers")


@dataclass(frozen=True)
class StackLayer:
    """One word. count: filters or units. k, p, s: size, padding and stride."""

    word: str
    kind: str
    count: int = 0
    k: int = 0
    p: int = 0
    s: int = 1


@dataclass(frozen=True)
class Row:
    """What a layer makes of its input, for one image.

    shape: (C, H, W) or (M,). parameters: weights and biases. multiplications: of the forward pass.
    """

    layer: StackLayer
    shape: tuple[int, ...]
    parameters: int
    multiplications: int


class StackError(ValueError):
    """A word that cannot be; `message` says why."""

    def __init__(self, text: Message) -> None:
        super().__init__(str(text))
        self.message = text


def complaint(text: str) -> Message | None:
    """Return what is wrong with a typed stack, or None."""
    try:
        parsed(text)
    except StackError as error:
        return error.message
    return None


def parsed(text: str) -> list[StackLayer]:
    """Return the layers that the words stand for. Raises StackError."""
    given = text.split()
    if not given:
        raise StackError(message(_EMPTY))
    if len(given) > MOST:
        raise StackError(message(_TOO_MANY))
    layers = []
    flat = False
    for word in given:
        layer = _layer(word)
        if flat and layer.kind in ("conv", "pool"):
            raise StackError(message(_NOT_HERE, word=word[:20]))
        flat = flat or layer.kind == "affine"
        layers.append(layer)
    return layers


def _layer(word: str) -> StackLayer:
    found = WORD.fullmatch(word.lower())
    if found is None:
        raise StackError(message(_UNKNOWN, word=word[:20]))
    kind, count = found["kind"], found["count"]
    k, p, s = (None if found[name] is None else int(found[name]) for name in ("k", "p", "s"))
    if kind == "conv":
        if not int(count or 0):
            raise StackError(message(_COUNT, word=word[:20], kind=kind))
        layer = StackLayer(
            word, kind, int(count), 3 if k is None else k, 1 if p is None else p, s or 1
        )
    elif kind == "pool":
        size = int(count or 2)
        layer = StackLayer(word, kind, 0, size, p or 0, s or size)
    elif kind == "affine":
        if not int(count or 0) or (k, p, s) != (None, None, None):
            raise StackError(message(_COUNT, word=word[:20], kind=kind))
        layer = StackLayer(word, kind, int(count))
    elif count or (k, p, s) != (None, None, None):
        raise StackError(message(_UNKNOWN, word=word[:20]))
    else:
        layer = StackLayer(word, kind)
    if layer.kind in ("conv", "pool") and (layer.k < 1 or layer.s < 1):
        raise StackError(message(_UNKNOWN, word=word[:20]))
    return layer


def table(layers: list[StackLayer], channels: int, side: int) -> list[Row]:
    """Return a row for every layer. Raises StackError naming the layer that does not fit."""
    rows: list[Row] = []
    shape: tuple[int, ...] = (channels, side, side)
    for layer in layers:
        parameters = multiplications = 0
        if layer.kind in ("conv", "pool"):
            C, H, W = shape
            try:
                OH, OW = (conv_output_size(n, layer.k, layer.s, layer.p) for n in (H, W))
            except ShapeError:
                misfit = message(
                    _MISFIT, word=layer.word, size=layer.k, height=H, width=W, pad=layer.p
                )
                raise StackError(misfit) from None
            if layer.kind == "conv":
                parameters = layer.count * (C * layer.k**2 + 1)
                multiplications = OH * OW * layer.count * C * layer.k**2
                C = layer.count
            shape = (C, OH, OW)
        elif layer.kind == "affine":
            inputs = 1
            for number in shape:
                inputs *= number
            parameters = (inputs + 1) * layer.count
            multiplications = inputs * layer.count
            shape = (layer.count,)
        rows.append(Row(layer, shape, parameters, multiplications))
    return rows
