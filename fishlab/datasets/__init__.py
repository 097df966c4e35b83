"""Data for the labs: MNIST, drawn digits made like MNIST's, augmentation, points in the plane."""

from .augmentation import Augmentation
from .errors import DataError
from .mnist import find_mnist, load_mnist

__all__ = ["Augmentation", "DataError", "find_mnist", "load_mnist"]
