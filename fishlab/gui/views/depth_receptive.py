"""Maps over each other: the cell under the mouse, and all the cells that it depends on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .depth_panel import Panel

GAP, TITLE, FOOT = 36, 46, 30


class ReceptivePanel(Panel):
    """The input at the left, the last map at the right, all cells of one size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.cell = (2, 2)
        """Row and column, in the last map, of the cell whose field is shown."""
        self.setMouseTracking(True)
        self.setMinimumSize(420, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw these maps."""
        self._frame = frame
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("depth", "Receptive field through the layers"))
        self.setToolTip(translate("depth", "Move over the last map: its field follows"))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three maps."""
        return QSize(800, 420)

    def places(self) -> list[QRectF]:
        """Return where each map is, the input first."""
        if self._frame is None:
            return []
        sides = self._frame.arrays["sides"].tolist()
        across = self.width() - 2 * GAP - GAP * (len(sides) - 1)
        size = min(across / sum(sides), (self.height() - TITLE - FOOT - 8) / max(sides), 44.0)
        left = (self.width() - size * sum(sides) - GAP * (len(sides) - 1)) / 2
        places = []
        for side in sides:
            top = TITLE + (self.height() - TITLE - FOOT - size * side) / 2
            places.append(QRectF(left, top, size * side, size * side))
            left += size * side + GAP
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grids, and in each the cells that are seen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.plot))
        if self._frame is None:
            return
        sides, seen = (self._frame.arrays[name].tolist() for name in ("sides", "seen"))
        places = self.places()
        for k, (place, side, field) in enumerate(zip(places, sides, seen, strict=True)):
            size = place.width() / side
            row, column = self.cell
            lit = QRectF(place.x() + column * size, place.y() + row * size,
                         field * size, field * size)  # fmt: skip
            fill = QColor(self._theme.curve(1))
            fill.setAlpha(120)
            painter.fillRect(lit, fill)
            painter.setPen(QPen(QColor(self._theme.border), 1))
            for line in range(side + 1):
                offset = line * size
                painter.drawLine(place.topLeft() + QPointF(offset, 0),
                                 place.bottomLeft() + QPointF(offset, 0))  # fmt: skip
                painter.drawLine(place.topLeft() + QPointF(0, offset),
                                 place.topRight() + QPointF(0, offset))  # fmt: skip
            painter.setPen(QPen(QColor(self._theme.curve(4)), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(lit)
            painter.setPen(QColor(self._theme.text))
            name = (
                translate("depth", "input")
                if k == 0
                else translate("depth", "after layer {number}", number=k)
            )
            over = QRectF(place.center().x() - 90, place.top() - 24, 180, 20)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, name)
            under = QRectF(place.center().x() - 90, place.bottom() + 4, 180, 20)
            words = translate("depth", "sees {field} × {field}", field=field)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the field of the cell under the mouse; in any map, of the cell that it begins."""
        if self._frame is None:
            return
        places, sides = self.places(), self._frame.arrays["sides"].tolist()
        for place, side in zip(places, sides, strict=True):
            if place.contains(event.position()):
                size = place.width() / side
                way = event.position() - place.topLeft()
                last = sides[-1] - 1
                self.cell = min(int(way.y() / size), last), min(int(way.x() / size), last)
                self.update()
                return

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the middle."""
        self.cell = (2, 2)
        self.update()
