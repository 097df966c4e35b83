"""The labs, one file each, and the tuple that registers them in the order of the book."""

from collections.abc import Sequence
from difflib import get_close_matches

from fishlab.experiment import Claim, Lab

from .activations import Activations
from .backprop import BackpropLab
from .cnn import Cnn
from .depth import Depth
from .digits import Digits
from .forward import Forward
from .gradients import Gradients
from .initialization import Initialization
from .optimizers import Optimizers
from .perceptron import PerceptronLab
from .training import TrainingLab

LABS: tuple[Lab, ...] = (
    PerceptronLab(),
    Activations(),
    Forward(),
    Gradients(),
    BackpropLab(),
    Optimizers(),
    Initialization(),
    TrainingLab(),
    Cnn(),
    Depth(),
    Digits(),
)


def find_lab(lab_id: str) -> Lab:
    """Return the lab of that id; raise KeyError naming the known ones."""
    for lab in LABS:
        if lab.id == lab_id:
            return lab
    raise KeyError(f"there is no lab {lab_id!r}; known are {', '.join(lab.id for lab in LABS)}")


def find_claims(names: Sequence[str] = (), *, slow: bool = False) -> list[tuple[Lab, Claim]]:
    """Return the claims of those ids, or of the labs of those ids, each with its lab.

    Without names: all claims; the slow ones only if `slow`, except those named themselves. Raises
    KeyError that names what there is no claim for, and what was perhaps meant.
    """
    known = {claim.id: (lab, claim) for lab in LABS for claim in lab.claims}
    chosen = list(known) if not names else []
    for name in names:
        if name in known:
            chosen.append(name)
            continue
        of_lab = [claim.id for lab in LABS if lab.id == name for claim in lab.claims]
        if not of_lab:
            near = get_close_matches(name, [*known, *(lab.id for lab in LABS)])
            hint = f"; perhaps {' or '.join(near)}" if near else ""
            raise KeyError(f"there is no claim {name!r}{hint}; --list shows them all")
        chosen += of_lab
    pairs = (known[name] for name in dict.fromkeys(chosen))
    return [(lab, c) for lab, c in pairs if slow or not c.slow or c.id in names]
