"""Make the README's pictures from the program itself.

    python tools/make_pictures.py

Each is `fishlab --screenshot` with the options below, written to docs/.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = "1280x800"
PICTURES = {
    "perceptron-light": ("--lab", "perceptron", "--preset", "weights", "--theme", "light"),
    "perceptron-dark": ("--lab", "perceptron", "--preset", "stack", "--theme", "dark"),
    "activations-light": ("--lab", "activations", "--preset", "saturation", "--theme", "light"),
    "activations-dark": ("--lab", "activations", "--preset", "collapse", "--theme", "dark"),
    "forward-light": ("--lab", "forward", "--preset", "book", "--theme", "light"),
    "gradients-dark": ("--lab", "gradients", "--preset", "book", "--theme", "dark"),
    "backprop-dark": ("--lab", "backprop", "--preset", "apple_orange", "--theme", "dark"),
    "initialization-light": ("--lab", "initialization", "--preset", "relu_he", "--theme", "light"),
    "training-dark": ("--lab", "training", "--preset", "all_cures", "--theme", "dark"),
    "cnn-dark": ("--lab", "cnn", "--preset", "maps", "--theme", "dark"),
    "depth-light": ("--lab", "depth", "--preset", "book", "--theme", "light"),
    "digits-light": ("--lab", "digits", "--preset", "layers", "--theme", "light"),
    "digits-dark": ("--lab", "digits", "--preset", "confusion", "--theme", "dark"),
    "optimizers-light": ("--lab", "optimizers", "--preset", "book", "--theme", "light"),
    "optimizers-dark": ("--lab", "optimizers", "--preset", "himmelblau", "--theme", "dark"),
}


def main() -> None:
    """Draw every picture, in English and, with the ending -zh_CN, in Chinese."""
    DOCS.mkdir(exist_ok=True)
    for name, options in PICTURES.items():
        for language, ending in (("en", ""), ("zh_CN", "-zh_CN")):
            target = DOCS / f"{name}{ending}.png"
            command = ("-m", "fishlab", "--screenshot", str(target), "--lang", language)
            subprocess.run([sys.executable, *command, "--size", SIZE, *options], check=True)


if __name__ == "__main__":
    main()
