"""Mode "points": the plane, shaded by what the network takes each place for, the points over it."""

from __future__ import annotations

from itertools import product

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from fishlab.experiment import Frame
from fishlab.gui.numbers import number
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.ground import Ground

from .points_plot import CATCH, PointsPlot
from .training_strokes import colour, percent, swatch

# Class -> number of its colour, its symbol.
CLASSES = ((0, "s"), (1, "o"))
SIZE, CROSS = 11, 8
STRENGTHS = {"light": 0.55, "dark": 0.42}
"""So much of its class's colour has a place of which the network is sure."""


class PointsPlane(PointsPlot):
    """Class 1 round and class 0 square; hollow: held out; crossed: on the wrong side."""

    _ready = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._ground = Ground(axisOrder="row-major")
        self._boundary = pg.PlotCurveItem(connect="pairs")
        self._dots = {
            key: pg.ScatterPlotItem(size=SIZE, pxMode=True, symbol=CLASSES[key[0]][1])
            for key in product((0, 1), (False, True))
        }
        self._crosses = pg.ScatterPlotItem(size=CROSS, pxMode=True, symbol="x")
        items = (self._ground, self._boundary, *self._dots.values(), self._crosses)
        for depth, item in enumerate(items):
            item.setZValue(depth - 50)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(False, False)
        self.plotItem.showGrid(x=False, y=False)
        self.set_titles("x₁", "x₂")
        self.set_readout(self._read)
        self._ready = True
        self.clear_run()

    def show_frame(self, frame: Frame) -> None:
        """Draw the plane as it stood after this epoch."""
        last, self._frame = self._frame, frame
        arrays = frame.arrays
        if last is None or last.arrays["points"] is not arrays["points"]:
            self._place()
        there = "surface" in arrays
        self._ground.setVisible(there)
        self._boundary.setVisible(there)
        if there:
            self._shade()
        wrong = self.placed[:0]
        if "outputs" in arrays:
            wrong = self.placed[arrays["outputs"] != arrays["targets"]]
        self._crosses.setData(wrong[:, 0], wrong[:, 1])

    def clear_run(self) -> None:
        """Take everything away."""
        self._frame = None
        self.placed = np.empty((0, 2))
        for item in (self._ground, self._boundary):
            item.setVisible(False)
        for dots in (*self._dots.values(), self._crosses):
            dots.clear()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not self._ready:
            return
        self._ground.setLookupTable(_shades(theme))
        self._boundary.setPen(pg.mkPen(theme.text, width=2))
        for (label, held), dots in self._dots.items():
            hue = colour(CLASSES[label][0], theme)
            dots.setBrush(pg.mkBrush(theme.plot if held else hue))
            # On a ground of its own colour a point is seen by its bright edge.
            dots.setPen(pg.mkPen(hue, width=2) if held else pg.mkPen(_brighter(theme), width=1))
        self._crosses.setBrush(pg.mkBrush(theme.text))
        self._crosses.setPen(None)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(
            translate("training", "Plane of the points, shaded by what the network says")
        )
        self.setToolTip(
            translate(
                "training",
                "Rest on a place or a point to read what the network says of it. In the pattern "
                "“Points of my own” a click adds a point of class 1, a right click one of class 0, "
                "and a click on a point takes it away.",
            )
        )

    def entries(self, theme: Theme) -> list[tuple[QPixmap, str]]:
        """Return the key: what every mark stands for."""
        words = (translate("training", "Class 0"), translate("training", "Class 1"))
        marks = []
        for (hue, symbol), said in zip(CLASSES, words, strict=True):
            marks.append((_mark(theme, symbol, colour(hue, theme)), said))
        hollow = swatch(None, theme, "o", SIZE, QColor(theme.plot), 20, edge=theme.muted)
        marks.append((hollow, translate("training", "hollow: held out")))
        crossed = swatch(None, theme, "x", CROSS + 2, QColor(theme.text), 20)
        marks.append((crossed, translate("training", "crossed: wrong side")))
        return marks

    def _place(self) -> None:
        """Put down the points, and show the square in which they lie."""
        assert self._frame is not None
        arrays = self._frame.arrays
        self.placed = arrays["points"]
        low1, high1, low2, high2 = arrays["extent"].tolist()
        # Whatever the units of the two axes are, what is shown is a square.
        self.getViewBox().setAspectLocked(True, (high2 - low2) / (high1 - low1))
        self.setRange(xRange=(low1, high1), yRange=(low2, high2), padding=0)
        for (label, held), dots in self._dots.items():
            some = self.placed[(arrays["targets"] == label) & (arrays["held_out"] == held)]
            dots.setData(some[:, 0], some[:, 1])

    def _shade(self) -> None:
        """Paint what the network takes each place for."""
        assert self._frame is not None
        arrays = self._frame.arrays
        surface = arrays["surface"]
        low1, high1, low2, high2 = arrays["extent"].tolist()
        self._ground.setImage(surface, autoLevels=False, levels=(0.0, 1.0))
        # The outermost places at which the network is asked lie on the square's edge.
        wide = (high1 - low1) / (surface.shape[1] - 1)
        tall = (high2 - low2) / (surface.shape[0] - 1)
        self._ground.setRect(
            QRectF(low1 - wide / 2, low2 - tall / 2, high1 - low1 + wide, high2 - low2 + tall)
        )
        line = arrays["boundary"].reshape(-1, 2)
        self._boundary.setData(line[:, 0], line[:, 1])

    def _read(self, x: float, y: float) -> str:
        """Say what the network says of the point or place under the mouse."""
        frame = self._frame
        if frame is None or "surface" not in frame.arrays:
            return ""
        near = self._point_at(x, y)
        if near is not None:
            return self._read_point(near)
        low1, high1, low2, high2 = frame.arrays["extent"].tolist()
        surface = frame.arrays["surface"]
        column = round((x - low1) / (high1 - low1) * (surface.shape[1] - 1))
        row = round((y - low2) / (high2 - low2) * (surface.shape[0] - 1))
        if not (0 <= row < surface.shape[0] and 0 <= column < surface.shape[1]):
            return ""
        return translate(
            "training",
            "x₁ = {x1}, x₂ = {x2}\nclass 1: {chance}",
            x1=number(x),
            x2=number(y),
            chance=percent(float(surface[row, column])),
        )

    def _point_at(self, x: float, y: float) -> int | None:
        """Return the number of the point under the mouse."""
        apart = (self.placed - (x, y)) / self.getViewBox().viewPixelSize()
        distances = np.hypot(*apart.T)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] < CATCH else None

    def _read_point(self, row: int) -> str:
        assert self._frame is not None
        arrays = self._frame.arrays
        x1, x2 = (number(float(x)) for x in self.placed[row])
        where = translate("training", "x₁ = {x1}, x₂ = {x2}", x1=x1, x2=x2)
        says = translate(
            "training",
            "class {label}; the network says {output}",
            label=int(arrays["targets"][row]),
            output=int(arrays["outputs"][row]),
        )
        held = translate("training", "held out: it is not learned from")
        return "\n".join([where, says, held] if arrays["held_out"][row] else [where, says])


def _brighter(theme: Theme) -> str:
    return max(theme.plot, theme.text, key=lambda name: QColor(name).lightness())


def _mark(theme: Theme, symbol: str, hue: QColor) -> QPixmap:
    return swatch(None, theme, symbol, SIZE, hue, 20)


def _rgb(hue: QColor) -> np.ndarray:
    return np.array([hue.red(), hue.green(), hue.blue()], float)


def _shades(theme: Theme) -> np.ndarray:
    """Return colours for 0 … 1, (256, 3): from class 0 over the plot's own to class 1."""
    plot = _rgb(QColor(theme.plot))
    ends = [_rgb(colour(hue, theme)) for hue, _ in CLASSES]
    sure = np.abs(np.linspace(-1, 1, 256))[:, None] * STRENGTHS[theme.name]
    ground = np.where(np.arange(256)[:, None] < 128, ends[0], ends[1])
    return np.round(plot + sure * (ground - plot)).astype(np.uint8)
