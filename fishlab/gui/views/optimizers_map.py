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
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsItem, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.curve import Curve
from fishlab.gui.widgets.ground import Ground
from fishlab.gui.widgets.plot import Plot

from .optimizers_strokes import (
    HEAD,
    LABELS,
    STROKES,
    colour,
    contour,
    number,
    outline,
    pen,
    shades,
)

# So many pixels from a trail still mean that trail.
CATCH = 9.0
# With more steps than this their dots would run together.
DOTTED_STEPS = 120
LIMIT = 50.0
# Pixels from a head to its name, and what a name takes at most.
OFFSET, LABEL_ROOM = 12, 95


class Trail:
    """One competitor on the map: its line, a dot for each step, and its name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = Curve()
        self.dots = pg.ScatterPlotItem(size=5, pxMode=True)
        self.label = pg.TextItem(shown(LABELS[name]), anchor=(0, 0.5))
        self.label.textItem.document().setDocumentMargin(1.0)
        self.items = (self.line, self.dots, self.label)
        for depth, item in enumerate(self.items):
            item.setZValue(10 + 10 * depth)
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

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.line.setPen(pen(self.name, theme))
        brush = pg.mkBrush(colour(self.name, theme))
        self.dots.setBrush(brush)
        self.dots.setPen(None)
        fill = pg.mkColor(theme.plot)
        fill.setAlpha(150)
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
        # All markers in one item: nine of their own would cost more than all the lines.
        self._heads = pg.ScatterPlotItem(size=HEAD, pxMode=True)
        self.start = pg.TargetItem((0, 0), size=17, symbol="o", movable=True)
        self.start.setZValue(40)
        self.start.setVisible(False)
        for depth, item in (
            (-50, self._ground),
            (-40, self._contours),
            (5, self._minima),
            (25, self._heads),
        ):
            item.setZValue(depth)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        for still in (self._ground, self._contours):
            still.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.addItem(self.start, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.plotItem.layout.setContentsMargins(0, 8, 8, 0)
        self.plotItem.showGrid(x=False, y=False)
        self.start.sigPositionChangeFinished.connect(self._dragged)
        self.scene().sigMouseClicked.connect(self._clicked)
        self.set_readout(self._read)
        # How far apart the names are is counted in pixels.
        self.getViewBox().sigResized.connect(self._resized)
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
        self._place_heads()
        self._place_labels()

    def show_start(self, x: float, y: float) -> None:
        """Put the ring there."""
        self.start.setVisible(True)
        self.start.setPos(x, y)

    def clear_race(self) -> None:
        """Take the trails away and leave map and start."""
        for trail in self._trails.values():
            trail.set_visible(False)
        self._heads.clear()
        self._names = ()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._ground.setLookupTable(shades(theme))
        self._contours.setPen(pg.mkPen(contour(theme), width=1))
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
        self._place_heads()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles("x", "y")
        tip = translate("optimizers", "The start of all: drag it, or click anywhere in the picture")
        self.setToolTip(tip)
        self.start.setToolTip(tip)
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

    def _place_heads(self) -> None:
        if self._frame is None or not self._names:
            self._heads.clear()
            return
        heads = self._frame.arrays["trails"][:, -1]
        self._heads.setData(
            heads[:, 0],
            heads[:, 1],
            symbol=[STROKES[name].symbol for name in self._names],
            brush=[pg.mkBrush(colour(name, self._theme)) for name in self._names],
            pen=outline(self._theme),
        )

    def _resized(self) -> None:
        # A map that was cleared keeps its ground, and has no names to place.
        if self._names:
            self._place_labels()

    def _place_labels(self) -> None:
        """Write each name right of its head, or in the nearest free place above or below."""
        assert self._frame is not None
        box = self.getViewBox()
        left, right, bottom, top = self._frame.arrays["region"].tolist()
        per_x = (right - left) / max(box.width(), 1.0)
        per_y = (top - bottom) / max(box.height(), 1.0)
        gap = (QFontMetricsF(self.font()).height() + 2) * per_y
        heads = self._frame.arrays["trails"][:, -1].tolist()
        taken: list[tuple[float, float]] = []
        for name, (x, y) in zip(self._names, heads, strict=True):
            label = self._trails[name].label
            inside = left <= x <= right and bottom <= y <= top
            label.setVisible(inside)
            if not inside:
                continue
            place = y
            near = [other for at, other in taken if abs(at - x) < LABEL_ROOM * per_x]
            for attempt in range(1, 2 * len(self._names) + 1):
                clear = all(abs(place - other) >= 0.99 * gap for other in near)
                if clear and bottom + gap / 2 <= place <= top - gap / 2:
                    break
                rows = (attempt + 1) // 2 if attempt % 2 else -(attempt // 2)
                place = y + rows * gap
            taken.append((x, place))
            mirrored = x > right - LABEL_ROOM * per_x
            label.setAnchor((1, 0.5) if mirrored else (0, 0.5))
            label.setPos(x + (-OFFSET if mirrored else OFFSET) * per_x, place)

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
            "optimizers", "f({x}, {y}) ≈ {value}", value=number(heights[row, column], 3), **place
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
