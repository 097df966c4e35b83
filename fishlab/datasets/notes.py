"""The note that a picture carries: what FishLab wrote into it about the run that it shows."""

from __future__ import annotations

import os

from PIL import Image

from .errors import DataError

KEY = "fishlab"
LONGEST = 10_000_000


def picture_note(path: str | os.PathLike[str]) -> str:
    """Return the text that came with a PNG, GIF or WebP; "" if there is none.

    The picture itself is not unpacked. Raises DataError if it is no picture.
    """
    try:
        with Image.open(path, formats=("PNG", "GIF", "WEBP")) as picture:
            note = picture.info.get(
                {"PNG": KEY, "GIF": "comment", "WEBP": "xmp"}[str(picture.format)], ""
            )
    except FileNotFoundError:
        raise DataError(f"{path}: there is no such file") from None
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise DataError(f"{path}: not a picture that can be read ({error})") from error
    if isinstance(note, bytes):
        note = note.decode("utf-8", errors="replace")
    return note if isinstance(note, str) and len(note) <= LONGEST else ""
