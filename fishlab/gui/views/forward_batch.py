"""The shapes of a batch as boxes that must fit, and what the network says of the first digits."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .cnn_images import Grid
from .forward_panel import Panel

LONGEST = 784
INPUTS = (0, 2, 4, 6)
"""Which of the shapes are data; those between are weights."""


class BatchPanel(Panel):
    """Boxes above, digits with their answers below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.shapes = Shapes()
        self.digits = Grid()
        self.digits.words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shapes, 2)
        column.addWidget(self.digits, 1)

    def show_frame(self, frame: Frame) -> None:
        """Draw shapes and digits."""
        self._frame = frame
        self.shapes.show_shapes([tuple(shape) for shape in frame.arrays["shapes"].tolist()])
        scores, labels = frame.arrays["scores"], frame.arrays["labels"]
        captions = [
            f"{int(row.argmax())} ({row.max():.0%})" + ("" if row.argmax() == label else " ✗")
            for row, label in zip(scores, labels, strict=True)
        ]
        title = translate("forward", "the first digits, and what the network reads")
        self.digits.show_maps(frame.arrays["images"], title, captions)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.shapes.apply_theme(theme)
        self.digits.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.shapes.setAccessibleName(translate("forward", "Shapes of data and weights"))
        self.shapes.setToolTip(
            translate("forward", "Height and width of each box are its two numbers, as logarithms")
        )
        self.digits.setAccessibleName(translate("forward", "The first digits of the batch"))
        self.digits.setToolTip(translate("forward", "Rest on a digit to see all its probabilities"))
        if self._frame is not None:
            self.show_frame(self._frame)

    def _words(self, k: int) -> str:
        assert self._frame is not None
        scores = self._frame.arrays["scores"][k]
        lines = [f"{digit}  {score:.1%}" for digit, score in enumerate(scores)]
        label = int(self._frame.arrays["labels"][k])
        return "\n".join([translate("forward", "label {label}", label=label), *lines])


class Shapes(QWidget):
    """Data · weights → data · weights → …, each box with its two numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._shapes: list[tuple[int, int]] = []
        self.setMinimumSize(420, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_shapes(self, shapes: list[tuple[int, int]]) -> None:
        """Show these, data and weights in turn."""
        self._shapes = shapes
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for seven boxes."""
        return QSize(800, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes in a row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        count = len(self._shapes)
        if not count:
            return
        column = self.width() / count
        tall = self.height() - 90
        names = ("X", "W₁", "A₁", "W₂", "A₂", "W₃", "Y")
        bold = QFont(self.font())
        bold.setBold(True)
        for k, (rows, columns) in enumerate(self._shapes):
            width = 16 + (column - 44) * _size(columns)
            height = 16 + (tall - 16) * _size(rows)
            centre = column * (k + 0.5)
            box = QRectF(centre - width / 2, 30 + (tall - height) / 2, width, height)
            data = k in INPUTS
            fill = QColor(self._theme.curve(0 if data else 1))
            fill.setAlpha(70)
            painter.setPen(QPen(QColor(self._theme.curve(0 if data else 1)), 1.6))
            painter.setBrush(fill)
            painter.drawRect(box)
            painter.setPen(QColor(self._theme.text))
            painter.setFont(bold)
            over = QRectF(centre - column / 2, 4, column, 20)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, names[k])
            painter.setFont(self.font())
            under = QRectF(centre - column / 2, self.height() - 52, column, 22)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, f"({rows}, {columns})")
            if k + 1 < count:
                sign = "·" if data else "→"
                between = QRectF(column * (k + 1) - 12, 30, 24, tall)
                painter.drawText(between, Qt.AlignmentFlag.AlignCenter, sign)
        self._paint_links(painter, column)
        painter.end()

    def _paint_links(self, painter: QPainter, column: float) -> None:
        """A bracket under each pair of numbers that must be alike."""
        painter.setPen(QPen(QColor(self._theme.good), 1.6))
        bottom = self.height() - 26
        for k in INPUTS[:-1]:
            left, right = column * (k + 0.5) + 14, column * (k + 1.5) - 14
            painter.drawLine(round(left), bottom, round(left), bottom + 8)
            painter.drawLine(round(left), bottom + 8, round(right), bottom + 8)
            painter.drawLine(round(right), bottom + 8, round(right), bottom)


def _size(number: int) -> float:
    """Return 0 … 1 for 1 … 784, by the logarithm: a hundred digits must not hide ten scores."""
    return float(np.clip(math.log(number) / math.log(LONGEST), 0.0, 1.0))
