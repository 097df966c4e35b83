"""The confusion mode: the matrix, and the digits of the chosen cell or all the mistakes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate

from .digits_gallery import NOTHING, Gallery, Pictures
from .digits_matrix import Matrix


class ConfusionPanel(QWidget):
    """Shows a frame of the confusion mode; a digit that is clicked opens in the test mode."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.matrix = Matrix()
        self.matrix.setObjectName("confusion")
        self.gallery = Gallery()
        self.gallery.setObjectName("confusion:digits")
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        self.mistakes = QPushButton()
        self.mistakes.setObjectName("confusion:mistakes")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.verdict)
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.mistakes)
        column.addLayout(row)
        column.addWidget(self.gallery, 1)
        splitter = QSplitter()
        splitter.addWidget(self.matrix)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 4)
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self.matrix.chosen.connect(lambda label, read: self._fill())
        self.mistakes.clicked.connect(self._show_mistakes)
        self.gallery.chosen.connect(self._open)

    def show_frame(self, frame: Frame | None) -> None:
        """Show counts, accuracy and digits; None empties all."""
        self._frame = frame
        self.matrix.show_counts(
            np.zeros((10, 10), int) if frame is None else frame.arrays["counts"]
        )
        self._fill()

    def _show_mistakes(self) -> None:
        self.matrix.set_cell(None)
        self._fill()

    def _open(self, number: int) -> None:
        self.edited.emit({"mode": "test", "label": "any", "only_wrong": False, "index": number})

    def _fill(self) -> None:
        """The gallery shows the chosen cell's digits, or every mistake."""
        cell = self.matrix.cell
        self.mistakes.setEnabled(cell is not None)
        if self._frame is None:
            self.verdict.setText("")
            self.heading.setText("")
            self.gallery.show_digits(NOTHING, translate("digits", "Press Run to read all digits"))
            return
        arrays, scalars = self._frame.arrays, self._frame.scalars
        self.verdict.setText(
            translate(
                "digits",
                "Read {done} of {total}: {accuracy} right",
                done=f"{int(scalars['read']):,}",
                total=f"{self._frame.total:,}",
                accuracy=f"{scalars['accuracy']:.2%}",
            )
        )
        labels, read = arrays["labels"], arrays["read"]
        chosen = labels != read if cell is None else (labels == cell[0]) & (read == cell[1])
        digits = Pictures(
            arrays["images"][chosen], labels[chosen], read[chosen], arrays["numbers"][chosen]
        )
        self.heading.setText(self._heading(cell, len(digits)))
        self.gallery.show_digits(digits, translate("digits", "No digit here"))

    def _heading(self, cell: tuple[int, int] | None, count: int) -> str:
        if cell is None:
            return translate("digits", "All mistakes: {count}", count=count)
        return translate(
            "digits", "A {label} read as {read}: {count}", label=cell[0], read=cell[1], count=count
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.matrix.apply_theme(theme)
        self.gallery.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.matrix.retranslate()
        self.mistakes.setText(translate("digits", "Show all mistakes"))
        self.mistakes.setToolTip(translate("digits", "Leave the cell and show every wrong reading"))
        self.mistakes.setAccessibleName(self.mistakes.text())
        told = translate("digits", "Click a digit to see what each layer answers to it")
        self.gallery.setToolTip(told)
        self.gallery.setAccessibleName(translate("digits", "Digits of the chosen cell"))
        self._fill()
