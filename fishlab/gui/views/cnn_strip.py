"""The layers of a network in a row, each as the mosaic of its maps; a click chooses one map."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
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

from .cnn_images import image_of, signed

TITLE, GAP = 34, 8
MOST_IN_ROW = 9
LARGEST = 170


class Answer:
    """One layer's answer as maps (C, H, W), tiled in one picture. A dense one is a single map."""

    def __init__(self, name: str, values: np.ndarray) -> None:
        self.name = name
        self.values = values
        self.maps = values if values.ndim == 3 else _in_rows(values)[np.newaxis]
        count, height, width = self.maps.shape
        self.columns = math.ceil(math.sqrt(count * height / width))
        self.rows = math.ceil(count / self.columns)
        self._image: QImage | None = None

    @property
    def shape(self) -> str:
        """The shape as the book writes it."""
        return " × ".join(str(side) for side in self.values.shape)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the mosaic in pixels of its own."""
        _, height, width = self.maps.shape
        return self.rows * (height + 1) - 1, self.columns * (width + 1) - 1

    def image(self, theme: Theme) -> QImage:
        """Return the mosaic, one pixel a number."""
        if self._image is None:
            count, height, width = self.maps.shape
            filled = np.full((self.rows * self.columns, height + 1, width + 1), np.nan, np.float32)
            filled[:count, :height, :width] = self.maps
            tiles = filled.reshape(self.rows, self.columns, height + 1, width + 1).swapaxes(1, 2)
            mosaic = tiles.reshape(self.rows * (height + 1), -1)[:-1, :-1]
            self._image = image_of(signed(mosaic)(theme))
        return self._image

    def forget_image(self) -> None:
        """The theme changed."""
        self._image = None


def _in_rows(values: np.ndarray) -> np.ndarray:
    """Return (D,) as a nearly square picture; what is left over is no number."""
    columns = len(values) if len(values) <= 10 else math.ceil(math.sqrt(len(values)))
    rows = math.ceil(len(values) / columns)
    filled = np.full(rows * columns, np.nan, np.float32)
    filled[: len(values)] = values
    return filled.reshape(rows, columns)


class LayerStrip(QWidget):
    """Shows every layer; `chosen` tells layer and map of the one clicked."""

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.answers: list[Answer] = []
        self.current: tuple[str, int] = ("", 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_layers(self, layers: dict[str, np.ndarray]) -> None:
        """Show the answers of the layers, in their order."""
        before = len(self.answers)
        self.answers = [Answer(name, values) for name, values in layers.items()]
        if len(self.answers) != before:
            self.updateGeometry()
        self.update()

    def set_current(self, name: str, k: int) -> None:
        """Frame map `k` of that layer."""
        self.current = name, k
        self.update()

    def answer(self, name: str) -> Answer:
        """Return the answer of that layer."""
        return next(answer for answer in self.answers if answer.name == name)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for answer in self.answers:
            answer.forget_image()
        self.update()

    def sizeHint(self) -> QSize:
        """All layers, two rows if there are many."""
        return QSize(900, self.heightForWidth(900))

    def hasHeightForWidth(self) -> bool:
        """The layers are squares."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the rows of squares are."""
        rows, columns = self._rows_and_columns()
        side = min((width - GAP * (columns - 1) - 2) / columns, LARGEST)
        return int(rows * (side + grown(TITLE))) + 2

    # Geometry

    def boxes(self) -> list[QRectF]:
        """Where each layer may draw: equal squares in one row or more."""
        rows, columns = self._rows_and_columns()
        side = min(
            (self.width() - GAP * (columns - 1) - 2) / columns,
            (self.height() - rows * grown(TITLE)) / rows - 2,
        )
        side = max(side, 8.0)
        left = (self.width() - columns * side - GAP * (columns - 1)) / 2
        return [
            QRectF(
                left + k % columns * (side + GAP),
                k // columns * (side + grown(TITLE)) + grown(TITLE),
                side,
                side,
            )
            for k in range(len(self.answers))
        ]

    def _rows_and_columns(self) -> tuple[int, int]:
        count = max(len(self.answers), 1)
        rows = -(-count // MOST_IN_ROW)
        return rows, -(-count // rows)

    def mosaic(self, k: int) -> QRectF:
        """Where the mosaic of layer `k` is, in the middle of its box."""
        box = self.boxes()[k]
        height, width = self.answers[k].size
        scale = min(box.width() / width, box.height() / height)
        size = width * scale, height * scale
        return QRectF(box.center().x() - size[0] / 2, box.center().y() - size[1] / 2, *size)

    def tile(self, name: str, number: int) -> QRectF:
        """Where one map is."""
        k = [answer.name for answer in self.answers].index(name)
        answer, place = self.answers[k], self.mosaic(k)
        scale = place.width() / answer.size[1]
        _, height, width = answer.maps.shape
        row, column = divmod(number, answer.columns)
        return QRectF(
            place.left() + column * (width + 1) * scale,
            place.top() + row * (height + 1) * scale,
            width * scale,
            height * scale,
        )

    def at(self, position: QPointF) -> tuple[str, int] | None:
        """Return layer and map at a point of the widget."""
        for k, answer in enumerate(self.answers):
            place = self.mosaic(k)
            if place.contains(position):
                scale = place.width() / answer.size[1]
                _, height, width = answer.maps.shape
                column = int((position.x() - place.left()) / scale / (width + 1))
                row = int((position.y() - place.top()) / scale / (height + 1))
                number = row * answer.columns + column
                return (answer.name, number) if number < len(answer.maps) else None
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every layer with its name and shape."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        for k, (answer, box) in enumerate(zip(self.answers, self.boxes(), strict=True)):
            title = grown(TITLE)
            over = QRectF(box.left() - GAP / 2, box.top() - title, box.width() + GAP, title - 3)
            bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.setPen(QColor(self._theme.text))
            painter.drawText(over.adjusted(0, 0, 0, -metrics.height()), bottom, answer.name)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(over, bottom, answer.shape)
            shrunk = self.mosaic(k).width() < answer.size[1]
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrunk)
            painter.drawImage(self.mosaic(k), answer.image(self._theme))
            painter.setPen(QPen(QColor(self._theme.border), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.mosaic(k))
            if answer.name == self.current[0]:
                painter.setPen(QPen(QColor(self._theme.curve(1)), 3))
                painter.drawRect(self.tile(*self.current))

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map under the mouse."""
        found = self.at(event.position())
        if found is not None:
            self._choose(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from map to map, up and down from layer to layer."""
        names = [answer.name for answer in self.answers]
        if self.current[0] not in names or self._step(event) is None:
            super().keyPressEvent(event)
            return
        name, k = self.current
        along, across = self._step(event) or (0, 0)
        if across:
            name = names[(names.index(name) + across) % len(names)]
            k = min(k, len(self.answer(name).maps) - 1)
        self._choose(name, (k + along) % len(self.answer(name).maps))

    @staticmethod
    def _step(event: QKeyEvent) -> tuple[int, int] | None:
        return {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))

    def _choose(self, name: str, k: int) -> None:
        self.set_current(name, k)
        self.chosen.emit(name, k)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts; say what is under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._step(event) is not None:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            found = self.at(QPointF(event.pos()))
            said = self.toolTip()
            if found is not None:
                said = translate("cnn", "{name}, map {number}", name=found[0], number=found[1] + 1)
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)
