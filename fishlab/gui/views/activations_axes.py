"""Named curves over one x axis: names at the right end, flat parts underlaid, a vertical line.

Used twice by the activations view, for the functions and for their derivatives. Items are kept
from frame to frame; a new frame only sets their data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from fishlab.gui.theme import Theme
from fishlab.gui.translation import shown
from fishlab.gui.widgets.plot import Plot

from .activations_strokes import LABELS, colour, grid_behind, pen

AXIS_WIDTH = 52
UNDERLAY_WIDTH = 10.0
UNDERLAY_ALPHA = 75
# Every so many points: dense enough for a curve that is nearly straight.
UNDERLAY_EVERY = 6
# Pixels from the end of a curve to its name.
LEADER = 26


class Curve:
    """The items of one function: its curve, what lies under the saturated part, name and leader.

    The leader goes from the end of the curve to its name, in the stroke of the curve.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = pg.PlotCurveItem()
        self.underlay = pg.PlotCurveItem()
        self.underlay.setZValue(-10)
        self.leader = pg.PlotCurveItem()
        self.label = pg.TextItem(anchor=(0, 0.5))
        self.items = (self.underlay, self.line, self.leader, self.label)

    def set_visible(self, visible: bool) -> None:
        """Show or hide all items."""
        for item in self.items:
            item.setVisible(visible)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        wide = pg.mkColor(colour(self.name, theme))
        wide.setAlpha(UNDERLAY_ALPHA)
        flat_end = Qt.PenCapStyle.FlatCap
        under = pg.mkPen(wide, width=UNDERLAY_WIDTH)
        under.setCapStyle(flat_end)
        self.underlay.setPen(under)
        self.line.setPen(pen(self.name, theme))
        self.leader.setPen(pen(self.name, theme, width=1.4))
        self.label.setColor(theme.text)


