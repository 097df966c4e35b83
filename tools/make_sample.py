"""Make data/mnist_sample.npz: 5,000 training and 1,000 test digits out of MNIST's 70,000.

    python tools/make_sample.py FOLDER_WITH_THE_FOUR_IDX_FILES

Stratified: 500 of each digit for training, 100 for testing, drawn from MNIST's own training and
test parts with seed 0, so that running it again writes the same arrays.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from fishlab.datasets import load_mnist
from fishlab.engine.atomic import replacing
from fishlab.paths import bundled_data


def main(folder: str) -> None:
    """Write the sample from full MNIST in `folder`."""
    rng = np.random.default_rng(0)
    arrays = {}
    parts = zip(("train", "test"), load_mnist(False, False, data=folder), (500, 100), strict=True)
    for part, (images, labels), each in parts:
        classes = [np.flatnonzero(labels == digit) for digit in range(10)]
        chosen = np.concatenate([rng.choice(numbers, each, replace=False) for numbers in classes])
        rng.shuffle(chosen)
        arrays[f"x_{part}"] = images[chosen, 0]
        arrays[f"t_{part}"] = labels[chosen]
    target = bundled_data() / "mnist_sample.npz"
    with replacing(target) as file:
        np.savez_compressed(file, **arrays)
    print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python tools/make_sample.py FOLDER_WITH_THE_FOUR_IDX_FILES")
    main(sys.argv[1])
