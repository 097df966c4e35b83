"""Opening what was exported: whatever the file is, it says how to have its run again."""

from __future__ import annotations

import html
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from numpy.lib import format as npy

from fishlab.datasets import DataError

from .export import SavedRun, SavedRunError, as_saved_run
from .pdf_note import attached_note

LARGEST_TEXT = 64 * 2**20
_REPORT = re.compile(r"<script type='application/json' id='fishlab-run'>(.*?)</script>", re.DOTALL)
_DRAWING = re.compile(r"<desc>(.*?)</desc>", re.DOTALL)


def read_run(path: Path | str) -> SavedRun:
    """Return the run that a file tells of: .json, .png, .gif, .webp, .svg, .pdf, .html or .npz.

    Raises SavedRunError or OSError.
    """
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SavedRunError(f"{path}: a run is in one of {', '.join(READERS)}")
    text = reader(path)
    if not text:
        raise SavedRunError(f"{path}: it does not say which run it shows")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SavedRunError(f"{path}: not a saved run: it is not JSON ({error})") from None
    return as_saved_run(path, content)


def _check_size(path: Path) -> None:
    if path.stat().st_size > LARGEST_TEXT:
        raise SavedRunError(f"{path}: too large for a saved run")


def _text(path: Path) -> str:
    _check_size(path)
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SavedRunError(f"{path}: not a saved run: it is not text ({error.reason})") from None


def _picture(path: Path) -> str:
    from fishlab.datasets.notes import picture_note  # Pillow: not before there is a picture

    try:
        return picture_note(path)
    except DataError as error:
        raise SavedRunError(str(error)) from error


def _drawing(path: Path) -> str:
    found = _DRAWING.search(_text(path))
    return html.unescape(found[1]) if found else ""


def _attachment(path: Path) -> str:
    _check_size(path)
    try:
        return attached_note(path.read_bytes(), LARGEST_TEXT).decode()
    except ValueError as error:
        raise SavedRunError(f"{path}: not a saved run: {error}") from None


def _report(path: Path) -> str:
    found = _REPORT.search(_text(path))
    return found[1].strip() if found else ""


def _archive(path: Path) -> str:
    """The text "meta" alone: the frames are not unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("meta.npy").file_size > LARGEST_TEXT:
                raise SavedRunError(f"{path}: too large for a saved run")
            with archive.open("meta.npy") as entry:
                return str(npy.read_array(entry, allow_pickle=False)[()])
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError) as error:
        raise SavedRunError(f"{path}: not a saved run ({error})") from error


READERS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {
        ".json": _text,
        ".png": _picture,
        ".gif": _picture,
        ".webp": _picture,
        ".svg": _drawing,
        ".pdf": _attachment,
        ".html": _report,
        ".npz": _archive,
    }
)
