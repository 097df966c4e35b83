"""One thread for each matrix product, while a network computes.

The engine splits a batch over threads itself; were every product split again, the threads would
fight for the cores. The number of OpenBLAS's threads is a setting of the library that NumPy has
loaded; `single_threaded_blas` lowers it for a while. With another library (Accelerate, MKL), or
when the library is not found, nothing happens, and the results are the same.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

# The names of the functions in NumPy's own wheels, and in libraries of the system.
PREFIXES = ("scipy_openblas", "openblas")
SUFFIXES = ("64_", "")


class _OpenBlas(NamedTuple):
    get: Callable[[], int]
    set: Callable[[int], None]
    core: Callable[[], bytes]


_lock = threading.Lock()
_inside = 0
_before = 1


@contextmanager
def single_threaded_blas() -> Iterator[None]:
    """Matrix products take one thread inside; the number from before comes back at the end.

    May be nested, and used by several threads at a time: the last one to leave restores. The
    setting holds for the whole process, so products of others meanwhile take one thread too.
    """
    global _inside, _before
    library = _open_blas()
    if library is None:
        yield
        return
    with _lock:
        _inside += 1
        if _inside == 1:
            _before = library.get()
            if _before != 1:
                library.set(1)
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0 and _before != 1:
                library.set(_before)


def blas_threads() -> int | None:
    """The number of threads a large product takes now, None where that cannot be told."""
    library = _open_blas()
    return None if library is None else library.get()


def blas_core() -> str | None:
    """The kind of processor that products are written for ("Haswell"); None: it cannot be told."""
    library = _open_blas()
    return None if library is None else library.core().decode("ascii", "replace")


@cache
def _open_blas() -> _OpenBlas | None:
    for path in _candidates():
        try:
            library = ctypes.CDLL(path)
        except OSError:
            continue
        for prefix in PREFIXES:
            for suffix in SUFFIXES:
                try:
                    getter = library[f"{prefix}_get_num_threads{suffix}"]
                    setter = library[f"{prefix}_set_num_threads{suffix}"]
                    core = library[f"{prefix}_get_corename{suffix}"]
                except AttributeError:
                    continue
                getter.restype, getter.argtypes = ctypes.c_int, []
                setter.restype, setter.argtypes = None, [ctypes.c_int]
                core.restype, core.argtypes = ctypes.c_char_p, []
                return _OpenBlas(getter, setter, core)
    return None


def _candidates() -> Iterator[str]:
    """Where OpenBLAS may be: beside NumPy in its wheels; else among what is loaded already."""
    package = Path(np.__file__).parent
    for folder in (package.parent / "numpy.libs", package / ".dylibs", package / ".libs"):
        if folder.is_dir():
            yield from sorted(str(path) for path in folder.glob("*openblas*"))
    maps = Path("/proc/self/maps")
    if sys.platform == "linux" and maps.exists():
        fields = (line.split(maxsplit=5) for line in maps.read_text().splitlines())
        loaded = {part[5] for part in fields if len(part) == 6}
        yield from sorted(path for path in loaded if "blas" in Path(path).name)
