"""A square of paper: pen, eraser, undo, redo, clear, pictures by drop and paste.

Points are in pad units, 0 … 280 on either side whatever the size on screen. What the mouse leaves
between two events is filled with a curve, and the curve's own points are what `rows` tells: the
network is given the line that is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate

from .drawing import SIDE, Drawing, PadStroke, Point, Rows, Sheet, strokes_of
from .pad_painting import Ink, paint_cross, paint_hint, paint_line, paint_paper
from .pen_curve import PenCurve

MAX_ROWS = 6000
"""Most points of one drawing; far more than a digit needs, few enough to be read in no time."""
PACE = 8
"""How far an arrow key moves the pen, in pad units."""
MIDDLE = (SIDE / 2, SIDE / 2)


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
        self._sheet = Sheet()
        self._ink = Ink()
        self._width = 14.0
        self._eraser = False
        # The line under way, and the width and kind of its pen.
        self._curve: PenCurve | None = None
        self._pen = (self._width, False)
        # Where the keyboard's pen is, once the keyboard was used.
        self._walker: Point | None = None
        self._told: tuple[Rows, str] = ((), "")
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
            return self._sheet.drawing
        return Drawing((*self._sheet.drawing.strokes, self._stroke(self._curve)))

    def rows(self) -> Rows:
        """Return the drawing as rows of (stroke, x, y, width, erase)."""
        return self.drawing.rows

    def is_empty(self) -> bool:
        """True if there is nothing on the paper."""
        return self.drawing.is_empty

    @property
    def told(self) -> tuple[Rows, str]:
        """Rows and picture as they were when `changed` was last told."""
        return self._told

    def restore(self, rows: Rows, picture: str) -> None:
        """Put a drawing on the paper that came from elsewhere (a preset, a saved run).

        Ignored while a line is being drawn, and if it is what the pad told last: the window
        hands back every change it was told of, by then an older one than the paper shows.
        """
        if self._curve is None and (rows, picture) != self._told:
            self._told = (rows, picture)
            self._sheet.put(Drawing(strokes_of(rows), picture))
            self._replaced()

    def set_picture(self, picture: str) -> None:
        """Replace the drawing by a picture."""
        self._finish()
        self._sheet.put(Drawing(picture=picture))
        self._replaced()
        self._later.start()

    # Verbs of the tool bar

    @property
    def can_undo(self) -> bool:
        """True if there is a change to take back."""
        return self._sheet.can_undo

    @property
    def can_redo(self) -> bool:
        """True if a change was taken back."""
        return self._sheet.can_redo

    def undo(self) -> None:
        """Take the last change back."""
        self._finish()
        if self._sheet.can_undo:
            self._sheet.undo()
            self._replaced()
            self._later.start()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._finish()
        if self._sheet.can_redo:
            self._sheet.redo()
            self._replaced()
            self._later.start()

    def clear(self) -> None:
        """Take a new sheet; `undo` brings the old one back."""
        self._finish()
        if not self.is_empty():
            self._sheet.put(Drawing())
            self._replaced()
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
                "Ctrl+V paste a picture, P pen, E eraser, [ and ] width; arrow keys and Space draw "
                "too",
            )
        )
        self.update()

    # Drawing

    def _begin(self, point: Point, erase: bool) -> None:
        self._finish()
        self._curve = PenCurve(point)
        self._pen = (self._width, erase)
        if self._sheet.drawing.picture:
            self._redraw()
        self.update()
        self._later.start()

    def _move(self, point: Point) -> None:
        if self._curve is None or len(self._curve.points) + len(self._sheet.drawing) >= MAX_ROWS:
            return
        loose = self._curve.loose_end
        fixed = self._curve.move(point)
        if fixed:
            # What will not change any more is inked; the loose end waits for its turn.
            self._ink.line((loose[0], *fixed), *self._pen)
            self._update_along((*loose, *fixed, point))
            self._later.start()

    def _finish(self) -> None:
        if self._curve is None:
            return
        self._curve.finish()
        self._sheet.add(self._stroke(self._curve))
        self._curve = None
        self._replaced()
        self._later.start()

    def _stroke(self, curve: PenCurve) -> PadStroke:
        return PadStroke(curve.line, *self._pen)

    def _replaced(self) -> None:
        self._redraw()
        self.history_changed.emit()

    def _tell(self) -> None:
        drawing = self.drawing
        self._told = (drawing.rows, drawing.picture)
        self.changed.emit()

    # The keyboard's pen: arrow keys walk, Space lowers and lifts it

    def _walk(self, dx: int, dy: int) -> None:
        x, y = self._walker or MIDDLE
        self._walker = (min(max(x + dx, 0.0), SIDE), min(max(y + dy, 0.0), SIDE))
        self._move(self._walker)
        self.update()

    def _lower_or_lift(self) -> None:
        if self._curve is not None:
            self._finish()
        else:
            self._walker = self._walker or MIDDLE
            self._begin(self._walker, self._eraser)

    # Geometry: the paper is the largest square in the widget

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _unit(self, position: QPointF) -> Point:
        square = self._square()
        x = (position.x() - square.left()) * SIDE / square.width()
        y = (position.y() - square.top()) * SIDE / square.height()
        # A captured mouse may leave the paper; a hundredth of a unit is finer than any screen.
        return round(min(max(x, 0.0), SIDE), 2), round(min(max(y, 0.0), SIDE), 2)

    def sizeHint(self) -> QSize:
        """A comfortable square."""
        return QSize(330, 330)

    def hasHeightForWidth(self) -> bool:
        """It is a square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """It is a square."""
        return width

    # Painting

    def _redraw(self) -> None:
        """Ink the whole drawing anew."""
        drawing = self.drawing
        image = None
        if drawing.picture and self._image_of is not None:
            image = self._image_of(drawing.picture)
        self._ink.renew(self._square().width(), self.devicePixelRatioF(), self._theme.text)
        self._ink.drawing(drawing, image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, ink, the line's loose end, and the hint if the paper is empty."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self._square()
        painter.fillRect(self.rect(), QColor(self._theme.window))
        paint_paper(painter, square, self._theme, self.hasFocus())
        painter.drawPixmap(square.topLeft(), self._ink.pixmap)
        if self._curve is not None:
            self._paint_loose_end(painter, square, self._curve)
        if self._walker is not None and self.hasFocus():
            paint_cross(painter, square, self._theme, self._walker)
        elif self.is_empty():
            paint_hint(painter, square, self._theme, self.font())

    def _paint_loose_end(self, painter: QPainter, square: QRectF, curve: PenCurve) -> None:
        """Paint what may still change over the ink; the eraser's end as paper."""
        width, erase = self._pen
        scale = square.width() / SIDE
        painter.save()
        painter.setClipRect(square)
        painter.translate(square.topLeft())
        painter.scale(scale, scale)
        colour = QColor(self._theme.surface if erase else self._theme.text)
        paint_line(painter, curve.loose_end, width, colour)
        painter.restore()

    def _update_along(self, points: tuple[Point, ...]) -> None:
        """Repaint only where a line through `points` is: a pen moves a little at a time."""
        square = self._square()
        scale = square.width() / SIDE
        reach = self._pen[0] / 2 + 2
        left, right = min(x for x, _ in points) - reach, max(x for x, _ in points) + reach
        top, bottom = min(y for _, y in points) - reach, max(y for _, y in points) + reach
        place = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
        self.update(place.translated(square.topLeft()).toAlignedRect())

    def _choose_cursor(self) -> None:
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._eraser else Qt.CursorShape.CrossCursor
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ink anew at the new size."""
        self._redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the pen: what the hand does elsewhere is no drawing."""
        self._finish()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line: left draws (or erases, with the eraser in hand), right erases."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            right = event.button() == Qt.MouseButton.RightButton
            self._walker = None
            self._begin(self._unit(event.position()), self._eraser or right)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the line."""
        if self._walker is None:
            self._move(self._unit(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the line."""
        self._finish()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu under the right button, which erases; the menu key has one."""
        event.setAccepted(event.reason() == QContextMenuEvent.Reason.Mouse)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen tells finer positions than the mouse, and its blunt end erases."""
        blunt = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self._walker = None
            self._begin(self._unit(event.position()), self._eraser or blunt)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(self._unit(event.position()))
        elif event.type() == QEvent.Type.TabletRelease:
            self._finish()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Claim the pad's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._verb(event) is not None:
                event.accept()
                return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, clear, paste, pen, eraser, width."""
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        else:
            verb()

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
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
        verbs: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Backspace: self.clear,
            Qt.Key.Key_P: lambda: self.set_eraser(False),
            Qt.Key.Key_E: lambda: self.set_eraser(True),
            Qt.Key.Key_Left: partial(self._walk, -PACE, 0),
            Qt.Key.Key_Right: partial(self._walk, PACE, 0),
            Qt.Key.Key_Up: partial(self._walk, 0, -PACE),
            Qt.Key.Key_Down: partial(self._walk, 0, PACE),
            Qt.Key.Key_Space: self._lower_or_lift,
            Qt.Key.Key_BracketLeft: lambda: self.set_pen_width(max(self._width - 2, 4.0)),
            Qt.Key.Key_BracketRight: lambda: self.set_pen_width(min(self._width + 2, 48.0)),
        }
        return verbs.get(Qt.Key(event.key()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures and files are welcome."""
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the dropped picture."""
        self._offer(event.mimeData())
        event.acceptProposedAction()

    def _offer(self, mime: QMimeData) -> None:
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if files:
            self.file_offered.emit(files[0])
        elif mime.hasImage():
            self.picture_offered.emit(QImage(mime.imageData()))
