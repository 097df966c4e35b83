"""Picture of a descent: the field of −∇f, the way through it, and f against the step."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.beside import Beside
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.gradients_params import GradientsParams

from .gradients_grip import Grip, grid_behind
from .gradients_numbers import Numbers, number
from .gradients_panel import Panel

SIDE_WIDTH = 330
TRAIL = 4
# With more steps than this their dots would run together.
DOTTED = 200
# Pixels within which a step of the way is read.
CATCH = 9.0
LOWEST_DECADE = -40.0


class FieldPanel(Panel):
    """The map on the left; numbers and the course of f on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = Plot()
        self._contours = pg.PlotCurveItem(connect="pairs")
        self._arrows = pg.PlotCurveItem(connect="pairs")
        self._trail = pg.PlotCurveItem()
        self._dots = pg.ScatterPlotItem(size=5, pxMode=True)
        self._head = pg.ScatterPlotItem(size=12, pxMode=True)
        self.start = pg.ScatterPlotItem(size=18, pxMode=True)
        for depth, item in enumerate(
            (self._contours, self._arrows, self._trail, self._dots, self._head, self.start)
        ):
            item.setZValue(depth)
            self.map.addItem(item, ignoreBounds=True)
        self.grip = Grip(self.map, Qt.CursorShape.CrossCursor)
        self.grip.moved.connect(self._moved)
        self.map.setMouseEnabled(False, False)
        self.map.setAspectLocked(True)
        self.map.showGrid(x=False, y=False)
        self.map.set_readout(self._read)
        grid_behind(self.map)
        self.course = Plot()
        self._values = pg.PlotDataItem()
        self._logarithmic = False
        self.course.addItem(self._values, ignoreBounds=True)
        self.course.setMouseEnabled(False, False)
        self.course.getAxis("left").setWidth(62)
        self.course.set_readout(self._read_course)
        grid_behind(self.course)
        self.table = Numbers()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # The map is square: below it is better off only where the side leaves it very little.
        layout.addWidget(Beside(self.map, (self.table, self.course), SIDE_WIDTH, least=0.9))

    def show_params(self, params: GradientsParams) -> None:
        """Put the ring at the start."""
        super().show_params(params)
        self.start.setData([params.x0], [params.x1])

    def draw(self, frame: Frame) -> None:
        """Draw the map and the way so far."""
        arrays = frame.arrays
        left, right, bottom, top = arrays["region"].tolist()
        self.map.setRange(xRange=(left, right), yRange=(bottom, top), padding=0.02)
        # Wider than the map: a locked aspect leaves room at two of its sides.
        self.grip.set_area(3 * left, 3 * right, 3 * bottom, 3 * top)
        for item, name in ((self._contours, "contours"), (self._arrows, "arrows")):
            ends = arrays[name].reshape(-1, 2)
            item.setData(ends[:, 0], ends[:, 1], connect="pairs")
        trail = arrays["trail"][: int(arrays["drawn"])]
        self._trail.setData(trail[:, 0], trail[:, 1])
        dotted = len(trail) <= DOTTED
        self._dots.setVisible(dotted)
        if dotted:
            self._dots.setData(trail[:, 0], trail[:, 1])
        self._head.setData(trail[-1:, 0], trail[-1:, 1])
        self._draw_course(frame)
        self._tell(frame)

    def clear(self) -> None:
        """Take the way off the map."""
        for item in (self._trail, self._dots, self._head, self._values):
            item.setData([], [])

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.map.apply_theme(theme)
        self.course.apply_theme(theme)
        self._contours.setPen(pg.mkPen(theme.grid, width=1))
        self._arrows.setPen(pg.mkPen(theme.muted, width=1.2))
        self._trail.setPen(pg.mkPen(theme.curve(TRAIL), width=2))
        for item in (self._dots, self._head):
            item.setBrush(pg.mkBrush(theme.curve(TRAIL)))
            item.setPen(pg.mkPen(theme.plot, width=0.5))
        self.start.setPen(pg.mkPen(theme.text, width=2))
        self.start.setBrush(pg.mkBrush(None))
        self._values.setPen(pg.mkPen(theme.curve(TRAIL), width=2))
        self.table.apply_theme(theme)

    def write(self) -> None:
        """Set every word anew."""
        self.map.set_titles("x₀", "x₁")
        self.map.setToolTip(translate("gradients", "Click or drag to move the start"))
        self.map.setAccessibleName(
            translate("gradients", "Field of the negative gradient and the way of the descent")
        )
        self.course.set_titles(translate("gradients", "step"), translate("gradients", "f"))
        self.course.setAccessibleName(translate("gradients", "f against the step"))
        self.course.setToolTip(translate("gradients", "Rest on a curve to read its numbers"))
        self.table.set_header(["", "x₀", "x₁"], named=True)
        self.table.setAccessibleName(translate("gradients", "The present step in numbers"))
        self.table.setToolTip(
            translate("gradients", "Where the descent is, the slope there, and its next step")
        )

    def _draw_course(self, frame: Frame) -> None:
        values, logarithmic = frame.arrays["values"], bool(frame.arrays["logarithmic"])
        if logarithmic != self._logarithmic:
            self._logarithmic = logarithmic
            self.course.plotItem.setLogMode(False, logarithmic)
            self._values.setLogMode(False, logarithmic)
        self._values.setData(values)
        self.course.setXRange(0, max(frame.total or 1, 1), padding=0.02)
        low, high = float(values.min()), float(values.max())
        if logarithmic:
            low, high = max(math.log10(low), LOWEST_DECADE), math.log10(high)
            middle = (low + high) / 2
            low, high = min(low, middle - 1), max(high, middle + 1)
        self.course.setYRange(low, max(high, low + 1e-9), padding=0.06)

    def _tell(self, frame: Frame) -> None:
        s = frame.scalars
        rows = [
            [translate("gradients", "point"), number(s["x0"], 5), number(s["x1"], 5)],
            ["∂f/∂x", number(s["gradient0"], 5), number(s["gradient1"], 5)],
            [translate("gradients", "f"), number(s["f"], 5), ""],
        ]
        self.table.show_rows(rows)

    def _moved(self, start: QPointF, end: QPointF) -> None:
        specs = self.params.specs()
        changes = {}
        for name, value in (("x0", end.x()), ("x1", end.y())):
            low, high = specs[name].minimum, specs[name].maximum
            assert low is not None
            assert high is not None
            changes[name] = round(min(max(value, low), high), 2)
        self.edited.emit(changes)

    def _read(self, x: float, y: float) -> str:
        """Say the step of the way that is under the mouse, or else the nearest arrow."""
        if self.frame is None:
            return ""
        arrays = self.frame.arrays
        trail = arrays["trail"][: int(arrays["drawn"])]
        offsets = (trail - np.array([x, y])) / np.array(self.map.getViewBox().viewPixelSize())
        distances = np.hypot(offsets[:, 0], offsets[:, 1])
        step = int(distances.argmin())
        if distances[step] <= CATCH:
            return translate(
                "gradients",
                "step {step}: ({x}, {y})",
                step=step,
                x=number(trail[step, 0], 5),
                y=number(trail[step, 1], 5),
            )
        grid = arrays["grid"]
        column, row = int(np.abs(grid - x).argmin()), int(np.abs(grid - y).argmin())
        down = arrays["field"][row, column]
        return translate(
            "gradients",
            "−∇f at ({x}, {y}) = ({a}, {b})",
            x=number(grid[column], 3),
            y=number(grid[row], 3),
            a=number(down[0], 4),
            b=number(down[1], 4),
        )

    def _read_course(self, x: float, y: float) -> str:
        if self.frame is None:
            return ""
        values = self.frame.arrays["values"]
        step = min(max(round(x), 0), len(values) - 1)
        f = number(float(values[step]), 5)
        return translate("gradients", "step {step}: f = {f}", step=step, f=f)
