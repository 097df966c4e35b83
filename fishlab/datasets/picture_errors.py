"""What Pillow raises over a file, told to the reader."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError

_NO_FILE = QT_TRANSLATE_NOOP("data", "{path}: there is no such file")
_NO_PICTURE = QT_TRANSLATE_NOOP("data", "{path}: not a picture that can be read")
_DAMAGED = QT_TRANSLATE_NOOP("data", "{path}: not a picture that can be read ({reason})")


@contextmanager
def reading(path: str | os.PathLike[str]) -> Iterator[None]:
    """Open and read the picture at `path` inside: what goes wrong becomes a DataError."""
    try:
        yield
    except DataError:
        raise
    except FileNotFoundError:
        raise DataError(message(_NO_FILE, path=path)) from None
    except UnidentifiedImageError as error:
        raise DataError(message(_NO_PICTURE, path=path)) from error
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise DataError(message(_DAMAGED, path=path, reason=str(error))) from error
