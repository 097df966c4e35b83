"""Reading the pickles of the book's weights without running anything that they may contain.

A pickle is a program: loading one from a stranger with `pickle.load` runs whatever the stranger
wrote. The book's files need six instructions' worth of that power: a dict of names and float
arrays. So this module

1. walks through the instructions without executing them, and refuses all but the harmless ones;
2. answers the three names that such files use (`_reconstruct`, `ndarray`, `dtype`) with small
classes of its
   own that only remember what they were given, and refuses every other name;
3. builds the arrays itself, after checking each shape against the bytes that are really there.
"""

from __future__ import annotations

import io
import math
import pickle
import pickletools
import re
import warnings
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

# A weight file has some ten instructions an array; this is room for a thousand arrays.
INSTRUCTION_LIMIT = 50_000
HARMLESS = frozenset(
    """
    PROTO FRAME STOP MARK POP POP_MARK EMPTY_DICT DICT SETITEM SETITEMS EMPTY_TUPLE TUPLE
    TUPLE1 TUPLE2 TUPLE3 NONE NEWTRUE NEWFALSE INT BININT BININT1 BININT2 LONG LONG1 STRING
    BINSTRING SHORT_BINSTRING BINBYTES SHORT_BINBYTES BINBYTES8 UNICODE BINUNICODE
    SHORT_BINUNICODE BINUNICODE8 GLOBAL STACK_GLOBAL REDUCE BUILD PUT BINPUT LONG_BINPUT
    MEMOIZE GET BINGET LONG_BINGET
    """.split()  # noqa: SIM905
)
FLOATS = re.compile(r"f[248]")


def read_pickle(data: bytes, size_limit: int) -> dict[str, NDArray[Any]]:
    """The arrays of a pickled dict of str -> float array (protocols 0 to 4, also of Python 2).

    Raises ValueError, or what the pickle module raises on damage (among them EOFError, KeyError,
    IndexError, TypeError, all turned into one kind by the caller), when the data are anything else,
    or when the arrays together exceed `size_limit` bytes.
    """
    _check_instructions(data)
    try:
        content = _Unpickler(io.BytesIO(data), encoding="latin1").load()
    except pickle.UnpicklingError as error:
        raise ValueError(str(error)) from None
    if not isinstance(content, dict) or not content:
        raise ValueError("it does not hold a dictionary of arrays")
    arrays: dict[str, NDArray[Any]] = {}
    remaining = size_limit
    for name, value in content.items():
        if isinstance(name, bytes):
            name = name.decode("latin1")
        if not isinstance(name, str) or not isinstance(value, _Array):
            raise ValueError("it does not hold a dictionary of arrays")
        remaining -= value.size_in_bytes(name)
        if remaining < 0:
            raise ValueError(f"its arrays exceed {size_limit >> 20} MB")
        arrays[name] = value.build()
    return arrays


def _check_instructions(data: bytes) -> None:
    """Raise ValueError unless every instruction is harmless; see `_refuse_instructions`."""
    with warnings.catch_warnings():
        # A damaged text may hold an escape that Python will not know any more one day.
        warnings.simplefilter("ignore")
        _refuse_instructions(data)


def _refuse_instructions(data: bytes) -> None:
    """Raise ValueError for a pickle with an instruction that weights have no need of.

    Among the refused are those that make objects of other classes, and a memo index (PUT) so large
    that the unpickler would take gigabytes for its table.
    """
    if data[:1] not in (b"\x80", b"(", b"}", b"c"):
        raise ValueError("it is neither an .npz nor a pickle")
    for number, (instruction, argument, _) in enumerate(pickletools.genops(data)):
        if instruction.name not in HARMLESS:
            raise ValueError(f"the pickle uses {instruction.name}, which weights have no need of")
        memo = argument if instruction.name in ("PUT", "BINPUT", "LONG_BINPUT") else 0
        if number >= INSTRUCTION_LIMIT or not 0 <= int(memo or 0) <= INSTRUCTION_LIMIT:
            raise ValueError("the pickle is far longer than one of weights")


class _Inert:
    """Something that a pickle may name and call; on its own it does nothing."""

    __slots__ = ()

    def __setstate__(self, state: object) -> None:
        raise ValueError("the pickle is damaged")


class _Array(_Inert):
    """Stands for an array: remembers the state (version, shape, dtype, is_fortran, data)."""

    __slots__ = ("data", "dtype", "fortran", "shape")

    def __init__(self, *ignored: object) -> None:
        self.data: bytes | None = None

    def __setstate__(self, state: object) -> None:
        match state:
            case (int(), tuple(shape), _Dtype() as dtype, bool() | int() as fortran, data):
                self.shape, self.dtype, self.fortran = shape, dtype, bool(fortran)
            case _:
                raise ValueError("the pickle holds an array that is damaged")
        if isinstance(data, str):  # Python 2 wrote the bytes as a string
            data = data.encode("latin1")
        if not isinstance(data, bytes):
            raise ValueError("the pickle holds an array of objects; only numbers can be loaded")
        self.data = data

    def size_in_bytes(self, name: str) -> int:
        """The size of the data; ValueError where there are none or the shape does not fit them."""
        if self.data is None or not all(type(n) is int and n >= 0 for n in self.shape):
            raise ValueError(f"{name} has no data")
        if math.prod(self.shape) * self.dtype.itemsize != len(self.data):
            raise ValueError(
                f"{name} is said to have the shape {self.shape}, but its data do not fit that"
            )
        return len(self.data)

    def build(self) -> NDArray[Any]:
        assert self.data is not None
        array = np.frombuffer(self.data, self.dtype.byte_order + self.dtype.code)
        array = array.reshape(self.shape, order="F" if self.fortran else "C")
        return array.astype(self.dtype.code, order="C")


class _Dtype(_Inert):
    """Stands for a dtype: remembers its code ("f4") and, from its state, the byte order."""

    __slots__ = ("byte_order", "code")

    def __init__(self, code: object = None, *ignored: object) -> None:
        if isinstance(code, bytes):
            code = code.decode("latin1")
        if not isinstance(code, str) or not FLOATS.fullmatch(code):
            raise ValueError(
                f"the pickle holds an array of {code!r}, not of floating-point numbers"
            )
        self.code = code
        self.byte_order = "="

    def __setstate__(self, state: object) -> None:
        match state:
            case (int(), ("<" | ">" | "=" | b"<" | b">" | b"=") as order, *_):
                self.byte_order = order if isinstance(order, str) else order.decode()
            case _:
                raise ValueError("the pickle holds an array type that is damaged")

    @property
    def itemsize(self) -> int:
        return int(self.code[1:])


class _Latin1(_Inert):
    """Stands for `_codecs.encode`, with which Python 3 writes bytes for Python 2: text -> bytes."""

    __slots__ = ()

    def __new__(cls, text: object, encoding: object) -> bytes:  # type: ignore[misc]
        if not isinstance(text, str) or encoding != "latin1":
            raise ValueError("the pickle is damaged")
        return text.encode("latin1")


NAMES: dict[tuple[str, str], type[_Inert]] = {
    ("numpy.core.multiarray", "_reconstruct"): _Array,
    ("numpy._core.multiarray", "_reconstruct"): _Array,
    ("numpy", "ndarray"): _Array,
    ("numpy", "dtype"): _Dtype,
    ("_codecs", "encode"): _Latin1,
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return NAMES.get((module, name)) or self._refuse(module, name)

    def _refuse(self, module: str, name: str) -> NoReturn:
        raise ValueError(
            f"the pickle asks for {module}.{name}, which weights have no need of: it may be harmful"
        )
