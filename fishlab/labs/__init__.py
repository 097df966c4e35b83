"""The labs in the order of the book, each imported when it is first wanted."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module

from fishlab.experiment import Claim, Lab

from .contents import CONTENTS, Entry


class Shelf(Sequence[Lab]):
    """The labs of a table of contents; taking one imports its module."""

    def __init__(self, contents: Sequence[Entry]) -> None:
        self._contents = contents

    def __len__(self) -> int:
        return len(self._contents)

    def __iter__(self) -> Iterator[Lab]:
        return (_lab(entry.id) for entry in self._contents)

    def __getitem__(self, number: int) -> Lab:  # type: ignore[override]  # no slices of a shelf
        return _lab(self._contents[number].id)


LABS: Sequence[Lab] = Shelf(CONTENTS)


@cache
def _lab(lab_id: str) -> Lab:
    module = import_module(f"{__name__}.{lab_id}")
    kinds = Lab.__subclasses__()
    return next(kind for kind in kinds if kind.__module__ == module.__name__)()


def find_lab(lab_id: str) -> Lab:
    """Return the lab of that id; raise KeyError naming the known ones."""
    known = [entry.id for entry in CONTENTS]
    if lab_id not in known:
        raise KeyError(f"there is no lab {lab_id!r}; known are {', '.join(known)}")
    return _lab(lab_id)


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
            raise KeyError(
                f"there is no claim {name!r}{hint}; fishlab reproduce --list shows them all"
            )
        chosen += of_lab
    pairs = (known[name] for name in dict.fromkeys(chosen))
    return [(lab, c) for lab, c in pairs if slow or not c.slow or c.id in names]
