"""The search from above: each trial a circle at its rate and decay; a rectangle narrows it."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from fishlab.experiment import Frame
from fishlab.gui.numbers import number
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .training_strokes import BEST_COLOURS, colour, percent

SMALLEST, LARGEST = 6.0, 24.0
"""Diameter in pixels of a trial with accuracy 0 and 1."""
CATCH = 14.0
"""So many pixels from a trial still mean that trial."""
LEAST = 10.0
"""A smaller rectangle, in pixels, was a click."""
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
GROUNDS = {"light": ("#D8DEE4", "#0B4F6C"), "dark": ("#3A424D", "#9BE3FF")}


def shade(score: float, theme: Theme) -> QColor:
    """Return the colour of an accuracy: the better, the farther from the background."""
    low, high = (QColor(name) for name in GROUNDS[theme.name])
    return QColor.fromRgbF(
        low.redF() + (high.redF() - low.redF()) * score,
        low.greenF() + (high.greenF() - low.greenF()) * score,
        low.blueF() + (high.blueF() - low.blueF()) * score,
    )


def diameter(score: float) -> float:
    """Return the size in pixels of an accuracy."""
    return SMALLEST + (LARGEST - SMALLEST) * score


def ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Return (place, words) along a logarithmic axis from 10**low to 10**high.

    Powers of ten; where there are few of them, 2 and 5 times those as well.
    """
    factors = (1, 2, 5) if high - low < 2.5 else (1,)
    places = []
    for power in range(math.floor(low), math.ceil(high) + 1):
        ten = "10" + str(power).translate(RAISED)
        for factor in factors:
            place = power + math.log10(factor)
            if low - 1e-9 <= place <= high + 1e-9:
                places.append((place, ten if factor == 1 else f"{factor}·{ten}"))
    return places


class Scatter(Plot):
    """Trials on two logarithmic axes.

    narrowed: a rectangle was drawn: rate from, to, decay from, to. widened: a double click.
    """

    narrowed = Signal(float, float, float, float)
    widened = Signal()
    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._pressed: QPointF | None = None
        self._trials = pg.ScatterPlotItem(pxMode=True)
        self._ranks = [pg.TextItem(anchor=(0.5, 0.5)) for _ in BEST_COLOURS]
        self._rectangle = QGraphicsRectItem()
        self._rectangle.setZValue(50)
        self._rectangle.setVisible(False)
        for item in (self._trials, self._rectangle, *self._ranks):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.plotItem.layout.setContentsMargins(0, 8, 16, 0)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.set_readout(self._read)
        self._ready = True

    def show_frame(self, frame: Frame) -> None:
        """Draw every trial that is done."""
        last, self._frame = self._frame, frame
        if last is not None and last.arrays["settings"] is frame.arrays["settings"]:
            return
        left, right, low, high = np.log10(frame.arrays["bounds"]).tolist()
        self.setXRange(left, max(right, left + 0.1), padding=0.03)
        self.setYRange(low, max(high, low + 0.1), padding=0.03)
        for axis, low_end, high_end in (("bottom", left, right), ("left", low, high)):
            self.getAxis(axis).setTicks([ticks(low_end, high_end)])
        self._place()

    def clear_run(self) -> None:
        """Take the trials away."""
        self._frame = None
        self._trials.clear()
        for label in self._ranks:
            label.setVisible(False)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._rectangle.setPen(pg.mkPen(theme.accent, width=2, dash=[4, 3]))
        fill = QColor(theme.accent)
        fill.setAlpha(40)
        self._rectangle.setBrush(fill)
        self._place()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_titles(
            translate("training", "learning rate"), translate("training", "weight decay λ")
        )
        self.setAccessibleName(
            translate("training", "Every trial at its rate and decay, the larger the better")
        )
        self.setToolTip(
            translate("training", "Draw a rectangle to search only there; double-click to widen")
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle."""
        super().mousePressEvent(event)
        box = self.getViewBox()
        at = self.mapToScene(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and box.sceneBoundingRect().contains(at):
            self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the rectangle from where the mouse was pressed to where it is."""
        super().mouseMoveEvent(event)
        if self._pressed is not None:
            self._rectangle.setRect(self._drawn(event))
            self._rectangle.setVisible(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Search in the rectangle, unless it is so small that it was a click."""
        super().mouseReleaseEvent(event)
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        area, way = self._drawn(event), self.mapToScene(event.position().toPoint()) - self._pressed
        self._pressed = None
        self._rectangle.setVisible(False)
        if min(abs(way.x()), abs(way.y())) >= LEAST:
            edges = (area.left(), area.right(), area.top(), area.bottom())
            # Three digits are enough to be typed again.
            self.narrowed.emit(*(float(f"{10.0**edge:.3g}") for edge in edges))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole range again."""
        super().mouseDoubleClickEvent(event)
        self._pressed = None
        self.widened.emit()

    def _drawn(self, event: QMouseEvent) -> QRectF:
        """Return the rectangle in the plot's coordinates, cut off at the plot's edges."""
        assert self._pressed is not None
        box = self.getViewBox()
        end = self.mapToScene(event.position().toPoint())
        corners = (box.mapSceneToView(self._pressed), box.mapSceneToView(end))
        area = QRectF(corners[0], corners[1]).normalized()
        if self._frame is None:
            return area
        left, right, low, high = np.log10(self._frame.arrays["bounds"]).tolist()
        return area.intersected(QRectF(left, low, right - left, high - low))

    def _place(self) -> None:
        if self._frame is None:
            return
        arrays = self._frame.arrays
        points = np.log10(arrays["settings"])
        spots = []
        for at, score, out in zip(points, arrays["scores"], arrays["out"], strict=True):
            spots.append(
                {
                    "pos": tuple(at),
                    "size": 11.0 if out else diameter(float(score)),
                    "symbol": "x" if out else "o",
                    "brush": pg.mkBrush(
                        QColor(self._theme.bad) if out else shade(float(score), self._theme)
                    ),
                    "pen": pg.mkPen(self._theme.muted, width=1.0),
                }
            )
        best = arrays["best"].tolist()
        for row, rank_colour in zip(best, BEST_COLOURS, strict=False):
            spots[row]["pen"] = pg.mkPen(colour(rank_colour, self._theme), width=3.0)
        self._trials.setData(spots)
        for rank, label in enumerate(self._ranks):
            label.setVisible(rank < len(best))
            if rank < len(best):
                label.setText(str(rank + 1))
                label.setColor(self._theme.plot)
                label.setPos(*points[best[rank]])

    def _read(self, x: float, y: float) -> str:
        """Say the settings and the accuracy of the trial under the mouse, or the place."""
        if self._frame is None or self._pressed is not None:
            return ""
        arrays = self._frame.arrays
        place = translate(
            "training", "rate {lr}, decay {decay}", lr=number(10**x), decay=number(10**y)
        )
        if not len(arrays["settings"]):
            return place
        size = self.getViewBox().viewPixelSize()
        away = np.hypot(*((np.log10(arrays["settings"]) - (x, y)) / size).T)
        row = int(away.argmin())
        if away[row] > CATCH:
            return place
        lr, decay = arrays["settings"][row].tolist()
        result = percent(float(arrays["scores"][row]))
        if arrays["out"][row]:
            result = translate("training", "diverged")
        return translate(
            "training",
            "Trial {number}: {result}\nrate {lr}, decay {decay}",
            number=row + 1,
            result=result,
            lr=number(lr),
            decay=number(decay),
        )
