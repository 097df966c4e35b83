"""Weight files: .npz, written and read, and the book's .pkl, read through `pickles`.

An .npz is a zip of NumPy arrays. Ours hold numbers only, and one text called "meta" with whatever
describes the weights, as JSON. A file from a stranger is taken for hostile: sizes are read from the
headers and bounded before any data, and nothing in it is ever executed.
"""

from __future__ import annotations

import json
import math
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from fishlab.engine.atomic import replacing
from fishlab.engine.pickles import read_pickle

# The largest network of the book has 4 MB; a file that unpacks to more than this is a mistake or an
# attack.
SIZE_LIMIT = 256 * 2**20
META = "meta"
# Bit by bit the same file for the same weights: zip entries get this date, not today's.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)

# All that zipfile, NumPy's headers, JSON and pickle raise on damaged or hostile files.
UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    MemoryError,
    RuntimeError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
)


class WeightsError(ValueError):
    """A weight file that cannot be read or written: which, what is wrong, what to do; one line."""


@dataclass(frozen=True)
class Weights:
    """The content of a weight file."""

    arrays: dict[str, NDArray[Any]]
    meta: dict[str, Any] = field(default_factory=dict)


def save_weights(
    path: str | os.PathLike[str],
    arrays: Mapping[str, NDArray[Any]],
    meta: Mapping[str, Any] | None = None,
) -> None:
    """Write arrays of numbers and a description, all at once, as .npz.

    meta: anything that JSON can hold. Raises WeightsError.
    """
    try:
        text = np.array(json.dumps(dict(meta or {}), ensure_ascii=False))
    except (TypeError, ValueError) as error:
        raise WeightsError(f"{path}: the description is not JSON: {error}") from None
    for name, array in arrays.items():
        if name == META or not isinstance(name, str):
            raise WeightsError(f"{path}: an array cannot be called {name!r}; choose another name")
        if np.asarray(array).dtype.kind not in "biuf":
            raise WeightsError(
                f"{path}: {name} does not hold numbers; only arrays of numbers are saved"
            )
    try:
        with replacing(path) as file, zipfile.ZipFile(file, "w") as archive:
            for name, array in (*arrays.items(), (META, text)):
                with archive.open(zipfile.ZipInfo(f"{name}.npy", ZIP_DATE), "w") as entry:
                    npy.write_array(entry, np.asarray(array), allow_pickle=False)
    except OSError as error:
        reason = error.strerror or error
        raise WeightsError(f"{path}: cannot be written: {reason}; choose another place") from error


def load_weights(path: str | os.PathLike[str]) -> Weights:
    """Read an .npz of arrays or a pickle of the book; its first bytes tell which, not its name.

    The arrays are new, writable and in native byte order. Raises WeightsError.
    """
    with _one_line(path):
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > SIZE_LIMIT:
                raise ValueError(f"larger than {SIZE_LIMIT >> 20} MB")
            if file.read(4) == b"PK\x03\x04":
                weights = _read_npz(file)
            else:
                file.seek(0)
                weights = Weights(read_pickle(file.read(SIZE_LIMIT), SIZE_LIMIT))
        for name, array in weights.arrays.items():
            if array.dtype.kind == "f" and not np.all(np.isfinite(array)):
                raise ValueError(f"{name} holds values that are not finite (nan or inf)")
    return weights


@contextmanager
def _one_line(path: str | os.PathLike[str]) -> Iterator[None]:
    """Every way in which reading can fail, as one WeightsError."""
    advice = "choose a weight file written by FishLab, or the book's .pkl"
    try:
        yield
    except FileNotFoundError:
        raise WeightsError(f"{path}: there is no such file; check the name") from None
    except OSError as error:
        reason = error.strerror or error
        raise WeightsError(f"{path}: cannot be read: {reason}; {advice}") from error
    except UNREADABLE as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise WeightsError(f"{path}: not usable weights: {reason}; {advice}") from error


def _read_npz(file: IO[bytes]) -> Weights:
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > SIZE_LIMIT:
            raise ValueError(f"it unpacks to more than {SIZE_LIMIT >> 20} MB")
        arrays: dict[str, NDArray[Any]] = {}
        meta: dict[str, Any] = {}
        for entry in entries:
            name = entry.filename.removesuffix(".npy")
            if name == entry.filename or name in arrays:
                raise ValueError(f"the entry {entry.filename!r} is no array")
            with archive.open(entry) as stream:
                array = _read_array(stream, entry.file_size, name)
            if name == META:
                meta = _read_meta(array)
            else:
                arrays[name] = array
    if not arrays:
        raise ValueError("it holds no arrays")
    return Weights(arrays, meta)


def _read_array(stream: IO[bytes], size: int, name: str) -> NDArray[Any]:
    """One array; its header must promise exactly the bytes that the entry has."""
    version = npy.read_magic(stream)
    if version == (1, 0):
        shape, fortran, dtype = npy.read_array_header_1_0(stream)
    elif version == (2, 0):
        shape, fortran, dtype = npy.read_array_header_2_0(stream)
    else:
        raise ValueError(f"{name} has the unknown array format {version}")
    if dtype.kind not in ("U" if name == META else "biuf"):
        raise ValueError(f"{name} holds {dtype}, not numbers")
    length = math.prod(shape) * dtype.itemsize
    if min(shape, default=0) < 0 or length != size - stream.tell():
        raise ValueError(f"{name} is said to have the shape {shape}, but its data do not fit that")
    data = stream.read(length)
    array = np.frombuffer(data, dtype).reshape(shape, order="F" if fortran else "C")
    return array.astype(dtype.newbyteorder("="), order="C")


def _read_meta(array: NDArray[Any]) -> dict[str, Any]:
    meta = json.loads(str(array[()])) if array.ndim == 0 else None
    if not isinstance(meta, dict):
        raise ValueError("its description is not a JSON object")
    return meta
