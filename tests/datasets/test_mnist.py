"""load_mnist: the book's calling convention, the bundled sample, folders of idx files."""

import gzip
import hashlib
import os
import struct

import numpy as np
import pytest

from fishlab import paths
from fishlab.datasets import DataError, find_mnist, load_mnist
from fishlab.datasets.idx import read_idx
from fishlab.datasets.mnist import FILES, SAMPLE

FULL = os.environ.get("FISHLAB_DATA")


def idx_bytes(array: np.ndarray) -> bytes:
    header = struct.pack(">HBB", 0, 8, array.ndim) + struct.pack(f">{array.ndim}I", *array.shape)
    return header + array.astype(np.uint8).tobytes()


@pytest.fixture
def folder(tmp_path):
    """A tiny MNIST of 20 and 10 digits: two files gzipped, two not."""
    rng = np.random.default_rng(1)
    for part, count in (("train", 20), ("test", 10)):
        images = rng.integers(0, 256, (count, 28, 28))
        (tmp_path / FILES[f"x_{part}"]).write_bytes(idx_bytes(images))
        labels = gzip.compress(idx_bytes(np.arange(count) % 10))
        (tmp_path / f"{FILES[f't_{part}']}.gz").write_bytes(labels)
    return tmp_path


def test_the_sample_is_stratified_and_as_in_the_book():
    (x_train, t_train), (x_test, t_test) = load_mnist(data="sample")
    assert x_train.shape == (5000, 784)
    assert x_test.shape == (1000, 784)
    assert x_train.dtype == np.float32
    assert x_train.min() == 0.0
    assert x_train.max() == 1.0
    assert np.bincount(t_train).tolist() == [500] * 10
    assert np.bincount(t_test).tolist() == [100] * 10


def test_the_books_options():
    (x, t), _ = load_mnist(normalize=False, flatten=False, one_hot_label=True, data="sample")
    assert x.shape == (5000, 1, 28, 28)
    assert x.dtype == np.uint8
    assert t.shape == (5000, 10)
    assert (t.sum(axis=1) == 1).all()


def test_what_one_caller_changes_another_does_not_see():
    (x, t), _ = load_mnist(normalize=False, data="sample")
    first = t[0]
    x[:] = 0
    t[0] = (first + 1) % 10
    (again, labels), _ = load_mnist(normalize=False, data="sample")
    assert again.max() == 255
    assert labels[0] == first


def test_a_folder_with_gzipped_and_plain_files(folder):
    (x_train, t_train), (x_test, _) = load_mnist(data=folder)
    assert x_train.shape == (20, 784)
    assert x_test.shape == (10, 784)
    assert t_train.tolist() == [*range(10)] * 2


def test_full_mnist_is_found_in_the_environments_folder(folder, monkeypatch):
    monkeypatch.setenv("FISHLAB_DATA", str(folder))
    assert find_mnist() == folder
    assert len(load_mnist(data="mnist")[0][0]) == 20
    assert len(load_mnist()[0][0]) == 20


def test_without_mnist_the_sample_serves_and_asking_for_mnist_says_what_to_do(
    tmp_path, monkeypatch
):
    monkeypatch.delenv("FISHLAB_DATA", raising=False)
    assert len(load_mnist()[0][0]) == 5000
    with pytest.raises(DataError, match="fishlab data download mnist"):
        load_mnist(data="mnist")
    with pytest.raises(DataError, match="train-images-idx3-ubyte"):
        load_mnist(data=tmp_path)
    with pytest.raises(DataError, match='give "sample"'):
        load_mnist(data="nowhere")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda b: b"", "not an idx file"),
        (lambda b: b[:3], "not an idx file"),
        (lambda b: b[:10], "cut off"),
        (lambda b: b[:-1], "promises"),
        (lambda b: b + b"\0", "promises"),
        (lambda b: b"\0\0\x0d" + b[3:], "not an idx file"),
        (lambda b: gzip.compress(b)[:-9], "cannot be read"),
        (lambda b: b"\x1f\x8b" + b, "cannot be read"),
    ],
)
def test_a_damaged_file_is_named(tmp_path, damage, said):
    path = tmp_path / "images"
    path.write_bytes(damage(idx_bytes(np.zeros((3, 28, 28)))))
    with pytest.raises(DataError, match=said) as caught:
        read_idx(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_labels_that_do_not_belong_to_the_images_are_refused(folder):
    (folder / f"{FILES['t_test']}.gz").write_bytes(gzip.compress(idx_bytes(np.arange(9))))
    with pytest.raises(DataError, match="not MNIST's"):
        load_mnist(data=folder)


def test_a_folder_without_a_single_digit_is_refused(folder):
    (folder / FILES["x_test"]).write_bytes(idx_bytes(np.zeros((0, 28, 28))))
    (folder / f"{FILES['t_test']}.gz").write_bytes(gzip.compress(idx_bytes(np.zeros(0))))
    with pytest.raises(DataError, match="not MNIST's"):
        load_mnist(data=folder)


@pytest.mark.parametrize(
    "damage", [lambda b: b[:5000], lambda b: b"", lambda b: b[:3000] + bytes(200) + b[3200:]]
)
def test_a_damaged_sample_is_said_to_be_damaged(tmp_path, monkeypatch, damage):
    content = (paths.bundled_data() / SAMPLE).read_bytes()
    (tmp_path / SAMPLE).write_bytes(damage(content))
    monkeypatch.setattr(paths, "bundled_data", lambda: tmp_path)
    with pytest.raises(DataError, match="install again"):
        load_mnist(data="sample")


def test_the_readme_names_the_samples_checksum():
    content = (paths.bundled_data() / SAMPLE).read_bytes()
    readme = (paths.bundled_data() / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(content).hexdigest() in readme


@pytest.mark.skipif(FULL is None, reason="FISHLAB_DATA names no folder with full MNIST")
def test_full_mnist():
    (x_train, _), (x_test, t_test) = load_mnist(data="mnist")
    assert x_train.shape == (60_000, 784)
    assert x_test.shape == (10_000, 784)
    assert t_test[:5].tolist() == [7, 2, 1, 0, 4]
