"""A mailbox of size one: a newer frame replaces an unread one.

The worker may be far faster than the screen. Only the newest frame is worth drawing, and only one
wake-up may be under way: `put` says whether the reader must be woken.
"""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Holds at most one item; both ends may be in different threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._item: T | None = None
        self._full = False

    def put(self, item: T) -> bool:
        """Leave `item`, replacing an unread one. True if the reader has to be woken."""
        with self._lock:
            was_full, self._full = self._full, True
            self._item = item
            return not was_full

    def take(self) -> T | None:
        """Return the item and empty the box; None if it was empty."""
        with self._lock:
            item, self._item, self._full = self._item, None, False
            return item
