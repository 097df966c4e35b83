"""Files that are not what they say: cut short anywhere, or with bytes flipped.

Whoever reads one gives what is in it or its own error, in one line; nothing else is raised, and
nothing takes long. FISHLAB_THOROUGH=1 tries every prefix and a thousand flips of each kind.
"""

from __future__ import annotations

import gzip
import os
import pickle
import random
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from fishlab.datasets import DataError
from fishlab.datasets.idx import read_idx
from fishlab.datasets.personal import add_personal, load_personal, personal_folder
from fishlab.datasets.pictures import open_picture
from fishlab.datasets.points import read_points
from fishlab.engine import Trainer, TwoLayerNet
from fishlab.engine.weights import WeightsError, load_weights, save_weights
from fishlab.experiment import Run
from fishlab.experiment.export import SavedRunError, write_json, write_npz
from fishlab.experiment.kept import kept, kept_folder, load_kept, save_kept
from fishlab.experiment.opening import read_run
from fishlab.labs import find_lab

THOROUGH = bool(os.environ.get("FISHLAB_THOROUGH"))
PREFIXES = 1_000_000 if THOROUGH else 60
FLIPS = 1000 if THOROUGH else 60
LONGEST = 2.0


def picture(path: Path, **options: Any) -> None:
    Image.fromarray(np.arange(300, dtype=np.uint8).reshape(15, 20)).save(path, **options)


def idx(path: Path) -> None:
    content = struct.pack(">IIII", 0x803, 4, 5, 5) + bytes(range(100))
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)


def saved(path: Path) -> None:
    run = Run(find_lab("optimizers"), find_lab("optimizers").params(steps=3))
    run.execute()
    (write_npz if path.suffix == ".npz" else write_json)(path, run)


def points(path: Path) -> None:
    path.write_text("x1,x2,class\n" + "".join(f"{k},{k / 3},{k % 2}\n" for k in range(12)))


def trainer() -> Trainer:
    x, t = np.zeros((4, 3), np.float32), np.array([0, 1, 0, 1])
    network = TwoLayerNet(3, 2, 2, rng=np.random.default_rng(0))
    return Trainer(network, x, t, x, t, epochs=2, mini_batch_size=2, verbose=False)


MAKERS: dict[str, Callable[[Path], None]] = {
    **dict.fromkeys(("a.png", "a.gif", "a.bmp", "a.tif", "a.webp", "a.jpg"), picture),
    "weights.npz": lambda path: save_weights(path, {"W1": np.eye(3), "b1": np.ones(3)}, {"a": 1}),
    "weights.pkl": lambda path: path.write_bytes(pickle.dumps({"W1": np.eye(3)}, 2)) and None,
    "digits-idx3-ubyte": idx,
    "digits-idx3-ubyte.gz": idx,
    "points.csv": points,
    "run.json": saved,
    "run.npz": saved,
    "state.npz": lambda path: trainer().checkpoint(path),
}


def open_whole(path: Path) -> None:
    open_picture(path).load()


def reader(name: str) -> tuple[Callable[[Path], Any], type[Exception]]:
    """Return what reads a file of that name, and the only error that it may raise."""
    if name.startswith("a."):
        return open_whole, DataError
    if name.startswith("weights"):
        return load_weights, WeightsError
    if name.startswith("digits"):
        return read_idx, DataError
    if name.startswith("points"):
        return read_points, DataError
    if name.startswith("state"):
        return lambda path: trainer().restore(path), WeightsError
    return read_run, SavedRunError


def spoiled(content: bytes) -> Iterator[bytes]:
    """Yield prefixes of the content, and copies with one to four bytes changed."""
    chance = random.Random(0)
    step = max(1, len(content) // PREFIXES)
    for length in range(0, len(content), step):
        yield content[:length]
    for _ in range(FLIPS):
        flipped = bytearray(content)
        for _ in range(chance.randint(1, 4)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        yield bytes(flipped)


@pytest.mark.timeout(1200 if THOROUGH else 60)
@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", MAKERS)
def test_a_torn_file_gives_a_value_or_one_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    MAKERS[name](path)
    read, expected = reader(name)
    read(path)
    refused: list[str] = []
    for content in spoiled(path.read_bytes()):
        path.write_bytes(content)
        begin = time.perf_counter()
        try:
            read(path)
        except expected as error:
            refused.append(str(error))
        assert time.perf_counter() - begin < LONGEST
    assert len(refused) > 5
    assert all(refused)
    assert not [said for said in refused if "\n" in said]


@pytest.mark.timeout(1200 if THOROUGH else 60)
def test_torn_digits_of_ones_own_are_named_and_the_others_stay() -> None:
    for label in range(3):
        add_personal(np.eye(28, dtype=np.float32), label)
    torn = next(iter(personal_folder().glob("*.png")))
    whole = torn.read_bytes()
    for content in some(spoiled(whole)):
        torn.write_bytes(content)
        digits, problems = load_personal()
        assert len(digits) + len(problems) == 3
        assert all("\n" not in problem for problem in problems)


@pytest.mark.timeout(1200 if THOROUGH else 60)
def test_torn_kept_runs_are_named_and_the_others_stay() -> None:
    lab = find_lab("optimizers")
    for seed in range(2):
        run = Run(lab, lab.params(steps=2), seed)
        run.execute()
        save_kept(kept(run, f"run {seed}"))
    torn = next(iter(kept_folder(lab.id).glob("*.npz")))
    whole = torn.read_bytes()
    for content in some(spoiled(whole)):
        torn.write_bytes(content)
        runs, problems = load_kept(lab)
        assert len(runs) + len(problems) == 2
        assert all("\n" not in problem for problem in problems)


def some(contents: Iterator[bytes]) -> Iterator[bytes]:
    """Yield every third; a folder of files takes longer to read than one."""
    for number, content in enumerate(contents):
        if THOROUGH or number % 3 == 0:
            yield content
