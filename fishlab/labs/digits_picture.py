"""A picture as one line of text, so that it can be a parameter: `96x120:` and base64 of its bytes.

Text compares and validates at once, which a table of 10,000 numbers does not, and a saved run holds
the picture that was read.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fishlab.datasets import open_picture
from fishlab.datasets.pictures import picture_ink
from fishlab.experiment import QT_TRANSLATE_NOOP, Message, message

MAX_SIDE = 128
"""Pixels of the longer side: enough for a digit that fills a sixth of the picture."""
MAX_TEXT = 30_000
"""Characters: base64 of 128 × 128 bytes that would not compress at all, with room to spare."""

_BROKEN = QT_TRANSLATE_NOOP("digits", "The picture cannot be read: its text is damaged")


def grey_of_file(path: str) -> NDArray[Any]:
    """Return the picture in a file as grey (H, W), 0 … 255. Raises DataError."""
    picture = open_picture(path)
    if "A" in picture.getbands():
        return grey_of_pixels(np.asarray(picture.convert("RGBA")))
    return np.asarray(picture.convert("L"))


def grey_of_pixels(rgba: NDArray[np.uint8]) -> NDArray[Any]:
    """Return pixels (H, W, 4) of red, green, blue and opacity as grey (H, W), 0 … 255.

    Raises DataError if parts are transparent and nothing is drawn on them.
    """
    if rgba[..., 3].min() == 255:
        return rgba[..., :3] @ np.array([0.299, 0.587, 0.114], np.float32)
    # White ink on nothing or black ink on nothing: only the ink is sure, the paper is ours.
    return 255 * (1 - picture_ink(rgba))


def picture_text(grey: NDArray[Any]) -> str:
    """Return grey (H, W), 0 … 255, as text; reduced so that no side is over `MAX_SIDE`."""
    small = reduced(np.asarray(grey, np.float32))
    pixels = np.clip(np.rint(small), 0, 255).astype(np.uint8)
    packed = base64.b64encode(zlib.compress(pixels.tobytes(), 9)).decode("ascii")
    return f"{pixels.shape[1]}x{pixels.shape[0]}:{packed}"


def text_picture(text: str) -> NDArray[np.uint8]:
    """Return the grey picture (H, W) that `picture_text` wrote. Raises ValueError."""
    size, _, packed = text.partition(":")
    width, height = (int(side) for side in size.split("x"))
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise ValueError(f"a picture of {size} pixels")
    # No more than is declared is unpacked, whatever the text would unfold to.
    pixels = zlib.decompressobj().decompress(
        base64.b64decode(packed, validate=True), width * height
    )
    return np.frombuffer(pixels, np.uint8).reshape(height, width)


def check_picture(text: str) -> Message | None:
    """Complain about a text that is no picture; the empty text stands for none."""
    if text:
        try:
            text_picture(text)
        except (ValueError, binascii.Error, zlib.error):
            return message(_BROKEN)
    return None


def reduced(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return grey (H, W) with every pixel the mean of a square, no side over `MAX_SIDE`."""
    factor = -(-max(grey.shape) // MAX_SIDE)
    if factor == 1:
        return grey
    height, width = (-(-side // factor) * factor for side in grey.shape)
    padding = ((0, height - grey.shape[0]), (0, width - grey.shape[1]))
    blocks = np.pad(grey, padding, mode="edge").reshape(
        height // factor, factor, width // factor, factor
    )
    means: NDArray[np.float32] = blocks.mean(axis=(1, 3))
    return means
