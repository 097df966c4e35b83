"""Pictures of digits: opened with care, and read as ink on paper.

A picture may come from a scanner, a phone or a drawing program: any size and mode, dark on light or
light on dark. `picture_ink` finds the paper (most of the border), decides which side of it the ink
is on, and returns how much ink there is at each pixel.
"""

from __future__ import annotations

import os
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from .errors import DataError
from .strokes import Ink

Picture = Image.Image | NDArray[Any]

MOST_PIXELS = 64_000_000
LONGEST = 400  # more pixels than this along a side say nothing about a digit
CONTRAST = 0.08  # ink nearer to the paper than this, of black to white, is none


def open_picture(path: str | os.PathLike[str]) -> Image.Image:
    """Return the picture in a file: the first frame, turned upright, at most 400 pixels long.

    Raises DataError if it is no picture, is cut off, or is larger than 64 million pixels.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; ours are refused by their size just below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise DataError(
                        f"{path}: {picture.width} × {picture.height} pixels are too many; "
                        "make the picture smaller first"
                    )
                picture.draft("L", (LONGEST, LONGEST))
                return _small(ImageOps.exif_transpose(picture))
    except DataError:
        raise
    except FileNotFoundError:
        raise DataError(f"{path}: there is no such file") from None
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise DataError(f"{path}: not a picture that can be read ({error})") from error


def picture_ink(picture: Picture) -> Ink:
    """Return ink 0 … 1 (H, W) of a picture, whichever of ink and paper is the lighter.

    Raises DataError if nothing stands out from the paper.
    """
    grey = _grey(_small(_as_image(picture)))
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    paper = float(np.median(border))
    darker, lighter = np.maximum(paper - grey, 0), np.maximum(grey - paper, 0)
    contrast = darker if darker.sum() >= lighter.sum() else lighter
    # Grain of the paper, as seen on the border, is no ink; neither is a faint shadow.
    grain = float(np.quantile(np.abs(border - paper), 0.75))
    lowest = max(2 * grain, 0.15 * float(contrast.max()))
    inked = contrast[contrast > lowest]
    if not len(inked) or contrast.max() < CONTRAST:
        raise DataError("there is no ink in this picture; nothing stands out from the paper")
    full = float(np.quantile(inked, 0.9))
    floor = min(2 * grain, lowest)
    ink: Ink = np.clip((contrast - floor) / max(full - floor, CONTRAST), 0, 1)
    return ink.astype(np.float32)


def _as_image(picture: Picture) -> Image.Image:
    if isinstance(picture, Image.Image):
        return picture
    array = np.asarray(picture)
    if array.dtype != np.uint8:
        largest = 1.0 if array.dtype.kind == "f" and array.max(initial=0) <= 1 else 255.0
        array = np.clip(array * (255.0 / largest), 0, 255).astype(np.uint8)
    try:
        return Image.fromarray(array)
    except (TypeError, ValueError):
        raise DataError(f"an array of shape {array.shape} is not a picture") from None


def _small(picture: Image.Image) -> Image.Image:
    """Return a picture at most LONGEST long, its pixels averaged; palettes and depths undone."""
    if picture.mode in ("P", "1", "PA", "CMYK", "YCbCr", "LAB", "HSV"):
        alpha = "transparency" in picture.info or picture.mode == "PA"
        picture = picture.convert("RGBA" if alpha else "RGB")
    elif picture.mode.startswith("I") or picture.mode == "F":
        levels = np.asarray(picture, np.float32)
        top = float(levels.max(initial=0))
        picture = Image.fromarray(levels * (255 / top) if top > 0 else levels)
    factor = max(picture.size) // LONGEST
    return picture.reduce(factor) if factor > 1 else picture


def _grey(picture: Image.Image) -> NDArray[np.float32]:
    """Return lightness 0 … 1; transparent parts become the paper that the ink stands out from."""
    if "A" not in picture.getbands():
        return np.asarray(picture.convert("F"), np.float32) / np.float32(255)
    colours = np.asarray(picture.convert("RGBA"), np.float32) / np.float32(255)
    alpha = colours[..., 3]
    luma: NDArray[np.float32] = colours[..., :3] @ np.array([0.299, 0.587, 0.114], np.float32)
    if alpha.min() == 1:
        return luma
    ink = float((luma * alpha).sum() / max(float(alpha.sum()), 1e-9))
    paper = 0.0 if ink > 0.5 else 1.0
    composed: NDArray[np.float32] = luma * alpha + paper * (1 - alpha)
    return composed
