"""Arrays as images, and the two widgets that show them: one picture, and many in a grid.

Positive numbers are blue and negative ones orange, the stronger the farther from 0; ink is ink.
A grid of any number of small maps is one image.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
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
from fishlab.gui.widgets.claim import claims
from fishlab.gui.widgets.focus_mark import FocusMark

WAYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
"""Rows and columns by which an arrow goes."""
TITLE = 22
BETWEEN = 8
"""Pixels between two maps of a grid."""
SMALLEST = 12.0
"""Pixels of a frame that can still be found on a large picture."""
Painting = Callable[[Theme], np.ndarray]
"""The colours of a picture in a theme: -> (H, W, 3), 0 … 255."""


def ink(values: np.ndarray) -> Painting:
    """Paint values 0 … 1 from paper to ink."""
    return lambda theme: _mixed(_paper(values.shape, theme), theme.text, values)


def signed(values: np.ndarray, largest: float | None = None) -> Painting:
    """Paint values by sign and size; `largest` in full colour (by default the largest there is).

    What is not finite is left out: it is the room between the maps of a grid.
    """
    finite = np.isfinite(values)
    kept = np.where(finite, values, 0.0)
    if largest is None:
        largest = float(np.abs(kept).max(initial=0.0))
    share = kept / max(largest, 1e-12)

    def paint(theme: Theme) -> np.ndarray:
        picture = _mixed(_paper(values.shape, theme), theme.accent, np.clip(share, 0, 1))
        picture = _mixed(picture, theme.curve(4), np.clip(-share, 0, 1))
        picture[~finite] = _colour(theme.window)
        return picture

    return paint


def heat(values: np.ndarray, under: np.ndarray, largest: float | None = None) -> Painting:
    """Paint what is positive over a digit (H, W), 0 … 1, that is faint below it."""
    top = float(values.max(initial=0.0)) if largest is None else largest
    share = np.clip(values / max(top, 1e-12), 0.0, 1.0)

    def paint(theme: Theme) -> np.ndarray:
        faint = _mixed(_paper(values.shape, theme), theme.muted, 0.5 * under)
        return _mixed(faint, theme.curve(4), share)

    return paint


def _colour(name: str) -> np.ndarray:
    return np.array(_rgb(QColor(name)), np.float32)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _paper(shape: tuple[int, ...], theme: Theme) -> np.ndarray:
    return np.broadcast_to(_colour(theme.plot), (*shape, 3)).copy()


def _mixed(picture: np.ndarray, colour: str, share: np.ndarray) -> np.ndarray:
    return picture + share[..., np.newaxis].astype(np.float32) * (_colour(colour) - picture)


def image_of(picture: np.ndarray) -> QImage:
    """Return colours (H, W, 3), 0 … 255, as an image of its own."""
    pixels = np.ascontiguousarray(np.clip(np.rint(picture), 0, 255).astype(np.uint8))
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class Picture(QWidget):
    """One picture with its title; tells which pixel is under the mouse, or the keys' cursor.

    words: what to say of a pixel (row, column). `set_frame` puts a frame around a part of it.
    """

    hovered = Signal(int, int)
    """(row, column), or (−1, −1) outside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._cursor: tuple[int, int] | None = None
        self._mark = FocusMark(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._painting: Painting | None = None
        self._image: QImage | None = None
        self._shape = (1, 1)
        self._frame: tuple[float, float, float, float] | None = None
        self.multiple = 1
        """What the side of a pixel is a multiple of, where there is room: so many pixels of the
        picture beside this one go into one of these."""
        self.title = ""
        self.words: Callable[[int, int], str] = lambda row, column: ""
        self.setMouseTracking(True)
        self.setMinimumSize(90, 90 + grown(TITLE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, painting: Painting, shape: tuple[int, ...], title: str) -> None:
        """Show a picture of (H, W) pixels."""
        if (shape[0], shape[1]) != self._shape:
            self._cursor = None
        self._painting, self._shape = painting, (shape[0], shape[1])
        self._image = None
        self.title = title
        self.update()

    def set_frame(self, frame: tuple[float, float, float, float] | None) -> None:
        """Frame the part top, left, height, width (in pixels of the picture), or nothing."""
        self._frame = frame
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._mark.apply_theme(theme)
        self._image = None
        self.update()

    def sizeHint(self) -> QSize:
        """A picture to look at."""
        return QSize(240, 240 + grown(TITLE))

    def place(self) -> QRectF:
        """Where the pixels are."""
        height, width = self._shape
        scale = min((self.width() - 1) / width, (self.height() - grown(TITLE) - 1) / height)
        if scale > 4:
            scale = int(scale) // self.multiple * self.multiple or int(scale)
        size = (width * scale, height * scale)
        return QRectF(
            (self.width() - size[0]) / 2,
            grown(TITLE) + (self.height() - grown(TITLE) - size[1]) / 2,
            *size,
        )

    def pixel_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return (row, column) of the pixel at a point of the widget."""
        place = self.place()
        if self._painting is None or not place.contains(position):
            return None
        height, width = self._shape
        row = int((position.y() - place.top()) / place.height() * height)
        column = int((position.x() - place.left()) / place.width() * width)
        return min(row, height - 1), min(column, width - 1)

    def centre_of(self, row: int, column: int) -> QPoint:
        """Return the middle of a pixel."""
        place = self.place()
        scale = place.height() / self._shape[0]
        return QPointF(
            place.left() + (column + 0.5) * scale, place.top() + (row + 0.5) * scale
        ).toPoint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title, picture and frame."""
        painter = QPainter(self)
        place = self.place()
        painter.setPen(QColor(self._theme.text))
        over = QRectF(0, place.top() - grown(TITLE), self.width(), grown(TITLE) - 3)
        told = self.title if self._cursor is None else self.words(*self._cursor).replace("\n", "  ")
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, told)
        if self._painting is None:
            return
        if self._image is None:
            self._image = image_of(self._painting(self._theme))
        # A picture larger than its room must not lose every second line.
        shrunk = place.height() < self._shape[0]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrunk)
        painter.drawImage(place, self._image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(place)
        if self._cursor is not None:
            side = place.height() / self._shape[0]
            row, column = self._cursor
            cell = QRectF(place.left() + column * side, place.top() + row * side, side, side)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(cell.adjusted(-1, -1, 1, 1))
        if self._frame is not None:
            top, left, height, width = self._frame
            scale = place.height() / self._shape[0]
            part = QRectF(
                place.left() + left * scale,
                place.top() + top * scale,
                width * scale,
                height * scale,
            )
            painter.setPen(QPen(QColor(self._theme.curve(1)), 3))
            # Padding lies outside the picture: what is seen of it is the edge.
            part = part.intersected(place)
            wider = max((SMALLEST - part.width()) / 2, 0.0)
            painter.drawRect(part.adjusted(-wider, -wider, wider, wider))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the pixel under the mouse."""
        self.hovered.emit(*(self.pixel_at(event.position()) or (-1, -1)))

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is nowhere."""
        self.hovered.emit(-1, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from pixel to pixel; with Shift four at a time."""
        way = WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        height, width = self._shape
        pace = 4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        row, column = self._cursor or (height // 2, width // 2)
        row = min(max(row + way[0] * pace, 0), height - 1)
        column = min(max(column + way[1] * pace, 0), width - 1)
        self._cursor = row, column
        self.setAccessibleDescription(self.words(row, column))
        self.hovered.emit(row, column)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away."""
        super().focusOutEvent(event)
        if self._cursor is not None:
            self._cursor = None
            self.hovered.emit(-1, -1)
            self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from the page; say what the pixel under the mouse is."""
        if claims(event):
            return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            pixel = self.pixel_at(QPointF(event.pos()))
            said = self.words(*pixel) if pixel is not None else ""
            QToolTip.showText(event.globalPos(), said or self.toolTip(), self)
            return True
        return super().event(event)


class Grid(QWidget):
    """Many small maps (N, H, W) as one image; `chosen` tells the number of the one clicked.

    captions: what stands below each, or nothing. The frame is around `current`. Every map has its
    own scale, so that the pattern of a faint one is seen too.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._maps = np.zeros((0, 1, 1))
        self._captions: list[str] = []
        self._image: QImage | None = None
        self._image_columns = 0
        self.title = ""
        self.current = -1
        self.words: Callable[[int], str] = lambda k: ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_maps(self, maps: np.ndarray, title: str, captions: list[str] | None = None) -> None:
        """Show maps."""
        self._maps, self._captions = maps, captions or []
        self._image = None
        self.title = title
        self.update()

    def set_current(self, k: int) -> None:
        """Frame the map of that number."""
        self.current = k
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._image = None
        self.update()

    def sizeHint(self) -> QSize:
        """A few rows of maps."""
        return QSize(320, 240)

    @property
    def count(self) -> int:
        """Number of maps."""
        return len(self._maps)

    def _caption_height(self) -> int:
        return 15 if self._captions else 0

    def _layout(self) -> tuple[int, float, float]:
        """Columns, and width and height of a map on the screen with the gap and its caption."""
        count, height, width = self._maps.shape
        best = (1, 1.0, 1.0)
        room = self.height() - grown(TITLE)
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            scale = min(
                (self.width() / columns - BETWEEN) / width,
                (room / rows - BETWEEN - self._caption_height()) / height,
            )
            if scale * width > best[1] - BETWEEN:
                below = BETWEEN + self._caption_height()
                best = columns, scale * width + BETWEEN, scale * height + below
        return best

    def place(self, k: int) -> QRectF:
        """Where map `k` is."""
        columns, width, height = self._layout()
        rows = -(-self.count // columns)
        left = (self.width() - columns * width) / 2
        top = grown(TITLE) + max((self.height() - grown(TITLE) - rows * height) / 2, 0)
        row, column = divmod(k, columns)
        return QRectF(
            left + column * width + BETWEEN / 2,
            top + row * height + BETWEEN / 2,
            width - BETWEEN,
            height - BETWEEN - self._caption_height(),
        )

    def at(self, position: QPointF) -> int:
        """Return the number of the map at a point of the widget, or −1."""
        if not self.count:
            return -1
        columns, width, height = self._layout()
        first = self.place(0)
        column = math.floor((position.x() - first.left() + BETWEEN / 2) / width)
        row = math.floor((position.y() - first.top() + BETWEEN / 2) / height)
        k = row * columns + column
        return k if 0 <= column < columns and row >= 0 and k < self.count else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all maps out of one image."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.text))
        over = QRect(0, 0, self.width(), grown(TITLE) - 3)
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, self.title)
        if not self.count:
            return
        if self._image is None:
            largest = np.abs(self._maps).max(axis=(1, 2), keepdims=True)
            shares = self._maps / np.maximum(largest, 1e-12)
            stacked = shares.reshape(-1, self._maps.shape[2])
            self._image = image_of(signed(stacked, 1.0)(self._theme))
        _, height, width = self._maps.shape
        small = QColor(self._theme.muted)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        for k in range(self.count):
            place = self.place(k)
            # A copy: a vector file would draw all of the image whatever part is asked for.
            painter.drawImage(place, self._image.copy(0, k * height, width, height))
            painter.setPen(QPen(QColor(self._theme.border), 1))
            if k == self.current:
                painter.setPen(QPen(QColor(self._theme.curve(1)), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
            if self._captions:
                painter.setPen(small)
                below = QRectF(place.left() - 2, place.bottom() + 1, place.width() + 4, 15)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._captions[k])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map under the mouse."""
        self._choose(self.at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from map to map."""
        step = self._step(event)
        if step is None or not self.count:
            super().keyPressEvent(event)
        else:
            self._choose(min(max(self.current + step, 0), self.count - 1))

    def _step(self, event: QKeyEvent) -> int | None:
        columns = self._layout()[0]
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }.get(Qt.Key(event.key()))

    def _choose(self, k: int) -> None:
        if k >= 0:
            self.set_current(k)
            self.chosen.emit(k)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts; say what is under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._step(event) is not None:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            k = self.at(QPointF(event.pos()))
            said = self.words(k) if k >= 0 else ""
            QToolTip.showText(event.globalPos(), said or self.toolTip(), self)
            return True
        return super().event(event)
