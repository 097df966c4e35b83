"""Make the README's pictures and its animation from the program itself.

    python tools/make_pictures.py [NAME ...]

Each picture is `fishlab --screenshot`, the animation `fishlab run`, with the options below, written
to docs/; with a NAME only that one.
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
FILMS = {
    "race": ("optimizers", "--preset", "book", "--size", "800x500", "--fps", "8"),
}
LANGUAGES = (("en", ""), ("zh_CN", "-zh_CN"))


def main(wanted: list[str]) -> None:
    """Draw what is wanted, or all, in English and, with the ending -zh_CN, in Chinese."""
    DOCS.mkdir(exist_ok=True)
    for language, ending in LANGUAGES:
        for name, options in PICTURES.items():
            if not wanted or name in wanted:
                target = str(DOCS / f"{name}{ending}.png")
                fishlab("--screenshot", target, "--lang", language, "--size", SIZE, *options)
        for name, options in FILMS.items():
            if not wanted or name in wanted:
                # Three fifths of the size of a GIF, and shown wherever a README is.
                target = str(DOCS / f"{name}{ending}.webp")
                fishlab("run", *options, "--lang", language, "--out", target)


def fishlab(*arguments: str) -> None:
    """Run the program of this checkout."""
    subprocess.run([sys.executable, "-m", "fishlab", *arguments], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
