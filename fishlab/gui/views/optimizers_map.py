"""The map of the race: shades and contours, drawn once a surface, trails and start on top.

Every step only sets the data of the trails; the map itself stays as a pixmap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.plot import Plot

from .optimizers_strokes import HEAD, LABELS, STROKES, colour, number, outline, pen, shades

# So many pixels from a trail still mean that trail.
CATCH = 9.0
# With more steps than this their dots would run together.
DOTTED_STEPS = 120
LIMIT = 50.0


class Ground(pg.ImageItem):
    """The shades, smoothed between the points of the grid."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """Draw the picture without showing its pixels."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        super().paint(painter, *rest)


class Trail:
    """One competitor on the map: line, a dot for each step, a marker and a name at its head."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = pg.PlotCurveItem()
        self.dots = pg.ScatterPlotItem(size=5, pxMode=True)
        self.head = pg.ScatterPlotItem(size=HEAD, symbol=STROKES[name].symbol, pxMode=True)
        self.label = pg.TextItem(shown(LABELS[name]), anchor=(0, 0.5))
        self.items = (self.line, self.dots, self.head, self.label)
        for depth, item in enumerate(self.items):
            item.setZValue(10 + depth)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_visible(self, visible: bool) -> None:
        """Show or hide all items."""
        for item in self.items:
            item.setVisible(visible)

    def set_points(self, points: NDArray[np.float64], dotted: bool) -> None:
        """Draw the trail through `points` (steps, 2)."""
        x, y = points[:, 0], points[:, 1]
        self.line.setData(x, y)
        self.dots.setVisible(dotted)
        if dotted:
            self.dots.setData(x, y)
        self.head.setData(x[-1:], y[-1:])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.line.setPen(pen(self.name, theme))
        brush = pg.mkBrush(colour(self.name, theme))
        self.dots.setBrush(brush)
        self.dots.setPen(None)
        self.head.setBrush(brush)
        self.head.setPen(outline(theme))
        fill = pg.mkColor(theme.plot)
        fill.setAlpha(170)
        self.label.fill = pg.mkBrush(fill)
        self.label.setColor(theme.text)


class RaceMap(Plot):
    """The surface from above. moved: the start was dragged or clicked to this x, y."""

    moved = Signal(float, float)
    # Plot's own __init__ takes a theme before there is a map.
    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._names: tuple[str, ...] = ()
        self._trails: dict[str, Trail] = {}
        self._ground = Ground()
        self._contours = pg.PlotCurveItem(connect="pairs")
        self._minima = pg.ScatterPlotItem(size=13, symbol="crosshair", pxMode=True)
        self.start = pg.TargetItem((0, 0), size=17, symbol="o", movable=True)
        self.start.setZValue(40)
        self.start.setVisible(False)
        for depth, item in ((-50, self._ground), (-40, self._contours), (5, self._minima)):
            item.setZValue(depth)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self._contours.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.addItem(self.start, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.plotItem.showGrid(x=False, y=False)
        self.start.sigPositionChangeFinished.connect(self._dragged)
        self.scene().sigMouseClicked.connect(self._clicked)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame, names: Sequence[str]) -> None:
        """Draw the trails up to this frame, and the map if it is a new one."""
        new = self._frame is None or self._frame.arrays["shades"] is not frame.arrays["shades"]
        self._frame, self._names = frame, tuple(names)
        if new:
            self._draw_map(frame)
        trails = frame.arrays["trails"]
        dotted = (frame.total or 0) <= DOTTED_STEPS
        for name, points in zip(names, trails, strict=True):
            trail = self._trails.get(name) or self._made(name)
            trail.set_visible(True)
            trail.set_points(points, dotted)
        for name in self._trails.keys() - set(names):
            self._trails[name].set_visible(False)
        self._place_labels()

    def show_start(self, x: float, y: float) -> None:
        """Put the ring there."""
        self.start.setVisible(True)
        self.start.setPos(x, y)

    def clear_race(self) -> None:
        """Take the trails away and leave map and start."""
        for trail in self._trails.values():
            trail.set_visible(False)
        self._names = ()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._ground.setLookupTable(shades(theme))
        line = pg.mkColor(theme.muted)
        line.setAlpha(120)
        self._contours.setPen(pg.mkPen(line, width=1))
        self._minima.setPen(pg.mkPen(theme.text, width=1.5))
        self._minima.setBrush(pg.mkBrush(None))
        self.start.setPen(pg.mkPen(theme.text, width=2))
        self.start.setHoverPen(pg.mkPen(theme.accent, width=3))
        clear = pg.mkColor(theme.plot)
        clear.setAlpha(110)
        self.start.setBrush(pg.mkBrush(clear))
        self.start.setHoverBrush(pg.mkBrush(clear))
        for trail in self._trails.values():
            trail.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles("x", "y")
        self.setToolTip("")
        self.start.setToolTip(
            translate("optimizers", "The start of all: drag it, or click anywhere in the picture")
        )
        self.setAccessibleName(
            translate("optimizers", "Map of the surface with the trail of every optimizer")
        )
        for name, trail in self._trails.items():
            trail.label.setText(shown(LABELS[name]))

    def _made(self, name: str) -> Trail:
        trail = self._trails[name] = Trail(name)
        for item in trail.items:
            self.addItem(item, ignoreBounds=True)
        trail.apply_theme(self._theme)
        return trail

    def _draw_map(self, frame: Frame) -> None:
        left, right, bottom, top = frame.arrays["region"].tolist()
        # ImageItem wants columns first; levels keep its colours from being stretched.
        self._ground.setImage(frame.arrays["shades"].T, levels=(0, 255))
        self._ground.setRect(QRectF(left, bottom, right - left, top - bottom))
        ends = frame.arrays["contours"].reshape(-1, 2)
        self._contours.setData(ends[:, 0], ends[:, 1], connect="pairs")
        minima = frame.arrays["minima"]
        self._minima.setData(minima[:, 0], minima[:, 1])
        self.setXRange(left, right, padding=0)
        self.setYRange(bottom, top, padding=0)

    def _place_labels(self) -> None:
        """Write the names right of their heads, moved up or down until none covers another."""
        assert self._frame is not None
        box = self.getViewBox()
        left, right, bottom, top = self._frame.arrays["region"].tolist()
        per_x = (right - left) / max(box.width(), 1.0)
        gap = 0.8 * QFontMetricsF(self.font()).height() * (top - bottom) / max(box.height(), 1.0)
        heads = self._frame.arrays["trails"][:, -1]
        inside = [
            (float(y), name, float(x))
            for name, (x, y) in zip(self._names, heads, strict=True)
            if left <= x <= right and bottom <= y <= top
        ]
        inside.sort(key=lambda head: head[0])
        at = bottom
        for number_, (y, name, x) in enumerate(inside):
            above = len(inside) - 1 - number_
            at = min(max(y, at), top - gap * (above + 0.5))
            label = self._trails[name].label
            mirrored = x > right - 90 * per_x
            label.setAnchor((1, 0.5) if mirrored else (0, 0.5))
            label.setPos(x + (-9 if mirrored else 9) * per_x, at)
            at += gap
        seen = {name for _, name, _ in inside}
        for name in self._names:
            self._trails[name].label.setVisible(name in seen)

    def _dragged(self) -> None:
        self._move(self.start.pos().x(), self.start.pos().y())

    def _clicked(self, event: Any) -> None:
        box = self.getViewBox()
        if event.button() != Qt.MouseButton.LeftButton or self._frame is None:
            return
        if box.sceneBoundingRect().contains(event.scenePos()):
            place: QPointF = box.mapSceneToView(event.scenePos())
            self._move(place.x(), place.y())

    def _move(self, x: float, y: float) -> None:
        x, y = (round(float(np.clip(value, -LIMIT, LIMIT)), 2) for value in (x, y))
        self.show_start(x, y)
        self.moved.emit(x, y)

    def _read(self, x: float, y: float) -> str:
        """Say what is under the mouse: the nearest step of a trail, or else the height there."""
        if self._frame is None:
            return ""
        caught = self._caught(x, y)
        if caught is not None:
            name, step = caught
            row = self._names.index(name)
            at = self._frame.arrays["trails"][row, step]
            return translate(
                "optimizers",
                "{name}, step {step}: ({x}, {y})",
                name=shown(LABELS[name]),
                step=step,
                x=number(at[0]),
                y=number(at[1]),
            )
        left, right, bottom, top = self._frame.arrays["region"].tolist()
        heights = self._frame.arrays["heights"]
        if not (left <= x <= right and bottom <= y <= top):
            return ""
        row = round((y - bottom) / (top - bottom) * (heights.shape[0] - 1))
        column = round((x - left) / (right - left) * (heights.shape[1] - 1))
        place = {"x": number(x, 3), "y": number(y, 3)}
        if self._frame.arrays["shades"][row, column] == 255:
            return translate("optimizers", "f({x}, {y}) is not defined", **place)
        return translate(
            "optimizers", "f({x}, {y}) ≈ {value}", value=number(heights[row, column], 4), **place
        )

    def _caught(self, x: float, y: float) -> tuple[str, int] | None:
        assert self._frame is not None
        trails = self._frame.arrays["trails"]
        if not self._names:
            return None
        width, height = self.getViewBox().viewPixelSize()
        offsets = (trails - np.array([x, y])) / np.array([width, height])
        distances = np.hypot(offsets[..., 0], offsets[..., 1])
        row, step = np.unravel_index(int(distances.argmin()), distances.shape)
        if distances[row, step] > CATCH:
            return None
        return self._names[int(row)], int(step)
