"""Labelled pictures and one's own digits as data: found, normalised, parted, and learned from."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fishlab.cli import main
from fishlab.datasets import DataError, load_mnist
from fishlab.datasets.labelled import labelled_pictures
from fishlab.datasets.own import TEST_EVERY
from fishlab.datasets.personal import add_personal
from fishlab.engine.weights import load_weights
from fishlab.experiment.training import Training

COUNT = 60


@pytest.fixture
def digits():
    (x, t), _ = load_mnist(flatten=False, data="sample")
    return x[:COUNT, 0], t[:COUNT]


@pytest.fixture
def folder(tmp_path: Path, digits) -> Path:
    """Half in folders, half by name, dark on light and light on dark, larger than MNIST's."""
    for number, (image, label) in enumerate(zip(*digits, strict=True)):
        ink = image if number % 3 else 1 - image
        picture = Image.fromarray((ink * 255).astype(np.uint8)).resize((70, 70))
        name = f"{label}/{number}.png" if number % 2 else f"{label}-{number}.png"
        (tmp_path / name).parent.mkdir(exist_ok=True)
        picture.save(tmp_path / name)
    return tmp_path


def test_a_folder_of_labelled_pictures_is_data(folder, digits):
    (x, t), (_, t_test) = load_mnist(flatten=False, data=folder)
    assert len(t_test) == COUNT // TEST_EVERY
    assert x.shape == (COUNT - len(t_test), 1, 28, 28)
    assert x.dtype == np.float32
    # Nothing is lost, and ink is bright whatever the picture was.
    assert sorted([*t, *t_test]) == sorted(digits[1])
    assert max(image.mean() for image in x) < 0.5


def test_the_parts_are_always_the_same_and_mixed(folder):
    (_, t), _ = load_mnist(data=folder)
    (_, again), _ = load_mnist(data=folder)
    np.testing.assert_array_equal(t, again)
    assert len(set(t[:10])) > 3


@pytest.mark.parametrize("name", ["2024-05-01.png", "seven.png", "7.txt", "10/a.png", "x/7.png"])
def test_a_name_that_tells_no_label_is_passed_over(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(DataError, match="no labelled pictures; put them into folders named 0 to 9"):
        labelled_pictures(tmp_path)


def test_a_damaged_picture_is_named(folder):
    (folder / "3" / "broken.png").parent.mkdir(exist_ok=True)
    (folder / "3" / "broken.png").write_bytes(b"no picture")
    with pytest.raises(DataError, match=r"broken\.png: not a picture"):
        load_mnist(data=folder)


def test_a_picture_without_ink_is_named(folder):
    Image.new("L", (40, 40), 255).save(folder / "3-blank.png")
    with pytest.raises(DataError, match=r"3-blank\.png: there is no ink"):
        load_mnist(data=folder)


def test_too_few_digits_are_told(digits):
    with pytest.raises(DataError, match="there are 0 digits of your own; 20 are needed"):
        load_mnist(data="own")


def test_one_s_own_digits_are_data_as_they_are_now(digits):
    for image, label in zip(*digits, strict=True):
        add_personal(image, int(label))
    (_, t), (_, t_test) = load_mnist(data="own")
    assert len(t) + len(t_test) == COUNT
    add_personal(digits[0][0], 5)
    (_, t), (_, t_test) = load_mnist(data="own")
    assert len(t) + len(t_test) == COUNT + 1


def test_a_folder_trains_and_judges_a_network_from_the_command_line(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    assert main(["train", "two_layer", "--data", ".", "--epochs", "1", "--out", "w.npz"]) == 0
    assert main(["evaluate", "two_layer", "--weights", "w.npz", "--data", "."]) == 0
    assert "of 10 digits" in capsys.readouterr().out


def test_weights_name_the_digits_that_they_have_learned(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder.parent)
    line = ["train", "two_layer", "--data", folder.name, "--epochs", "1", "--out", "w.npz"]
    assert main(line) == 0
    meta = load_weights("w.npz").meta
    assert meta["data"] == folder.name
    assert f"--data {folder.name}" in meta["command"]


def test_a_thousand_digits_of_one_s_own_are_not_the_sample(monkeypatch, digits):
    x, t = np.resize(digits[0], (6000, 784)), np.resize(digits[1], 6000)
    monkeypatch.setattr(
        "fishlab.experiment.training.load_mnist",
        lambda **_: ((x[1000:], t[1000:]), (x[:1000], t[:1000])),
    )
    assert Training("two_layer", "own").result()["data"] == "own"
