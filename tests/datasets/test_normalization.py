"""Normalisation: MNIST's geometry from any drawing or picture."""

import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from fishlab.datasets import (
    DataError,
    Normalizer,
    Stroke,
    load_mnist,
    normalize_picture,
    normalize_strokes,
    open_picture,
)
from fishlab.datasets.pictures import picture_ink
from fishlab.experiment.models import load_model

STROKES = os.environ.get("FISHLAB_STROKES")
SEVEN = [[(100, 80), (200, 80), (140, 260)]]


def mnist_digit(number: int = 0) -> np.ndarray:
    return load_mnist(normalize=False, flatten=False, data="sample")[1][0][number, 0]


def extent(image: np.ndarray) -> tuple[int, int]:
    rows, columns = np.flatnonzero(image.max(axis=1) > 0.1), np.flatnonzero(image.max(axis=0) > 0.1)
    return rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1


def centre(image: np.ndarray) -> np.ndarray:
    rows, columns = np.indices(image.shape)
    return np.array([(image * rows).sum(), (image * columns).sum()]) / image.sum()


def drawn_seven(size: int, paper: int, ink: int) -> Image.Image:
    picture = Image.new("L", (size, size), paper)
    unit = size / 300
    line = [(x * unit, y * unit) for x, y in SEVEN[0]]
    ImageDraw.Draw(picture).line(line, fill=ink, width=max(2, round(24 * unit)), joint="curve")
    return picture


def test_mnists_own_digits_come_out_as_they_were():
    x = load_mnist(normalize=False, flatten=False, data="sample")[1][0][:200, 0]
    changed = [np.abs(normalize_picture(image) - image / 255).max() for image in x]
    assert np.mean(np.array(changed) < 0.1) > 0.9


@given(
    st.floats(20, 400), st.floats(10, 400), st.floats(-1000, 1000), st.floats(-1000, 1000),
    st.floats(5, 40),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_strokes_fill_the_box_and_lie_on_the_centre_wherever_they_were_drawn(w, h, x, y, pen):
    strokes = [[(x, y), (x + w, y), (x + w / 3, y + h)]]
    image = normalize_strokes(strokes, pen)
    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    assert 0 <= image.min() <= image.max() <= 1
    assert 18 <= max(extent(image)) <= 20
    np.testing.assert_allclose(centre(image), 14, atol=0.6)


def test_a_dot_is_a_dot():
    image = normalize_strokes([[(7, 7)]], 10)
    assert 1 <= max(extent(image)) <= 4


def test_without_ink_it_says_so():
    for empty in ([], [[]]):
        with pytest.raises(DataError, match="no ink"):
            normalize_strokes(empty, 10)
    for paper in (np.zeros((50, 50), np.uint8), np.full((50, 50), 255, np.uint8)):
        with pytest.raises(DataError, match="no ink"):
            normalize_picture(paper)


@pytest.mark.parametrize("size", [28, 40, 90, 280, 700, 2000])
def test_a_picture_of_any_size_dark_or_light_gives_the_same(size):
    reference = normalize_picture(drawn_seven(280, 255, 0))
    for paper, ink in ((255, 0), (0, 255), (200, 60), (40, 220)):
        image = normalize_picture(drawn_seven(size, paper, ink))
        assert np.corrcoef(image.ravel(), reference.ravel())[0, 1] > 0.8


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I", "F", "I;16"])
def test_every_mode_of_picture_is_read(mode):
    grey = drawn_seven(200, 255, 0)
    reference = normalize_picture(grey)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    else:
        picture = grey.convert("RGB").convert(mode) if mode == "P" else grey.convert(mode)
    assert np.corrcoef(normalize_picture(picture).ravel(), reference.ravel())[0, 1] > 0.95


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (200, 30, 30)])
def test_ink_on_transparent_paper_is_found(colour):
    mask = drawn_seven(200, 0, 255)
    picture = Image.new("RGBA", mask.size, (*colour, 0))
    picture.putalpha(mask)
    reference = normalize_picture(mask)
    assert np.corrcoef(normalize_picture(picture).ravel(), reference.ravel())[0, 1] > 0.95


def test_grain_of_the_paper_is_no_ink():
    noisy = np.asarray(drawn_seven(280, 235, 40), np.float64)
    noisy += np.random.default_rng(0).normal(0, 6, noisy.shape)
    image = normalize_picture(np.clip(noisy, 0, 255).astype(np.uint8))
    reference = normalize_picture(drawn_seven(280, 235, 40))
    assert np.corrcoef(image.ravel(), reference.ravel())[0, 1] > 0.9


