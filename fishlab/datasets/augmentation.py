"""Data augmentation: the same digit, written a little differently (8.1.2).

Shift, rotation, scale and shear move the grid on which an image is read; elastic distortion
(Simard, Steinkraus and Platt 2003) bends it. Ink may grow or shrink as under another pen, speckle,
lose a patch, or be mirrored (which leaves no digit but 0, 1 and 8 a digit). Everything works on a
whole mini-batch at once.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Images = NDArray[np.float32]

SIDE = 28
BEND = 6  # control points of an elastic distortion, along each side


@dataclass(frozen=True)
class Augmentation:
    """Random changes, each drawn evenly from minus to plus its strength; 0 leaves it out.

    shift: pixels. rotate: degrees. scale: part of the size, for width and height apart. shear:
    sideways pixels for one pixel down. elastic: standard deviation in pixels of the control points'
    shifts. thickness: 0 … 1, how far ink may go towards a pen one pixel wider (or half a pixel
    thinner). noise: standard deviation, where ink is 1. erase: side in pixels of a square left out.
    flip: mirror half of the images.

    Raises ValueError for a negative strength.
    """

    shift: float = 0.0
    rotate: float = 0.0
    scale: float = 0.0
    shear: float = 0.0
    elastic: float = 0.0
    thickness: float = 0.0
    noise: float = 0.0
    erase: int = 0
    flip: bool = False

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 0:
                raise ValueError(f"augmentation: {field.name} must be 0 or more")

    def __call__(self, x: NDArray[Any], rng: np.random.Generator) -> Images:
        """Return changed copies of the images; `x` itself stays as it is.

        x: (N, 1, 28, 28), (N, 28, 28) or (N, 784), ink 0 … 1. The result has the same shape.
        """
        images = np.array(x, np.float32).reshape(-1, SIDE, SIDE)
        if self.flip:
            mirrored = rng.random(len(images)) < 0.5
            images[mirrored] = images[mirrored, :, ::-1]
        if self.thickness:
            images = _pressed(images, rng.uniform(-self.thickness, self.thickness, len(images)))
        if self.shift or self.rotate or self.scale or self.shear or self.elastic:
            images = _sampled(images, *self._grid(len(images), rng))
        if self.noise:
            images += rng.normal(0.0, self.noise, images.shape).astype(np.float32)
            np.clip(images, 0.0, 1.0, out=images)
        if self.erase:
            _erase(images, self.erase, rng)
        return images.reshape(x.shape)

    def _grid(self, count: int, rng: np.random.Generator) -> tuple[Images, Images]:
        """Return for each output pixel the row and the column it is read from: (N, 28, 28) each."""

        def drawn(strength: float) -> NDArray[np.float64]:
            return rng.uniform(-strength, strength, (count, 1, 1))

        angle = np.deg2rad(drawn(self.rotate))
        wide, high, slant = 1 + drawn(self.scale), 1 + drawn(self.scale), drawn(self.shear)
        down, right = drawn(self.shift), drawn(self.shift)
        centre = (SIDE - 1) / 2
        y = (np.arange(SIDE) - centre).reshape(1, SIDE, 1)
        x = (np.arange(SIDE) - centre).reshape(1, 1, SIDE)
        x_slanted = x + slant * y
        rows = np.sin(angle) / wide * x_slanted + np.cos(angle) / high * y + centre + down
        columns = np.cos(angle) / wide * x_slanted - np.sin(angle) / high * y + centre + right
        if self.elastic:
            bends = rng.normal(0.0, self.elastic, (2, count, BEND, BEND))
            rows += _SPLINE @ bends[0] @ _SPLINE.T
            columns += _SPLINE @ bends[1] @ _SPLINE.T
        return rows.astype(np.float32), columns.astype(np.float32)


def _spline_matrix() -> NDArray[np.float64]:
    """Return (28, BEND): what each control point gives to each pixel, by cubic B-splines."""
    spacing = (SIDE - 1) / (BEND - 3)
    distance = np.abs(np.arange(SIDE)[:, None] / spacing - (np.arange(BEND)[None, :] - 1))
    near = 2 / 3 - distance**2 + distance**3 / 2
    far = (2 - distance) ** 3 / 6
    return np.where(distance < 1, near, np.where(distance < 2, far, 0.0))


_SPLINE = _spline_matrix()


def _pressed(images: Images, amounts: NDArray[np.float64]) -> Images:
    """Return the ink as under a heavier (amount up to 1) or lighter (down to -1) hand."""
    edges = np.pad(images, [(0, 0), (1, 1), (1, 1)])
    middle = edges[:, 1:-1, 1:-1]
    neighbours = [edges[:, :-2, 1:-1], edges[:, 2:, 1:-1], edges[:, 1:-1, :-2], edges[:, 1:-1, 2:]]
    most, least = middle.copy(), middle.copy()
    for neighbour in neighbours:
        np.maximum(most, neighbour, out=most)
        np.minimum(least, neighbour, out=least)
    weight = amounts.astype(np.float32).reshape(-1, 1, 1)
    # A MNIST stroke is two or three pixels wide: half of an erosion is all that it can take.
    towards = np.where(weight > 0, most, least)
    pressed = images + np.where(weight > 0, weight, -0.5 * weight) * (towards - images)
    return pressed.astype(np.float32, copy=False)


def _sampled(images: Images, rows: Images, columns: Images) -> Images:
    """Return the images read at (rows, columns), bilinearly; outside there is no ink."""
    side = SIDE + 3
    framed = np.zeros((len(images), side, side), np.float32)
    framed[:, 1 : SIDE + 1, 1 : SIDE + 1] = images
    rows = np.clip(rows + 1, 0, SIDE + 1)
    columns = np.clip(columns + 1, 0, SIDE + 1)
    row, column = rows.astype(np.intp), columns.astype(np.intp)
    down, right = rows - row.astype(np.float32), columns - column.astype(np.float32)
    at = row * side + column + (np.arange(len(images)) * side * side).reshape(-1, 1, 1)
    ink = framed.ravel()
    above = ink[at] * (1 - right) + ink[at + 1] * right
    below = ink[at + side] * (1 - right) + ink[at + side + 1] * right
    sampled: Images = above * (1 - down) + below * down
    return sampled


def _erase(images: Images, size: int, rng: np.random.Generator) -> None:
    """Blank a square of `size` pixels at a random place of each image, in place."""
    size = min(size, SIDE)
    top, left = rng.integers(0, SIDE - size + 1, (2, len(images), 1, 1))
    row, column = np.arange(SIDE).reshape(1, -1, 1), np.arange(SIDE).reshape(1, 1, -1)
    inside = (row >= top) & (row < top + size) & (column >= left) & (column < left + size)
    images[inside] = 0.0
