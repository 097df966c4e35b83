"""The key above a plot: what each stroke or marker stands for, with its newest number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fishlab.gui.widgets.words import Words

Entry = tuple[QPixmap | None, str]


class Key(QWidget):
    """A row of small pictures, each followed by its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[tuple[QLabel, Words]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, in this order."""
        while len(self._labels) < len(entries):
            pair = QLabel(), Words()
            place = 3 * len(self._labels)
            self._row.insertWidget(place, pair[0])
            self._row.insertWidget(place + 1, pair[1])
            self._row.insertSpacing(place + 2, 8)
            self._labels.append(pair)
        for number, (picture, words) in enumerate(self._labels):
            there = number < len(entries)
            picture.setVisible(there)
            words.setVisible(there)
            if there:
                pixmap, text = entries[number]
                picture.setPixmap(pixmap or QPixmap())
                # Of a fixed size, or every picture would ask for a new layout of the window.
                picture.setFixedSize(picture.pixmap().deviceIndependentSize().toSize())
                words.setText(text)
                # A whole sentence may take two lines; a name beside its picture stays in one.
                if words.wordWrap() != (pixmap is None):
                    words.setWordWrap(pixmap is None)
                    self._row.setStretchFactor(words, 100 if pixmap is None else 0)
        self.setAccessibleName("; ".join(text for _, text in entries))

    def words(self) -> list[str]:
        """Return what is written, entry by entry."""
        return [words.text() for _, words in self._labels if not words.isHidden()]
