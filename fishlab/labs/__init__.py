"""The labs, one file each, and the tuple that registers them in the order of the book."""

from fishlab.experiment import Lab

from .activations import Activations
from .digits import Digits
from .optimizers import Optimizers
from .perceptron import PerceptronLab

LABS: tuple[Lab, ...] = (PerceptronLab(), Activations(), Optimizers(), Digits())


def find_lab(lab_id: str) -> Lab:
    """Return the lab of that id; raise KeyError naming the known ones."""
    for lab in LABS:
        if lab.id == lab_id:
            return lab
    raise KeyError(f"there is no lab {lab_id!r}; known are {', '.join(lab.id for lab in LABS)}")
