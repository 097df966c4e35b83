"""Data for the labs: MNIST, drawn digits made like MNIST's, augmentation, points in the plane.

A module is imported when one of its names is first wanted: most labs need no pictures, and Pillow
takes a twentieth of the time in which the window opens.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .augmentation import Augmentation
    from .errors import DataError
    from .mnist import find_mnist, load_mnist
    from .normalization import Normalizer, Stages, normalize_picture, normalize_strokes
    from .pictures import open_picture
    from .strokes import Stroke

_HOMES = {
    "Augmentation": "augmentation",
    "DataError": "errors",
    "Normalizer": "normalization",
    "Stages": "normalization",
    "Stroke": "strokes",
    "find_mnist": "mnist",
    "load_mnist": "mnist",
    "normalize_picture": "normalization",
    "normalize_strokes": "normalization",
    "open_picture": "pictures",
}

__all__ = [
    "Augmentation",
    "DataError",
    "Normalizer",
    "Stages",
    "Stroke",
    "find_mnist",
    "load_mnist",
    "normalize_picture",
    "normalize_strokes",
    "open_picture",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
