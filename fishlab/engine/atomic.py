"""Writing a file all at once: the new content appears whole, or the old file stays as it was.

Data goes to a temporary file in the same folder, is forced to the disk, and then takes the place of
the old file in one step (`os.replace`). A full disk, a lost permission, an exception or a pulled
plug in the middle leaves the old file untouched.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


@contextmanager
def replacing(
    path: str | os.PathLike[str],
    mode: str = "wb",
    *,
    encoding: str | None = None,
    newline: str | None = None,
) -> Iterator[IO[Any]]:
    """Open a file that becomes `path` when the block ends without an exception.

    `mode` is "wb", "w" or either with "+"; text is UTF-8 unless `encoding` says otherwise. A
    symbolic link is followed, an existing file keeps its permissions, and something that is not a
    file (a pipe, `/dev/stdout`) is written directly, since it cannot be replaced.

    Raises OSError when the file cannot be written, and whatever the block raises; the old file is
    whole then, and nothing temporary is left behind.
    """
    if "w" not in mode:
        raise ValueError(f'replacing() writes new files: mode must be "wb" or "w", not {mode!r}')
    if "b" not in mode:
        encoding = encoding or "utf-8"
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        with open(target, mode, encoding=encoding, newline=newline) as file:
            yield file
        return
    _refuse_what_cannot_be_replaced(target)
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, mode.replace("w", "x"), encoding=encoding, newline=newline) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and error.filename == str(temporary):
            error.filename = os.fspath(path)  # the reader knows of no other
        raise
    _sync_folder(target.parent)


def _refuse_what_cannot_be_replaced(target: Path) -> None:
    """`os.replace` asks only the folder for permission; a read-only file is to be respected."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
