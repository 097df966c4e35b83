"""Augmentation: each change by itself does what its name says, to copies, from a seed."""

import numpy as np
import pytest

from fishlab.datasets import Augmentation, load_mnist

EVERYTHING = Augmentation(
    shift=2, rotate=10, scale=0.1, shear=0.1, elastic=1, thickness=1, noise=0.1, erase=6, flip=True
)


@pytest.fixture(scope="module")
def digits():
    return load_mnist(flatten=False, data="sample")[1][0][:64]


def rng():
    return np.random.default_rng(7)


def centres(images):
    rows, columns = np.indices((28, 28))
    mass = images.sum(axis=(1, 2, 3))
    return np.stack([(images[:, 0] * i).sum(axis=(1, 2)) / mass for i in (rows, columns)])


def test_nothing_asked_nothing_changed(digits):
    np.testing.assert_array_equal(Augmentation()(digits, rng()), digits)


def test_the_input_stays_and_the_seed_decides(digits):
    before = digits.copy()
    first, second = EVERYTHING(digits, rng()), EVERYTHING(digits, rng())
    np.testing.assert_array_equal(digits, before)
    np.testing.assert_array_equal(first, second)
    assert not np.array_equal(first, EVERYTHING(digits, np.random.default_rng(8)))


@pytest.mark.parametrize("shape", [(64, 784), (64, 28, 28), (64, 1, 28, 28)])
def test_every_shape_comes_back_as_it_went_in(digits, shape):
    image = EVERYTHING(digits.reshape(shape), rng())
    assert image.shape == shape
    assert image.dtype == np.float32
    assert 0 <= image.min() <= image.max() <= 1


def test_shift_moves_the_ink_by_at_most_that_much(digits):
    moved = centres(Augmentation(shift=2)(digits, rng())) - centres(digits)
    assert 1 < np.abs(moved).max() <= 2.01


def test_rotation_keeps_the_amount_of_ink_and_the_middle(digits):
    turned = Augmentation(rotate=15)(digits, rng())
    np.testing.assert_allclose(turned.sum(axis=(1, 2, 3)), digits.sum(axis=(1, 2, 3)), rtol=0.03)
    assert np.abs(turned - digits).max() > 0.5


def test_scale_changes_the_area(digits):
    ratio = Augmentation(scale=0.2)(digits, rng()).sum(axis=(1, 2, 3)) / digits.sum(axis=(1, 2, 3))
    assert ratio.min() < 0.85
    assert ratio.max() > 1.15


def test_shear_slants_what_was_upright():
    bar = np.zeros((32, 1, 28, 28), np.float32)
    bar[:, :, 4:24, 13:15] = 1
    slanted = Augmentation(shear=0.3)(bar, rng())
    top = (slanted[:, 0, 6] * np.arange(28)).sum(axis=1) / slanted[:, 0, 6].sum(axis=1)
    bottom = (slanted[:, 0, 21] * np.arange(28)).sum(axis=1) / slanted[:, 0, 21].sum(axis=1)
    assert np.abs(top - bottom).max() > 3


def test_elastic_bends_but_keeps_the_digit(digits):
    bent = Augmentation(elastic=1)(digits, rng())
    alike = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(bent, digits, strict=True)]
    assert 0.5 < np.mean(alike) < 0.98


def test_thickness_makes_bolder_and_finer(digits):
    ratio = Augmentation(thickness=1)(digits, rng()).sum(axis=(1, 2, 3))
    ratio /= digits.sum(axis=(1, 2, 3))
    assert ratio.min() < 0.85
    assert ratio.max() > 1.3


def test_noise_erase_and_flip(digits):
    assert np.std(Augmentation(noise=0.2)(np.full_like(digits, 0.5), rng())) == pytest.approx(
        0.2, rel=0.1
    )
    blank = Augmentation(erase=5)(np.ones_like(digits), rng())
    np.testing.assert_array_equal((blank == 0).sum(axis=(1, 2, 3)), 25)
    flipped = Augmentation(flip=True)(digits, rng())
    mirrored = [np.array_equal(a, b[..., ::-1]) for a, b in zip(flipped, digits, strict=True)]
    assert 0.25 < np.mean(mirrored) < 0.75


def test_a_negative_strength_is_refused():
    with pytest.raises(ValueError, match="rotate must be 0 or more"):
        Augmentation(rotate=-1)
