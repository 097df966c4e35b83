"""The network's answer: the digit, large, and ten probabilities as bars with their numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Property, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

NONE = -1
BIG = 150


class Prediction(QWidget):
    """Shows ten probabilities. `digit` is the most probable one, −1 without any.

    `text` is the digit as a word; screen readers and tests find it in the accessible name too.
    """

    digit_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prediction")
        self._theme = LIGHT
        self._probabilities: np.ndarray | None = None
        self._label: int | None = None
        self._digit = NONE
        self.setMinimumSize(330, 196)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _get_digit(self) -> int:
        return self._digit

    digit = Property(int, _get_digit, notify=digit_changed)

    def text(self) -> str:
        """Return the digit, or an empty text."""
        return "" if self._digit == NONE else str(self._digit)

    @property
    def probabilities(self) -> np.ndarray | None:
        """The ten probabilities shown, or None."""
        return self._probabilities

    def show_probabilities(
        self, probabilities: np.ndarray | None, label: int | None = None
    ) -> None:
        """Show (10,) probabilities, or none. label: the right answer, where it is known."""
        before = self._looks()
        self._probabilities = probabilities
        self._label = label
        digit = NONE if probabilities is None else int(np.argmax(probabilities))
        if digit != self._digit:
            self._digit = digit
            self._name()
            self.digit_changed.emit(digit)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        # While one draws, most bars stay as they are: only the others are painted anew.
        for place, (old, new) in zip(
            self._places(), zip(before, self._looks(), strict=True), strict=True
        ):
            if old != new:
                self.update(place)

    def _looks(self) -> list[tuple[object, ...]]:
        """What can be seen in each of `_places`."""
        if self._probabilities is None:
            return [()] * 11
        numbers = [_percent(value) for value in self._probabilities.tolist()]
        bars = [(number, d == self._digit, self._label) for d, number in enumerate(numbers)]
        return [(self._digit, numbers[self._digit], self._second(), self._label), *bars]

    def _second(self) -> int:
        """The second most probable digit."""
        assert self._probabilities is not None
        return int(np.argsort(self._probabilities)[-2])

    def _places(self) -> list[QRect]:
        """The large digit's place and the ten bars'."""
        large = QRect(0, 0, BIG, self.height())
        return [large, *(self._row(digit).toAlignedRect() for digit in range(10))]

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._name()
        self.setAccessibleDescription(
            translate("digits", "The digit that the network reads, and ten probabilities")
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the digit and ten bars."""
        return QSize(560, 230)

    def _name(self) -> None:
        self.setAccessibleName(
            translate("digits", "Prediction: none")
            if self._digit == NONE
            else translate("digits", "Prediction: {digit}", digit=self._digit)
        )

    def event(self, event: QEvent) -> bool:
        """Tell a bar's number under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self._words_at(event.pos().toPointF()), self)
            return True
        return super().event(event)

    def _words_at(self, position: QPointF) -> str:
        if self._probabilities is not None:
            for digit in range(10):
                if self._row(digit).contains(position):
                    value = float(self._probabilities[digit])
                    return translate(
                        "digits", "P({digit}) = {value}", digit=digit, value=f"{value:.6f}"
                    )
        return translate("digits", "What the network reads, and how sure it is of each digit")

    def _row(self, digit: int) -> QRectF:
        height = (self.height() - 8) / 10
        return QRectF(BIG, 4 + digit * height, self.width() - BIG, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digit on the left and the bars on the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        large, *bars = self._places()
        if event.region().intersects(large):
            self._paint_digit(painter)
        for digit, place in enumerate(bars):
            if event.region().intersects(place):
                self._paint_bar(painter, digit)

    def _paint_digit(self, painter: QPainter) -> None:
        theme = self._theme
        place = QRectF(0, 0, BIG - 16, self.height())
        if self._probabilities is None:
            self._write(painter, place, 4.5, theme.muted, "–")
            return
        wrong = self._label is not None and self._label != self._digit
        right = self._label is not None and not wrong
        colour = theme.bad if wrong else theme.good if right else theme.accent
        upper = place.adjusted(0, 0, 0, -0.30 * place.height())
        self._write(painter, upper, 7.5, colour, self.text())
        sure = float(self._probabilities[self._digit])
        lines = [_percent(sure)]
        if wrong:
            lines.append(translate("digits", "✗ it is a {digit}", digit=self._label))
        elif right:
            lines.append(translate("digits", "✓ right"))
        elif sure < 0.9:
            lines.append(translate("digits", "or a {digit}?", digit=self._second()))
        lower = place.adjusted(0, 0.70 * place.height(), 0, 0)
        self._write(painter, lower, 1.25, theme.muted, "\n".join(lines), top=True)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        size: float,
        colour: str,
        words: str,
        top: bool = False,
    ) -> None:
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * size)
        font.setBold(size > 2)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        vertical = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | vertical, words)

    def _paint_bar(self, painter: QPainter, digit: int) -> None:
        theme = self._theme
        row = self._row(digit)
        best = digit == self._digit
        font = QFont(self.font())
        font.setBold(best)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if best else theme.muted))
        name = QRectF(row.left(), row.top(), 22, row.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, str(digit))
        track = QRectF(row.left() + 26, row.top() + 3, row.width() - 26 - 66, row.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.grid))
        painter.drawRoundedRect(track, 3, 3)
        if self._label == digit:
            painter.setPen(QPen(QColor(theme.good), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), 4, 4)
            painter.setPen(Qt.PenStyle.NoPen)
        if self._probabilities is None:
            return
        value = float(self._probabilities[digit])
        if value > 0.001:
            wrong = self._label is not None and digit != self._label
            colour = theme.bad if best and wrong else theme.accent if best else theme.muted
            bar = QRectF(track)
            bar.setWidth(max(track.width() * value, 3.0))
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(theme.text if best else theme.muted))
        number = QRectF(track.right() + 6, row.top(), 58, row.height())
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _percent(value)
        )


def _percent(value: float) -> str:
    """99.96% is not 100%: nearly sure is shown as such."""
    if value > 0.9995:
        return "> 99.9%"
    return f"{100 * value:.1f}%"
