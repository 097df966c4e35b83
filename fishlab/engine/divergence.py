"""The exception for a search that has run away: something is no longer a finite number."""

from __future__ import annotations


class DivergedError(ArithmeticError):
    """Training or minimizing has diverged; the message says when, and what was not finite first."""
