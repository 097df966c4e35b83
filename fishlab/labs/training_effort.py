"""When a learner rests: after pieces of work short enough that a pause is answered at once."""

from __future__ import annotations

REST = 8e8
"""Multiplications and additions after which a frame or a rest is due: some ten milliseconds."""


class Effort:
    """Adds up what was done since the last rest."""

    def __init__(self) -> None:
        self._work = 0.0

    def begin(self) -> None:
        """Count from here: a frame was just shown."""
        self._work = 0.0

    def tires(self, work: float) -> bool:
        """Add `work`, multiplications and additions; True when a rest is due, and then taken."""
        self._work += work
        if self._work < REST:
            return False
        self._work = 0.0
        return True
