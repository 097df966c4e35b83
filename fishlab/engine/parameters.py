"""A network's parameters: arrays by name, all of them pieces of one vector."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, MutableMapping
from itertools import accumulate
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from fishlab.engine.shapes import ShapeError
from fishlab.engine.workspace import empty

Array = NDArray[Any]


class _Place(NamedTuple):
    """Where in the vector an array lies."""

    name: str
    shape: tuple[int, ...]
    start: int
    end: int


def _laid_out(shapes: Mapping[str, tuple[int, ...]]) -> list[_Place]:
    """One after the other."""
    ends = list(accumulate(map(math.prod, shapes.values())))
    starts = [0, *ends[:-1]]
    return [_Place(*place) for place in zip(shapes, shapes.values(), starts, ends, strict=False)]


class Parameters(MutableMapping[str, Array]):
    """A dict of arrays whose elements lie one after the other in the vector `flat`.

    An optimizer can update the vector at once, which for small networks costs less than the
    overhead of a dozen arrays. Assigning `params["W1"] = a` copies a into the place of W1, so that
    layers that hold W1 see it; names and shapes never change. Raises ShapeError for an `a` of
    another shape, KeyError for another name, TypeError where a name would be removed.

    dtype: of the vector; without it, the one that holds all arrays. places: how the vector is
    divided, the same object for all that came from one another by `copy` or `empty_like`.
    """

    def __init__(self, arrays: Mapping[str, ArrayLike], dtype: DTypeLike | None = None) -> None:
        given = {name: np.asarray(array) for name, array in arrays.items()}
        dtype = np.result_type(np.float32, *given.values()) if dtype is None else dtype
        self.places = _laid_out({name: array.shape for name, array in given.items()})
        self._divide(dtype)
        for name, array in given.items():
            self[name] = array

    def empty_like(self) -> Self:
        """The same names and shapes, with arbitrary values."""
        other = object.__new__(type(self))
        other.places = self.places
        other._divide(self.flat.dtype)
        return other

    def copy(self) -> Self:
        """The same names, shapes and values in memory of their own."""
        other = self.empty_like()
        other.flat[...] = self.flat
        return other

    def _divide(self, dtype: DTypeLike) -> None:
        """Take memory for the vector, and divide it into the arrays."""
        self.flat: Array = empty((self.places[-1].end if self.places else 0,), dtype)
        self._arrays: dict[str, Array] = {}
        for name, shape, start, end in self.places:
            piece = self.flat[start:end]
            if len(shape) == 4:
                # Filters lie in memory as the convolution multiplies them: (FH, FW, C, FN).
                FN, C, FH, FW = shape
                self._arrays[name] = piece.reshape(FH, FW, C, FN).transpose(3, 2, 0, 1)
            else:
                self._arrays[name] = piece.reshape(shape)

    def __getitem__(self, name: str) -> Array:
        return self._arrays[name]

    def __setitem__(self, name: str, value: ArrayLike) -> None:
        place = self._arrays[name]
        if np.shape(value) != place.shape:
            raise ShapeError(f"{name} is {place.shape}, it cannot become {np.shape(value)}")
        place[...] = value

    def __delitem__(self, name: str) -> None:
        raise TypeError(f"{name} belongs to the network and cannot be removed")

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def __repr__(self) -> str:
        shapes = ", ".join(f"{name}: {array.shape}" for name, array in self.items())
        return f"Parameters({shapes})"

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Of a copied network, the layers' arrays must be pieces of the copied vector."""
        other = self.copy()
        for name, array in self.items():
            memo[id(array)] = other[name]
        return other
