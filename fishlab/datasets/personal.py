"""The reader's own digits: drawings with labels, each a small picture file of its own.

One file a digit, `LABEL-TIME-CHANCE.png`, 28 × 28 grey: adding one never rewrites another, so two
windows at once cannot lose each other's, and a damaged file costs one digit, not all.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fishlab import paths
from fishlab.engine.atomic import replacing
from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError

_OTHER_SHAPE = QT_TRANSLATE_NOOP("data", "a digit of one's own is (28, 28), not {shape}")
_GONE = QT_TRANSLATE_NOOP("data", "{name}: this digit is no longer there")
_LABEL = QT_TRANSLATE_NOOP("data", "a digit's label is 0 to 9, not {label}")


@dataclass(frozen=True, eq=False)
class PersonalDigit:
    """A digit of the reader's: its file, its image (28, 28) of bytes, ink 255, and its label."""

    path: Path
    image: NDArray[np.uint8]
    label: int


# What was read of each file, with its time of change and size: of thousands of digits only those
# that are new are read when one is added. Replaced as a whole, so that threads need not agree.
_known: dict[Path, tuple[tuple[int, int], PersonalDigit]] = {}


def personal_folder() -> Path:
    """Where the reader's own digits are."""
    return paths.user_data() / "personal"


def load_personal() -> tuple[list[PersonalDigit], list[str]]:
    """Return all digits, oldest first, and a sentence for each file that cannot be read."""
    global _known
    problems, known = [], {}
    for path in sorted(_files(), key=lambda p: p.stem[2:]):
        try:
            status = path.stat()
            state = status.st_mtime_ns, status.st_size
            before, digit = _known.get(path, (None, None))
            if digit is None or before != state:
                digit = _read(path)
        except FileNotFoundError:
            continue  # another window has just removed or relabelled it
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            problems.append(f"{path.name}: not a digit of 28 × 28 pixels ({error}); left out")
            continue
        known[path] = state, digit
    _known = known
    return [digit for _, digit in known.values()], problems


def count_personal() -> int:
    """Return how many digits there are, without reading them."""
    return len(_files())


def add_personal(image: NDArray[Any], label: int) -> PersonalDigit:
    """Keep a digit: image (28, 28) of 0 … 1, label 0 … 9. Raises DataError or OSError."""
    _check(label)
    if image.shape != (28, 28):
        raise DataError(message(_OTHER_SHAPE, shape=image.shape))
    pixels = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    folder = personal_folder()
    folder.mkdir(parents=True, exist_ok=True)
    # Time orders the digits; chance keeps apart what two windows add at the same moment.
    path = folder / f"{label}-{time.time_ns():020d}-{secrets.token_hex(4)}.png"
    with replacing(path) as file:
        Image.fromarray(pixels).save(file, "PNG")
    return PersonalDigit(path, pixels, label)


def relabel_personal(digit: PersonalDigit, label: int) -> PersonalDigit:
    """Say what a digit is: its file gets another name. Raises DataError or OSError."""
    _check(label)
    path = digit.path.with_name(f"{label}{digit.path.name[1:]}")
    try:
        digit.path.rename(path)
    except FileNotFoundError:
        raise DataError(message(_GONE, name=digit.path.name)) from None
    return PersonalDigit(path, digit.image, label)


def remove_personal(digit: PersonalDigit) -> None:
    """Forget a digit; if it has gone already, that is fine. Raises OSError."""
    digit.path.unlink(missing_ok=True)


def _files() -> list[Path]:
    return list(personal_folder().glob("[0-9]-*.png"))


def _read(path: Path) -> PersonalDigit:
    """Read one digit; raises whatever Pillow does, ValueError for another size."""
    with Image.open(path) as picture:
        if picture.size != (28, 28):
            raise ValueError(f"it has {picture.width} × {picture.height}")
        image = np.array(picture.convert("L"))
    image.setflags(write=False)
    return PersonalDigit(path, image, int(path.name[0]))


def _check(label: int) -> None:
    if not 0 <= label <= 9:
        raise DataError(message(_LABEL, label=label))
