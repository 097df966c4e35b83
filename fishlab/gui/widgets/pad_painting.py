"""How a drawing pad is painted: ink that stays, and what is under and over it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap, QPolygonF

from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate

from .drawing import SIDE, Drawing, Point


class Ink:
    """The ink on the paper as pixels, kept so that a move costs a copy and one short line."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self._colour = QColor()

    def renew(self, side: float, ratio: float, colour: str) -> None:
        """Take clean paper: `side` long on a screen of that pixel ratio."""
        self._colour = QColor(colour)
        pixels = max(round(side * ratio), 1)
        self.pixmap = QPixmap(pixels, pixels)
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)

    def drawing(self, drawing: Drawing, image: QImage | None) -> None:
        """Draw all of it; `image` is its picture's."""
        painter = _painter(self.pixmap)
        if image is not None:
            _paint_picture(painter, image)
        for stroke in drawing.strokes:
            self._line(painter, stroke.points, stroke.width, stroke.erase)
        painter.end()

    def line(self, points: Iterable[Point], width: float, erase: bool) -> None:
        """Draw a line, or erase along it."""
        painter = _painter(self.pixmap)
        self._line(painter, points, width, erase)
        painter.end()

    def _line(self, painter: QPainter, points: Iterable[Point], width: float, erase: bool) -> None:
        modes = QPainter.CompositionMode
        painter.setCompositionMode(
            modes.CompositionMode_Clear if erase else modes.CompositionMode_SourceOver
        )
        paint_line(painter, points, width, self._colour)


def paint_line(painter: QPainter, points: Iterable[Point], width: float, colour: QColor) -> None:
    """Paint a round-ended line, or a dot, in the units that the painter is set to."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = [QPointF(x, y) for x, y in points]
    if len(corners) == 1:
        painter.drawPoint(corners[0])
    else:
        painter.drawPolyline(QPolygonF(corners))


def _painter(pixmap: QPixmap) -> QPainter:
    """Return a painter in pad units."""
    painter = QPainter(pixmap)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    scale = pixmap.deviceIndependentSize().width() / SIDE
    painter.scale(scale, scale)
    return painter


def _paint_picture(painter: QPainter, image: QImage) -> None:
    size = image.size().scaled(int(SIDE), int(SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(QPointF(SIDE / 2, SIDE / 2))
    painter.drawImage(place, image)


def paint_paper(painter: QPainter, square: QRectF, theme: Theme, focused: bool) -> None:
    """Paint the sheet, its edge, and four corner marks: a digit of that size is read best."""
    edge = QPen(QColor(theme.accent), 2) if focused else QPen(QColor(theme.border), 1)
    painter.setPen(edge)
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 6, 6)
    inner = square.adjusted(*(square.width() * f for f in (0.15, 0.15, -0.15, -0.15)))
    arm = square.width() * 0.04
    painter.setPen(QPen(QColor(theme.grid), 1))
    for corner, dx, dy in (
        (inner.topLeft(), 1, 1),
        (inner.topRight(), -1, 1),
        (inner.bottomLeft(), 1, -1),
        (inner.bottomRight(), -1, -1),
    ):
        painter.drawLine(corner, corner + QPointF(dx * arm, 0))
        painter.drawLine(corner, corner + QPointF(0, dy * arm))


def paint_cross(painter: QPainter, square: QRectF, theme: Theme, point: Point) -> None:
    """Paint a cross where the keyboard's pen is."""
    place = square.topLeft() + QPointF(*point) * (square.width() / SIDE)
    painter.setPen(QPen(QColor(theme.accent), 2))
    for arm in (QPointF(9, 0), QPointF(0, 9)):
        painter.drawLine(place - arm, place + arm)


def paint_hint(painter: QPainter, square: QRectF, theme: Theme, font: QFont) -> None:
    """Say what the paper is for."""
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 1.7)
    middle = square.center().y()
    upper = QRectF(square.left(), square.top(), square.width(), middle - square.top())
    lower = QRectF(square.left(), middle + 8, square.width(), square.bottom() - middle - 8)
    flags = Qt.AlignmentFlag
    painter.setPen(QColor(theme.muted))
    painter.setFont(large)
    painter.drawText(
        upper.adjusted(8, 0, -8, 0),
        flags.AlignHCenter | flags.AlignBottom,
        translate("drawing_pad", "Draw a digit here"),
    )
    painter.setFont(font)
    painter.drawText(
        lower.adjusted(24, 0, -24, 0),
        flags.AlignHCenter | flags.AlignTop | Qt.TextFlag.TextWordWrap,
        translate("drawing_pad", "or drop, paste or open a picture of one"),
    )
