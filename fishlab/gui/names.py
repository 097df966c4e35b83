"""Naming a widget where it is made: tests and style sheets find it by that name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """Return `widget` with this object name."""
    widget.setObjectName(name)
    return widget
