"""MNIST as in the book: 28 × 28 handwritten digits, the bundled sample or all 70,000 (3.6.1)."""

from __future__ import annotations

import os
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from fishlab import paths
from fishlab.text import QT_TRANSLATE_NOOP, Names, message

from .errors import DataError
from .idx import read_idx
from .labelled import has_labelled
from .own import folder_digits, personal_digits

_NO_MNIST = QT_TRANSLATE_NOOP(
    "data",
    "MNIST was not found in {folders}; run `fishlab data download mnist`, "
    "or give the folder with its four idx files",
)
_NO_DATA = QT_TRANSLATE_NOOP(
    "data",
    '{data}: give "sample", "mnist", "own", or a folder with the four idx files or with '
    "labelled pictures",
)
_MISSING = QT_TRANSLATE_NOOP(
    "data",
    "{folder}: {files} not found there (with or without .gz), and no pictures in folders 0 to 9 "
    "or named like 7-mine.png",
)
_DAMAGED = QT_TRANSLATE_NOOP("data", "{path}: the bundled sample is damaged; install again")
_NOT_MNIST = QT_TRANSLATE_NOOP(
    "data",
    "{path}: {part} images {images} and labels {labels} are not MNIST's",
)
_GONE = QT_TRANSLATE_NOOP("data", "{folder}: {name} has gone")

Split = tuple[NDArray[Any], NDArray[Any]]
Bytes = NDArray[np.uint8]

FILES = {
    "x_train": "train-images-idx3-ubyte",
    "t_train": "train-labels-idx1-ubyte",
    "x_test": "t10k-images-idx3-ubyte",
    "t_test": "t10k-labels-idx1-ubyte",
}
SAMPLE = "mnist_sample.npz"


def load_mnist(
    normalize: bool = True,
    flatten: bool = True,
    one_hot_label: bool = False,
    data: str | os.PathLike[str] | None = None,
) -> tuple[Split, Split]:
    """Return ((x_train, t_train), (x_test, t_test)).

    normalize: ink as float32 0 … 1 instead of uint8 0 … 255. flatten: images (N, 784) instead of
    (N, 1, 28, 28). one_hot_label: labels (N, 10) instead of (N,).
    data: "sample" (bundled: 5,000 and 1,000), "mnist" (60,000 and 10,000), "own" (the reader's
    collection from the digits lab), a folder with the four idx files or with labelled pictures (see
    `labelled`), or None for all of MNIST if it is at hand and the sample if not.

    Raises DataError if the data cannot be found or read.
    """
    x_train, t_train, x_test, t_test = (
        personal_digits() if data == "own" else _arrays(_source(data))
    )
    return (
        (_images(x_train, normalize, flatten), _labels(t_train, one_hot_label)),
        (_images(x_test, normalize, flatten), _labels(t_test, one_hot_label)),
    )


def find_mnist() -> Path | None:
    """Return the folder that holds all four idx files: $FISHLAB_DATA or the user's, or None."""
    for folder in search_folders():
        if all(_file(folder, name) for name in FILES.values()):
            return folder
    return None


def search_folders() -> tuple[Path, ...]:
    """Where MNIST is looked for, in this order."""
    given = os.environ.get("FISHLAB_DATA")
    user = paths.user_data() / "mnist"
    return (Path(given), user) if given else (user,)


def _source(data: str | os.PathLike[str] | None) -> Path:
    """Return the sample's file or the folder of idx files that `data` names."""
    sample = paths.bundled_data() / SAMPLE
    if data == "sample":
        return sample
    if data is None or data == "mnist":
        folder = find_mnist()
        if folder is None and data == "mnist":
            raise DataError(message(_NO_MNIST, folders=Names(map(str, search_folders()))))
        return folder or sample
    folder = Path(data)
    if not folder.is_dir():
        raise DataError(message(_NO_DATA, data=data))
    missing = [name for name in FILES.values() if not _file(folder, name)]
    if missing and (len(missing) < len(FILES) or not has_labelled(folder)):
        raise DataError(message(_MISSING, folder=folder, files=Names(missing)))
    return folder.resolve()


def _file(folder: Path, name: str) -> Path | None:
    for candidate in (folder / name, folder / f"{name}.gz"):
        if candidate.is_file():
            return candidate
    return None


@lru_cache(maxsize=2)
def _arrays(source: Path) -> tuple[Bytes, Bytes, Bytes, Bytes]:
    """Return x_train, t_train, x_test, t_test as bytes, read-only; kept for the next caller."""
    if source.is_dir() and not _file(source, FILES["x_train"]):
        arrays = dict(zip(FILES, folder_digits(source), strict=True))
    elif source.is_dir():
        arrays = {key: read_idx(_found(source, name)) for key, name in FILES.items()}
    else:
        try:
            # Opened here, so that it is closed even if np.load finds that it is no archive.
            with source.open("rb") as file, np.load(file, allow_pickle=False) as sample:
                arrays = {key: sample[key] for key in FILES}
        except (OSError, EOFError, ValueError, KeyError, BadZipFile, zlib.error) as error:
            raise DataError(message(_DAMAGED, path=source)) from error
    for part in ("train", "test"):
        images, labels = arrays[f"x_{part}"], arrays[f"t_{part}"]
        fitting = images.shape[1:] == (28, 28) and labels.shape == images.shape[:1]
        if not fitting or not len(labels) or labels.max() > 9:
            raise DataError(
                message(
                    _NOT_MNIST, path=source, part=part, images=images.shape, labels=labels.shape
                )
            )
    for array in arrays.values():
        array.flags.writeable = False
    return arrays["x_train"], arrays["t_train"], arrays["x_test"], arrays["t_test"]


def _found(folder: Path, name: str) -> Path:
    path = _file(folder, name)
    if path is None:
        raise DataError(message(_GONE, folder=folder, name=name))
    return path


def _images(images: Bytes, normalize: bool, flatten: bool) -> NDArray[Any]:
    shaped = images.reshape(-1, 784) if flatten else images.reshape(-1, 1, 28, 28)
    if not normalize:
        return shaped.copy()
    return np.divide(shaped, np.float32(255), dtype=np.float32)


def _labels(labels: Bytes, one_hot: bool) -> NDArray[Any]:
    if one_hot:
        return np.eye(10, dtype=np.float32)[labels]
    return labels.copy()
