"""The note that a picture carries: what FishLab wrote into it about the run that it shows."""

from __future__ import annotations

import os

from PIL import Image

from .picture_errors import reading

KEY = "fishlab"
LONGEST = 10_000_000


def picture_note(path: str | os.PathLike[str]) -> str:
    """Return the text that came with a PNG, GIF or WebP; "" if there is none.

    The picture itself is not unpacked. Raises DataError if it is no picture.
    """
    with reading(path), Image.open(path, formats=("PNG", "GIF", "WEBP")) as picture:
        key = {"PNG": KEY, "GIF": "comment", "WEBP": "xmp"}[str(picture.format)]
        note = picture.info.get(key, "")
    if isinstance(note, bytes):
        note = note.decode("utf-8", errors="replace")
    return note if isinstance(note, str) and len(note) <= LONGEST else ""
