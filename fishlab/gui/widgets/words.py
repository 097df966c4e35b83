"""A label whose words change with every frame of a run.

QLabel asks for a new layout at every other text, even one as wide as the last. With the newest
number in the key above a plot, the whole window was laid out twice and painted three times a frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

TALL = 10_000


class Words(QLabel):
    """Plain text as QLabel shows it; asks for a new layout only when the words need other room.

    Words that got shorter keep their room, unless less than half of it is left to them.
    """

    def __init__(self, parent: QWidget | None = None, *, wrapped: bool = False) -> None:
        super().__init__(parent, wordWrap=wrapped)
        self._words = ""

    def text(self) -> str:
        """Return the words."""
        return self._words

    def setText(self, words: str) -> None:
        """Show these words."""
        if words == self._words:
            return
        self._words = words
        self.update()
        if not self._have_room():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One line; or, wrapped, what is left over to it and as high as it takes."""
        metrics = self.fontMetrics()
        if not self.wordWrap():
            return metrics.size(0, self._words)
        width = min(metrics.horizontalAdvance(self._words), 40 * metrics.averageCharWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line, or as wide as the longest word."""
        if not self.wordWrap():
            return self.sizeHint()
        metrics = self.fontMetrics()
        width = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(min(width, 40 * metrics.averageCharWidth()), metrics.height())

    def hasHeightForWidth(self) -> bool:
        """Wrapped words are the higher the narrower they are."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return how high the wrapped words are."""
        if not self.wordWrap():
            return -1
        room = QRect(0, 0, max(width, 1), TALL)
        lines = self.fontMetrics().boundingRect(room, self._flags(), self._words)
        return max(lines.height(), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the words in the role and alignment of the label."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.contentsRect(), self._flags(), self.palette(), self.isEnabled(),
            self._words, self.foregroundRole(),
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _flags(self) -> int:
        wrap = Qt.TextFlag.TextWordWrap.value if self.wordWrap() else 0
        return self.alignment().value | wrap

    def _have_room(self) -> bool:
        if self.wordWrap():
            return self.heightForWidth(self.width()) <= self.height()
        needed = self.fontMetrics().size(0, self._words)
        there = self.contentsRect()
        fits = needed.width() <= there.width() and needed.height() <= there.height()
        return fits and 2 * needed.width() >= there.width()
