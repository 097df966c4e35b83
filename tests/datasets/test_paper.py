"""Ink and paper told apart: in clean pictures exactly, in photographs and scans well enough.

FISHLAB_THOROUGH=1 takes twice as many digits.
"""

import os

import numpy as np
import pytest
from PIL import Image, ImageFilter

from fishlab.datasets import load_mnist, normalize_picture
from fishlab.datasets.components import label_components
from fishlab.experiment.models import load_model

COUNT = 100 if os.environ.get("FISHLAB_THOROUGH") else 50
SIDE = 224
Y, X = np.mgrid[:SIDE, :SIDE] / SIDE - 0.5


@pytest.fixture(scope="module")
def digits():
    """Test digits, as bytes, in order of their labels' shuffle."""
    return load_mnist(normalize=False, flatten=False, data="sample")[1][0][:COUNT, 0]


@pytest.fixture(scope="module")
def read():
    """What the deep network takes pictures for."""
    network = load_model("deep_convnet")

    def answer(pictures):
        images = np.stack([normalize_picture(picture) for picture in pictures])
        return network.predict(images[:, None]).argmax(axis=1)

    return answer


def enlarged(digit):
    return Image.fromarray(digit).resize((SIDE, SIDE), Image.Resampling.BICUBIC)


def cut_out(digit):
    image = np.asarray(enlarged(digit))
    rows, columns = np.flatnonzero((image > 60).any(1)), np.flatnonzero((image > 60).any(0))
    return image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize(
    "made",
    [lambda d: d, lambda d: 255 - d, enlarged, cut_out, lambda d: 255 - cut_out(d)],
    ids=["as it is", "dark on light", "enlarged", "cut out", "cut out, dark on light"],
)
def test_clean_pictures_of_bold_and_fine_digits_are_read_as_the_digits_are(digits, read, made):
    same = read([made(digit) for digit in digits]) == read(digits)
    assert same.mean() >= 0.98


def sheet(digit, light=1.0, noise=4.0):
    """Dark ink on a light sheet, (224, 224), in that light."""
    small = Image.fromarray(digit).resize((120, 120), Image.Resampling.BICUBIC)
    ink = np.zeros((SIDE, SIDE))
    ink[52:172, 52:172] = np.asarray(small) / 255
    grain = np.random.default_rng(0).normal(0, noise, ink.shape)
    return (220 - 160 * ink) * light + grain


def specks(digit):
    page, rng = sheet(digit), np.random.default_rng(1)
    for row, column in rng.integers(0, SIDE - 3, (12, 2)):
        page[row : row + 3, column : column + 3] = 60
    return page


def scanned(digit):
    page = sheet(digit)
    page[:, :3] = page[-3:] = 10
    return page


def on_a_table(digit):
    table = np.full((300, 300), 50.0) + np.random.default_rng(2).normal(0, 4, (300, 300))
    table[38:262, 38:262] = sheet(digit)
    tilted = Image.fromarray(table.astype(np.float32)).rotate(
        3, Image.Resampling.BILINEAR, fillcolor=50
    )
    return np.asarray(tilted)


@pytest.mark.parametrize(
    "made",
    [
        sheet,
        lambda d: sheet(d, noise=12),
        lambda d: sheet(d, 1 - 0.6 * (X + 0.5)),
        lambda d: sheet(d, 1 - 1.1 * (X**2 + Y**2)),
        lambda d: sheet(d, np.where(X + Y > 0.1, 0.6, 1)),
        specks,
        scanned,
        on_a_table,
    ],
    ids=["plain", "grain", "slanting light", "vignette", "shadow", "specks", "scan", "table"],
)
def test_photographs_and_scans_are_read(digits, read, made):
    pages = [np.clip(made(digit), 0, 255).astype(np.uint8) for digit in digits[: COUNT // 2]]
    assert (read(pages) == read(digits[: COUNT // 2])).mean() >= 0.92


def test_ink_and_paper_of_equal_lightness_are_told_apart_by_colour(digits, read):
    green, red = np.array([20, 130, 20]), np.array([210, 50, 20])
    pictures = [
        (green + (red - green) * np.asarray(enlarged(d))[..., None] / 255).astype(np.uint8)
        for d in digits[:30]
    ]
    assert (read(pictures) == read(digits[:30])).mean() >= 0.95


def test_components_are_as_by_filling():
    noise = Image.fromarray((np.random.default_rng(3).random((40, 60)) * 255).astype(np.uint8))
    mask = np.asarray(noise.filter(ImageFilter.MedianFilter(3))) > 120
    labels, count = label_components(mask)
    left, filled = mask.copy(), 0
    while left.any():
        filled += 1
        part = np.zeros_like(mask)
        part[tuple(np.argwhere(left)[0])] = True
        size = 0
        while part.sum() > size:
            size = part.sum()
            padded = np.pad(part, 1)
            near = [padded[i : i + 40, j : j + 60] for i in range(3) for j in range(3)]
            part = np.logical_or.reduce(near) & mask
        assert len(np.unique(labels[part])) == 1
        assert (labels == labels[part][0]).sum() == size
        left &= ~part
    assert count == filled > 5
    assert (labels[~mask] == 0).all()