def test_a_stroke_that_is_nowhere_is_refused():
    with pytest.raises(DataError, match="not a number"):
        normalize_strokes([[(0, 0), (float("nan"), 5)]], 10)


@pytest.mark.parametrize("shape", [(0, 0), (784,), (1, 28, 28), (28, 28, 2)])
def test_an_array_that_is_no_picture_is_refused(shape):
    with pytest.raises(DataError):
        normalize_picture(np.zeros(shape, np.uint8))


@pytest.mark.parametrize(
    "made",
    [
        lambda a: a > 128,
        lambda a: a / 255,
        lambda a: a.astype(np.uint16) * 257,
        lambda a: a[..., None],
        lambda a: np.stack([a] * 3, axis=-1),
    ],
    ids=["bool", "0 to 1", "16 bits", "one channel", "three channels"],
)
def test_every_kind_of_array_is_read(made):
    array = np.asarray(drawn_seven(200, 255, 0))
    image, reference = normalize_picture(made(array)), normalize_picture(array)
    assert np.corrcoef(image.ravel(), reference.ravel())[0, 1] > 0.95


@pytest.mark.skipif(STROKES is None, reason="FISHLAB_STROKES names no file of pen strokes")
def test_digits_written_with_a_pen_are_read():
    samples = json.loads(Path(STROKES).read_text(encoding="utf-8"))["samples"]
    images = np.stack([normalize_strokes(sample["strokes"], 25) for sample in samples])
    digits = load_model("deep_convnet").predict(images[:, None]).argmax(axis=1)
    assert (digits == [sample["label"] for sample in samples]).mean() >= 0.97


def test_each_step_can_be_left_out():
    strokes = [Stroke(np.array(SEVEN[0], float), 20.0)]
    whole = Normalizer().strokes(strokes, canvas=(500, 500))
    assert max(whole.scaled.shape) == 20
    no_box = Normalizer(box=False, centre=False).strokes(strokes, canvas=(500, 500)).result
    assert max(extent(no_box)) < 16
    uncentred = Normalizer(centre=False).strokes(strokes, canvas=(500, 500)).result
    assert np.abs(centre(uncentred) - 14).max() > 1
    rough = Normalizer(antialias=False).strokes(strokes, canvas=(500, 500)).result
    assert len(np.unique(rough)) < len(np.unique(whole.result))


def test_what_the_eraser_takes_is_gone():
    line = Stroke(np.array([(50.0, 100.0), (350.0, 100.0)]), 20.0)
    eraser = Stroke(np.array([(300.0, 50.0), (300.0, 150.0)]), 160.0, erase=True)
    kept = Normalizer().strokes([line], canvas=(400, 400)).drawn
    rubbed = Normalizer().strokes([line, eraser], canvas=(400, 400)).drawn
    assert rubbed.sum() < 0.7 * kept.sum()


def test_opening_what_is_no_picture_says_so(tmp_path):
    path = tmp_path / "seven.png"
    with pytest.raises(DataError, match="no such file"):
        open_picture(path)
    path.write_bytes(b"not a picture")
    with pytest.raises(DataError, match="not a picture"):
        open_picture(path)
    content = io.BytesIO()
    drawn_seven(300, 255, 0).save(content, "PNG")
    path.write_bytes(content.getvalue()[: len(content.getvalue()) // 2])
    with pytest.raises(DataError, match="not a picture"):
        open_picture(path)


def test_a_picture_turned_by_its_camera_is_turned_back(tmp_path):
    upright = drawn_seven(200, 255, 0)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: show it turned by 90 degrees
    path = tmp_path / "turned.png"
    upright.rotate(90, expand=True).save(path, exif=exif)
    turned_back = normalize_picture(open_picture(path))
    reference = normalize_picture(upright)
    assert np.corrcoef(turned_back.ravel(), reference.ravel())[0, 1] > 0.95


def test_a_size_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.png"
    Image.new("1", (9000, 9000)).save(path)
    with pytest.raises(DataError, match="too many"):
        open_picture(path)


def test_ink_is_between_0_and_1():
    ink = picture_ink(mnist_digit())
    assert ink.dtype == np.float32
    assert (ink.min(), ink.max()) == (0, 1)