class CurveAxes(Plot):
    """A plot of named curves with one vertical line that can be dragged.

    pointed: x under the mouse, or None when it left. moved: the vertical line was dragged or the
    plot clicked at this x.
    """

    pointed = Signal(object)
    moved = Signal(float)
    # Plot's own __init__ takes a theme and a size, before there are curves.
    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: dict[str, Curve] = {}
        self._x: NDArray[np.float64] = np.zeros(0)
        self._values: dict[str, NDArray[np.float64]] = {}
        self._drawn: dict[str, NDArray[Any]] = {}
        self._dots = pg.ScatterPlotItem(size=9, pxMode=True)
        self._dots.setZValue(20)
        self.line = pg.InfiniteLine(0.0, angle=90, movable=True)
        self.line.setZValue(15)
        self.line.setCursor(Qt.CursorShape.SizeHorCursor)
        self.cross = pg.InfiniteLine(0.0, angle=90)
        self.cross.setVisible(False)
        for item in (self._dots, self.line, self.cross):
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.getAxis("left").setWidth(AXIS_WIDTH)
        grid_behind(self)
        self.line.sigDragged.connect(lambda line: self.moved.emit(line.value()))
        self.scene().sigMouseMoved.connect(self._mouse_moved)
        self.scene().sigMouseClicked.connect(self._clicked)
        # The names' distance is counted in pixels; pyqtgraph lays its items out after a resize.
        self.getViewBox().sigResized.connect(self._fit)
        self._ready = True

    def set_curves(
        self,
        x: NDArray[np.float64],
        values: Mapping[str, NDArray[np.float64]],
        saturated: Mapping[str, NDArray[np.bool_]] | None = None,
    ) -> None:
        """Draw these curves, all over x (n,), and no others; underlay them where saturated."""
        drawn = {"": x, **values, **{f"flat {name}": y for name, y in (saturated or {}).items()}}
        if same(drawn, self._drawn):
            return  # only the line was moved
        self._drawn = drawn
        self._x, self._values = x, dict(values)
        for name, y in values.items():
            curve = self._curves.get(name) or self._made(name)
            curve.set_visible(True)
            curve.line.setData(x, y)
            flat = np.zeros(len(x), bool) if saturated is None else saturated[name]
            curve.underlay.setVisible(bool(flat.any()))
            if flat.any():
                some = slice(None, None, UNDERLAY_EVERY)
                both = np.append(flat[some][:-1] & flat[some][1:], False)
                curve.underlay.setData(x[some], y[some], connect=both)
        for name in self._curves.keys() - values.keys():
            self._curves[name].set_visible(False)
        self._fit()

    def set_dots(self, x: float, values: Sequence[float]) -> None:
        """Mark the curves' values at x, in the order of the curves."""
        brushes = [pg.mkBrush(colour(name, self._theme)) for name in self._values]
        self._dots.setData([x] * len(values), list(values), brush=brushes)

    def set_x(self, x: float) -> None:
        """Move the vertical line."""
        self.line.setValue(x)

    def set_pointer(self, x: float | None) -> None:
        """Show a thin line at the mouse's x, or none."""
        self.cross.setVisible(x is not None)
        if x is not None:
            self.cross.setValue(x)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        for curve in self._curves.values():
            curve.apply_theme(theme)
        self._dots.setPen(pg.mkPen(theme.plot, width=1.5))
        self.line.setPen(pg.mkPen(theme.text, width=1.5))
        self.line.setHoverPen(pg.mkPen(theme.accent, width=3))
        self.cross.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DashLine))

    def retranslate(self) -> None:
        """Name the curves anew in the current language."""
        for curve in self._curves.values():
            curve.label.setText(shown(LABELS[curve.name]))
        self._fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def _made(self, name: str) -> Curve:
        curve = self._curves[name] = Curve(name)
        for item in curve.items:
            self.addItem(item, ignoreBounds=True)
        curve.apply_theme(self._theme)
        curve.label.setText(shown(LABELS[name]))
        return curve

    def _fit(self) -> None:
        """Set the ranges so that all curves and, to their right, all names are in the picture."""
        if not self._values:
            return
        low = min(float(y.min()) for y in self._values.values())
        high = max(float(y.max()) for y in self._values.values())
        room = 0.06 * max(high - low, 0.5)
        low, high = low - room, high + room
        box = self.getViewBox()
        metrics = QFontMetricsF(self.font())
        text = (
            LEADER
            + 12
            + max(metrics.horizontalAdvance(shown(LABELS[name])) for name in self._values)
        )
        width = max(box.width() - text, 50.0)
        left, right = float(self._x[0]), float(self._x[-1])
        per_pixel = (right - left) / width
        self.setXRange(left, right + text * per_pixel, padding=0)
        self.setYRange(low, high, padding=0)
        height = max(box.height(), 50.0)
        gap = metrics.height() * (high - low) / height
        ends = {name: float(y[-1]) for name, y in self._values.items()}
        places = spread(ends, gap, low + gap / 2, high - gap / 2)
        for name, place in places.items():
            curve = self._curves[name]
            ends_at = right + LEADER * per_pixel
            curve.leader.setData([right, ends_at], [ends[name], place])
            curve.label.setPos(ends_at, place)

    def _mouse_moved(self, position: QPointF) -> None:
        # A dragged line is read itself.
        self.pointed.emit(None if self.line.moving else self._x_at(position))

    def _clicked(self, event: Any) -> None:
        x = self._x_at(event.scenePos())
        if x is not None and event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(x)

    def _x_at(self, position: QPointF) -> float | None:
        box = self.getViewBox()
        if not self._values or not box.sceneBoundingRect().contains(position):
            return None
        x = box.mapSceneToView(position).x()
        return float(np.clip(x, self._x[0], self._x[-1]))


def same(one: Mapping[str, NDArray[Any]], other: Mapping[str, NDArray[Any]]) -> bool:
    """True if both hold the same arrays under the same names in the same order."""
    return list(one) == list(other) and all(
        np.array_equal(a, b) for a, b in zip(one.values(), other.values(), strict=True)
    )


def spread(wanted: Mapping[str, float], gap: float, low: float, high: float) -> dict[str, float]:
    """Return places near the wanted ones, at least `gap` apart and between low and high.

    If all do not fit, they are moved closer together.
    """
    names = sorted(wanted, key=lambda name: wanted[name])
    gap = min(gap, (high - low) / max(len(names) - 1, 1))
    places = [max(wanted[name], low) for name in names]
    for k in range(1, len(places)):  # up from below
        places[k] = max(places[k], places[k - 1] + gap)
    ceiling = high
    for k in reversed(range(len(places))):  # and back down from the top
        places[k] = min(places[k], ceiling)
        ceiling = places[k] - gap
    return dict(zip(names, places, strict=True))
