"""From the paper to the 28 × 28 that the network sees: a small picture a step, with its switch."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .digits_ink import enlarged, ink_image

STEPS = ("drawn", "box", "antialias", "centre")


class Thumbnail(QWidget):
    """One picture of the way. `grid` draws the network's pixels and the middle as a cross."""

    def __init__(self, grid: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._grid = grid
        self._values: np.ndarray | None = None
        self.setMinimumSize(72, 72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, values: np.ndarray | None) -> None:
        """Show (H, W) of 0 … 1, or nothing."""
        self._values = values
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(104, 104)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as it fits, its pixels crisp."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.fillRect(place, QColor(self._theme.plot))
        if self._values is not None:
            ratio = self.devicePixelRatioF()
            image = ink_image(enlarged(self._values, round(side * ratio)), self._theme)
            image.setDevicePixelRatio(ratio)
            size = image.deviceIndependentSize()
            middle = QRectF(place).center()
            corner = middle - QPointF(size.width() / 2, size.height() / 2)
            painter.drawImage(corner.toPoint(), image)
        if self._grid:
            self._paint_cross(painter, QRectF(place))
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _paint_cross(self, painter: QPainter, place: QRectF) -> None:
        """The middle of the 28 × 28: with the last step on, the ink's weight lies on it."""
        pen = QPen(QColor(self._theme.accent), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        middle = place.center()
        painter.drawLine(QPointF(middle.x(), place.top()), QPointF(middle.x(), place.bottom()))
        painter.drawLine(QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y()))


class Pipeline(QWidget):
    """Four pictures in a row; three have a switch, told by `edited`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbnails = {step: Thumbnail(grid=step == "centre") for step in STEPS}
        self.switches = {step: QCheckBox() for step in STEPS[1:]}
        self._paper = QLabel()
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.setVerticalSpacing(4)
        row.setRowStretch(0, 1)
        for number, step in enumerate(STEPS):
            if step != "drawn":
                arrow = QLabel("→")
                arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
                row.addWidget(arrow, 0, 2 * number - 1)
            column = 2 * number
            row.addWidget(self.thumbnails[step], 0, column)
            word = self._paper if step == "drawn" else self.switches[step]
            row.addWidget(word, 1, column, Qt.AlignmentFlag.AlignHCenter)
            row.setColumnStretch(column, 1)
        for step, switch in self.switches.items():
            switch.setObjectName(f"step:{step}")
            switch.clicked.connect(lambda on, step=step: self.edited.emit({step: bool(on)}))

    def show_switches(self, on: dict[str, bool]) -> None:
        """Set the switches to the parameters."""
        for step, switch in self.switches.items():
            switch.setChecked(on[step])

    def show_steps(self, steps: dict[str, np.ndarray] | None) -> None:
        """Show the picture after each step, or none."""
        for step, thumbnail in self.thumbnails.items():
            thumbnail.show_values(None if steps is None else steps.get(step))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for thumbnail in self.thumbnails.values():
            thumbnail.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._paper.setText(translate("digits", "Paper"))
        words = {
            "box": translate("digits", "Crop"),
            "antialias": translate("digits", "Grey levels"),
            "centre": translate("digits", "Centre"),
        }
        told = {
            "drawn": translate("digits", "The whole paper, as it was drawn or opened"),
            "box": translate("digits", "Cut to the box around the ink; off: the whole paper"),
            "antialias": translate(
                "digits", "Scaled to 20 pixels with grey levels, as in MNIST; off: black or white"
            ),
            "centre": translate(
                "digits",
                "The 28 × 28 that the network sees, the ink's centre of mass in the middle; "
                "off: the middle of the box",
            ),
        }
        for step, thumbnail in self.thumbnails.items():
            thumbnail.setToolTip(told[step])
            thumbnail.setAccessibleName(told[step])
        for step, switch in self.switches.items():
            switch.setText(words[step])
            switch.setToolTip(told[step])
            switch.setAccessibleName(words[step])
