"""A square of paper: pen, eraser, undo, redo, clear, pictures by drop and paste.

Points are in pad units, 0 … 280 on either side whatever the size on screen. What the mouse leaves
between two events is filled with a curve, and the curve's own points are what `rows` tells: the
network is given the line that is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QPolygonF,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .pen_curve import PenCurve

SIDE = 280.0
"""Side of the pad in its own units."""
MAX_ROWS = 6000
"""Most points of one drawing; far more than a digit needs, few enough to be read in no time."""
Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class PadStroke:
    """One line of the pen (or of the eraser), in pad units."""

    points: tuple[tuple[float, float], ...]
    width: float
    erase: bool


@dataclass(frozen=True)
class Drawing:
    """All that is on the paper. A picture and strokes are never there together."""

    strokes: tuple[PadStroke, ...] = ()
    picture: str = ""

    @property
    def rows(self) -> Rows:
        """(stroke, x, y, width, erase) for every point."""
        return tuple(
            (float(number), x, y, stroke.width, float(stroke.erase))
            for number, stroke in enumerate(self.strokes)
            for x, y in stroke.points
        )


def strokes_of(rows: Iterable[Iterable[float]]) -> tuple[PadStroke, ...]:
    """Return the strokes that `Drawing.rows` told as rows."""
    lines: dict[tuple[float, float, bool], list[tuple[float, float]]] = {}
    for number, x, y, width, erase in rows:
        lines.setdefault((number, width, bool(erase)), []).append((x, y))
    return tuple(PadStroke(tuple(line), key[1], key[2]) for key, line in lines.items())


class DrawingPad(QWidget):
    """Draws, erases, undoes; tells `changed` at most once for each turn of the event loop.

    The picture of a `Drawing` is an opaque text here: `image_of` gives the image that it stands
    for; `picture_offered` and `file_offered` hand on what the reader dropped or pasted.
    `label_typed` tells a digit key: the reader says what the drawing is.
    """

    changed = Signal()
    history_changed = Signal()
    tool_changed = Signal()
    picture_offered = Signal(QImage)
    file_offered = Signal(str)
    label_typed = Signal(int)

    def __init__(
        self, image_of: Callable[[str], QImage] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._image_of = image_of
        self._theme = LIGHT
        self._drawing = Drawing()
        self._before = Drawing()
        self._undo: list[Drawing] = []
        self._redo: list[Drawing] = []
        self._curve: PenCurve | None = None
        self._erasing_now = False
        self._told: tuple[Rows, str] = ((), "")
        self._ink = QPixmap()
        self._width = 18.0
        self._eraser = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(280, 280)
        self._choose_cursor()

    # What is on the paper

    @property
    def drawing(self) -> Drawing:
        """The paper, with the line that is being drawn."""
        if self._curve is None:
            return self._drawing
        return Drawing((*self._drawing.strokes, self._stroke()))

    def rows(self) -> Rows:
        """Return the drawing as rows of (stroke, x, y, width, erase)."""
        return self.drawing.rows

    def is_empty(self) -> bool:
        """True if there is nothing on the paper."""
        drawing = self.drawing
        return not drawing.strokes and not drawing.picture

    def restore(self, rows: Rows, picture: str) -> None:
        """Put a drawing on the paper that came from elsewhere (a preset, a saved run).

        Ignored while a line is being drawn, and if it is what the pad told last: the window
        hands back every change it was told of, by then an older one than the paper shows.
        """
        if self._curve is None and (rows, picture) != self._told:
            self._told = (rows, picture)
            self._put(Drawing(strokes_of(rows), picture))

    def set_picture(self, picture: str) -> None:
        """Replace the drawing by a picture."""
        self._put(Drawing(picture=picture))
        self._later.start()

    # Verbs of the tool bar

    @property
    def can_undo(self) -> bool:
        """True if there is a change to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """True if a change was taken back."""
        return bool(self._redo)

    def undo(self) -> None:
        """Take the last change back."""
        self._finish()
        if self._undo:
            self._redo.append(self._drawing)
            self._replace(self._undo.pop())

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._finish()
        if self._redo:
            self._undo.append(self._drawing)
            self._replace(self._redo.pop())

    def clear(self) -> None:
        """Take a new sheet; `undo` brings the old one back."""
        self._finish()
        if not self.is_empty():
            self._put(Drawing())
            self._later.start()

    def paste(self) -> None:
        """Take the picture, or the file of a picture, that is in the clipboard."""
        self._offer(QGuiApplication.clipboard().mimeData())

    @property
    def pen_width(self) -> float:
        """Width of the line, in pad units."""
        return self._width

    def set_pen_width(self, width: float) -> None:
        """Take a pen (and an eraser) of that width, in pad units."""
        if width != self._width:
            self._width = width
            self._choose_cursor()
            self.tool_changed.emit()

    @property
    def eraser(self) -> bool:
        """True if the eraser is in hand."""
        return self._eraser

    def set_eraser(self, eraser: bool) -> None:
        """Take the eraser or the pen."""
        if eraser != self._eraser:
            self._eraser = eraser
            self._choose_cursor()
            self.tool_changed.emit()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._choose_cursor()
        self._redraw()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("drawing_pad", "Drawing pad"))
        self.setAccessibleDescription(
            translate("drawing_pad", "Draw a digit with the mouse, a pen or a finger")
        )
        self.setToolTip(
            translate(
                "drawing_pad",
                "Left button draws, right button erases. Ctrl+Z undo, Ctrl+Y redo, Delete clear, "
                "Ctrl+V paste a picture, P pen, E eraser, [ and ] width",
            )
        )
        self.update()

    # Drawing

    def _begin(self, position: QPointF, erase: bool) -> None:
        self._finish()
        self._erasing_now = erase
        self._curve = PenCurve(self._unit(position))
        self._before = self._drawing
        if self._drawing.picture:
            self._drawing = Drawing()
            self._redraw()
        self._after_point([])

    def _move(self, position: QPointF) -> None:
        if self._curve is None:
            return
        if len(self._curve.points) + self._points() >= MAX_ROWS:
            return
        before = self._curve.points[-1]
        self._after_point([before, *self._curve.move(self._unit(position))])

    def _finish(self) -> None:
        if self._curve is None:
            return
        self._curve.finish()
        self._drawing = Drawing((*self._drawing.strokes, self._stroke()))
        self._curve = None
        self._undo.append(self._before)
        self._redo.clear()
        self._redraw()
        self._later.start()
        self.history_changed.emit()

    def _after_point(self, fixed: list[tuple[float, float]]) -> None:
        """Ink the part of the line that will not change any more; the rest waits for its end."""
        if len(fixed) > 1:
            painter = self._ink_painter()
            self._ink_line(painter, fixed, self._width, self._erasing_now)
            painter.end()
        self.update()
        self._later.start()

    def _stroke(self) -> PadStroke:
        assert self._curve is not None
        return PadStroke(self._curve.line, self._width, self._erasing_now)

    def _points(self) -> int:
        return sum(len(stroke.points) for stroke in self._drawing.strokes)

    def _put(self, drawing: Drawing) -> None:
        """Replace the paper; undo brings it back."""
        self._undo.append(self._drawing)
        self._redo.clear()
        self._drawing = drawing
        self._redraw()
        self.history_changed.emit()

    def _replace(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._redraw()
        self._later.start()
        self.history_changed.emit()

    def _tell(self) -> None:
        drawing = self.drawing
        self._told = (drawing.rows, drawing.picture)
        self.changed.emit()

    @property
    def told(self) -> tuple[Rows, str]:
        """Rows and picture as they were when `changed` was last told."""
        return self._told

    # Geometry: the pad is the largest square in the widget

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _unit(self, position: QPointF) -> tuple[float, float]:
        square = self._square()
        x = (position.x() - square.left()) * SIDE / square.width()
        y = (position.y() - square.top()) * SIDE / square.height()
        # A captured mouse may leave the paper; a hundredth of a unit is finer than any screen.
        return round(min(max(x, 0.0), SIDE), 2), round(min(max(y, 0.0), SIDE), 2)

    def sizeHint(self) -> QSize:
        """A comfortable square."""
        return QSize(330, 330)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt)
        """It is a square."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt)
        """It is a square."""
        return width

    # Painting: finished ink is kept as a pixmap, so that a move costs a copy and one short line

    def _redraw(self) -> None:
        ratio = self.devicePixelRatioF()
        size = round(self._square().width() * ratio)
        self._ink = QPixmap(size, size)
        self._ink.setDevicePixelRatio(ratio)
        self._ink.fill(Qt.GlobalColor.transparent)
        painter = self._ink_painter()
        if self._drawing.picture and self._image_of is not None:
            self._paint_picture(painter, self._image_of(self._drawing.picture))
        for stroke in self._drawing.strokes:
            self._ink_line(painter, stroke.points, stroke.width, stroke.erase)
        painter.end()
        self.update()

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        size = image.size().scaled(int(SIDE), int(SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QPointF(SIDE / 2, SIDE / 2))
        painter.drawImage(place, image)

    def _ink_painter(self) -> QPainter:
        painter = QPainter(self._ink)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        scale = self._square().width() / SIDE
        painter.scale(scale, scale)
        return painter

    def _ink_line(
        self,
        painter: QPainter,
        points: Iterable[tuple[float, float]],
        width: float,
        erase: bool,
    ) -> None:
        painter.setCompositionMode(
            QPainter.CompositionMode.CompositionMode_Clear
            if erase
            else QPainter.CompositionMode.CompositionMode_SourceOver
        )
        pen = QPen(QColor(self._theme.text), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        line = QPolygonF([QPointF(x, y) for x, y in points])
        if line.size() == 1:
            painter.drawPoint(line[0])
        else:
            painter.drawPolyline(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, ink, the line's loose end, and the hint if the paper is empty."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self._square()
        painter.fillRect(self.rect(), QColor(self._theme.window))
        painter.setPen(self._edge())
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 6, 6)
        self._paint_guide(painter, square)
        if self._curve is None:
            painter.drawPixmap(square.topLeft(), self._ink)
        else:
            painter.drawPixmap(square.topLeft(), self._with_loose_end())
        if self.is_empty():
            self._paint_hint(painter, square)

    def _edge(self) -> QPen:
        if self.hasFocus():
            return QPen(QColor(self._theme.accent), 2)
        return QPen(QColor(self._theme.border), 1)

    def _paint_guide(self, painter: QPainter, square: QRectF) -> None:
        """Four corner marks of the middle: a digit of that size is read best."""
        inner = square.adjusted(*(square.width() * f for f in (0.15, 0.15, -0.15, -0.15)))
        arm = square.width() * 0.04
        painter.setPen(QPen(QColor(self._theme.grid), 1))
        for corner, dx, dy in (
            (inner.topLeft(), 1, 1),
            (inner.topRight(), -1, 1),
            (inner.bottomLeft(), 1, -1),
            (inner.bottomRight(), -1, -1),
        ):
            painter.drawLine(corner, corner + QPointF(dx * arm, 0))
            painter.drawLine(corner, corner + QPointF(0, dy * arm))

    def _with_loose_end(self) -> QPixmap:
        assert self._curve is not None
        ink = QPixmap(self._ink)
        kept, self._ink = self._ink, ink
        painter = self._ink_painter()
        self._ink_line(painter, self._curve.loose_end, self._width, self._erasing_now)
        painter.end()
        self._ink = kept
        return ink

    def _paint_hint(self, painter: QPainter, square: QRectF) -> None:
        painter.setPen(QColor(self._theme.muted))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.7)
        painter.setFont(font)
        middle = square.center().y()
        upper = QRectF(square.left(), square.top(), square.width(), middle - square.top())
        painter.drawText(
            upper.adjusted(8, 0, -8, 0),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
            translate("drawing_pad", "Draw a digit here"),
        )
        painter.setFont(self.font())
        lower = QRectF(square.left(), middle + 8, square.width(), square.bottom() - middle - 8)
        painter.drawText(
            lower.adjusted(24, 0, -24, 0),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            translate("drawing_pad", "or drop, paste or open a picture of one"),
        )

    def _choose_cursor(self) -> None:
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._eraser else Qt.CursorShape.CrossCursor
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ink anew at the new size."""
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Show the focus by the edge."""
        super().changeEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line: left draws (or erases, with the eraser in hand), right erases."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            right = event.button() == Qt.MouseButton.RightButton
            self._begin(event.position(), self._eraser or right)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the line."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the line."""
        self._finish()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen tells finer positions than the mouse, and its blunt end erases."""
        blunt = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position(), self._eraser or blunt)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._finish()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Claim the pad's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._verb(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, clear, paste, pen, eraser, width."""
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        else:
            verb()

    def _verb(self, event: QKeyEvent):
        sequence = QKeySequence.StandardKey
        for key, verb in (
            (sequence.Undo, self.undo),
            (sequence.Redo, self.redo),
            (sequence.Paste, self.paste),
        ):
            if event.matches(key):
                return verb
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            # Platforms differ in which of Ctrl+Y and Ctrl+Shift+Z is the standard: both do here.
            return self.redo if event.key() == Qt.Key.Key_Y else None
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            return partial(self.label_typed.emit, event.key() - Qt.Key.Key_0)
        return {
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Backspace: self.clear,
            Qt.Key.Key_P: lambda: self.set_eraser(False),
            Qt.Key.Key_E: lambda: self.set_eraser(True),
            Qt.Key.Key_BracketLeft: lambda: self.set_pen_width(max(self._width - 2, 4.0)),
            Qt.Key.Key_BracketRight: lambda: self.set_pen_width(min(self._width + 2, 48.0)),
        }.get(Qt.Key(event.key()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures and files are welcome."""
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the dropped picture."""
        self._offer(event.mimeData())
        event.acceptProposedAction()

    def _offer(self, mime) -> None:
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if files:
            self.file_offered.emit(files[0])
        elif mime.hasImage():
            self.picture_offered.emit(QImage(mime.imageData()))
