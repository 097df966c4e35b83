"""What each layer answers: feature maps tiled, dense layers as bars; a click shows one large."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fishlab.gui.presentation import grown
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .digits_ink import enlarged, ink_image, tiled

TITLE = 34
GAP = 8
PREFIX = "layer."
REST = 100
"""Milliseconds from one picture of the layers to the next: the bars above must not wait for it."""


class Answer:
    """One layer: its name, its numbers, and the picture of them, drawn when it is first needed."""

    def __init__(self, name: str, values: np.ndarray) -> None:
        self.name = name
        self.values = values
        self._image: QImage | None = None

    @property
    def shape(self) -> str:
        """The shape as the book writes it."""
        return " × ".join(str(side) for side in self.values.shape)

    def image(self, theme: Theme, side: int) -> QImage:
        """Return the feature maps as one picture, `side` pixels long: paper where nothing fires."""
        if self._image is None or max(self._image.width(), self._image.height()) != side:
            self._image = ink_image(enlarged(self._tiled(), side), theme)
        return self._image

    def maps(self, theme: Theme) -> list[QImage]:
        """Return each feature map as a picture of its own pixels."""
        return [ink_image(shares, theme) for shares in self._shares()]

    def _tiled(self) -> np.ndarray:
        # Between the maps a breath of ink, so that one sees where each ends.
        return tiled(self._shares(), gap=0.12)

    def _shares(self) -> np.ndarray:
        """The values, 0 … 1; the root shows what is faint beside one strong answer."""
        positive = np.maximum(self.values, 0.0)
        return np.sqrt(positive / max(float(positive.max()), 1e-12))

    def forget_image(self) -> None:
        """The theme changed."""
        self._image = None


class Layers(QWidget):
    """All layers of a network side by side, as large as the room allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._answers: list[Answer] = []
        self._chosen: str | None = None
        self._painted = -math.inf
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.update)
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def names(self) -> list[str]:
        """The layers shown."""
        return [answer.name for answer in self._answers]

    @property
    def chosen(self) -> str | None:
        """The layer that is shown large, if one is."""
        return self._chosen if self._chosen in self.names else None

    def show_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Show every array that a frame calls `layer.<name>`, the last ones given within `REST`."""
        self._answers = [
            Answer(name.removeprefix(PREFIX), values)
            for name, values in arrays.items()
            if name.startswith(PREFIX)
        ]
        # Right after an answer, not while the next one is computed.
        rested = time.monotonic() - self._painted >= REST / 1000
        self._soon.start(0 if rested else REST)

    def choose(self, name: str | None) -> None:
        """Show one layer large, or all of them again."""
        self._chosen = name
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for answer in self._answers:
            answer.forget_image()
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("digits", "Answers of the layers"))
        self.setAccessibleDescription(
            translate("digits", "Left and right choose a layer to see it large, Escape shows all")
        )
        self.setToolTip(translate("digits", "Click a layer to see it large"))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for eleven layers."""
        return QSize(900, 170)

    # Geometry

    def _places(self) -> list[QRect]:
        """Where each layer's picture is: equal squares, but bars take the room that is left."""
        count = len(self._answers)
        room = self.width() - 2 - GAP * (count - 1)
        side = max(min(room // max(count, 1), self.height() - grown(TITLE) - 1), 8)
        dense = sum(answer.values.ndim == 1 for answer in self._answers)
        wide = min(side + (room - count * side) // max(dense, 1), 3 * side)
        widths = [wide if answer.values.ndim == 1 else side for answer in self._answers]
        left = 1 + (room - sum(widths)) // 2
        top = grown(TITLE) + max((self.height() - grown(TITLE) - side) // 2, 0)
        places = []
        for width in widths:
            places.append(QRect(left, top, width, side))
            left += width + GAP
        return places

    def _at(self, position: QPoint) -> int | None:
        for k, place in enumerate(self._places()):
            if place.adjusted(0, -grown(TITLE), GAP, 0).contains(position):
                return k
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all layers, or the chosen one."""
        self._painted = time.monotonic()
        painter = QPainter(self)
        if not self._answers:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                self.rect(),
                Qt.AlignmentFlag.AlignCenter,
                translate("digits", "Here you will see what each layer answers"),
            )
            return
        chosen = self.chosen
        if chosen is not None:
            answer = self._answers[self.names.index(chosen)]
            self._paint_large(painter, answer)
            return
        for answer, place in zip(self._answers, self._places(), strict=True):
            self._paint_title(painter, answer, place)
            if answer.values.ndim == 3:
                self._paint_maps(painter, answer, place)
            else:
                self._paint_bars(painter, answer.values, QRectF(place))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.border), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _paint_maps(self, painter: QPainter, answer: Answer, place: QRect) -> None:
        ratio = self.devicePixelRatioF()
        image = answer.image(self._theme, round(place.width() * ratio))
        image.setDevicePixelRatio(ratio)
        size = image.deviceIndependentSize().toSize()
        corner = place.center() - QPoint(size.width() // 2, size.height() // 2)
        painter.drawImage(corner, image)

    def _paint_title(self, painter: QPainter, answer: Answer, place: QRect) -> None:
        title = grown(TITLE)
        room = QRect(place.left() - GAP // 2, place.top() - title, place.width() + GAP, title - 3)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        name = metrics.elidedText(answer.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(self._theme.text))
        bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room.adjusted(0, 0, 0, -metrics.height()), bottom, name)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(room, bottom, answer.shape)

    def _paint_bars(self, painter: QPainter, values: np.ndarray, place: QRectF) -> None:
        """Upwards what is positive, downwards what is negative, from one line of zero."""
        low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
        span = (high - low) or 1.0
        zero = place.bottom() - place.height() * (0.04 + 0.92 * (0.0 - low) / span)
        step = place.width() / len(values)
        gap = min(step * 0.2, 4.0)
        painter.fillRect(place, QColor(self._theme.plot))
        best = int(np.argmax(values))
        for k, value in enumerate(values.tolist()):
            height = place.height() * 0.92 * value / span
            bar = QRectF(place.left() + k * step + gap / 2, zero - height, step - gap, height)
            colour = self._theme.accent if k == best else self._theme.muted
            painter.fillRect(bar.normalized(), QColor(colour))
        painter.setPen(QPen(QColor(self._theme.text), 1))
        painter.drawLine(int(place.left()), int(zero), int(place.right()), int(zero))

    def _paint_large(self, painter: QPainter, answer: Answer) -> None:
        """One layer over the whole width: its maps in one or two rows."""
        place = self.rect().adjusted(0, grown(TITLE), 0, 0)
        self._paint_title(painter, answer, place)
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
            translate("digits", "a click shows all layers"),
        )
        if answer.values.ndim == 1:
            self._paint_bars(painter, answer.values, QRectF(place))
            self._paint_ticks(painter, answer, place)
            return
        columns, side = self._grid(len(answer.values), place)
        first = place.topLeft() + QPoint((place.width() - columns * side) // 2, 0)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        for k, image in enumerate(answer.maps(self._theme)):
            corner = first + QPoint(k % columns, k // columns) * side
            target = QRect(corner, QSize(side - 2, side - 2))
            painter.drawImage(target, image)
            painter.drawRect(target)

    def _paint_ticks(self, painter: QPainter, answer: Answer, place: QRect) -> None:
        if len(answer.values) == 10:
            step = place.width() / 10
            painter.setPen(QColor(self._theme.text))
            for digit in range(10):
                room = QRectF(place.left() + digit * step, place.top(), step, place.height())
                painter.drawText(
                    room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(digit)
                )

    def _grid(self, count: int, place: QRect) -> tuple[int, int]:
        """Columns and side of `count` squares, as large as they fit into `place`."""

        def side(columns: int) -> int:
            return min(place.height() // -(-count // columns), place.width() // columns)

        columns = max(range(1, count + 1), key=side)
        return columns, max(side(columns), 3)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the layer large; a second click shows all again."""
        if self.chosen is not None:
            self.choose(None)
        else:
            at = self._at(event.position().toPoint())
            if at is not None:
                self.choose(self._answers[at].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from layer to layer, Escape and Return back to all."""
        key = event.key()
        names = self.names
        if not names:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
            self.choose(None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            start = names.index(self.chosen) if self.chosen else (-1 if step == 1 else 0)
            self.choose(names[(start + step) % len(names)])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys; tell a layer's numbers under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._answers and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self._words_at(event.pos()), self)
            return True
        return super().event(event)

    def _words_at(self, position: QPoint) -> str:
        at = self.names.index(self.chosen) if self.chosen else self._at(position)
        if at is None:
            return translate("digits", "What each layer answers to this digit; click to enlarge")
        answer = self._answers[at]
        return translate(
            "digits",
            "{name}: {shape}, {fires} of {all} numbers above 0, highest {highest}",
            name=answer.name,
            shape=answer.shape,
            fires=int((answer.values > 0).sum()),
            all=answer.values.size,
            highest=f"{float(answer.values.max()):.3g}",
        )
