"""Pictures of digits: opened with care, and brought to one kind whatever they were.

A picture may come from a scanner, a phone or a drawing program: any size and mode, grey, coloured
or transparent, turned by a camera, damaged, or far too large.
"""

from __future__ import annotations

import os
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError
from .paper import ink_on_paper
from .picture_errors import reading
from .strokes import Ink

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "data", "{path}: {width} × {height} pixels are too many; make the picture smaller first"
)
_NO_PIXELS = QT_TRANSLATE_NOOP("data", "there is no ink in this picture; it has no pixels")
_OTHER_ARRAY = QT_TRANSLATE_NOOP("data", "an array of {dtype} of shape {shape} is not a picture")

Picture = Image.Image | NDArray[Any]

MOST_PIXELS = 64_000_000
LONGEST = 256  # more pixels than this along a side say nothing about a digit


def open_picture(path: str | os.PathLike[str]) -> Image.Image:
    """Return the picture in a file: the first frame, turned upright, at most 256 pixels long.

    Raises DataError if it is no picture, is cut off, or is larger than 64 million pixels.
    """
    with reading(path), warnings.catch_warnings():
        # Pillow warns of large pictures, which are refused by their size just below, and of
        # damaged metadata, which does not matter here.
        warnings.simplefilter("ignore")
        with Image.open(path) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise DataError(message(_TOO_LARGE, path=path, width=width, height=height))
            picture.draft("L", (LONGEST, LONGEST))
            return _small(ImageOps.exif_transpose(picture))


def picture_ink(picture: Picture) -> Ink:
    """Return ink 0 … 1 (H, W) of a picture, whichever of ink and paper is the lighter.

    picture: a Pillow image of any mode; or an array (H, W) or (H, W, channels) of bool, whole
    numbers from 0, or floats 0 … 1 or 0 … 255. Raises DataError if nothing stands out.
    """
    image = picture if isinstance(picture, Image.Image) else _as_image(np.asarray(picture))
    if min(image.size) < 1:
        raise DataError(message(_NO_PIXELS))
    return ink_on_paper(_lightness(_small(image)))


def _as_image(array: NDArray[Any]) -> Image.Image:
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    if array.dtype.kind not in "biuf" or not (array.ndim == 2 or array.shape[2:] in ((3,), (4,))):
        raise DataError(message(_OTHER_ARRAY, dtype=array.dtype, shape=array.shape))
    if array.dtype != np.uint8:
        levels = np.nan_to_num(array.astype(np.float64))
        largest = float(levels.max(initial=0))
        # Only what goes beyond a byte, such as a scanner's 16 bits, is stretched to its own range.
        full = 1.0 if largest <= 1 else max(255.0, largest)
        array = np.clip(levels * (255 / full), 0, 255).astype(np.uint8)
    return Image.fromarray(array)


def _small(picture: Image.Image) -> Image.Image:
    """Return a picture of mode L, F, RGB or RGBA, at most LONGEST long, its pixels averaged."""
    if picture.mode.startswith("I") or picture.mode == "F":
        levels = np.nan_to_num(np.asarray(picture, np.float32))
        lowest, top = float(levels.min()), float(levels.max())
        picture = Image.fromarray((levels - lowest) * np.float32(255 / max(top - lowest, 1e-9)))
    elif picture.mode not in ("L", "RGB", "RGBA"):
        alpha = "transparency" in picture.info or picture.mode.lower().endswith("a")
        # Premultiplied kinds have one way out only.
        plain = {"RGBa": "RGBA", "La": "LA"}.get(picture.mode)
        picture = (picture.convert(plain) if plain else picture).convert("RGBA" if alpha else "RGB")
    factor = -(-max(picture.size) // LONGEST)
    return picture.reduce(factor) if factor > 1 else picture


def _lightness(picture: Image.Image) -> NDArray[np.float32]:
    """Return lightness 0 … 1; of colours, along the line on which ink and paper lie apart."""
    if picture.mode in ("L", "F"):
        return np.asarray(picture, np.float32) / np.float32(255)
    colours = np.asarray(picture, np.float32) / np.float32(255)
    if picture.mode == "RGBA":
        colours = _on_paper(colours[..., :3], colours[..., 3:])
    apart = (colours - np.median(colours, axis=(0, 1))).reshape(-1, 3)
    # The first principal axis: for grey it is grey, for red on green from green to red.
    axis = np.linalg.eigh(apart.T @ apart)[1][:, -1]
    lightness: NDArray[np.float32] = colours @ (axis / np.abs(axis).sum()).astype(np.float32)
    return lightness


def _on_paper(colours: NDArray[np.float32], opacity: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return colours laid on white paper, or on black if the ink is light."""
    ink = float((colours * opacity).sum() / max(3 * float(opacity.sum()), 1e-9))
    paper = 0.0 if ink > 0.5 else 1.0
    composed: NDArray[np.float32] = colours * opacity + paper * (1 - opacity)
    return composed
