"""A network's layers from top to bottom: values walk down on the left, derivatives up again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.labs.backprop_layers import written_shape

from .backprop_panel import Panel
from .gradients_numbers import number, power

HEADER = 30.0
BOX_WIDTH, BOX_HEIGHT = 190.0, 34.0


class LayersPicture(QWidget):
    """The column of layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.setMinimumSize(480, 320)

    def show_frame(self, frame: Frame | None) -> None:
        """Draw this frame, or nothing."""
        self._frame = frame
        self.setAccessibleDescription("; ".join(self.texts()))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def texts(self) -> list[str]:
        """Return what is written at the arrows and beside the layers, from above."""
        if self._frame is None:
            return []
        count = len(self._frame.arrays["names"])
        return [
            text
            for place in range(count + 1)
            for text in (
                self._forward(place),
                self._backward(place),
                self._learned(place) if place < count else "",
            )
            if text
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headings, layers and arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        if self._frame is not None:
            self._paint(painter, self._frame)
        painter.end()

    def _paint(self, painter: QPainter, frame: Frame) -> None:
        theme, arrays = self._theme, frame.arrays
        names = arrays["names"].tolist()
        # A place above, between and below the layers.
        step = (self.height() - HEADER) / (2 * len(names) + 1)
        middle = 0.42 * self.width()
        left, right = middle - BOX_WIDTH / 2, middle + BOX_WIDTH / 2
        bold, plain = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        side = Qt.AlignmentFlag
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        forward = translate("backprop", "forward ↓: shape, mean |value|")
        painter.drawText(QRectF(0, 4, middle - 40, HEADER), side.AlignRight, forward)
        painter.setPen(QColor(theme.bad))
        backward = translate("backprop", "backward ↑: shape, mean |∂L|")
        painter.drawText(
            QRectF(middle + 40, 4, self.width() - middle - 40, HEADER), side.AlignLeft, backward
        )
        painter.setFont(plain)
        for place in range(len(names) + 1):
            y = HEADER + (2 * place + 0.5) * step
            reach = step - min(BOX_HEIGHT, 1.05 * step) / 2 - 4
            self._flow(painter, middle - 24, y, reach, self._forward(place), down=True)
            self._flow(painter, middle + 24, y, reach, self._backward(place), down=False)
        for number_, name in enumerate(names):
            y = HEADER + (2 * number_ + 1.5) * step
            height = min(BOX_HEIGHT, 1.05 * step)
            box = QRectF(left, y - height / 2, BOX_WIDTH, height)
            busy = number_ == int(arrays["at"])
            edge = QColor(theme.accent if busy else theme.muted)
            painter.setPen(QPen(edge, 3.5 if busy else 1.4))
            painter.setBrush(QColor(theme.surface))
            painter.drawRoundedRect(box, 8, 8)
            painter.setPen(QColor(theme.text))
            painter.drawText(box, side.AlignCenter, name)
            beside = QRectF(right + 14, y - step, self.width() - right - 18, 2 * step)
            painter.setPen(QColor(theme.muted))
            painter.drawText(beside, side.AlignLeft | side.AlignVCenter, self._learned(number_))

    def _flow(
        self, painter: QPainter, x: float, y: float, reach: float, text: str, *, down: bool
    ) -> None:
        """Draw an arrow down (its words on the left) or up (on the right); pale while unknown."""
        theme = self._theme
        ink = QColor((theme.text if down else theme.bad) if text else theme.grid)
        top = QPointF(x, max(y - reach, HEADER))
        bottom = QPointF(x, min(y + reach, self.height() - 4.0))
        painter.setPen(QPen(ink, 2.0))
        painter.drawLine(top, bottom)
        tip, sign = (bottom, -1) if down else (top, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(-4.5, 8 * sign), tip + QPointF(4.5, 8 * sign)])
        )
        painter.setPen(ink)
        centre = Qt.AlignmentFlag.AlignVCenter
        if down:
            area = QRectF(0, y - 14, x - 12, 28)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | centre, text)
        else:
            area = QRectF(x + 12, y - 14, self.width() - x - 12, 28)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | centre, text)

    def _forward(self, place: int) -> str:
        assert self._frame is not None
        arrays = self._frame.arrays
        if not arrays["forward"][place]:
            return ""
        if place == len(arrays["names"]):
            return "L = " + number(float(arrays["sizes"][place]), 5)
        size = number(float(arrays["sizes"][place]), 3)
        return f"{written_shape(arrays['outputs'][place])}   {size}"

    def _backward(self, place: int) -> str:
        assert self._frame is not None
        arrays = self._frame.arrays
        if not arrays["back"][place]:
            return ""
        if place == len(arrays["names"]):
            return "1"
        size = power(float(arrays["returns"][place]))
        return f"{written_shape(arrays['outputs'][place])}   {size}"

    def _learned(self, layer: int) -> str:
        assert self._frame is not None
        arrays = self._frame.arrays
        parameters = str(arrays["parameters"][layer])
        if not parameters or not arrays["back"][layer]:
            return parameters
        slope = power(float(arrays["slopes"][layer]))
        return (
            parameters
            + "\n"
            + translate("backprop", "gradients of the same shapes, mean {size}", size=slope)
        )


class LayersPanel(Panel):
    """The column of layers fills the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = LayersPicture()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picture)

    def draw(self, frame: Frame) -> None:
        """Draw the layers."""
        self.picture.show_frame(frame)

    def wipe(self) -> None:
        """Take the layers away."""
        self.picture.show_frame(None)

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.picture.apply_theme(theme)

    def write(self) -> None:
        """Set every word anew."""
        self.picture.setAccessibleName(translate("backprop", "Layers of the network"))
        self.picture.setToolTip(
            translate(
                "backprop",
                "Down: the shape of what every layer hands on. Up: the derivatives, in the same "
                "shapes",
            )
        )
        self.picture.update()
