"""Data for the labs: MNIST, drawn digits made like MNIST's, augmentation, points in the plane."""

from .augmentation import Augmentation
from .errors import DataError
from .mnist import find_mnist, load_mnist
from .normalization import Normalizer, Stages, normalize_picture, normalize_strokes
from .pictures import open_picture
from .strokes import Stroke

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
