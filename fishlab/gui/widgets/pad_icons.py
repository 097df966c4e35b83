"""The tool bar's icons, drawn in the theme's ink so that they suit light and dark alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from fishlab.gui.theme import Theme

SIDE = 24
RATIO = 3


def _pen(painter: QPainter) -> None:
    painter.translate(12, 12)
    painter.rotate(45)
    painter.drawRoundedRect(QRectF(-3, -11, 6, 16), 1.5, 1.5)
    painter.drawPolyline(QPolygonF([QPointF(-3, 5), QPointF(0, 11), QPointF(3, 5)]))
    painter.drawLine(QPointF(-3, -7), QPointF(3, -7))


def _eraser(painter: QPainter) -> None:
    painter.translate(12, 11)
    painter.rotate(-40)
    painter.drawRoundedRect(QRectF(-9, -5, 18, 10), 2, 2)
    painter.drawLine(QPointF(-2, -5), QPointF(-2, 5))
    painter.rotate(40)
    painter.drawLine(QPointF(-4, 10), QPointF(10, 10))


def _undo(painter: QPainter) -> None:
    path = QPainterPath(QPointF(4, 9))
    path.lineTo(14, 9)
    path.arcTo(QRectF(9.5, 9, 10, 10), 90, -180)
    path.lineTo(8, 19)
    painter.drawPath(path)
    painter.drawPolyline(QPolygonF([QPointF(8.5, 4.5), QPointF(4, 9), QPointF(8.5, 13.5)]))


def _redo(painter: QPainter) -> None:
    painter.translate(24, 0)
    painter.scale(-1, 1)
    _undo(painter)


def _clear(painter: QPainter) -> None:
    path = QPainterPath(QPointF(6, 7))
    path.lineTo(7.2, 20)
    path.lineTo(16.8, 20)
    path.lineTo(18, 7)
    painter.drawPath(path)
    painter.drawLine(QPointF(4, 7), QPointF(20, 7))
    painter.drawPolyline(
        QPolygonF([QPointF(9, 7), QPointF(9.5, 4), QPointF(14.5, 4), QPointF(15, 7)])
    )
    for x in (10, 14):
        painter.drawLine(QPointF(x, 10.5), QPointF(x, 16.5))


def _open(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3.5, 5, 17, 14), 2, 2)
    painter.drawEllipse(QPointF(8.5, 10), 1.6, 1.6)
    painter.drawPolyline(
        QPolygonF([QPointF(4, 17), QPointF(10, 12.5), QPointF(13, 15), QPointF(17, 10.5),
                   QPointF(20.5, 14)])
    )  # fmt: skip


def _previous(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(15, 5), QPointF(8, 12), QPointF(15, 19)]))


def _next(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(9, 5), QPointF(16, 12), QPointF(9, 19)]))


SHAPES: dict[str, Callable[[QPainter], None]] = {
    "pen": _pen,
    "eraser": _eraser,
    "undo": _undo,
    "redo": _redo,
    "clear": _clear,
    "open": _open,
    "previous": _previous,
    "next": _next,
}


def pad_icon(name: str, theme: Theme) -> QIcon:
    """Return an icon, one of `SHAPES`: faint where its button is off, bright where it is on."""
    icon = QIcon()
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.text),
        (QIcon.Mode.Normal, QIcon.State.On, theme.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.border),
    ):
        pixmap = QPixmap(SIDE * RATIO, SIDE * RATIO)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(RATIO, RATIO)
        pen = QPen(QColor(colour), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        SHAPES[name](painter)
        painter.end()
        pixmap.setDevicePixelRatio(RATIO)
        icon.addPixmap(pixmap, mode, state)
    return icon
