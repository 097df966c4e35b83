"""The note that a PDF carries: the text that FishLab attached to it about the run that it shows.

Only our own files are read, as Qt's writer leaves them: a file named fishlab.json, attached by its
object's number and compressed. Whatever another program has made of such a PDF has lost its run.
"""

from __future__ import annotations

import re
import zlib

NAME = "fishlab.json"
# The name is short: a bound keeps a hostile file from being searched over and over.
_ATTACHED = re.compile(
    rb"/F \((?P<name>[^)]{1,200})\)\s{0,4}/EF <</F (?P<number>\d{1,9}) 0 R>>", re.DOTALL
)
_CONTENT = rb"endobj\s{1,4}%s 0 obj\s{0,4}<<[^>]{0,500}/FlateDecode[^>]{0,500}>>\s{0,4}stream\r?\n"


def attached_note(content: bytes, longest: int) -> bytes:
    """Return the attached text of a PDF's `content`, at most `longest` bytes; b"" if there is none.

    Raises ValueError if it is torn or longer.
    """
    for attached in _ATTACHED.finditer(content):
        if attached["name"] in (NAME.encode(), b"\xfe\xff" + NAME.encode("utf-16-be")):
            return _unpacked(content, attached["number"], longest)
    return b""


def _unpacked(content: bytes, number: bytes, longest: int) -> bytes:
    found = re.search(_CONTENT % number, content)
    if found is None:
        raise ValueError("the attached run is missing")
    unpacking = zlib.decompressobj()
    try:
        # The stream knows its own end; what follows it is the rest of the file.
        note = unpacking.decompress(memoryview(content)[found.end() :], longest)
    except zlib.error as error:
        raise ValueError(f"the attached run is damaged: {error}") from None
    if not unpacking.eof:
        raise ValueError("the attached run is torn, or too large")
    return note
