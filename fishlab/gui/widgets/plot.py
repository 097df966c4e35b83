"""Plot: pyqtgraph's plot in the house's colours, with numbers under the mouse and no clutter.

pyqtgraph spends nine tenths of a repaint on its axes and their grid lines. They change far less
often than the curves, so they are kept as pixmaps, except while a picture is written.
Tab reaches a plot; a pointer moved by keys does there what the mouse would.
"""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsTextItem, QWidget

from fishlab.gui.theme import LIGHT, Theme

from .axis import BEYOND, Axis
from .focus_mark import FocusMark
from .key_pointer import KeyPointer

AXES = ("left", "bottom")

Readout = Callable[[float, float], str]
"""What to write beside the mouse at (x, y) in the plot's coordinates; "" writes nothing."""


class Plot(pg.PlotWidget):
    """A plot with antialiased curves, a faint grid, titles on its axes, and a readout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        axes = {name: Axis(name) for name in AXES}
        super().__init__(parent, enableMenu=False, axisItems=axes)
        self._readout: Readout | None = None
        self._words: pg.TextItem | None = None
        self._theme = LIGHT
        self._painted: Theme | None = None
        self.focus_mark = FocusMark(self)
        self.pointer = KeyPointer(self)
        self.setAntialiasing(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMinimumSize(40, 40)
        self.plotItem.hideButtons()
        # Half of the outermost numbers stands beyond the ends of the axes.
        self.plotItem.layout.setContentsMargins(0, BEYOND[1], BEYOND[0], 0)
        self.plotItem.showGrid(x=True, y=True, alpha=1.0)
        for name in AXES:
            axis = self.getAxis(name)
            axis.setStyle(tickLength=-4, maxTickLevel=1)
            axis.enableAutoSIPrefix(False)
            # The grid belongs to the axes, and under the curves.
            axis.setZValue(-1000)
            axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.apply_theme(LIGHT)

    def grow_words(self, ratio: float) -> None:
        """Write titles and names in a type so many times as large; they do not follow the font."""
        for item in self.scene().items():
            if isinstance(item, QGraphicsTextItem):
                font = item.font()
                font.setPointSizeF(font.pointSizeF() * ratio)
                item.setFont(font)
        for item in self.getPlotItem().items:
            if isinstance(item, pg.TextItem):
                item.updateTextPos()
        for name in AXES:
            self.getAxis(name).resizeEvent(None)

    def grow(self, ratio: float) -> None:
        """Give the axes so many times the room for their numbers."""
        for name in AXES:
            axis = self.getAxis(name)
            if axis.fixedWidth is not None:
                axis.setWidth(round(axis.fixedWidth * ratio))
            if axis.fixedHeight is not None:
                axis.setHeight(round(axis.fixedHeight * ratio))
            # pyqtgraph measures numbers a fifth too low, and lets 10 pixels more pass.
            axis.textHeight = round(axis.textHeight * ratio)
            axis.showLabel(axis.label.isVisible())
            axis.update()

    def set_titles(self, x: str, y: str) -> None:
        """Write these titles at the axes; an empty one takes no room."""
        for name, title in (("bottom", x), ("left", y)):
            self.getAxis(name).setLabel(title or None)
            self.getAxis(name).showLabel(bool(title))

    def take_ranges(self) -> None:
        """Take over ranges that were just set.

        It would be done at the painting, and then have every curve painted once more after it.
        """
        self.scene().prepareForPaint()

    def set_counts(self, *names: str) -> None:
        """Let these axes count: whole numbers only."""
        for name in names:
            self.getAxis(name).counts = True

    def set_readout(self, readout: Readout | None) -> None:
        """Write what `readout` says of the place under the mouse beside it; None: nothing."""
        if readout is not None and self._words is None:
            self._words = self._made_words()
            self.scene().sigMouseMoved.connect(self._mouse_moved)
        self._readout = readout
        if self._words is not None:
            self._words.hide()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        if theme is self._painted:  # each colour of an axis has pyqtgraph set its title anew
            return
        self._theme = self._painted = theme
        self.focus_mark.apply_theme(theme)
        self.pointer.apply_theme(theme)
        self.setBackground(theme.plot)
        for name in AXES:
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setTickPen(pg.mkPen(theme.grid))
            axis.setLabel(axis.labelText or None, color=theme.text)
        if self._words is not None:
            self._paint_words(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pointer; all other keys are the page's."""
        if self.pointer.takes(event):
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """No key does anything when it is let go."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the pointer away."""
        super().focusOutEvent(event)
        self.pointer.put_away()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the readout away."""
        super().leaveEvent(event)
        if self._words is not None:
            self._words.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the size that the layout gives; the readout's place is no longer right."""
        super().resizeEvent(event)
        # pyqtgraph resizes the widget within its own __init__.
        words = getattr(self, "_words", None)
        if words is not None:
            words.hide()

    def _made_words(self) -> pg.TextItem:
        words = pg.TextItem(anchor=(0, 1))
        words.setZValue(1000)
        self._paint_words(words)
        # Never in the way of the mouse, nor of the automatic range.
        words.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.addItem(words, ignoreBounds=True)
        return words

    def _paint_words(self, words: pg.TextItem) -> None:
        fill = QColor(self._theme.surface)
        fill.setAlpha(230)
        words.fill = pg.mkBrush(fill)
        words.border = pg.mkPen(self._theme.border)
        words.setColor(self._theme.text)
        words.setFont(QFont(self.font()))

    def _mouse_moved(self, position: QPointF) -> None:
        words, box = self._words, self.getViewBox()
        if words is None or self._readout is None:
            return
        if not box.sceneBoundingRect().contains(position):
            words.hide()
            return
        place = box.mapSceneToView(position)
        text = self._readout(place.x(), place.y())
        words.setVisible(bool(text))
        if not text:
            return
        words.setText(text)
        # Toward the middle of the plot, so that the words are never cut off at its edge.
        middle = box.sceneBoundingRect().center()
        right, low = position.x() > middle.x(), position.y() > middle.y()
        words.setAnchor((1.05 if right else -0.05, 1.2 if low else -0.3))
        words.setPos(place.x(), place.y())


def make_plot(parent: QWidget | None = None) -> Plot:
    """Return a new plot as every view wants it."""
    return Plot(parent)
